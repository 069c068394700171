package scene

import "image/color"

// Palette is the colours of a chart by their roles.
type Palette struct {
	Ground, Panel, Ink, Muted, Hairline, Accent, SoftAccent color.NRGBA

	Series   []color.NRGBA // of actors, in the order in which they take them
	Positive color.NRGBA   // full support in a heat map
	Negative color.NRGBA   // full opposition
	Blank    color.NRGBA   // a cell without a statement
	Band     uint8         // opacity of a band
}

// Light and Dark are the palettes of the two themes. Actors have the colours of Okabe and Ito, which stay apart
// for colour-blind readers; the black of that palette is the ink of the theme.
var (
	Light = Palette{
		Ground: rgb(0xF6F6F2), Panel: rgb(0xFFFFFF), Ink: rgb(0x1B1F24), Muted: rgb(0x69707A), Hairline: rgb(0xE3E3DC),
		Accent: rgb(0x0B5FA5), SoftAccent: rgb(0xE3EFF9),
		Series: []color.NRGBA{
			rgb(0x0072B2), rgb(0xD55E00), rgb(0x009E73), rgb(0xCC79A7), rgb(0xE69F00), rgb(0x56B4E9), rgb(0x1B1F24), rgb(0xB8A900),
		},
		Positive: rgb(0x2B8CC4), Negative: rgb(0xDD7A26), Blank: rgb(0xF6F6F2), Band: 28,
	}
	Dark = Palette{
		Ground: rgb(0x15181C), Panel: rgb(0x1C2025), Ink: rgb(0xE6E6E1), Muted: rgb(0x949BA5), Hairline: rgb(0x2C3138),
		Accent: rgb(0x6DB3F2), SoftAccent: rgb(0x1F3347),
		Series: []color.NRGBA{
			rgb(0x2B8FD0), rgb(0xE0700F), rgb(0x10AD80), rgb(0xCC79A7), rgb(0xE69F00), rgb(0x56B4E9), rgb(0xE6E6E1), rgb(0xF0E442),
		},
		Positive: rgb(0x0A6AA8), Negative: rgb(0xB35412), Blank: rgb(0x15181C), Band: 44,
	}
)

// Mark is the colour and the shape of the n-th actor. Seventy-two actors differ, the first eight by shape alone.
func (p Palette) Mark(n int) (color.NRGBA, Shape) {
	n = max(n, 0)
	return p.Series[n%len(p.Series)], Shape(n % int(shapes))
}

// Stance is the colour of a mean from −2 to +2: the panel's at 0.
func (p Palette) Stance(v float64) color.NRGBA {
	end := p.Positive
	if v < 0 {
		end, v = p.Negative, -v
	}
	return mix(p.Panel, end, 0.1+0.9*min(v/2, 1))
}

// On is the ink that can be read on a ground.
func (p Palette) On(ground color.NRGBA) color.NRGBA {
	if luminance(ground) > 0.28 {
		return rgb(0x1B1F24)
	}
	return rgb(0xF6F6F2)
}

// luminance is relative luminance as WCAG has it, with a gamma of 2 for its piecewise curve.
func luminance(c color.NRGBA) float64 {
	square := func(v uint8) float64 { f := float64(v) / 255; return f * f }
	return 0.2126*square(c.R) + 0.7152*square(c.G) + 0.0722*square(c.B)
}

func mix(a, b color.NRGBA, t float64) color.NRGBA {
	part := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.NRGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), part(a.A, b.A)}
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 255}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
