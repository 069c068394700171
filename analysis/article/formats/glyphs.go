package formats

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/text/unicode/bidi"
)

// glyph is a character on a page, in the box that its font gives it.
type glyph struct {
	char                     rune
	left, right, top, bottom float64
	spaced                   bool // a blank stands before it
}

// glyphsOf returns the characters of a page in the order in which the engine reads them.
//
// The engine can tell the text within a box, too, which is quicker. But browsers place each letter by itself, so that
// boxes overlap and letters of neighbours come twice; and it turns round only some of the words that run from the
// right. Where a letter stands is what can be relied on.
func glyphsOf(engine pdfium.Pdfium, document references.FPDF_DOCUMENT, page int) ([]glyph, error) {
	opened, err := engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: page}},
	})
	if err != nil {
		return nil, err
	}
	defer engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: opened.TextPage})
	count, err := engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: opened.TextPage})
	if err != nil {
		return nil, err
	}
	var out []glyph
	spaced, high := false, rune(0)
	for i := range count.Count {
		code, err := engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: opened.TextPage, Index: i})
		if err != nil || code.Unicode == 0 || code.Unicode > unicode.MaxRune {
			continue
		}
		char := rune(code.Unicode)
		if utf16.IsSurrogate(char) {
			if high == 0 {
				high = char
				continue
			}
			char = utf16.DecodeRune(high, char)
		}
		high = 0
		box, err := engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: opened.TextPage, Index: i})
		if err != nil {
			continue
		}
		r := box.Rect
		g := glyph{char, float64(r.Left), float64(r.Right), float64(r.Top), float64(r.Bottom), spaced}
		ink, err := engine.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: opened.TextPage, Index: i})
		if err == nil && ink.Right > ink.Left {
			g.left, g.right = ink.Left, ink.Right // the widths of fonts are often wrong
		}
		spaced = unicode.IsSpace(char)
		if !spaced || g.right > g.left && g.top > g.bottom {
			out = append(out, g)
		}
	}
	return out, nil
}

// runsOf joins characters that stand side by side on a line, without a gap as between columns.
func runsOf(glyphs []glyph) []run {
	var out []run
	for len(glyphs) > 0 {
		n := sameHeight(glyphs)
		for _, cluster := range clusters(glyphs[:n]) {
			if r := runOf(cluster); strings.TrimSpace(r.text) != "" {
				out = append(out, r)
			}
		}
		glyphs = glyphs[n:]
	}
	return out
}

// sameHeight counts the first characters that stand on one line, however far apart.
func sameHeight(glyphs []glyph) int {
	top, bottom := glyphs[0].top, glyphs[0].bottom
	for i, g := range glyphs {
		if overlap := min(top, g.top) - max(bottom, g.bottom); overlap < 0.5*min(top-bottom, g.top-g.bottom) {
			return max(1, i)
		}
		if unicode.IsLetter(g.char) { // marks and raised numbers do not move the line
			top, bottom = max(top, g.top), min(bottom, g.bottom)
		}
	}
	return len(glyphs)
}

// clusters parts a line where a gap is wide, from where its reading begins; characters stay in their order.
func clusters(line []glyph) [][]glyph {
	order := make([]int, len(line))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(line[a].left, line[b].left) })
	of, n, right := make([]int, len(line)), 0, line[order[0]].right
	for _, i := range order {
		if g := line[i]; g.left-right > 1.6*(g.top-g.bottom) {
			n++
		}
		of[i], right = n, max(right, line[i].right)
	}
	out := make([][]glyph, n+1)
	for i, g := range line {
		out[of[i]] = append(out[of[i]], g)
	}
	if slices.ContainsFunc(line, func(g glyph) bool { return isFromRight(g.char) }) {
		slices.Reverse(out)
	}
	return out
}

// runOf is a cluster as text. A font's boxes are about a quarter higher than its size.
func runOf(glyphs []glyph) run {
	g := glyphs[0]
	r := run{left: g.left, right: g.right, top: g.top, bottom: g.bottom}
	var heights []float64
	fromRight := false
	for _, g := range glyphs {
		r.left, r.right, r.top, r.bottom = min(r.left, g.left), max(r.right, g.right), max(r.top, g.top), min(r.bottom, g.bottom)
		heights = append(heights, g.top-g.bottom)
		fromRight = fromRight || isFromRight(g.char)
	}
	slices.Sort(heights)
	r.size = 0.8 * heights[len(heights)/2]
	switch {
	case fromRight:
		glyphs = logical(glyphs)
	case !slices.IsSortedFunc(glyphs, byPlace):
		glyphs = sorted(glyphs, byPlace)
	}
	var b strings.Builder
	for _, g := range glyphs {
		if g.spaced && b.Len() > 0 {
			b.WriteByte(' ')
		}
		if !unicode.IsSpace(g.char) {
			b.WriteRune(g.char)
		}
	}
	r.text = strings.ToValidUTF8(b.String(), "\uFFFD")
	if fromRight {
		r.text = leading.ReplaceAllString(r.text, "$2$1")
		r.text = quoting.ReplaceAllString(opening.ReplaceAllString(closing.ReplaceAllString(r.text, "$1"), "$1"), "$1 $2")
	}
	return r
}

