package scene

import (
	"image/color"

	"hexapla/widgets/typeset"
)

// grounds are the highlights of a paragraph as boxes: the ground of each mark, and its underline or strike.
func grounds(g Paragraph) []Box {
	lines := g.Lines()
	if len(lines) == 0 {
		return nil
	}
	top, bottom := float64(lines[0].Top), float64(lines[len(lines)-1].Top+lines[len(lines)-1].Height)
	var out []Box
	for _, m := range g.Dress {
		for _, r := range g.Layout.Rects(m.Start, m.End) {
			if y := float64(r.Y + r.H/2); y < top || y > bottom {
				continue // on a line that is painted elsewhere
			}
			box := Rect{g.At.X + float64(r.X), g.At.Y + float64(r.Y) - top, float64(r.W), float64(r.H)}
			if m.Ground != nil {
				out = append(out, Box{Rect: box, Radius: 2, Fill: plain(m.Ground)})
			}
			if m.Line != typeset.NoLine {
				c := g.Ink
				if m.LineColor != nil {
					c = plain(m.LineColor)
				}
				out = append(out, Box{Rect: Rect{box.X, box.Bottom() - 1.2, box.W, 1.2}, Fill: c})
			}
			if m.Strike {
				out = append(out, Box{Rect: Rect{box.X, box.Y + box.H*0.55, box.W, 0.9}, Fill: g.Ink})
			}
		}
	}
	return out
}

func plain(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }
