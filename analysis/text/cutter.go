package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutter cuts a text into sentences.
type cutter struct {
	// immutable
	s     string
	stops *stops

	out []Span
}

// paragraph cuts one paragraph.
func (c *cutter) paragraph(p Span) {
	v := view{cutter: c, Span: p, caseless: !hasUpper(p.Of(c.s))}
	start, word := p.Start, -1
	for i := p.Start; i < p.End; {
		r, size := rune(c.s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(c.s[i:p.End])
		}
		kind := v.termination(r)
		if kind == none {
			if word < 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				word = i
			}
			i += size
			continue
		}
		e := v.ending(start, i, kind)
		if word >= 0 && e.next < p.End && v.ends(e) {
			c.add(Span{start, e.end})
			start, word = e.next, -1
		}
		i = e.end
	}
	c.add(Span{start, p.End})
}

func (c *cutter) add(p Span) {
	if p = trim(c.s, p); !p.Empty() {
		c.out = append(c.out, p)
	}
}

// view is a paragraph that is being cut.
type view struct {
	*cutter
	Span
	caseless bool // no capitals to go by
}

func (v *view) termination(r rune) terminator {
	if r == '；' && v.stops.lang == "zh" {
		return full
	}
	return termination(r)
}

// ending is a place where a sentence may end.
type ending struct {
	start  int // of the sentence
	stop   int // the first mark
	close  int // behind the marks
	end    int // behind closing quotes and brackets
	next   int // the next character that is not white space
	kind   terminator
	quoted bool // a quote is closed
}

// ending takes the run of marks at i with all that closes behind it.
func (v *view) ending(start, i int, kind terminator) ending {
	e := ending{start: start, stop: i, kind: kind}
	e.close = v.marks(i, &e.kind)
	e.end = v.closers(e.close, &e.quoted)
	e.next = v.skipSpace(e.end)
	return e
}

// marks returns the end of the run of marks at i. Two full stops or more trail off, also with blanks
// between them.
func (v *view) marks(i int, kind *terminator) int {
	dots := 0
	for i < v.End {
		r, size := utf8.DecodeRuneInString(v.s[i:v.End])
		k := v.termination(r)
		switch {
		case k == none && dots > 0 && strings.HasPrefix(v.s[i:v.End], " .") && v.gapAfter(i+2):
			size = 1
		case k == none:
			return i
		case k == dot:
			dots++
			if dots > 1 && *kind == dot {
				*kind = trailing
			}
		case k == full, k == mark, *kind == dot:
			*kind = k
		}
		i += size
	}
	return i
}

func (v *view) skipSpace(i int) int {
	return v.End - len(strings.TrimLeftFunc(v.s[i:v.End], unicode.IsSpace))
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }
