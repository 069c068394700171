package app

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hexapla/app/session"
)

// spokenWords are the English words of the interface: what L, Lf, Ln and tr are given in the source,
// and what the tables and the data hold that is shown through them.
func spokenWords(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if w, ok := spokenBy(call); ok {
					words[w] = true
				}
			}
			return true
		})
	}
	for _, w := range dataWords() {
		words[w] = true
	}
	delete(words, "")
	return words
}

// spokenBy is the literal that a call translates.
func spokenBy(call *ast.CallExpr) (string, bool) {
	f, ok := call.Fun.(*ast.Ident)
	at, known := map[string]int{"L": 0, "Lf": 0, "tr": 0, "Ln": 1}[nameOf(f)]
	if !ok || !known || len(call.Args) <= at {
		return "", false
	}
	lit, ok := call.Args[at].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func nameOf(f *ast.Ident) string {
	if f == nil {
		return ""
	}
	return f.Name
}

// dataWords are the words of tables.
func dataWords() []string {
	out := slices.Clone(shownData)
	for _, c := range commands() {
		out = append(out, c.menu, c.name)
	}
	for _, s := range screens {
		out = append(out, s.name)
	}
	for _, t := range themes {
		out = append(out, t.name)
	}
	for _, f := range metaFields {
		out = append(out, f.name)
	}
	for _, k := range kindLooks {
		out = append(out, k.name)
	}
	for _, f := range tableFields {
		out = append(out, f.name)
	}
	for _, c := range ignorable {
		out = append(out, c.name)
	}
	for _, u := range units {
		out = append(out, string(u))
	}
	out = slices.AppendSeq(out, maps.Values(partNames))
	return slices.AppendSeq(out, maps.Values(templateNames))
}

func TestEveryWordIsTranslated(t *testing.T) {
	words := spokenWords(t)
	for i := range tongues[1:] {
		tongue := &tongues[i+1]
		for _, w := range slices.Sorted(maps.Keys(words)) {
			if tongue.words[w] == "" {
				t.Errorf("%s lacks %q", tongue.id, w)
			}
		}
		for _, w := range slices.Sorted(maps.Keys(tongue.words)) {
			if !words[w] {
				t.Errorf("%s translates %q, which nobody says", tongue.id, w)
			}
		}
	}
}

var valuePattern = regexp.MustCompile(`%(\[\d\])?[+.\d]*[a-z]|%%`)

func TestTranslationsTakeTheSameValues(t *testing.T) {
	values := func(s string) string {
		found := valuePattern.FindAllString(s, -1)
		slices.Sort(found)
		return strings.Join(found, " ")
	}
	for i := range tongues[1:] {
		tongue := &tongues[i+1]
		for english, own := range tongue.words {
			forms := strings.Split(own, " | ")
			counted := strings.Contains(english, " | ") || len(forms) > 1
			if len(forms) > len(tongue.forms) || len(forms) > 1 && len(forms) < len(tongue.forms) {
				t.Errorf("%s has %d forms of %q, it counts in %d", tongue.id, len(forms), english, len(tongue.forms))
			}
			want := values(strings.Split(english, " | ")[0])
			for _, form := range forms {
				got := values(form)
				if counted && !strings.Contains(form, "%d") {
					got = strings.TrimSpace("%d " + got) // "two versions"
				}
				if got != want {
					t.Errorf("%s takes %q for %q, which has %q", tongue.id, got, english, want)
				}
			}
		}
	}
}

// in runs a test in a language.
func in(t *testing.T, id string) {
	t.Helper()
	before := spoken.Load()
	speak(id)
	if spoken.Load().id != id {
		t.Fatalf("%s is not spoken", id)
	}
	t.Cleanup(func() { spoken.Store(before) })
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 versions"}, {"en", 1, "1 version"}, {"en", 2, "2 versions"}, {"en", 1200, "1,200 versions"},
		{"ru", 1, "1 версия"}, {"ru", 3, "3 версии"}, {"ru", 11, "11 версий"}, {"ru", 21, "21 версия"},
		{"fr", 0, "0 version"}, {"de", 2, "2 Fassungen"}, {"zh", 1, "1 个版本"}, {"fa", 12, "۱۲ نسخه"},
		{"ar", 1, "نسخة واحدة"}, {"ar", 2, "نسختان"}, {"ar", 3, "٣ نسخ"}, {"ar", 11, "١١ نسخة"},
	} {
		t.Run(fmt.Sprint(c.language, c.n), func(t *testing.T) {
			in(t, c.language)
			if got := Ln(c.n, "%d version | %d versions"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNumbersAsTheLanguageWritesThem(t *testing.T) {
	for language, want := range map[string]string{"en": "0.85", "de": "0,85", "ru": "0,85", "fa": "۰٫۸۵", "ar": "٠٫٨٥"} {
		t.Run(language, func(t *testing.T) {
			in(t, language)
			if got := local("%.2f", 0.85); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for language, want := range map[string]string{
		"en": "8 Aug 2022", "zh": "2022年8月8日", "ru": "8 авг. 2022", "fa": "۱۷ مرداد ۱۴۰۱",
		"ar": "٨ أغسطس ٢٠٢٢", "fr": "8 août 2022", "de": "8. Aug. 2022", "es": "8 ago 2022",
	} {
		t.Run(language, func(t *testing.T) {
			in(t, language)
			if got := day("2022-08-08"); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if got := day("spring 2022"); got != "spring 2022" {
				t.Errorf("what is no day becomes %q", got)
			}
		})
	}
}

func TestJalali(t *testing.T) {
	for iso, want := range map[string]string{
		"1979-02-11": "1357-11-22", // days that everybody in Iran knows
		"1953-08-19": "1332-05-28",
		"2015-07-14": "1394-04-23",
		"2021-03-20": "1399-12-30", // the last day of a leap year
		"2021-03-21": "1400-01-01",
		"2024-03-20": "1403-01-01",
		"2025-03-20": "1403-12-30",
		"2025-03-21": "1404-01-01",
		"1925-03-31": "1304-01-11",
	} {
		at, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			t.Fatal(err)
		}
		y, m, d := jalali(at)
		if got := fmt.Sprintf("%04d-%02d-%02d", y, m, d); got != want {
			t.Errorf("%s is %s, want %s", iso, got, want)
		}
	}
}

// Each day is the next of its month, or the first of the next month after 29 to 31 days.
func TestJalaliDaysFollowEachOther(t *testing.T) {
	at := time.Date(1795, 1, 1, 0, 0, 0, 0, time.UTC)
	y, m, d := jalali(at)
	for range 366 * 400 {
		at = at.AddDate(0, 0, 1)
		y2, m2, d2 := jalali(at)
		same := y2 == y && m2 == m && d2 == d+1
		turn := d2 == 1 && d >= 29 && d <= 31 && (y2 == y && m2 == m+1 || y2 == y+1 && m == 12 && m2 == 1)
		if !same && !turn {
			t.Fatalf("%d-%d-%d is followed by %d-%d-%d", y, m, d, y2, m2, d2)
		}
		y, m, d = y2, m2, d2
	}
}

func FuzzDay(f *testing.F) {
	f.Add("2022-08-08")
	f.Add("0001-01-01")
	f.Add("9999-12-31")
	f.Fuzz(func(t *testing.T, iso string) {
		in(t, "fa")
		if day(iso) == "" && iso != "" {
			t.Errorf("%q becomes nothing", iso)
		}
	})
}

func TestSwitchKeepsWhatIsDone(t *testing.T) {
	before := spoken.Load()
	t.Cleanup(func() { spoken.Store(before) })
	u := openSample(t)
	u.command("Next difference")
	u.command("Next difference")
	old := u.compare()
	old.view.ScrollTo(200)
	difference, row, top := old.current, u.session.View().Row, old.view.Viewport().Offset
	u.shell.screens[screenLibrary].(*library).filter.Text = "Xinhua"
	u.shell.screens[screenReport].(*reportScreen).question.Text = "Who moved?"
	decisions := len(u.session.Log())
	for i := len(tongues) - 1; i >= 0; i-- {
		u.setLanguage(tongues[i].id)
		c := u.compare()
		if u.shell.current != screenCompare || c.current != difference || u.session.View().Row != row {
			t.Errorf("in %s it shows %s, difference %d", tongues[i].id, u.shell.current, c.current)
		}
		if got := c.view.Viewport().Offset; got != top {
			t.Errorf("in %s it is scrolled to %v, want %v", tongues[i].id, got, top)
		}
		if got := u.shell.screens[screenLibrary].(*library).filter.Text; got != "Xinhua" {
			t.Errorf("in %s the library is filtered by %q", tongues[i].id, got)
		}
		if got := u.shell.screens[screenReport].(*reportScreen).question.Text; got != "Who moved?" {
			t.Errorf("in %s the question reads %q", tongues[i].id, got)
		}
	}
	if n := len(u.session.Log()); n != decisions {
		t.Errorf("switching decided %d things", n-decisions)
	}
}

// The toolbar of every screen has room in the smallest window that the design allows for.
func TestToolbarsFit(t *testing.T) {
	before := spoken.Load()
	t.Cleanup(func() { spoken.Store(before) })
	const smallest = 1280
	u := openSample(t)
	for i := range tongues {
		u.setLanguage(tongues[i].id)
		for _, s := range screens {
			u.session.Look(func(v *session.View) { v.Screen = s.id })
			if w := u.shell.content().MinSize().Width; w > smallest {
				t.Errorf("%s in %s is %v wide", s.name, tongues[i].id, w)
			}
		}
	}
}
