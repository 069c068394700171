package attribution

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// turn is one speaker's turn in a transcript.
type turn struct {
	label text.Span // the name, without colon
	words text.Span // from behind the label to the next one
}

// label is a name before a colon at the start of a line: "MS. PSAKI:", "SENIOR ADMINISTRATION
// OFFICIAL:", "Wang Wenbin:"; Q stands for whoever asks.
var label = regexp.MustCompile(`(?m)^[ \t\x{00A0}"“]*(?:[*_]{1,2})?(?:(Q)[:.]?(?:[ \t\x{00A0}]{1,}|$)|((?:[A-ZÀ-ÖØ-Þ][\p{L}.’'-]*|\p{Lu}\.)(?:[ \x{00A0}](?:[A-ZÀ-ÖØ-Þ(][\p{L}.’')-]*|\d{1,2}|of|the|and|for|de|bin|al|to)){0,9})(?:[*_]{1,2})?[ ]?[:：](?:[*_]{1,2})?)`)

// turns finds the speakers' labels of a transcript. A text is one where at least three lines open
// with a label and one of them returns, or where labels are in capitals throughout.
func (r *reading) turns() []turn {
	s := r.doc.Text
	found := label.FindAllStringSubmatchIndex(s, -1)
	var out []turn
	count := map[string]int{}
	for _, m := range found {
		at := text.Span{Start: m[2], End: m[3]}
		if m[2] < 0 {
			at = text.Span{Start: m[4], End: m[5]}
		}
		if at.Start < 0 || !speakerLike(at.Of(s)) || m[1] < len(s) && isNumber(s[m[1]:m[1]+1]) && s[m[1]-1] == ':' { // "END 1:53 P.M."
			continue
		}
		count[at.Of(s)]++
		out = append(out, turn{label: at, words: text.Span{Start: m[1]}})
	}
	if capitals := slices.DeleteFunc(slices.Clone(out), func(t turn) bool { return !inCapitals(t.label.Of(s)) }); len(capitals) >= 3 {
		out = capitals // "In the Gulf:" is no speaker among "MS. PSAKI:"
	} else {
		// without capitals only a label that returns is a speaker's
		out = slices.DeleteFunc(out, func(t turn) bool { return count[t.label.Of(s)] < 2 })
	}
	returns := 0
	for _, n := range count {
		if n > 1 {
			returns++
		}
	}
	if len(out) < 3 || returns == 0 {
		return nil
	}
	for i := range out {
		end := len(s)
		if i+1 < len(out) {
			end = lineStart(s, out[i+1].label.Start)
		}
		out[i].words.End = max(out[i].words.Start, end)
	}
	return out
}

// speakerLike: capitals throughout, a title, or two to four capitalised words; not "Note:".
func speakerLike(s string) bool {
	fields := len(strings.Fields(s))
	return inCapitals(s) || fields >= 2 && fields <= 6
}

// inCapitals: "MS. PSAKI", "Q", "MR. McCARTHY".
func inCapitals(s string) bool {
	if s == "Q" {
		return true
	}
	letters, upper := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return letters > 1 && upper*10 >= letters*8
}

func lineStart(s string, at int) int { return strings.LastIndexByte(s[:at], '\n') + 1 }

// transcript: every sentence of a turn is its speaker's. What stands in brackets is the
// transcriber's.
func (r *reading) transcript(turns []turn, t *Tables) []draft {
	var out []draft
	names := r.turnNames(turns)
	for n, s := range r.sentences {
		for i := r.turnAt(turns, s.Start); i >= 0 && i < len(turns) && turns[i].label.Start < s.End; i++ {
			p := text.Span{Start: max(s.Start, turns[i].words.Start), End: min(s.End, turns[i].words.End)}
			p = trimmed(r.doc.Text, p)
			if p.Empty() || aside(p.Of(r.doc.Text)) {
				continue
			}
			source := turns[i].label
			d := draft{sentence: n}
			d.Source, d.Content, d.Speaker, d.Rule = &source, []text.Span{p}, names[source.Of(r.doc.Text)], "turn"
			d.Confidence = t.precision("turn")
			out = append(out, d)
		}
	}
	return out
}

// turnAt is the last turn that begins at or before the byte.
func (r *reading) turnAt(turns []turn, at int) int {
	return max(0, sort.Search(len(turns), func(i int) bool { return turns[i].label.Start > at })-1)
}

// aside: "(Laughter.)"
func aside(s string) bool {
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") || strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") || wordless(s)
}

func wordless(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

func trimmed(s string, p text.Span) text.Span {
	if p.End <= p.Start {
		return text.Span{}
	}
	inner := strings.TrimLeftFunc(p.Of(s), unicode.IsSpace)
	p.Start = p.End - len(inner)
	p.End = p.Start + len(strings.TrimRightFunc(inner, unicode.IsSpace))
	return p
}

// turnNames writes labels as names: "MS. PSAKI" is "Jen Psaki" where the text says so, else
// "Psaki"; Q is a reporter.
func (r *reading) turnNames(turns []turn) map[string]string {
	out := map[string]string{}
	for _, t := range turns {
		l := t.label.Of(r.doc.Text)
		if _, done := out[l]; !done {
			out[l] = r.turnName(l)
		}
	}
	return out
}

func (r *reading) turnName(l string) string {
	if l == "Q" {
		return "reporter"
	}
	words := strings.Fields(l)
	for len(words) > 1 && r.g.has(strings.ToLower(strings.Trim(words[0], ".")), isTitle) {
		words = words[1:]
	}
	for i, w := range words {
		if strings.ToUpper(w) == w && len(w) > 2 {
			words[i] = capitalised(w)
		}
	}
	if len(words) == 1 {
		if given := r.givenBefore(words[0]); given != "" {
			return given + " " + words[0]
		}
	}
	return strings.Join(words, " ")
}

// givenBefore is the word that stands before a surname in the headline, or where the text names
// somebody so first: "by Press Secretary Jen Psaki Aboard Air Force One".
func (r *reading) givenBefore(surname string) string {
	for _, s := range []string{r.doc.Headline, r.doc.Text} {
		before := ""
		for _, w := range strings.Fields(strings.NewReplacer("\u2060", "", "\u200b", "").Replace(s)) { // blanks that do not break are blanks as well
			bare := strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",.;:()“”"), "’s"), "'s")
			given := strings.ToLower(before)
			if bare == surname && unicode.IsUpper(firstRune(before)) && !inCapitals(before) && !strings.ContainsAny(before, ",.;:)”") &&
				!r.g.has(given, isTitle|isRole|isOrganisation|isField|isTime|isPronoun|isDeterminer|isPreposition|isConjunction) {
				return before
			}
			before = w
		}
	}
	return ""
}

// capitalised: "PSAKI" is "Psaki", "JEAN-PIERRE" is "Jean-Pierre".
func capitalised(w string) string {
	var b strings.Builder
	start := true
	for _, r := range w {
		if start {
			b.WriteRune(unicode.ToUpper(r))
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		start = !unicode.IsLetter(r)
	}
	return b.String()
}

// home is the state whose seat of government a transcript names most: it speaks through whoever
// gives the briefing.
func (r *reading) home(t *Tables) string {
	count := map[string]int{}
	best := ""
	for _, m := range r.names {
		if known, _ := t.actor(m.id); m.role == entity.Seat && known.kind == "state" {
			count[m.id]++
			if c := count[m.id]; c > count[best] || c == count[best] && m.id < best {
				best = m.id
			}
		}
	}
	return best
}
