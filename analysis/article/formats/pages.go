package formats

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// run is a piece of text on a page; the page's lower left corner is the origin, points the unit.
type run struct {
	text                     string
	left, right, top, bottom float64
	size                     float64 // of the font
}

// pageLine is runs side by side.
type pageLine struct {
	run
	edge bool    // among the first or last lines of its page
	fill float64 // width as a share of the column's
}

// paragraphsOfPages joins the runs of pages to lines and the lines to paragraphs. What stands at the
// edge of many pages alike is left out. The title is the large print at the beginning.
func paragraphsOfPages(pages [][]run) (string, text.Span) {
	var lines [][]pageLine
	for _, runs := range pages {
		lines = append(lines, linesOf(runs))
	}
	dropRepeated(lines)
	body := bodySize(lines)
	compounds := compoundsIn(lines)
	var out []byte
	var title text.Span
	var last *pageLine
	for _, page := range lines {
		fillColumns(page)
		leading := leadingOf(page)
		for i := range page {
			l := &page[i]
			switch {
			case last == nil:
			case parts(*last, *l, leading, i == 0):
				if title.Empty() && isLarge(*last, body) && !isLarge(*l, body) {
					title.End = len(out)
				}
				out = append(out, "\n\n"...)
			default:
				out = joint(out, l.text, compounds)
			}
			out = append(out, l.text...)
			last = l
		}
	}
	if !startsLarge(lines, body) {
		title = text.Span{}
	}
	return strings.ReplaceAll(string(out), hyphenMark, ""), title
}

// hyphenMark is how the engine marks the hyphen of a word broken at the end of a line.
const hyphenMark = "\u0002"

// linesOf joins runs that stand side by side.
func linesOf(runs []run) []pageLine {
	var out []pageLine
	for _, r := range runs {
		if strings.TrimSpace(r.text) == "" {
			continue
		}
		r.text = strings.Map(func(c rune) rune {
			if unicode.IsSpace(c) {
				return ' '
			}
			if c < ' ' && c != 2 || unseenRune(c) {
				return -1
			}
			return c
		}, r.text)
		if n := len(out); n > 0 && sameLine(out[n-1].run, r) {
			l := &out[n-1]
			before, after := l.text, r.text
			if r.left >= l.right && strings.ContainsFunc(before+after, isFromRight) {
				before, after = after, before
			}
			if gap := max(r.left-l.right, l.left-r.right); gap > 0.15*l.size && !strings.HasSuffix(before, " ") && !strings.HasPrefix(after, " ") {
				before += " "
			}
			l.text = before + after
			l.left, l.right = min(l.left, r.left), max(l.right, r.right)
			l.top, l.bottom, l.size = max(l.top, r.top), min(l.bottom, r.bottom), max(l.size, r.size)
			continue
		}
		out = append(out, pageLine{run: r})
	}
	const edge = 2
	for i := range out {
		out[i].text = oneLine(out[i].text)
		out[i].edge = i < edge || i >= len(out)-edge
	}
	return out
}

// sameLine reports whether two runs overlap in height and lie near each other.
func sameLine(a, b run) bool {
	overlap := min(a.top, b.top) - max(a.bottom, b.bottom)
	gap := max(b.left-a.right, a.left-b.right)
	low := min(a.top-a.bottom, b.top-b.bottom)
	onBase := b.bottom >= a.bottom-0.3*a.size && b.top <= a.top+0.3*a.size
	return (overlap > 0.5*low || onBase) && gap < 4*max(a.size, b.size)
}

var pageNumber = regexp.MustCompile(`(?i)^[\s\p{P}]*(?:(?:page|seite|стр\.?|صفحه|第|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|из|از|页|頁)\s*\d{0,4})?\s*(?:页|頁)?[\s\p{P}]*$`)

var digits = regexp.MustCompile(`\d+`)

// dropRepeated takes out headers, footers and page numbers: lines at the edge of pages that are the
// same, but for numbers, on a third of them.
func dropRepeated(pages [][]pageLine) {
	if len(pages) < 2 {
		return
	}
	count := map[string]int{}
	form := func(l pageLine) string { return digits.ReplaceAllString(level(l.text), "#") }
	for _, page := range pages {
		seen := map[string]bool{}
		for _, l := range page {
			if l.edge && !seen[form(l)] {
				seen[form(l)] = true
				count[form(l)]++
			}
		}
	}
	enough := max(2, len(pages)/3)
	for i, page := range pages {
		pages[i] = slices.DeleteFunc(page, func(l pageLine) bool {
			return l.edge && (count[form(l)] >= max(3, enough) || count[form(l)] >= enough && len(l.text) < 80 || pageNumber.MatchString(level(l.text)))
		})
	}
}

// bodySize is the size of most characters.
func bodySize(pages [][]pageLine) float64 {
	weight := map[int]int{}
	for _, page := range pages {
		for _, l := range page {
			weight[int(l.size*2)] += len(l.text)
		}
	}
	best := 0
	for size, n := range weight {
		if n > weight[best] || n == weight[best] && size > best {
			best = size
		}
	}
	return float64(best) / 2
}

func isLarge(l pageLine, body float64) bool { return l.size > 1.15*body+0.5 }

func startsLarge(pages [][]pageLine, body float64) bool {
	for _, page := range pages {
		if len(page) > 0 {
			return isLarge(page[0], body)
		}
	}
	return false
}

// fillColumns says how far each line fills its column: the longest of the lines near by that begin
// or end where it does.
func fillColumns(page []pageLine) {
	const near = 10
	for i := range page {
		l := &page[i]
		longest := l.right - l.left
		for _, o := range page[max(0, i-near):min(len(page), i+near+1)] {
			if apart := 2 * l.size; abs(o.left-l.left) < apart || abs(o.right-l.right) < apart {
				longest = max(longest, o.right-o.left)
			}
		}
		l.fill = 1
		if longest > 0 {
			l.fill = (l.right - l.left) / longest
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

// leadingOf is the gap between the lines of a paragraph: after lines that fill their column and do
// not end a sentence.
func leadingOf(page []pageLine) float64 {
	var gaps []float64
	for i := 1; i < len(page); i++ {
		a, b := page[i-1], page[i]
		if gap := a.bottom - b.top; a.fill > 0.85 && !endsSentence(a.text) && abs(a.size-b.size) < 1 && gap > -a.size && gap < 3*a.size {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		if len(page) == 0 {
			return 0
		}
		return 0.4 * page[0].size
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// parts reports whether a paragraph ends between two lines.
func parts(a, b pageLine, leading float64, newPage bool) bool {
	ends := endsSentence(a.text)
	if abs(a.size-b.size) > 1.5 {
		return true
	}
	if newPage || b.bottom > a.top { // another page or column
		return ends || a.fill < 0.6
	}
	if a.bottom-b.top > leading+0.45*a.size || a.fill < 0.6 || startsItem(b.text) {
		return true
	}
	indented := b.left > a.left+0.7*a.size && b.left < a.left+4*a.size
	return ends && (indented || a.fill < 0.8)
}

func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»」』)） `))
	return strings.ContainsRune(".。!！?？…:：؟۔", last)
}

var item = regexp.MustCompile(`^(?:[•◦▪‣●■]|[-–—]\s|\(?\d{1,2}[.)]\s)`)

func startsItem(s string) bool { return item.MatchString(s) }

var compound = regexp.MustCompile(`\p{L}+-\p{L}+`)

// compoundsIn returns the words that are written with a hyphen inside a line, so that one broken at
// its own hyphen keeps it.
func compoundsIn(pages [][]pageLine) map[string]bool {
	out := map[string]bool{}
	for _, page := range pages {
		for _, l := range page {
			for _, w := range compound.FindAllString(l.text, -1) {
				out[strings.ToLower(w)] = true
			}
		}
	}
	return out
}

// joint ends a line so that the paragraph can go on: a word that was broken is whole again, wide
// characters follow each other without a blank.
func joint(out []byte, next string, compounds map[string]bool) []byte {
	const enough = 200 // bytes that the longest word may have
	s := string(out[max(0, len(out)-enough):])
	last, first := lastRune(s), firstRune(next)
	if last == '-' || last == '‐' || string(last) == hyphenMark {
		size := utf8.RuneLen(last)
		head := strings.ToLower(lastWord(s[:len(s)-size]))
		compound := hyphened[head] || compounds[head+"-"+strings.ToLower(firstWord(next))]
		switch {
		case string(last) == hyphenMark && compound:
			return append(out[:len(out)-size], '-')
		case string(last) == hyphenMark || head != "" && unicode.IsLower(first) && !compound:
			return out[:len(out)-size]
		}
		return out
	}
	if isWide(last) && isWide(first) || unicode.IsDigit(last) && unicode.IsDigit(first) && strings.ContainsFunc(s, isWide) {
		return out
	}
	return append(out, ' ')
}

// hyphened are the first parts of words that keep their hyphen.
var hyphened = setOf("non self ex vice all half cross semi well so co anti")

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastWord(s string) string {
	return s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}
