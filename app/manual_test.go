package app

import (
	"strings"
	"testing"

	"hexapla/app/tongue"
	"hexapla/widgets"
)

// The manual stands in every language, has the same chapters in all, and names what the interface has.
func TestManualInEveryLanguage(t *testing.T) {
	words := spokenWords(t)
	english := passagesOf(manual("en"))
	seen := map[string]bool{}
	for i := range tongue.All {
		id := tongue.All[i].ID
		text := manual(id)
		if seen[text] {
			t.Errorf("the manual in %s is that of another language", id)
		}
		seen[text] = true
		names := named.FindAllStringSubmatch(text, -1)
		if len(names) < 6 {
			t.Errorf("the manual in %s names %d words of the interface", id, len(names))
		}
		for _, n := range names {
			if !words[n[1]] {
				t.Errorf("the manual in %s names %q, which nobody says", id, n[1])
			}
		}
		t.Run(id, func(t *testing.T) {
			in(t, id)
			own := passagesOf(text)
			if got, want := headings(own), headings(english); got != want {
				t.Errorf("%d headings, in English %d", got, want)
			}
			strong := 0
			for _, p := range own {
				strong += len(p.Runs)
				if strings.ContainsAny(p.Text, "*{}#") {
					t.Errorf("marks are left in %q", p.Text)
				}
			}
			if strong < 6 {
				t.Errorf("%d strong words", strong)
			}
		})
	}
}

func headings(all []widgets.Passage) int {
	n := 0
	for _, p := range all {
		if p.Bold {
			n++
		}
	}
	return n
}
