package triage

import "hexapla/analysis/phrase"

// Say gives a difference its reason, in clauses that become sentences.
func (d *Difference) Say(clauses ...phrase.Phrase) {
	d.Said = clauses
	d.Reason = phrase.Tongue{}.Sentences(clauses)
}

// because is a clause about words of the texts.
func because(form string, words ...string) phrase.Phrase { return phrase.Quoting(form, words...) }

// shown is what a version has.
func shown(v voice) phrase.Words { return phrase.Words(v.span.Of(v.sentence.text)) }
