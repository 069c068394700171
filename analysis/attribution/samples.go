package attribution

import (
	"hexapla/analysis/text"
)

// Sample is one decision of a learnt model and what it was taken on: a line of training data.
type Sample struct {
	Place    text.Span // of the sentence
	Features []string
	Yes      bool // what the truth says
}

// VoiceSamples returns the decisions about who goes on speaking that a document asks for. truth
// says whether a sentence goes on in the speaker's voice. What comes after the narrator's return is
// left out: it tells nothing about returns.
func VoiceSamples(d Document, m *text.Model, t *Tables, truth func(text.Span) bool) []Sample {
	r := read(d, m, t)
	var out []Sample
	returned := false
	continuations(r, r.reported(t), t, func(n, since int, features []string) float64 {
		if returned = returned && since > 0; returned {
			return 0
		}
		s := Sample{Place: r.sentences[n].Span, Features: features, Yes: truth(r.sentences[n].Span)}
		out = append(out, s)
		if s.Yes {
			return 1
		}
		returned = true
		return 0
	})
	return out
}
