package scene

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"image"
	"image/color"
	"io"
	"strings"
	"unicode/utf16"

	"hexapla/widgets/typeset"
)

// Document is pages with what a reader of PDF shows beside them.
type Document struct {
	Title, Language string
	Date            string // ISO day; "" leaves it out
	Pages           []Scene
	Contents        []Bookmark
}

// Bookmark is a line of the contents.
type Bookmark struct {
	Title string
	Page  int     // from 0
	Y     float64 // on the page
}

// WritePDF writes pages as PDF 1.7. Text is text: shaped, in subsets of its fonts, and each glyph tells what it
// stands for. progress, which may be nil, is told how many pages are done.
func WritePDF(ctx context.Context, w io.Writer, d Document, e *typeset.Engine, progress func(done, total int)) error {
	p := &pdf{engine: e, fonts: pdfFonts{of: map[string]*pdfFont{}}, alphas: map[uint8]bool{}}
	p.out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	catalog, pages, resources := p.reserve(), p.reserve(), p.reserve()
	var kids []int
	for i, s := range d.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		kids = append(kids, p.page(s, pages, resources))
		if progress != nil {
			progress(i+1, len(d.Pages))
		}
	}
	p.define(resources, p.resources())
	p.define(pages, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), references(kids)))
	outline := p.outline(d, kids)
	p.define(catalog, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R/Lang%s/ViewerPreferences<</DisplayDocTitle true>>%s>>", pages, pdfString(d.Language), outline))
	date := ""
	if day, ok := ParseDay(d.Date); ok {
		date = "/CreationDate(D:" + day.date().Format("20060102") + "000000Z)"
	}
	info := p.object(fmt.Sprintf("<</Title%s/Producer(Hexapla)%s>>", pdfString(d.Title), date))
	p.trailer(catalog, info)
	_, err := w.Write(p.out.Bytes())
	return err
}

// pdf is a file under way; objects are numbered from 1.
type pdf struct {
	engine  *typeset.Engine
	out     bytes.Buffer
	offsets []int
	fonts   pdfFonts
	alphas  map[uint8]bool
	images  []int
	content bytes.Buffer // of the page under way
}

func (p *pdf) reserve() int {
	p.offsets = append(p.offsets, 0)
	return len(p.offsets)
}

func (p *pdf) define(n int, body string) {
	p.offsets[n-1] = p.out.Len()
	fmt.Fprintf(&p.out, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (p *pdf) object(body string) int {
	n := p.reserve()
	p.define(n, body)
	return n
}

func (p *pdf) stream(entries string, data []byte) int {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(data) // a buffer does not fail
	_ = z.Close()
	return p.object(fmt.Sprintf("<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream", packed.Len(), entries, packed.String()))
}

// points per unit of a scene.
const point = 0.75

func (p *pdf) page(s Scene, parent, resources int) int {
	p.content.Reset()
	fmt.Fprintf(&p.content, "%s 0 0 -%[1]s 0 %s cm\n", number(point), number(s.Height*point))
	if s.Ground.A > 0 {
		p.fill(s.Ground)
		fmt.Fprintf(&p.content, "0 0 %s %s re f\n", number(s.Width), number(s.Height))
	}
	p.items(s.Items)
	content := p.stream("", p.content.Bytes())
	return p.object(fmt.Sprintf("<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %d 0 R>>",
		parent, number(s.Width*point), number(s.Height*point), resources, content))
}

func (p *pdf) items(items []Item) {
	for _, i := range items {
		switch i := i.(type) {
		case Polyline:
			if len(i.Points) > 1 && i.Stroke.Width > 0 {
				p.stroke(i.Stroke)
				p.path(i.Points)
				p.content.WriteString("S\n")
			}
		case Area:
			p.polygon(i.Points, i.Fill, Stroke{})
		case Box:
			p.polygon(rounded(i.Rect, i.Radius), i.Fill, i.Stroke)
		case Marks:
			for _, m := range i.At {
				p.polygon(i.Shape.Outline(m.Point, i.Size), alpha(i.Fill, uint8(float64(i.Fill.A)*m.Opacity+0.5)), i.Stroke)
			}
		case Text:
			p.text(i)
		case Paragraph:
			p.paragraph(i)
		case Picture:
			p.picture(i)
		case Clip:
			fmt.Fprintf(&p.content, "q %s %s %s %s re W n\n", number(i.X), number(i.Y), number(i.W), number(i.H))
			p.items(i.Items)
			p.content.WriteString("Q\n")
		}
	}
}

func (p *pdf) path(points []Point) {
	for i, q := range points {
		fmt.Fprintf(&p.content, "%s %s %c ", number(q.X), number(q.Y), "ml"[min(i, 1)])
	}
}

func (p *pdf) polygon(points []Point, fill color.NRGBA, line Stroke) {
	if len(points) < 3 {
		return
	}
	if fill.A > 0 {
		p.fill(fill)
		p.path(points)
		p.content.WriteString("h f\n")
	}
	if line.Width > 0 {
		p.stroke(line)
		p.path(points)
		p.content.WriteString("h S\n")
	}
}

func (p *pdf) fill(c color.NRGBA) {
	p.opacity(c.A)
	fmt.Fprintf(&p.content, "%s rg ", channels(c))
}

func (p *pdf) stroke(s Stroke) {
	p.opacity(s.Color.A)
	dash := make([]string, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = number(d)
	}
	fmt.Fprintf(&p.content, "%s RG %s w 1 j [%s] 0 d ", channels(s.Color), number(s.Width), strings.Join(dash, " "))
}

func (p *pdf) opacity(a uint8) {
	p.alphas[a] = true
	fmt.Fprintf(&p.content, "/A%d gs ", a)
}

func channels(c color.NRGBA) string {
	part := func(v uint8) string { return trimmedNumber(float64(v) / 255) }
	return part(c.R) + " " + part(c.G) + " " + part(c.B)
}

// trimmedNumber has three decimals, as colours need.
func trimmedNumber(v float64) string {
	s := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.3f", v), "0"), ".")
	if s == "" {
		return "0"
	}
	return s
}

func (p *pdf) text(t Text) {
	if p.engine == nil || t.Text == "" {
		return
	}
	l, at := set(p.engine, t)
	if t.Turned {
		fmt.Fprintf(&p.content, "q 0 -1 1 0 %s %s cm\n", number(t.At.X), number(t.At.Y))
		at = Point{at.X - t.At.X, at.Y - t.At.Y}
	}
	p.lines(l, l.Lines, at, t.Look.Color)
	if t.Turned {
		p.content.WriteString("Q\n")
	}
}

func (p *pdf) paragraph(g Paragraph) {
	lines := g.Lines()
	if len(lines) == 0 {
		return
	}
	for _, b := range grounds(g) {
		p.items([]Item{b})
	}
	p.lines(g.Layout, lines, Point{g.At.X, g.At.Y - float64(lines[0].Top)}, g.Ink)
}

// lines shows the glyphs of some lines of a layout that stands at a place.
func (p *pdf) lines(l *typeset.Layout, lines []typeset.Line, at Point, ink color.NRGBA) {
	p.fill(ink)
	p.content.WriteString("BT\n")
	for _, line := range lines {
		part := *l
		part.Lines = []typeset.Line{line}
		glyphs := part.Glyphs()
		texts := clusters(l, line, glyphs)
		r := pdfRun{pdf: p, at: at}
		for i, g := range glyphs {
			r.add(g, texts[i])
		}
		r.end()
	}
	p.content.WriteString("ET\n")
}

// pdfRun is glyphs of one font on one baseline: each is shown where it stands, whatever its width is.
type pdfRun struct {
	*pdf
	at   Point
	font *pdfFont
	size float64
	x, y float64 // of the pen
	open bool
}

func (r *pdfRun) add(g typeset.Glyph, text string) {
	runes := []rune(text)
	if len(runes) < 2 || !startsRightToLeft(text) {
		r.glyph(g, text, 0)
		return
	}
	// Readers turn what runs from the right round character by character, the inside of a ligature, too. So the
	// ligature stands for its last character, and empty glyphs to the right of it for those before.
	r.glyph(g, string(runes[len(runes)-1]), 0)
	step := float64(g.Face.Advance(g.ID)) / float64(len(runes))
	for i := len(runes) - 2; i >= 0; i-- {
		g.X += float32(step) * g.Size
		r.glyph(g, string(runes[i]), max(1, int(step*1000)))
	}
}

func (r *pdfRun) glyph(g typeset.Glyph, text string, blank int) {
	font, n := r.fonts.number(g, text, blank)
	x, y, size := r.at.X+float64(g.X), r.at.Y+float64(g.Y), float64(g.Size)
	if !r.open || font != r.font || size != r.size || y-r.y > 0.01 || r.y-y > 0.01 {
		r.end()
		fmt.Fprintf(&r.content, "/%s %s Tf 1 0 0 -1 %s %s Tm [<", font.name, number(size), number(x), number(y))
		r.font, r.size, r.x, r.y, r.open = font, size, x, y, true
	}
	if shift := (r.x - x) / size * 1000; shift > 0.5 || shift < -0.5 {
		fmt.Fprintf(&r.content, ">%s<", number(shift))
		r.x = x
	}
	fmt.Fprintf(&r.content, "%04X", n)
	r.x += float64(font.widths[n-1]) / 1000 * size
}

func (r *pdfRun) end() {
	if r.open {
		r.content.WriteString(">] TJ\n")
	}
	r.open = false
}

// picture embeds an image, on white where it is translucent.
func (p *pdf) picture(i Picture) {
	b := i.Image.Bounds()
	data := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			data = append(data, onWhite(i.Image, x, y)...)
		}
	}
	n := p.stream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8", b.Dx(), b.Dy()), data)
	p.images = append(p.images, n)
	fmt.Fprintf(&p.content, "q %s 0 0 -%s %s %s cm /I%d Do Q\n", number(i.W), number(i.H), number(i.X), number(i.Bottom()), n)
}

