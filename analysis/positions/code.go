package positions

import (
	"cmp"
	"context"
	"math"
	"slices"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Machine is the coder of what Code finds.
const Machine = "machine"

// Code is the machine's coding of the statements: none, one or several per statement. Codings stand
// in the order of the statements, and of one statement in the order of the codebook.
func Code(ctx context.Context, s []Statement, c Codebook, m *text.Model, t *Tables, progress func(done, total int)) ([]Coding, error) {
	run := &coding{tables: t, model: m, book: c, tongues: map[text.Language]*tongue{}}
	byStatement := make([][]Coding, len(s))
	order := inOrder(s)
	var last trail
	for done, i := range order {
		if done%64 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if progress != nil {
				progress(done, len(s))
			}
		}
		if !last.goesOn(s[i]) {
			last = trail{article: s[i].Article, actor: s[i].Actor, since: make([]int, len(c.Issues)), named: make([]int, len(c.Issues))}
		}
		last.at = end(s[i])
		byStatement[i] = run.code(s[i], &last)
	}
	if progress != nil {
		progress(len(s), len(s))
	}
	return slices.Concat(byStatement...), ctx.Err()
}

// inOrder returns the numbers of the statements by article and place, so that what an "it" means
// does not depend on the order of the argument.
func inOrder(s []Statement) []int {
	order := make([]int, len(s))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(s[a].Article, s[b].Article), cmp.Compare(start(s[a]), start(s[b])), cmp.Compare(s[a].ID, s[b].ID))
	})
	return order
}

func start(s Statement) int {
	if len(s.Content) == 0 {
		return 0
	}
	return s.Content[0].Start
}

func end(s Statement) int {
	if len(s.Content) == 0 {
		return 0
	}
	return s.Content[len(s.Content)-1].End
}

// trail remembers, within one speech, which issues were just spoken of: "it" and "the agreement"
// may mean them.
type trail struct {
	article article.ID
	actor   string
	at      int
	since   []int    // by issue: 1 for the statement just before, 0 for not at all
	named   []int    // by issue: the same for a name of the proposition
	toward  []toward // of the last mention, by issue
}

// goesOn reports whether the statement follows in the same voice.
func (t *trail) goesOn(s Statement) bool {
	const far = 600 // bytes without a statement of this actor
	return t.since != nil && t.article == s.Article && t.actor == s.Actor && start(s)-t.at < far && start(s) >= t.at
}

// coding is one run over statements.
type coding struct {
	tables  *Tables
	model   *text.Model
	book    Codebook
	tongues map[text.Language]*tongue
}

// tongue is all that is prepared for statements of one language.
type tongue struct {
	grammar *grammar
	finders *finders
	stemmer *stemmer
	targets []*target
}

func (c *coding) tongue(l text.Language) *tongue {
	if t := c.tongues[l]; t != nil {
		return t
	}
	g := c.tables.grammar(l)
	t := &tongue{grammar: g, finders: g.finders(), stemmer: newStemmer(c.model, l)}
	for i := range c.book.Issues {
		t.targets = append(t.targets, c.tables.target(&c.book.Issues[i], g, t.stemmer))
	}
	c.tongues[l] = t
	return t
}

// code reads one statement on every issue.
func (c *coding) code(s Statement, last *trail) []Coding {
	t := c.tongue(s.Language)
	var tokens []token
	for _, p := range s.Content {
		if p.Start >= 0 && p.End <= len(s.Text) && p.Start <= p.End {
			tokens = append(tokens, scan(s.Text, p)...)
		}
	}
	stems := make([]string, len(tokens))
	for i, tok := range tokens {
		if !tok.mark {
			stems[i] = t.stemmer.stem(tok.norm)
		}
	}
	w := &work{Statement: s, tongue: t, tokens: tokens, stems: stems, last: last}
	if last.toward == nil {
		last.toward = make([]toward, len(c.book.Issues))
	}
	var out []Coding
	for i, target := range t.targets {
		if coded, ok := c.issue(w, i, target); ok {
			out = append(out, coded)
		}
	}
	return out
}

// work is a statement under work.
type work struct {
	Statement
	tongue    *tongue
	tokens    []token
	stems     []string
	last      *trail
	sentences []*sentence // prepared when first needed
	bounds    [][2]int
}

func (w *work) sentence(i int) *sentence {
	if w.sentences == nil {
		w.sentences = make([]*sentence, len(w.bounds))
	}
	if w.sentences[i] == nil {
		b := w.bounds[i]
		w.sentences[i] = w.tongue.finders.prepare(w.tokens[b[0]:b[1]], w.stems[b[0]:b[1]], w.own())
	}
	return w.sentences[i]
}

// own recognises the names by which the statement's actor calls itself.
func (w *work) own() func([]token, int) bool {
	actor, g := w.Actor, w.tongue.grammar
	return func(tokens []token, i int) bool {
		return actor != "" && (g.place(tokens[i].norm) == actor || i > 0 && g.names[tokens[i-1].norm+" "+tokens[i].norm] == actor)
	}
}

