package widgets

import (
	"image/color"
	"math"
)

// leastContrast is what WCAG asks for between small text and its ground.
const leastContrast = 4.5

// readable is a colour of a chart as text on the panel: nearer to the ink, as far as it must be to be read.
func readable(c color.NRGBA, p *Palette) color.NRGBA {
	for part := float32(0); part < 1; part += 0.1 {
		if text := mix(c, p.Ink, part); contrast(text, p.Panel) >= leastContrast && contrast(text, p.Selected) >= leastContrast {
			return text
		}
	}
	return p.Ink
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