func onWhite(img image.Image, x, y int) []byte {
	r, g, b, a := img.At(x, y).RGBA()
	white := 0xFFFF - a
	return []byte{byte((r + white) >> 8), byte((g + white) >> 8), byte((b + white) >> 8)}
}

// resources are shared by all pages.
func (p *pdf) resources() string {
	var fonts, states, images strings.Builder
	for _, f := range p.fonts.order {
		fmt.Fprintf(&fonts, "/%s %d 0 R", f.name, f.write(p))
	}
	for a := range 256 {
		if p.alphas[uint8(a)] {
			fmt.Fprintf(&states, "/A%d<</ca %s/CA %[2]s>>", a, trimmedNumber(float64(a)/255))
		}
	}
	for _, n := range p.images {
		fmt.Fprintf(&images, "/I%d %d 0 R", n, n)
	}
	return fmt.Sprintf("<</Font<<%s>>/ExtGState<<%s>>/XObject<<%s>>>>", fonts.String(), states.String(), images.String())
}

// outline is the entry of the catalog for the contents.
func (p *pdf) outline(d Document, pages []int) string {
	if len(d.Contents) == 0 {
		return ""
	}
	root := p.reserve()
	first := len(p.offsets) + 1
	for i, b := range d.Contents {
		links := fmt.Sprintf("/Parent %d 0 R", root)
		if i > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if i+1 < len(d.Contents) {
			links += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		page := min(max(b.Page, 0), len(pages)-1)
		p.object(fmt.Sprintf("<</Title%s%s/Dest[%d 0 R/XYZ null %s null]>>", pdfString(b.Title), links, pages[page], number((d.Pages[page].Height-b.Y)*point)))
	}
	p.define(root, fmt.Sprintf("<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, first+len(d.Contents)-1, len(d.Contents)))
	return fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", root)
}

func (p *pdf) trailer(catalog, info int) {
	at := p.out.Len()
	fmt.Fprintf(&p.out, "xref\n0 %d\n0000000000 65535 f \n", len(p.offsets)+1)
	for _, o := range p.offsets {
		fmt.Fprintf(&p.out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&p.out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(p.offsets)+1, catalog, info, at)
}

func references(list []int) string {
	var b strings.Builder
	for _, n := range list {
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return strings.TrimSpace(b.String())
}

// pdfString is text as a string of the format, in UTF-16.
func pdfString(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
