package attribution_test

import (
	"context"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/entity"
	"hexapla/analysis/text"
	"hexapla/assets"
)

func tables(t testing.TB) *attribution.Tables {
	t.Helper()
	tables, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// model and loaded are read once for all tests.
var (
	model = sync.OnceValues(func() (*text.Model, error) {
		sub, err := fs.Sub(assets.Files, "text")
		if err != nil {
			return nil, err
		}
		return text.Load(sub)
	})
	loaded = sync.OnceValues(func() (*attribution.Tables, error) {
		sub, err := fs.Sub(assets.Files, "entity")
		if err != nil {
			return nil, err
		}
		entities, err := entity.Load(sub)
		if err != nil {
			return nil, err
		}
		return attribution.Load(assets.Files, entities)
	})
)

func languages(t testing.TB) *text.Model {
	t.Helper()
	m, err := model()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// find runs attribution over documents that hold nothing but their text.
func find(t testing.TB, tables *attribution.Tables, docs ...attribution.Document) *attribution.Result {
	t.Helper()
	r, err := attribution.Find(context.Background(), docs, languages(t), tables, attribution.Corrections{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func english(id, s string) attribution.Document {
	return attribution.Document{ID: article.ID(id), Text: s, Language: "en"}
}

// obey checks what holds of the statements of any document.
func obey(t testing.TB, d attribution.Document, r *attribution.Result) {
	t.Helper()
	ids := map[string]bool{}
	last := -1
	for _, s := range r.Statements {
		if ids[s.ID] {
			t.Errorf("two statements are called %s", s.ID)
		}
		ids[s.ID] = true
		if len(s.Content) == 0 {
			t.Fatalf("%s has no content", s.ID)
		}
		if s.Content[0].Start < last {
			t.Errorf("%s is out of order", s.ID)
		}
		last = s.Content[0].Start
		spans := slices.Clone(s.Content)
		for _, p := range []*text.Span{s.Source, s.Cue} {
			if p != nil {
				spans = append(spans, *p)
			}
		}
		for _, p := range spans {
			if p.Empty() || p.Start < 0 || p.End > len(d.Text) {
				t.Fatalf("%s: span %v of %d bytes", s.ID, p, len(d.Text))
			}
			if !boundary(d.Text, p.Start) || !boundary(d.Text, p.End) {
				t.Errorf("%s: span %v cuts a character", s.ID, p)
			}
		}
		if s.Confidence < 0 || s.Confidence > 1 {
			t.Errorf("%s: confidence %v", s.ID, s.Confidence)
		}
	}
	within := map[string]string{}
	for _, s := range r.Statements {
		within[s.ID] = s.Within
	}
	for _, s := range r.Statements {
		steps := 0
		for id := s.ID; id != "" && steps <= len(within); id = within[id] {
			steps++
		}
		if steps > len(within) {
			t.Errorf("%s is nested in itself", s.ID)
		}
		if s.Within != "" && (!ids[s.Within] || s.Within == s.ID) {
			t.Errorf("%s lies within %q", s.ID, s.Within)
		}
	}
}

func boundary(s string, at int) bool {
	if at == len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return utf8.RuneStart(s[at]) && !unicode.Is(unicode.M, r)
}

var odd = []string{
	"", " ", "\n\n", "said", "said said said", "\"", "“", "“”", "he said \"", "Q", "Q\nQ\nQ\nQ", "MS. A:\nMS. A:\nMS. A:",
	"“ “ “ he said ” ” ”", "\xff\xfe said \x80", "according to", "According to him", ", said", "said, said, and said", "X said: \"a", "王群说", "“”说", "说，说，说",
	strings.Repeat("a", 1<<16), strings.Repeat("he said that ", 3000), strings.Repeat("\"", 5000), strings.Repeat("“他说，”", 3000), strings.Repeat("He said, ", 2000) + ".",
}

func TestOddText(t *testing.T) {
	tables := tables(t)
	for _, s := range odd {
		for _, lang := range []text.Language{"en", "zh", "ru", "fa", "ar", "de", "fr", "es", ""} {
			d := attribution.Document{ID: "a", Text: strings.ToValidUTF8(s, "\ufffd"), Language: lang}
			obey(t, d, find(t, tables, d))
		}
	}
}

func TestOrderOfDocuments(t *testing.T) {
	tables := tables(t)
	a := english("a", "Wang Qun, China's permanent representative in Vienna, said on Monday that talks will resume. He added that the time is ripe.")
	b := english("b", "Wang said the deal is near. “We are ready,” said Iranian spokesman Nasser Kanaani.")
	ab, ba := find(t, tables, a, b), find(t, tables, b, a)
	if !reflect.DeepEqual(ab.Actors, ba.Actors) {
		t.Errorf("actors depend on the order: %v, %v", ab.Actors, ba.Actors)
	}
	n := len(find(t, tables, a).Statements)
	if !reflect.DeepEqual(ab.Statements[:n], ba.Statements[len(ba.Statements)-n:]) {
		t.Error("statements depend on the order")
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range odd[:20] {
		f.Add(s, "en")
		f.Add(s, "zh")
	}
	tables := tables(f)
	f.Fuzz(func(t *testing.T, s, lang string) {
		d := attribution.Document{ID: "a", Text: strings.ToValidUTF8(s, "\ufffd"), Language: text.Language(lang)}
		obey(t, d, find(t, tables, d))
	})
}

// TestEndless: a text without full stops is read in pieces, or it would be said to the end by
// everybody who says something in it.
func TestEndless(t *testing.T) {
	d := english("a", strings.Repeat("Wang Qun said that the talks of the parties go on ", 5000))
	for _, s := range find(t, tables(t), d).Statements {
		for _, p := range s.Content {
			if p.Len() > 1000 {
				t.Fatalf("a content of %d bytes", p.Len())
			}
		}
	}
}
