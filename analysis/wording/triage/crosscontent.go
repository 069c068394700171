package triage

import (
	"math"

	"hexapla/analysis/text"
)

// lack is a run of words that has more without a counterpart than with one.
type lack struct {
	stretch
	score float64
}

// contents judges content that one side has more of: the worst run of words without a counterpart,
// against the worst run of the other side, as what a lexicon lacks it lacks on both sides, and the
// number of words of content, as translations keep it.
func (x *crosser) contents() {
	if !x.bridge.whole {
		return
	}
	a, manyA := x.bridge.a.worst()
	b, manyB := x.bridge.b.worst()
	length := math.Log(float64(manyA+1)/float64(manyB+1)) - wordiness[x.a.lang] + wordiness[x.b.lang]
	x.content(Omission, x.a, x.b, a, b, length)
	x.content(Addition, x.b, x.a, b, a, -length)
}

func (x *crosser) content(kind Kind, from, to *sentence, worst, other lack, length float64) {
	if worst.score < 2 {
		return
	}
	weighs := []weigh{{"content.across", 1, ""}, {"content.across more", worst.score - other.score, ""}, {"content.across longer", length, ""}}
	if from.lang.Spaceless() || to.lang.Spaceless() {
		weighs = append(weighs, weigh{"content.across signs", 1, ""})
	}
	a, b := worst.stretch, x.place(from, to, worst.from)
	says := because("%s has no counterpart", from.surfaceOf(worst.from, worst.to))
	if kind == Addition {
		a, b = b, a
		says = because("%s stands in one version only", from.surfaceOf(worst.from, worst.to))
	}
	x.find(kind, a, b, says, weighs...)
}

// worst returns the run of words with most that lacks a counterpart, and how many words of content
// there are.
func (k *bank) worst() (best lack, many int) {
	var run lack
	for i := range k.words {
		w := &k.words[i]
		if w.punct || w.is(function|modal) || !w.content && w.mention < 0 {
			continue
		}
		many++
		missing := -k.cover[i]
		switch {
		case k.cover[i] > 0:
		case k.knows[i] && w.mention < 0:
			missing = 1
		default:
			missing = 0.5 // a word that no lexicon has may be there by another name, a number is judged as such
		}
		if run.score <= 0 {
			run = lack{stretch: stretch{i, i}}
		}
		run.score += missing
		run.to = i + 1
		if run.score > best.score {
			best = run
		}
	}
	return best, many
}

// wordiness is how many more words of content a language takes than English does, as a logarithm.
var wordiness = map[text.Language]float64{"fr": 0.2, "fa": 0.2, "ar": 0.25, "es": 0.1, "de": 0.1, "ru": 0.05}
