package app

import (
	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// partOf is a part of a statement that a person may set.
type partOf int

const (
	ofSource partOf = iota
	ofCue
	ofContent
)

// correctSpeaker asks who said the statement shown.
func (p *statementPanel) correctSpeaker() {
	if p.shown != nil {
		p.desk.askStatement(p.setting())
	}
}

// correctSpan makes the words selected in the context the source, the cue or the content of the
// statement shown. It is one decision: undo gives back what was there before, and a later analysis keeps it.
func (p *statementPanel) correctSpan(part partOf) {
	if p.shown == nil {
		return
	}
	place, ok := p.selected()
	if !ok {
		p.desk.say(L("Select words in the context first."))
		return
	}
	set := p.setting()
	if p.shown.statement.DateFrom != "user" {
		set.Date = "" // goes on to be found
	}
	at := article.AnchorAt(p.shown.version.Article.ID, p.shown.version.Article.Text, place)
	switch part {
	case ofSource:
		set.Source = &at
	case ofCue:
		set.Cue = &at
	case ofContent:
		set.Was, set.Content = set.Content, []article.Anchor{at}
		if len(set.Was) == 1 && set.Was[0] == at {
			return
		}
	}
	p.desk.fail(p.desk.session.Do(set))
	p.desk.events.log("statement's span set")
}

// setting is the statement shown as a decision that says what is there already.
func (p *statementPanel) setting() article.SetStatement {
	s, v := p.shown.statement, p.shown.version
	set := article.SetStatement{Content: p.shown.anchors(), Speaker: s.Speaker, Actor: s.Actor, Date: s.Date}
	anchor := func(place *text.Span) *article.Anchor {
		if place == nil {
			return nil
		}
		a := article.AnchorAt(v.Article.ID, v.Article.Text, *place)
		return &a
	}
	set.Source, set.Cue = anchor(s.Source), anchor(s.Cue)
	return set
}

// selected is where the words selected in the context stand in the article.
func (p *statementPanel) selected() (text.Span, bool) {
	before, whole, after := surroundings(*p.shown)
	var out text.Span
	for i, passage := range []text.Span{before, whole, after} {
		start, end, ok := p.context.SelectedIn(i)
		if !ok || passage.Empty() {
			continue
		}
		place := text.Span{Start: passage.Start + start, End: passage.Start + min(end, passage.Len())}
		if out.Empty() {
			out = place
		}
		out = out.Cover(place)
	}
	return trimBlanks(p.shown.version.Article.Text, out)
}

// trimBlanks leaves out the blanks at the ends of a stretch; ok is false where nothing is left.
func trimBlanks(s string, p text.Span) (text.Span, bool) {
	for p.Start < p.End && blank(s[p.Start]) {
		p.Start++
	}
	for p.End > p.Start && blank(s[p.End-1]) {
		p.End--
	}
	return p, !p.Empty()
}

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
