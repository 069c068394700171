package tongue_test

import (
	"fmt"
	"io/fs"
	"testing"

	"hexapla/app/tongue"
)

func TestFailure(t *testing.T) {
	for _, c := range []struct{ language, message, want string }{
		{"de", "a.txt cannot be opened: permission denied", "a.txt lässt sich nicht öffnen: Zugriff verweigert"},
		{"fa", "x.zip: b.doc is in an old Office format; save it as DOCX, XLSX or plain text", "x.zip: b.doc در قالب قدیمی آفیس است؛ آن را به DOCX، XLSX یا متن ساده ذخیره کنید"},
		{"zh", "3 of 12 documents are texts", "12 份文档中有 3 份是文本"},
		{"ar", "more than 5 redirects", "أكثر من ٥ من عمليات إعادة التوجيه"},
		{"fr", "there is nothing to undo\nthere is nothing to redo", "il n’y a rien à annuler\nil n’y a rien à rétablir"},
		{"ru", "something nobody foresaw", "something nobody foresaw"},
		{"en", "there is nothing to undo", "there is nothing to undo"},
	} {
		own, _ := tongue.Of(c.language)
		if got := own.Failure(c.message); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

// Every form is recognised as itself, whatever it is about.
func TestFailuresAreRecognised(t *testing.T) {
	for i := range tongue.All[1:] {
		own := &tongue.All[i+1]
		for english, word := range tongue.Failures(own.ID) {
			message := values.ReplaceAllString(english, "7")
			if got := own.Failure(message); got == message && word != english {
				t.Errorf("%s does not recognise %q", own.ID, message)
			}
			if a, b := len(values.FindAllString(english, -1)), len(values.FindAllString(word, -1)); a != b {
				t.Errorf("%s takes %d values for %q", own.ID, b, english)
			}
		}
	}
	own, _ := tongue.Of("es")
	wrapped := fmt.Errorf("%s cannot be read: %w", "a.pdf", fs.ErrPermission)
	if got := own.Failure(wrapped.Error()); got != "no se puede leer a.pdf: permiso denegado" {
		t.Error(got)
	}
}

func FuzzFailure(f *testing.F) {
	f.Add("a: b: c")
	f.Add(" cannot be opened: ")
	f.Add("%s %d%!")
	own, _ := tongue.Of("fa")
	f.Fuzz(func(t *testing.T, message string) {
		if own.Failure(message) == "" && message != "" {
			t.Errorf("%q becomes nothing", message)
		}
	})
}