// A sign that was placed by itself, as after a change of font, has a blank on the wrong side. One that begins a line
// ends it: the paragraph was laid out as if it ran from the left.
var (
	leading = regexp.MustCompile(`^([.،؛!؟]) ?(.+)$`)
	closing = regexp.MustCompile(` ([.,:;!?،؛؟»)\]]+)`)
	opening = regexp.MustCompile(`([«(\[]) `)
	quoting = regexp.MustCompile(`([:،؛])([«(])`)
)

func middle(g glyph) float64 { return (g.left + g.right) / 2 }

func byPlace(a, b glyph) int { return cmp.Compare(middle(a), middle(b)) }

func fromTheRight(a, b glyph) int { return byPlace(b, a) }

// sorted puts the words of a line in the order of their places, and the letters of each word.
func sorted(glyphs []glyph, order func(a, b glyph) int) []glyph {
	var words [][]glyph
	for i, g := range glyphs {
		if g.spaced || i == 0 {
			words = append(words, nil)
		}
		if unicode.IsSpace(g.char) {
			continue
		}
		n := len(words) - 1
		words[n] = append(words[n], g)
	}
	words = slices.DeleteFunc(words, func(w []glyph) bool { return len(w) == 0 })
	for _, w := range words {
		slices.SortStableFunc(w, order)
		for i := range w {
			w[i].spaced = i == 0
		}
	}
	slices.SortStableFunc(words, func(a, b []glyph) int { return order(extent(a), extent(b)) })
	return slices.Concat(words...)
}

// extent is a box around letters.
func extent(word []glyph) glyph {
	out := word[0]
	for _, g := range word {
		out.left, out.right = min(out.left, g.left), max(out.right, g.right)
	}
	return out
}

// isFromRight reports whether a character makes its line run from the right; numbers do not.
func isFromRight(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// logical puts a line with words that run from the right into the order in which it is read: by place from the
// right, numbers and words that run from the left by place from the left, marks behind the letter that they stand
// on. Brackets are seen mirrored, and are written as what they mean.
func logical(glyphs []glyph) []glyph {
	var letters, marks []glyph
	for _, g := range glyphs {
		if unicode.Is(unicode.Mn, g.char) {
			g.spaced = false
			marks = append(marks, g)
		} else {
			letters = append(letters, g)
		}
	}
	letters = sorted(letters, fromTheRight)
	for i := 1; i < len(letters); i++ { // one shape for two letters: lam and alef
		a, b := &letters[i-1], &letters[i]
		if a.left == b.left && a.right == b.right && strings.ContainsRune("اأإآ", a.char) && b.char == 'ل' {
			a.char, b.char = b.char, a.char
		}
	}
	for from := 0; from < len(letters); from++ {
		end := from
		for i := from; i < len(letters) && !isFromRight(letters[i].char); i++ {
			if unicode.IsLetter(letters[i].char) || unicode.IsDigit(letters[i].char) {
				end = i + 1
			}
		}
		if isOpen(letters[from].char) || end == from {
			letters[from].char = mirrored(letters[from].char)
			continue
		}
		turn(letters[from:end])
		from = end - 1
	}
	for _, m := range marks {
		letters = slices.Insert(letters, behind(letters, m), m)
	}
	return letters
}

func isOpen(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// turn reverses characters that run from the left, with the blanks between them.
func turn(glyphs []glyph) {
	blanks := make([]bool, len(glyphs))
	for i, g := range glyphs {
		blanks[i] = g.spaced
	}
	slices.Reverse(glyphs)
	slices.Reverse(blanks[1:])
	for i := range glyphs {
		glyphs[i].spaced = blanks[i]
	}
}

func mirrored(r rune) rune {
	const pairs = "()[]{}«»‹›<>"
	all := []rune(pairs)
	if i := slices.Index(all, r); i >= 0 {
		return all[i^1]
	}
	return r
}

// behind is the place behind the letter that a mark stands on.
func behind(letters []glyph, mark glyph) int {
	best, least := len(letters), 0.0
	for i, g := range letters {
		if far := abs(middle(g) - middle(mark)); best == len(letters) || far < least {
			best, least = i+1, far
		}
	}
	return best
}
