package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"hexapla/widgets/typeset"
)

// tile is an image that is painted in units, whatever the pixels are.
type tile struct {
	*canvas.Raster
	paint func(*brush)
}

func newTile(paint func(*brush)) *tile {
	t := &tile{paint: paint}
	t.Raster = canvas.NewRaster(t.generate)
	return t
}

func (t *tile) generate(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if t.paint != nil && w > 0 && h > 0 {
		size := t.Size()
		t.paint(&brush{img: img, scale: pixelScale(w, h, size.Width, size.Height), w: size.Width, h: size.Height})
	}
	return img
}

// pixelScale is pixels per unit. Sizes are rounded to pixels, so the quotient is a little off: it is taken to
// be the nearest twentieth when that explains it, lest glyphs of every tile differ by a hair.
func pixelScale(w, h int, width, height float32) float32 {
	pixels, units := float32(w), width
	if h > w {
		pixels, units = float32(h), height
	}
	if units <= 0 {
		return 1
	}
	scale := pixels / units
	near := float32(math.Round(float64(scale*20))) / 20
	if d := near*units - pixels; near > 0 && d > -1.5 && d < 1.5 {
		return near
	}
	return scale
}

// brush paints into a tile, in units.
type brush struct {
	img   *image.RGBA
	scale float32
	w, h  float32
	top   float32 // what of the whole lies above this image
}

func (b *brush) px(v float32) int { return int(math.Round(float64(v * b.scale))) }

func (b *brush) fill(x, y, w, h float32, c color.Color) {
	draw.Draw(b.img, image.Rect(b.px(x), b.px(y-b.top), b.px(x+w), b.px(y+h-b.top)), image.NewUniform(c), image.Point{}, draw.Over)
}

// all covers the tile.
func (b *brush) all(c color.Color) {
	draw.Draw(b.img, b.img.Bounds(), image.NewUniform(c), image.Point{}, draw.Src)
}

// hair draws a line as thin as can be along the bottom or the right side of the tile.
func (b *brush) hairBottom(c color.Color) {
	s, n := b.img.Bounds(), max(1, b.px(1))
	draw.Draw(b.img, image.Rect(s.Min.X, s.Max.Y-n, s.Max.X, s.Max.Y), image.NewUniform(c), image.Point{}, draw.Src)
}

func (b *brush) hairRight(c color.Color) {
	s, n := b.img.Bounds(), max(1, b.px(1))
	draw.Draw(b.img, image.Rect(s.Max.X-n, s.Min.Y, s.Max.X, s.Max.Y), image.NewUniform(c), image.Point{}, draw.Src)
}

// round fills a rectangle with rounded corners, and outlines it when border has an alpha.
func (b *brush) round(x, y, w, h, radius float32, fill, border color.NRGBA) {
	area := image.Rect(b.px(x), b.px(y-b.top), b.px(x+w), b.px(y+h-b.top))
	r := min(radius*b.scale, float32(area.Dx())/2, float32(area.Dy())/2)
	line := max(1, b.scale)
	cover := func(px, py, inset float32) float32 {
		left, top := float32(area.Min.X)+inset, float32(area.Min.Y)+inset
		right, bottom := float32(area.Max.X)-inset, float32(area.Max.Y)-inset
		rr := max(0, r-inset)
		dx := max(left+rr-px, px-(right-rr), 0)
		dy := max(top+rr-py, py-(bottom-rr), 0)
		if dx > 0 && dy > 0 {
			return clamp01(rr - float32(math.Hypot(float64(dx), float64(dy))) + 0.5)
		}
		return clamp01(min(px-left, right-px, py-top, bottom-py) + 0.5)
	}
	for py := max(area.Min.Y, b.img.Rect.Min.Y); py < min(area.Max.Y, b.img.Rect.Max.Y); py++ {
		for px := area.Min.X; px < area.Max.X; px++ {
			cx, cy := float32(px)+0.5, float32(py)+0.5
			outer := cover(cx, cy, 0)
			if outer == 0 {
				continue
			}
			if border.A == 0 {
				b.blend(px, py, fill, outer)
				continue
			}
			inner := cover(cx, cy, line)
			b.blend(px, py, border, outer*(1-inner))
			if fill.A > 0 {
				b.blend(px, py, fill, inner)
			}
		}
	}
}

// dashed outlines a rectangle with dashes.
func (b *brush) dashed(x, y, w, h float32, c color.Color) {
	const dash, gap = 3, 2
	for at := x; at < x+w; at += dash + gap {
		b.fill(at, y, min(dash, x+w-at), 1, c)
		b.fill(at, y+h-1, min(dash, x+w-at), 1, c)
	}
	for at := y; at < y+h; at += dash + gap {
		b.fill(x, at, 1, min(dash, y+h-at), c)
		b.fill(x+w-1, at, 1, min(dash, y+h-at), c)
	}
}

func clamp01(v float32) float32 { return max(0, min(1, v)) }

func (b *brush) blend(x, y int, c color.NRGBA, cover float32) {
	if cover <= 0 || !(image.Point{X: x, Y: y}).In(b.img.Rect) {
		return
	}
	a := float32(c.A) / 255 * cover
	i := b.img.PixOffset(x, y)
	p := b.img.Pix[i : i+4 : i+4]
	for k, v := range [3]uint8{c.R, c.G, c.B} {
		p[k] = uint8(float32(v)*a + float32(p[k])*(1-a) + 0.5)
	}
	p[3] = uint8(255*a + float32(p[3])*(1-a) + 0.5)
}

// text paints a layout with its left top corner at (x, y).
func (b *brush) text(l *typeset.Layout, x, y float32, ink color.Color, marks ...typeset.Mark) {
	engine().Paint(b.img, l, x, y-b.top, b.scale, ink, marks)
}

// grainOf is a pixel in units where a widget stands. A tile that does not lie on pixels is blurred.
func grainOf(o fyne.CanvasObject) float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.Scale() > 0 {
		return 1 / c.Scale()
	}
	return 1
}

// snap rounds to a whole number of grains.
func snap(v, grain float32) float32 {
	if grain <= 0 {
		grain = 1
	}
	return float32(math.Round(float64(v/grain))) * grain
}
