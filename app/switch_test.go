package app

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
	"hexapla/app/session"
)

// manyVersions writes n versions of one story of about so many words, which part in one word of
// fifteen, in one number of a sentence of ten, and in a sentence now and then.
func manyVersions(t testing.TB, n, words int) []string {
	t.Helper()
	folder := t.TempDir()
	nouns := strings.Fields("government agreement minister envoy talks sanctions inspector report council border market reform union court border treaty statement proposal region company")
	verbs := strings.Fields("announced rejected supported criticised signed delayed reviewed welcomed opposed discussed explained confirmed denied postponed accepted")
	adjectives := strings.Fields("new final strict nuclear economic early joint serious public foreign national limited careful important open")
	var files []string
	for version := range n {
		r := rand.New(rand.NewPCG(1, 1)) // the story, the same for every version
		own := rand.New(rand.NewPCG(2, uint64(version)))
		var b strings.Builder
		fmt.Fprintf(&b, "The talks of the council, rendering %d\n\n", version+1)
		for written := 0; written < words; {
			pick := func(list []string) string {
				w := list[r.IntN(len(list))]
				if own.IntN(15) == 0 {
					return list[own.IntN(len(list))]
				}
				return w
			}
			number := 10 + r.IntN(80)
			if own.IntN(10) == 0 {
				number++
			}
			sentence := fmt.Sprintf("The %s %s %s the %s %s of %d %ss, and the %s %s that the %s %s must be %s. ",
				pick(adjectives), pick(nouns), pick(verbs), pick(adjectives), pick(nouns), number, pick(nouns),
				pick(nouns), pick(verbs), pick(adjectives), pick(nouns), pick(verbs))
			written += 19
			if own.IntN(40) > 0 {
				b.WriteString(sentence)
			}
			if r.IntN(4) == 0 {
				b.WriteString("\n\n")
			}
		}
		file := filepath.Join(folder, fmt.Sprintf("version-%02d.txt", version+1))
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// compareVersions opens a project in which versions made by manyVersions stand side by side.
func compareVersions(t testing.TB, n, words int) *person {
	u := sitDown(t)
	u.openNew()
	u.importFiles(manyVersions(t, n, words))
	u.wait()
	var all []article.ID
	for _, a := range u.session.State().Articles {
		all = append(all, a.ID)
	}
	if err := u.session.Do(article.Group{Articles: all, Story: "Talks"}); err != nil {
		t.Fatal(err)
	}
	u.session.Look(func(v *session.View) { v.Screen, v.Story = screenCompare, "Talks" })
	u.wait()
	if p := u.compare().page; p == nil || len(p.columns) != n {
		t.Fatal("the versions are not compared")
	}
	return u
}

// BenchmarkSwitch is what a person waits for after choosing another base, or something to ignore:
// from the click to the columns laid out anew.
func BenchmarkSwitch(b *testing.B) {
	u := compareVersions(b, 12, 2000)
	b.Run("base", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			u.session.Look(func(v *session.View) { v.Base = u.session.State().Articles[i%12].ID })
		}
	})
	b.Run("ignore", func(b *testing.B) {
		for b.Loop() {
			u.ignore(text.FoldHyphens)
			u.wait()
		}
	})
	b.Run("fold", func(b *testing.B) {
		for b.Loop() {
			u.session.Look(func(v *session.View) { v.Folded = !v.Folded })
		}
	})
}
