package attribution

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// draft is a statement while it is being found.
type draft struct {
	Statement
	sentence int // of the cue, or of the content where there is none
	hearer   text.Span
}

// Find returns the statements and actors of the documents. Each document stands for itself, but
// actors are named alike across them; utterances are left empty.
func Find(ctx context.Context, docs []Document, m *text.Model, t *Tables, c Corrections, progress func(done, total int)) (*Result, error) {
	result := &Result{}
	cast := newCast(t, c)
	for i, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := read(d, m, t)
		drafts := r.statements(t)
		result.Statements = append(result.Statements, cast.assign(r, drafts, m)...)
		if progress != nil {
			progress(i+1, len(docs))
		}
	}
	cast.agree(result.Statements)
	result.Actors = cast.actors()
	cast.rename(result)
	return result, ctx.Err()
}

// statements finds what is said in one document, layer by layer: a speech, a transcript, or
// reported speech with its continuations.
func (r *reading) statements(t *Tables) []draft {
	voice := func(_, _ int, features []string) float64 {
		if t == nil {
			return 0
		}
		return t.voice.probability(features)
	}
	switch {
	case r.doc.Speaker != "":
		return r.speech(t)
	case r.g.spaceless():
		return finish(r, continuations(r, r.script(t), t, voice))
	}
	if turns := r.turns(); len(turns) > 0 {
		before := slices.DeleteFunc(r.reported(t), func(d draft) bool { return last(d.Content).End > turns[0].label.Start })
		return finish(r, append(before, r.transcript(turns, t)...))
	}
	return finish(r, continuations(r, r.reported(t), t, voice))
}

// speech: every sentence is the speaker's.
func (r *reading) speech(t *Tables) []draft {
	out := make([]draft, 0, len(r.sentences))
	for i, s := range r.sentences {
		if s.title {
			continue
		}
		out = append(out, draft{sentence: i, Statement: Statement{
			Content: []text.Span{s.Span}, Speaker: r.doc.Speaker, Rule: "speech", Confidence: t.precision("speech"),
		}})
	}
	return finish(r, out)
}

// finish orders the statements, drops what is broken or found twice, and names them.
func finish(r *reading, drafts []draft) []draft {
	out := drafts[:0]
	for _, d := range drafts {
		d.Content = slices.DeleteFunc(d.Content, func(p text.Span) bool { return p.Empty() || p.Start < 0 || p.End > len(r.doc.Text) })
		for i, p := range d.Content {
			d.Content[i] = whole(r.doc.Text, p)
		}
		for _, p := range []**text.Span{&d.Source, &d.Cue} {
			if *p != nil {
				w := whole(r.doc.Text, **p)
				*p = &w
			}
		}
		slices.SortFunc(d.Content, func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) })
		if len(d.Content) > 0 {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.Content[0].Start, b.Content[0].Start), -cmp.Compare(last(a.Content).End, last(b.Content).End), -cmp.Compare(a.Confidence, b.Confidence))
	})
	seen := map[[2]int]int{}
	for i := range out {
		d := &out[i]
		key := [2]int{d.Content[0].Start, last(d.Content).End}
		seen[key]++
		d.Article = r.doc.ID
		d.ID = fmt.Sprintf("%s:%d-%d", r.doc.ID, key[0], key[1])
		if n := seen[key]; n > 1 {
			d.ID = fmt.Sprintf("%s/%d", d.ID, n)
		}
	}
	nest(out)
	return r.withoutIdle(out)
}

// whole takes in the marks that combine with the characters at the ends of a span.
func whole(s string, p text.Span) text.Span {
	for p.Start > 0 && p.Start < len(s) && combines(s[p.Start:]) {
		_, size := utf8.DecodeLastRuneInString(s[:p.Start])
		p.Start -= size
	}
	for p.End < len(s) && combines(s[p.End:]) {
		_, size := utf8.DecodeRuneInString(s[p.End:])
		p.End += size
	}
	return p
}

func combines(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.M, r) || r == '\u200d'
}

// withoutIdle drops idle statements; what was nested in one is nested in what that one is nested in.
func (r *reading) withoutIdle(drafts []draft) []draft {
	dropped := map[string]string{}
	for _, d := range drafts {
		if d.Within != "" && r.idle(d) {
			dropped[d.ID] = d.Within
		}
	}
	out := drafts[:0]
	for _, d := range drafts {
		if _, gone := dropped[d.ID]; gone {
			continue
		}
		for range depth {
			outer, gone := dropped[d.Within]
			if !gone {
				break
			}
			d.Within = outer
		}
		if _, gone := dropped[d.Within]; gone || d.Within == d.ID {
			d.Within = ""
		}
		out = append(out, d)
	}
	return out
}

// idle reports whether a nested statement tells nothing of its own: what a speaker thinks, wants or
// criticises in his own words is in his statement already. That A says B thinks so is kept where B
// has a name.
func (r *reading) idle(d draft) bool {
	rule, _, _ := strings.Cut(d.Rule, ",")
	if d.Source == nil {
		return true
	}
	from, end := r.tokensOf(*d.Source)
	if from >= end {
		return false
	}
	if end-from == 1 && (r.is(from, isFirst) || r.tokens[from].quote >= 0 && r.is(from, isPronoun|isThat|isDeterminer) && !r.is(from, isHe|isShe)) {
		return true // "you say", "they think" in somebody's quotation
	}
	if rule == "noun of" {
		return true
	}
	sure := !strings.Contains(d.Rule, "thought") && rule != "object" && rule != "infinitive" && rule != "wh clause" && rule != "hearer infinitive"
	return !sure && !(r.tokens[end-1].upper && r.tokens[end-1].tag != "PRP")
}

// depth is how many statements back one is looked for that another may be nested in.
const depth = 40

// nest sets Within: the smallest other statement whose content holds this one's source or cue.
func nest(drafts []draft) {
	parents := map[string]string{}
	for i := range drafts {
		d := &drafts[i]
		mark := d.Cue
		if mark == nil {
			mark = d.Source
		}
		if mark == nil {
			continue
		}
		best := 0
		for j := min(len(drafts)-1, i+depth); j >= 0 && j > i-depth; j-- {
			if j == i || drafts[j].Content[0].Start > mark.Start {
				continue
			}
			for _, p := range drafts[j].Content {
				if p.Contains(*mark) && !inside(parents, drafts[j].ID, d.ID) && (best == 0 || p.Len() < best) && drafts[j].ID != d.ID {
					best, d.Within = p.Len(), drafts[j].ID
					parents[d.ID] = d.Within
				}
			}
		}
	}
}

// inside reports whether a statement lies, by any number of steps, in the one named.
func inside(parents map[string]string, id, in string) bool {
	for range depth {
		if id = parents[id]; id == "" {
			return false
		}
		if id == in {
			return true
		}
	}
	return true
}

func last(spans []text.Span) text.Span { return spans[len(spans)-1] }
