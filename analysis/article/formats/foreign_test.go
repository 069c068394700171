package formats

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// same takes for equal what programs choose freely when they write a text: blanks, quotes and dashes.
func same(s string) string {
	s = strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "–", "-", "--", "-", "\u00a0", " ", "\u200f", "", "\u200e", "", "\u200c", "").Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

// TestForeign reads what other programs wrote: every sentence of the source is there, whole and in its order.
func TestForeign(t *testing.T) {
	files, err := filepath.Glob("testdata/foreign/*.*.*")
	if err != nil || len(files) < 37 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		language := strings.Split(name, ".")[1]
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, err := Read(name, data, Options{})
			if err != nil || len(in.Articles) != 1 {
				t.Fatalf("%d articles, %v", len(in.Articles), err)
			}
			a := in.Articles[0]
			got, at := same(a.Text), 0
			if language == "zh" { // programs set digits off from Chinese characters
				got = strings.ReplaceAll(got, " ", "")
			}
			for _, sentence := range sentencesOf(t, language) {
				i := strings.Index(got[at:], sentence)
				if i < 0 {
					t.Errorf("no %q after %.60q in\n%s", sentence, got[max(0, at-60):at], a.Text)
					return
				}
				at += i + len(sentence)
			}
			if !strings.Contains(same(a.Meta.Title.Value+" "+a.Text), titleOf(t, language)) {
				t.Errorf("the title is %q", a.Meta.Title.Value)
			}
		})
	}
}

// sentencesOf is what must be read, by sentences and cells, without the markup of the source.
func sentencesOf(t *testing.T, language string) []string {
	t.Helper()
	_, body, _ := strings.Cut(strings.TrimPrefix(readSource(t, language), "---"), "---")
	body, _, _ = strings.Cut(strings.ReplaceAll(body, ".[^1]", "."), "[^1]:")
	var out []string
	for line := range strings.Lines(body) {
		line = strings.Trim(same(line), "#- ")
		if strings.HasPrefix(line, "|-") {
			continue
		}
		for _, cell := range strings.Split(line, "|") {
			if cell = strings.TrimSpace(cell); cell != "" {
				out = append(out, cell)
			}
		}
	}
	return out
}

func titleOf(t *testing.T, language string) string {
	t.Helper()
	_, rest, _ := strings.Cut(readSource(t, language), "title: ")
	line, _, _ := strings.Cut(rest, "\n")
	return same(line)
}

func readSource(t *testing.T, language string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/foreign/" + language + ".md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
