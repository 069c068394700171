package scene

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image/color"
	"image/png"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"hexapla/widgets/typeset"
)

// SVG says how text is written.
type SVG struct {
	// Engine draws text as outlines, which look the same everywhere. Without one text stays text, which
	// can be searched and edited, in the fonts of whoever opens it.
	Engine *typeset.Engine
	// Fragment leaves out the XML declaration, for use within a page.
	Fragment bool
}

const (
	sansFonts  = `'Noto Sans','Helvetica Neue',Arial,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC','Noto Sans Arabic','Segoe UI',sans-serif`
	serifFonts = `'Noto Serif',Georgia,'Times New Roman','Noto Serif CJK SC',SimSun,'Songti SC','Noto Naskh Arabic',serif`
)

// WriteSVG writes the scene as one self-contained file: no script, no style sheet, nothing fetched.
func WriteSVG(w io.Writer, s Scene, o SVG) error {
	b := bufio.NewWriter(w)
	p := svg{Writer: b, options: o}
	if !o.Fragment {
		p.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %[1]s %[2]s" direction="ltr" role="img"`,
		number(s.Width), number(s.Height))
	if s.Title != "" {
		fmt.Fprintf(b, ` aria-label="%s"`, escape(s.Title))
	}
	p.WriteString(">\n")
	if s.Title != "" {
		fmt.Fprintf(b, "<title>%s</title>\n", escape(s.Title))
	}
	if s.Ground.A > 0 {
		fmt.Fprintf(b, "<rect width=\"100%%\" height=\"100%%\"%s/>\n", paint("fill", s.Ground, 1))
	}
	p.items(s.Items)
	p.WriteString("</svg>\n")
	return b.Flush()
}

type svg struct {
	*bufio.Writer
	options SVG
}

func (p *svg) items(items []Item) {
	for _, i := range items {
		switch i := i.(type) {
		case Polyline:
			fmt.Fprintf(p, "<path d=\"%s\" fill=\"none\"%s/>\n", path(i.Points, false), stroke(i.Stroke))
		case Area:
			fmt.Fprintf(p, "<path d=\"%s\"%s/>\n", path(i.Points, true), paint("fill", i.Fill, 1))
		case Box:
			p.box(i)
		case Marks:
			p.marks(i)
		case Text:
			p.text(i)
		case Paragraph:
			p.paragraph(i)
		case Picture:
			p.picture(i)
		case Clip:
			// An inner picture clips without an identifier, which would have to be unique within the page.
			fmt.Fprintf(p, "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%[1]s %[2]s %[3]s %[4]s\" overflow=\"hidden\">\n",
				number(i.X), number(i.Y), number(i.W), number(i.H))
			p.items(i.Items)
			p.WriteString("</svg>\n")
		}
	}
}

func (p *svg) box(b Box) {
	fmt.Fprintf(p, `<rect x="%s" y="%s" width="%s" height="%s"`, number(b.X), number(b.Y), number(b.W), number(b.H))
	if b.Radius > 0 {
		fmt.Fprintf(p, ` rx="%s"`, number(b.Radius))
	}
	p.WriteString(paint("fill", b.Fill, 1) + stroke(b.Stroke))
	p.tip("rect", b.Tip)
}

func (p *svg) marks(m Marks) {
	fmt.Fprintf(p, "<g%s>\n", stroke(m.Stroke))
	for _, at := range m.At {
		linked := strings.HasPrefix(at.Link, "#")
		if linked {
			fmt.Fprintf(p, `<a href="%s">`, escape(at.Link))
		}
		name := "path"
		if m.Shape == Circle {
			name = "circle"
			fmt.Fprintf(p, `<circle cx="%s" cy="%s" r="%s"`, number(at.X), number(at.Y), number(m.Size/2))
		} else {
			fmt.Fprintf(p, `<path d="%s"`, path(m.Shape.Outline(at.Point, m.Size), true))
		}
		p.WriteString(paint("fill", m.Fill, at.Opacity))
		p.tip(name, at.Tip)
		if linked {
			p.WriteString("</a>\n")
		}
	}
	p.WriteString("</g>\n")
}

// tip closes an element, with a title where there is one.
func (p *svg) tip(element, tip string) {
	if tip == "" {
		p.WriteString("/>\n")
		return
	}
	fmt.Fprintf(p, "><title>%s</title></%s>\n", escape(tip), element)
}

func (p *svg) text(t Text) {
	if t.Text == "" {
		return
	}
	if p.options.Engine != nil {
		l, at := set(p.options.Engine, t)
		turn := ""
		if t.Turned {
			turn = fmt.Sprintf(` transform="rotate(-90 %s %s)"`, number(t.At.X), number(t.At.Y))
		}
		fmt.Fprintf(p, `<g role="img" aria-label="%s"%s>`, escape(t.Text), turn)
		p.glyphs(l, l.Lines, at, t.Look.Color)
		p.WriteString("</g>\n")
		return
	}
	anchors := [...]string{"start", "middle", "end"}
	anchor, direction := t.Anchor, ""
	if startsRightToLeft(t.Text) {
		direction = ` direction="rtl"`
		anchor = Right - anchor
	}
	fmt.Fprintf(p, `<text x="%s" y="%s"%s`, number(t.At.X), number(t.At.Y), direction)
	if anchor != Left {
		fmt.Fprintf(p, ` text-anchor="%s"`, anchors[anchor])
	}
	if t.Turned {
		fmt.Fprintf(p, ` transform="rotate(-90 %s %s)"`, number(t.At.X), number(t.At.Y))
	}
	if t.Language != "" {
		fmt.Fprintf(p, ` xml:lang="%s"`, escape(t.Language))
	}
	fmt.Fprintf(p, "%s%s>%s</text>\n", face(t.Look), paint("fill", t.Look.Color, 1), escape(t.Text))
}

