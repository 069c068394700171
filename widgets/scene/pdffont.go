package scene

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"hexapla/widgets/typeset"
)

// pdfFonts collects the glyphs that a document shows, by face.
type pdfFonts struct {
	order []*pdfFont
	of    map[string]*pdfFont
}

// pdfFont is a subset of a face. A glyph that stands for two different texts has a number for each, so that every
// number tells its text.
type pdfFont struct {
	name     string // of the resource: F1, F2 …
	face     string
	numbers  map[glyphText]int
	outlines [][]typeset.Segment
	texts    []string
	widths   []int // thousandths of an em
}

type glyphText struct {
	id    typeset.GlyphID
	text  string
	width int // of a blank glyph
}

// most is how many glyphs a font holds.
const most = 60000

// number is the font and the number under which a glyph is shown.
// A blank glyph, which only tells its text, has the given width in thousandths of an em.
func (f *pdfFonts) number(g typeset.Glyph, text string, blank int) (*pdfFont, int) {
	font := f.of[g.Face.Name()]
	if font == nil || len(font.texts) >= most {
		font = &pdfFont{name: fmt.Sprintf("F%d", len(f.order)+1), face: g.Face.Name(), numbers: map[glyphText]int{}}
		f.of[g.Face.Name()] = font
		f.order = append(f.order, font)
	}
	key := glyphText{g.ID, text, blank}
	n, known := font.numbers[key]
	if !known {
		var o []typeset.Segment
		if blank == 0 {
			o = g.Face.Outline(g.ID)
			blank = max(0, int(g.Face.Advance(g.ID)*1000+0.5))
		}
		font.outlines = append(font.outlines, o)
		font.widths = append(font.widths, blank)
		font.texts = append(font.texts, text)
		n = len(font.texts)
		font.numbers[key] = n
	}
	return font, n
}

// write adds the font's objects and returns the number of the first.
func (f *pdfFont) write(p *pdf) int {
	program := trueType(f.outlines, f.widths)
	file := p.stream(fmt.Sprintf("/Length1 %d", len(program)), program)
	name := "HXPLAA+" + pdfName(f.face)
	descriptor := p.object(fmt.Sprintf("<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[-1000 -1000 2000 2000]/ItalicAngle 0/Ascent 1000/Descent -250/CapHeight 700/StemV 80/FontFile2 %d 0 R>>", name, file))
	var widths strings.Builder
	for _, w := range f.widths {
		fmt.Fprintf(&widths, "%d ", w)
	}
	descendant := p.object(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[1[%s]]/CIDToGIDMap/Identity>>", name, descriptor, strings.TrimSpace(widths.String())))
	unicode := p.stream("", f.toUnicode())
	return p.object(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, descendant, unicode))
}

// toUnicode tells what text each number stands for, so that it can be searched and copied.
func (f *pdfFont) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n")
	const block = 100
	for from := 0; from < len(f.texts); from += block {
		part := f.texts[from:min(from+block, len(f.texts))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, text := range part {
			fmt.Fprintf(&b, "<%04X><", from+i+1)
			for _, u := range utf16.Encode([]rune(text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end")
	return b.Bytes()
}

func pdfName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '-'
	}, s)
}

// clusters gives each glyph of a line the text it stands for: the first of those that share an offset has it, the
// others have none.
func clusters(l *typeset.Layout, line typeset.Line, glyphs []typeset.Glyph) []string {
	offsets := make([]int, len(glyphs))
	for i, g := range glyphs {
		offsets[i] = g.Offset
	}
	slices.Sort(offsets)
	offsets = slices.Compact(offsets)
	out := make([]string, len(glyphs))
	told := map[int]bool{}
	for i, g := range glyphs {
		if told[g.Offset] {
			continue
		}
		told[g.Offset] = true
		at, _ := slices.BinarySearch(offsets, g.Offset)
		end := line.End
		if at+1 < len(offsets) {
			end = offsets[at+1]
		} else if l.Truncated && line.End >= l.Lines[len(l.Lines)-1].End {
			out[i] = "…"
			continue
		}
		if end > g.Offset && end <= len(l.Text) {
			out[i] = strings.Map(shownRune, strings.TrimRight(l.Text[g.Offset:end], " \t\r\n"))
		}
	}
	return out
}

// shownRune drops what steers the direction of text: it has done so already.
func shownRune(r rune) rune {
	if r >= 0x2066 && r <= 0x2069 || r >= 0x200E && r <= 0x200F || r >= 0x202A && r <= 0x202E || r < ' ' {
		return -1
	}
	return r
}
