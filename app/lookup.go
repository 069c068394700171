package app

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
	"hexapla/widgets"
)

// pause is how long the pointer rests on something before it is explained.
const pause = 350 * time.Millisecond

// hovered explains what the pointer rests on: a difference, a note, else a foreign word.
func (c *compare) hovered(spot widgets.Spot, at fyne.Position) {
	if c.resting != nil {
		c.resting.Stop()
	}
	c.hover = spot
	if spot.Row < 0 {
		return
	}
	c.resting = time.AfterFunc(pause, func() {
		c.desk.post(func() {
			if c.hover == spot && c.page != nil && spot.Row < len(c.page.comparison.Rows) {
				words := c.explain(spot)
				c.view.ShowTip(words, at)
				c.desk.events.log("tip %s", short(words, 60))
			}
		})
	})
}

// explain says what is at a place of the comparison.
func (c *compare) explain(spot widgets.Spot) string {
	switch {
	case spot.Badge != nil:
		return spot.Badge.Tip
	case spot.Column < 0:
		return ""
	}
	if note, ok := c.noteAt(spot); ok && (spot.Span == nil || spot.Span.ID <= noteID) {
		return note.Note + "\n" + joinParts(note.Coder, day(note.At.Local().Format(time.DateOnly)))
	}
	gloss := c.desk.gloss(c.page, spot)
	if spot.Span != nil && spot.Span.ID >= 0 {
		d := &c.page.comparison.Differences[spot.Span.ID]
		return strings.TrimSpace(reasonOf(d) + "\n" + gloss)
	}
	return gloss
}

// gloss is "核协议: nuclear deal, nuclear agreement": what the lexicon says of the phrase at a place,
// in the language of the interface, else in English, else in that of the base. It is empty for a
// version in that language and for words that no lexicon has.
func (d *Desk) gloss(p *page, spot widgets.Spot) string {
	of := p.version(p.columns[spot.Column]).Language
	words := p.window(spot.Row, spot.Column).text
	for _, into := range []text.Language{text.Language(spoken.Load().ID), "en", p.version(p.base).Language} {
		if into == of {
			return ""
		}
		b := d.session.Resources().Lexicons.Between(of, into)
		if b == nil {
			continue
		}
		if phrase, found := lookUp(b, d.session.Resources().Text.Tokens(words, of), words, spot.Offset); phrase != "" {
			return phrase + ": " + strings.Join(found, ", ")
		}
	}
	return ""
}

// How many words a phrase that is looked up may have, and how many translations are shown.
const (
	longestPhrase = 4
	mostGlosses   = 6
)

// lookUp finds the longest phrase around a place that the lexicon has as such, else the word there.
func lookUp(b *lexicon.Bilingual, tokens []text.Token, words string, offset int) (phrase string, found []string) {
	tokens = slices.DeleteFunc(slices.Clone(tokens), func(t text.Token) bool { return t.Kind == text.Space })
	at := slices.IndexFunc(tokens, func(t text.Token) bool { return t.Start <= offset && offset < t.End })
	if at < 0 {
		return "", nil
	}
	for n := longestPhrase; n > 1; n-- {
		for first := max(0, at-n+1); first <= at && first+n <= len(tokens); first++ {
			s := words[tokens[first].Start:tokens[first+n-1].End]
			if b.Has(lexicon.Key(s)) {
				return s, wordsOf(b.Translations(s))
			}
		}
	}
	s := tokens[at].Of(words)
	if found = wordsOf(b.Translations(s)); len(found) == 0 {
		return "", nil
	}
	return s, found
}

func wordsOf(entries []lexicon.Entry) []string {
	var out []string
	for _, e := range entries[:min(len(entries), mostGlosses)] {
		out = append(out, e.Word)
	}
	return out
}