// issue reads one statement on one issue.
func (c *coding) issue(w *work, i int, target *target) (Coding, bool) {
	if w.bounds == nil {
		w.bounds = sentences(w.tokens)
	}
	var features []feature
	quality := 0.0
	for k, b := range w.bounds {
		tokens, stems := w.tokens[b[0]:b[1]], w.stems[b[0]:b[1]]
		mentions := target.find(w.Text, tokens, stems)
		w.last.named[i] = target.nameAt(tokens, stems, w.last.named[i])
		if len(mentions) > 0 {
			mentions = apartFrom(mentions, w.sentence(k).cues)
		}
		mentions = target.fitting(mentions, tokens, w, w.last.named[i])
		if len(mentions) > 0 {
			w.sentence(k).turn(mentions)
		}
		if len(mentions) == 0 {
			mentions = target.continued(tokens, stems, w.sentence, k, w.last.since[i], w.last.toward[i])
		}
		if len(mentions) == 0 {
			if w.last.since[i] > 0 {
				w.last.since[i]++
			}
			continue
		}
		if mentions[0].phrase >= 0 || mentions[0].quality > pronounQuality {
			w.last.since[i] = 1
		} else {
			w.last.since[i]++ // an "it" leads on only once
		}
		if m := mentions[len(mentions)-1]; m.topic {
			w.last.toward[i] = toward{} // "it" is rarely a country
		} else {
			w.last.toward[i] = m.toward
		}
		for _, m := range mentions {
			quality = max(quality, m.quality)
		}
		sentence := w.sentence(k)
		read := c.tables.read(sentence, target.around(sentence, mentions), target.way)
		features = append(features, read...)
		features = append(features, target.patterns(w.Text, tokens, stems)...)
	}
	if quality == 0 {
		return Coding{}, false
	}
	if target.asked[w.Actor] {
		features = defended(features)
	}
	if w.asks() {
		features = nil
	}
	out := c.sum(w, i, features, quality)
	return out, !out.None || quality > pronounQuality // an "it" without an opinion may mean anything
}

// asks reports whether whoever speaks is one who asks others for their positions.
func (w *work) asks() bool {
	return len(w.tongue.grammar.steering[asks].starting(fold(w.Actor))) > 0
}

// defended turns complaints of whoever the proposition asks to act: he blames others.
func defended(features []feature) []feature {
	for i, f := range features {
		switch f.rule {
		case ruleBreach, ruleJudged, ruleNearby, ruleEffect, ruleFavour:
			features[i].value = -math.Abs(f.value)
		}
	}
	return features
}

// patterns sees the codebook's own phrases for and against.
func (t *target) patterns(s string, tokens []token, stems []string) []feature {
	var out []feature
	for _, list := range []struct {
		rule    string
		phrases []phrase
		value   float64
	}{{rulePro, t.pro, 1}, {ruleCon, t.con, -1}} {
		for _, p := range list.phrases {
			for i := range tokens {
				if m, ok := p.at(s, tokens, stems, i); ok && p.begins(stems[i]) {
					out = append(out, feature{list.rule, text.Span{Start: tokens[m.from].Start, End: tokens[m.to-1].End}, list.value})
					break
				}
			}
		}
	}
	return out
}

func (p phrase) begins(stem string) bool { return slices.Contains(p.stems, stem) }

// sum is the coding that the features add up to.
func (c *coding) sum(w *work, issue int, features []feature, quality float64) Coding {
	out := Coding{Statement: w.ID, Issue: c.book.Issues[issue].ID, Coder: Machine}
	out.Force = w.tongue.finders.forceOf(w.tokens, w.Statement.Statement)
	out.Certainty = w.tongue.finders.certaintyOf(w.tokens, w.Statement.Statement)
	byRule := map[string]float64{}
	x := 0.0
	for _, f := range features {
		weight := f.value * c.tables.byID[f.rule].Weight
		x += weight
		byRule[f.rule] += math.Abs(weight)
		out.Evidence = append(out.Evidence, Evidence{f.span, f.rule, weight})
	}
	const least = 0.15 // below this nothing that was seen makes a position
	if out.None = math.Abs(x) < least; !out.None {
		const clear = 0.12 // from here on the side is clear
		side := sign(x) * c.tables.byID[ruleSide].Weight * min(1, math.Abs(x)/clear)
		out.Evidence = append(out.Evidence, Evidence{strongest(out.Evidence), ruleSide, side})
		out.Stance = max(-2, min(2, x+side))
	}
	out.Confidence = c.confidence(byRule, quality, x)
	return out
}

// strongest is the span of the evidence that weighs most.
func strongest(list []Evidence) text.Span {
	best := list[0]
	for _, e := range list {
		if math.Abs(e.Weight) > math.Abs(best.Weight) {
			best = e
		}
	}
	return best.Span
}

// confidence is the measured precision of the rule that weighed most, less where the mention is
// unsure or the rules pull both ways.
func (c *coding) confidence(byRule map[string]float64, quality, x float64) float64 {
	best, total := "", 0.0
	for _, r := range c.tables.rules {
		total += byRule[r.ID]
		if byRule[r.ID] > byRule[best] || best == "" {
			best = r.ID
		}
	}
	if total == 0 {
		return 0.5 * quality
	}
	agreement := math.Abs(x) / total
	precision := c.tables.byID[best].Precision
	return quality * (0.5 + (precision-0.5)*min(1, 0.4+0.6*agreement))
}