func (p *svg) picture(i Picture) {
	var b bytes.Buffer
	if err := png.Encode(&b, i.Image); err != nil {
		return // an image that cannot be encoded is empty
	}
	fmt.Fprintf(p, "<image x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" href=\"data:image/png;base64,%s\"/>\n",
		number(i.X), number(i.Y), number(i.W), number(i.H), base64.StdEncoding.EncodeToString(b.Bytes()))
}

// paragraph draws outlines, or text line by line.
func (p *svg) paragraph(g Paragraph) {
	lines := g.Lines()
	if len(lines) == 0 {
		return
	}
	at := Point{g.At.X, g.At.Y - float64(lines[0].Top)}
	for _, b := range grounds(g) {
		p.box(b)
	}
	if p.options.Engine != nil {
		p.glyphs(g.Layout, lines, at, g.Ink)
		return
	}
	for _, l := range lines {
		t := Text{
			At: Point{at.X + float64(l.Left), at.Y + float64(l.Baseline)}, Text: strings.TrimSpace(g.Layout.Text[l.Start:l.End]),
			Look: Look{Size: float64(l.Height) / 1.5, Color: g.Ink, Serif: true},
		}
		p.text(t)
	}
}

// glyphs writes the outlines of lines whose layout stands at a place.
func (p *svg) glyphs(l *typeset.Layout, lines []typeset.Line, at Point, ink color.NRGBA) {
	part := *l
	part.Lines = lines
	fmt.Fprintf(p, `<path%s d="`, paint("fill", ink, 1))
	for _, g := range part.Glyphs() {
		size := float64(g.Size)
		x, y := at.X+float64(g.X), at.Y+float64(g.Y)
		place := func(q typeset.Point) string {
			return number(x+float64(q.X)*size) + " " + number(y+float64(q.Y)*size)
		}
		for i, s := range g.Face.Outline(g.ID) {
			switch s.Op {
			case typeset.MoveTo:
				if i > 0 {
					p.WriteString("Z")
				}
				p.WriteString("M" + place(s.Args[0]))
			case typeset.LineTo:
				p.WriteString("L" + place(s.Args[0]))
			case typeset.QuadTo:
				p.WriteString("Q" + place(s.Args[0]) + " " + place(s.Args[1]))
			case typeset.CubeTo:
				p.WriteString("C" + place(s.Args[0]) + " " + place(s.Args[1]) + " " + place(s.Args[2]))
			}
		}
	}
	p.WriteString("\"/>\n")
}

func path(points []Point, closed bool) string {
	var b strings.Builder
	for i, q := range points {
		b.WriteByte("ML"[min(i, 1)])
		b.WriteString(number(q.X))
		b.WriteByte(' ')
		b.WriteString(number(q.Y))
	}
	if closed {
		b.WriteByte('Z')
	}
	return b.String()
}

func paint(what string, c color.NRGBA, opacity float64) string {
	if c.A == 0 || opacity <= 0 {
		return fmt.Sprintf(` %s="none"`, what)
	}
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, what, c.R, c.G, c.B)
	if a := float64(c.A) / 255 * opacity; a < 0.999 {
		s += fmt.Sprintf(` %s-opacity="%s"`, what, number(a))
	}
	return s
}

func stroke(s Stroke) string {
	if s.Width <= 0 {
		return ""
	}
	out := paint("stroke", s.Color, 1) + fmt.Sprintf(` stroke-width="%s"`, number(s.Width))
	if len(s.Dash) == 0 {
		return out + ` stroke-linejoin="round" stroke-linecap="round"`
	}
	parts := make([]string, len(s.Dash))
	for i, d := range s.Dash {
		parts[i] = number(d)
	}
	return out + fmt.Sprintf(` stroke-dasharray="%s"`, strings.Join(parts, " "))
}

func face(l Look) string {
	family := sansFonts
	if l.Serif {
		family = serifFonts
	}
	s := fmt.Sprintf(` font-family="%s" font-size="%s"`, family, number(l.Size))
	if l.Bold {
		s += ` font-weight="bold"`
	}
	if l.Italic {
		s += ` font-style="italic"`
	}
	return s
}

// number is short and the same everywhere: two decimals at most.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0 // a file with "NaN" in it is not read at all
	}
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// escape makes text safe within XML: markup is escaped, characters that XML does not know are left out.
func escape(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return html.EscapeString(s)
}

// startsRightToLeft reports whether the first letter is of a script that is written so.
func startsRightToLeft(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}
