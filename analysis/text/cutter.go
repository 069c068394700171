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

// marks returns the end of the run of marks at i; two or more full stops trail off.
func (v *view) marks(i int, kind *terminator) int {
	dots := 0
	for i < v.End {
		r, size := utf8.DecodeRuneInString(v.s[i:v.End])
		k := v.termination(r)
		if k == none {
			if spaced := v.s[i:v.End]; dots > 0 && strings.HasPrefix(spaced, " .") && !strings.HasPrefix(spaced, " .N") && v.spacedDots(i) {
				i++
				continue
			}
			break
		}
		switch {
		case k == dot:
			dots++
			if dots > 1 && *kind == dot {
				*kind = trailing
			}
		case k == full || k == mark:
			*kind = k
		case *kind == dot:
			*kind = k
		}
		i += size
	}
	return i
}

// spacedDots reports whether the blank at i stands between dots of ". . .".
func (v *view) spacedDots(i int) bool {
	next := i + 2
	return next >= v.End || v.s[next] == ' ' || v.s[next] == '.' || v.s[next] == '"'
}

// closers returns the end of the quotes and brackets that close at i.
func (v *view) closers(i int, quoted *bool) int {
	for i < v.End {
		r, size := utf8.DecodeRuneInString(v.s[i:v.End])
		switch {
		case v.closes(r, i, i+size):
			*quoted = *quoted || unicode.IsOneOf(quoteTables, r) || r == '"' || r == '\''
			i += size
		case r == '[' && noteLength(v.s[i:v.End]) > 0:
			i += noteLength(v.s[i:v.End])
		case unicode.IsSpace(r):
			size := v.lateCloser(i)
			if size == 0 {
				return i
			}
			*quoted = true
			i += size
		default:
			return i
		}
	}
	return i
}

var quoteTables = []*unicode.RangeTable{unicode.Quotation_Mark, unicode.Pf, unicode.Pi}

// closes reports whether r, which stands at [i, after) behind a mark or another closer, closes.
func (v *view) closes(r rune, i, after int) bool {
	switch {
	case r == '"':
		return v.gapAfter(after) || v.opened('"', i)
	case r == '\'':
		return v.gapAfter(after) || v.s[i-1] == '\'' || after < v.End && v.s[after] == '\'' // or typed twice for one
	case r == '«' || r == '‹':
		return v.stops.opensRight() && v.gapAfter(after)
	case r == '»' || r == '›':
		return !v.stops.opensRight()
	case r == '“' || r == '‘': // closing in German and its neighbours
		return !v.stops.lang.Spaceless() && v.gapAfter(after)
	}
	return unicode.In(r, unicode.Pe, unicode.Pf)
}

// lateCloser returns the length of blanks and a quote that closes behind them, as French sets it and as
// careless typing leaves it.
func (v *view) lateCloser(i int) int {
	rest := strings.TrimLeft(v.s[i:min(v.End, i+16)], " \t\u00A0\u202F\u3000")
	at := min(v.End, i+16) - len(rest)
	r, size := utf8.DecodeRuneInString(rest)
	switch r {
	case '»':
		if v.stops.opensRight() {
			return 0
		}
	case '”', '」', '』':
		if r == '”' && !v.stops.lang.Spaceless() && !v.gapAfter(at+size) {
			return 0
		}
	default:
		return 0
	}
	return at + size - i
}

// opensRight reports whether the language writes »so«.
func (t *stops) opensRight() bool {
	switch t.lang {
	case "de", "da", "cs", "sk", "hu", "sr", "hr", "sl":
		return true
	}
	return false
}

func (v *view) gapAfter(i int) bool {
	if i >= v.End {
		return true
	}
	r, _ := utf8.DecodeRuneInString(v.s[i:v.End])
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(`"'”’,;:.!?…)]，、`, r)
}

// opened reports whether a straight quote at i closes one that was opened in the paragraph, where
// no blank tells: in scripts without blanks.
func (v *view) opened(quote byte, i int) bool {
	const near = 600 // bytes; a longer look would make long paragraphs slow
	return v.stops.lang.Spaceless() && strings.Count(v.s[max(v.Start, i-near):i], string(quote))%2 == 1
}

// noteLength returns the length of a reference such as [12].
func noteLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), 6)], ']')
	if end < 2 || strings.Trim(s[1:end], "0123456789") != "" {
		return 0
	}
	return end + 1
}

func (v *view) skipSpace(i int) int {
	return v.End - len(strings.TrimLeftFunc(v.s[i:v.End], unicode.IsSpace))
}

func hasUpper(s string) bool { return strings.IndexFunc(s, unicode.IsUpper) >= 0 }
