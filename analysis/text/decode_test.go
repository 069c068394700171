package text

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

var encoded = []struct{ name, sample string }{
	{"gb18030", "外交部发言人表示，中方坚决反对制裁。"},
	{"gb18030", "伊核谈判"},
	{"gb18030", "王毅同俄罗斯外长拉夫罗夫通电话，双方就乌克兰局势交换了意见。"},
	{"big5", "外交部發言人表示，中方堅決反對制裁。"},
	{"big5", "總統府今天上午舉行記者會，說明與美國的談判進展。"},
	{"shift_jis", "外務省の報道官は制裁に強く反対すると述べた。"},
	{"shift_jis", "政府は８日、イランの核問題をめぐる協議を再開した。"},
	{"euc-jp", "首相は国会で、協議の再開を歓迎すると述べた。"},
	{"euc-kr", "외교부 대변인은 제재에 단호히 반대한다고 말했다."},
	{"windows-1251", "Официальный представитель МИД заявил, что санкции неприемлемы."},
	{"windows-1251", "МИД России"},
	{"windows-1251", "Речник МЗС заявив, що санкції є неприйнятними для України."},
	{"koi8-r", "Официальный представитель МИД заявил, что санкции неприемлемы."},
	{"ibm866", "Официальный представитель МИД заявил, что санкции неприемлемы."},
	{"windows-1256", "قال المتحدث باسم وزارة الخارجية إن العقوبات مرفوضة تماما."},
	{"windows-1256", "سخنگوی وزارت امور خارجه گفت که تحریم ها پذیرفتنی نیست."},
	{"windows-1252", "Le porte-parole a déclaré que les sanctions étaient inacceptables à ce stade."},
	{"windows-1252", "Der Außenminister erklärte, die Gespräche würden fortgeführt."},
	{"windows-1255", "דובר משרד החוץ אמר כי הסנקציות אינן מקובלות."},
	{"windows-1253", "Ο εκπρόσωπος του υπουργείου είπε ότι οι κυρώσεις είναι απαράδεκτες."},
	{"utf-16le", "外交部发言人表示，中方坚决反对。"},
	{"utf-16be", "The spokesman said so on Aug. 8."},
	{"iso-2022-jp", "首相は国会で述べた。"},
}

func encode(t *testing.T, name, s string) []byte {
	t.Helper()
	e, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecodeWithoutHint(t *testing.T) {
	for _, c := range encoded {
		data := encode(t, c.name, c.sample)
		want, err := DecodeAs(data, c.name) // an encoding may lack a letter of the sample
		if err != nil {
			t.Fatal(err)
		}
		s, name, err := Decode(data, "")
		if err != nil || s != want {
			t.Errorf("%s: got %q in %s, %v, want %q", c.name, s, name, err, want)
		}
	}
}

func TestDecodeHead(t *testing.T) {
	head := strings.Repeat("<meta name=\"viewport\" content=\"width=device-width\">\n", 40)
	for _, c := range encoded {
		if strings.HasPrefix(c.name, "utf-16") {
			continue
		}
		data := encode(t, c.name, head+c.sample)
		want, _ := DecodeAs(data, c.name)
		if s, name, _ := Decode(data, ""); s != want {
			t.Errorf("%s after an ASCII head: taken for %s", c.name, name)
		}
	}
}

func TestDecodeHint(t *testing.T) {
	data := encode(t, "koi8-r", "да")
	if s, name, err := Decode(data, "KOI8-R"); s != "да" || name != "koi8-r" || err != nil {
		t.Errorf("a good hint: %q, %s, %v", s, name, err)
	}
	if s, name, err := Decode([]byte("déjà vu"), "iso-8859-1"); s != "déjà vu" || name != "utf-8" || err != nil {
		t.Errorf("a wrong hint about UTF-8: %q, %s, %v", s, name, err)
	}
	if _, err := DecodeAs(nil, "klingon"); err == nil {
		t.Error("no error for an unknown encoding")
	}
}

func TestDecodeMarks(t *testing.T) {
	for _, c := range []struct{ data, want, name string }{
		{"\xEF\xBB\xBFabc", "abc", "utf-8"},
		{"\xFF\xFEa\x00b\x00", "ab", "utf-16le"},
		{"\xFE\xFF\x00a\x00b", "ab", "utf-16be"},
		{"", "", "utf-8"},
	} {
		s, name, err := Decode([]byte(c.data), "")
		if s != c.want || name != c.name || err != nil {
			t.Errorf("%q: %q, %s, %v", c.data, s, name, err)
		}
	}
}

func TestDecodeBinary(t *testing.T) {
	junk := make([]byte, 4096)
	for i := range junk {
		junk[i] = byte(i * i >> 3)
	}
	for _, data := range [][]byte{junk, []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x03\x00\x3e")} {
		if _, _, err := Decode(data, ""); !errors.Is(err, ErrBinary) {
			t.Errorf("%q...: error %v", data[:8], err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, c := range encoded {
		f.Add([]byte(c.sample), c.name)
	}
	f.Add([]byte("\xff\xfe\x00"), "utf-16")
	f.Fuzz(func(t *testing.T, data []byte, hint string) {
		s, name, err := Decode(data, hint)
		if err == nil && (name == "" || !utf8.ValidString(s)) {
			t.Fatalf("%q as %q is not a text", s, name)
		}
	})
}

// TestDecodeShort measures headlines, which give a detector little to go by.
func TestDecodeShort(t *testing.T) {
	legacyOf := map[Language]string{
		"zh": "gb18030", "ja": "shift_jis", "ko": "euc-kr", "ru": "windows-1251 koi8-r ibm866", "uk": "windows-1251 koi8-u", "bg": "windows-1251",
		"ar": "windows-1256", "fa": "windows-1256", "he": "windows-1255", "el": "windows-1253", "de": "windows-1252", "fr": "windows-1252",
		"es": "windows-1252", "pt": "windows-1252", "it": "windows-1252", "pl": "windows-1250", "cs": "windows-1250", "hu": "windows-1250",
		"tr": "windows-1254", "sv": "windows-1252", "fi": "windows-1252", "is": "windows-1252",
	}
	var right, all int
	cases(t, "testdata/languages.txt", func(lang Language, line string) {
		for _, name := range strings.Fields(legacyOf[lang]) {
			data := encode(t, name, line)
			want, _ := DecodeAs(data, name)
			if utf8.Valid(data) || strings.Contains(want, "\x1a") { // ASCII, or not to be written in it
				continue
			}
			all++
			got, found, _ := Decode(data, "")
			if got == want {
				right++
			} else {
				t.Logf("%q in %s is taken for %s: %q", line, name, found, got)
			}
		}
	})
	t.Logf("%d of %d", right, all)
	if right*100 < all*90 {
		t.Errorf("%d of %d right, want 90 %%", right, all)
	}
}

func BenchmarkDecode(b *testing.B) {
	data := []byte(strings.Repeat("\xce\xf4\xe8\xf6\xe8\xe0\xeb\xfc\xed\xfb\xe9 ", 10_000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Decode(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
