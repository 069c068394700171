package scene

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// fractions is in how many places within a pixel a mark may stand: a quarter of a pixel is not seen.
const fractions = 4

// crowded is how many marks of one look are painted on one spot; more would not be seen.
const crowded = 3

type spriteKey struct {
	shape  Shape
	size   float32 // in pixels
	width  float32 // of the line; 0 is the filling
	dx, dy uint8   // place within the pixel
}

type crowdKey struct{ x, y int }

// marks stamps sprites, one for the filling and one for the line of each mark.
func (p *Painter) marks(dst *image.RGBA, m Marks, scale float64) {
	clear(p.crowd)
	size := float32(m.Size * scale)
	width := float32(max(m.Stroke.Width*scale, 0))
	margin := int(size) + 2
	box := dst.Bounds().Inset(-margin)
	for _, at := range m.At {
		x, dx := place(at.X * scale)
		y, dy := place(at.Y * scale)
		if !image.Pt(x, y).In(box) {
			continue
		}
		spot := crowdKey{x, y}
		if p.crowd[spot]++; p.crowd[spot] > crowded {
			continue
		}
		if fill := alpha(m.Fill, uint8(float64(m.Fill.A)*at.Opacity+0.5)); fill.A > 0 {
			stamp(dst, p.sprite(spriteKey{m.Shape, size, 0, dx, dy}), x, y, fill)
		}
		if width > 0 {
			stamp(dst, p.sprite(spriteKey{m.Shape, size, width, dx, dy}), x, y, m.Stroke.Color)
		}
	}
}

// place parts a coordinate into its pixel and the place within.
func place(v float64) (int, uint8) {
	v = max(-1<<20, min(1<<20, v))
	n := int(math.Floor(v*fractions + 0.5))
	return n >> 2, uint8(n & 3)
}

// sprite is the coverage of a mark about its centre; made once.
func (p *Painter) sprite(k spriteKey) *image.Alpha {
	if s := p.sprites[k]; s != nil {
		return s
	}
	if len(p.sprites) > 4096 {
		clear(p.sprites)
	}
	reach := int(math.Ceil(float64(k.size*0.7+k.width))) + 1
	s := image.NewAlpha(image.Rect(-reach, -reach, reach+1, reach+1))
	centre := Point{float64(k.dx) / fractions, float64(k.dy) / fractions}
	outline := k.shape.Outline(centre, float64(k.size))
	if k.width == 0 {
		var r vector.Rasterizer
		r.Reset(s.Rect.Dx(), s.Rect.Dy())
		for i, q := range outline {
			x, y := float32(q.X)+float32(reach), float32(q.Y)+float32(reach)
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
		r.Draw(s, s.Rect, image.Opaque, image.Point{})
	} else {
		c := coverage{s.Pix, s.Rect, float64(k.width) / 2}
		for i, q := range outline {
			next := outline[(i+1)%len(outline)]
			c.segment(q.X, q.Y, next.X, next.Y)
		}
	}
	p.sprites[k] = s
	return s
}

func stamp(dst *image.RGBA, s *image.Alpha, x, y int, c color.NRGBA) {
	box := s.Rect.Add(image.Pt(x, y)).Intersect(dst.Bounds())
	for row := box.Min.Y; row < box.Max.Y; row++ {
		cover := s.Pix[s.PixOffset(box.Min.X-x, row-y):][:box.Dx()]
		pix := dst.Pix[dst.PixOffset(box.Min.X, row):]
		for i, v := range cover {
			if v != 0 {
				over(pix[4*i:4*i+4], c, uint32(v))
			}
		}
	}
}
