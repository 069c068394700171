package report_test

import (
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"hexapla/app/report"
	"hexapla/app/tongue"
	"hexapla/assets"
)

func phrases(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := fs.ReadFile(assets.Files, file)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	if err := yaml.Unmarshal(data, &out); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return out
}

// TestWords: every language has every phrase, with the same values to be filled in.
func TestWords(t *testing.T) {
	english := phrases(t, "report/words.en.yaml")
	files, err := fs.Glob(assets.Files, "report/words.*.yaml")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	if len(files) != len(tongue.All) {
		t.Errorf("reports in %d languages, the interface in %d", len(files), len(tongue.All))
	}
	for _, file := range files {
		tag := strings.Split(path.Base(file), ".")[1]
		own := phrases(t, file)
		speaks, known := tongue.Of(tag)
		if !known {
			t.Errorf("%s: the program does not speak it", file)
		}
		for _, key := range slices.Sorted(maps.Keys(english)) {
			want := verbs(strings.Split(english[key], " | "))
			parts := strings.Split(own[key], " | ")
			if own[key] == "" || len(parts) > len(speaks.Forms) {
				t.Errorf("%s: %q is %q", file, key, own[key])
			}
			if got := verbs(parts); got != want {
				t.Errorf("%s: %q takes %s, in English %s", file, key, got, want)
			}
		}
		for key := range own {
			if _, known := english[key]; !known {
				t.Errorf("%s: nobody asks for %q", file, key)
			}
		}
	}
}

var verb = regexp.MustCompile(`%(\[\d\])?[sd]`)

// verbs are the values of the longest form: the forms for one may leave the number out.
func verbs(forms []string) string {
	longest := ""
	for _, f := range forms {
		if s := strings.Join(sorted(verb.FindAllString(f, -1)), " "); len(s) > len(longest) {
			longest = s
		}
	}
	return longest
}

// sorted puts numbered values in the order of their numbers; others keep theirs.
func sorted(list []string) []string {
	if len(list) > 0 && strings.Contains(list[0], "[") {
		slices.Sort(list)
	}
	return list
}

// TestLanguages writes the report in each language; no phrase is left in English or unfilled.
func TestLanguages(t *testing.T) {
	for tag, want := range map[string][]string{"ru": {"Итоги", "4 мая 2021", "3 версии", "Отрицание"}, "zh": {"摘要", "2021年5月4日", "3 个版本", "否定"},
		"fa": {"چکیده", "۱۴ اردیبهشت ۱۴۰۰", "۳ نسخه", "نفی"}, "ar": {"الخلاصة", "٤ مايو ٢٠٢١", "٣ نسخ", "نفي"},
		"fr": {"Résumé", "4 mai 2021", "3 versions", "Négation"}, "de": {"Zusammenfassung", "4. Mai 2021", "3 Fassungen", "Verneinung"},
		"es": {"Resumen", "4 may 2021", "3 versiones", "Negación"},
	} {
		page := visible(t, string(write(t, report.HTML, report.Options{Language: tag, Now: "2021-05-04", Parts: report.Parts})))
		for _, w := range append(want, "not is missing in B") {
			if !strings.Contains(page, w) {
				t.Errorf("%s: no %q", tag, w)
			}
		}
		if strings.Contains(page, "%!") || strings.Contains(page, "Summary") {
			t.Errorf("%s: a phrase is English or not filled in", tag)
		}
	}
	if err := report.Write(t.Context(), nil, report.HTML, fixture(t), report.Options{Language: "tlh"}); err == nil {
		t.Error("a language that does not exist is taken")
	}
}
