package scene

import (
	"image"
	"image/color"
	"math"
)

// fractions is in how many places within a pixel a mark may stand: a quarter of a pixel is not seen.
const fractions = 4

// crowded is how many marks of one look are painted on one spot; more would not be seen.
const crowded = 3

// shades is how many opacities of a filling are told apart: more than an eye does.
const shades = 32

// spriteKey is everything that a mark looks like.
type spriteKey struct {
	shape       Shape
	dx, dy      uint8 // place within the pixel
	shade       uint8
	size, width float32 // in pixels
	fill, line  color.NRGBA
}

type crowdKey struct{ x, y int }

// marks stamps a sprite, filling and line in one, for each mark.
func (p *Painter) marks(dst *image.RGBA, m Marks, scale float64) {
	clear(p.crowd)
	k := spriteKey{shape: m.Shape, size: float32(m.Size * scale), width: float32(max(m.Stroke.Width*scale, 0)), fill: m.Fill, line: m.Stroke.Color}
	box := dst.Bounds().Inset(-int(k.size) - 2)
	for _, at := range m.At {
		var x, y int
		x, k.dx = place(at.X * scale)
		y, k.dy = place(at.Y * scale)
		if !image.Pt(x, y).In(box) {
			continue
		}
		spot := crowdKey{x, y}
		if p.crowd[spot]++; p.crowd[spot] > crowded {
			continue
		}
		k.shade = uint8(max(0, min(1, at.Opacity))*shades + 0.5)
		stamp(dst, p.sprite(k), x, y)
	}
}

// place parts a coordinate into its pixel and the place within.
func place(v float64) (int, uint8) {
	v = max(-1<<20, min(1<<20, v))
	n := int(math.Floor(v*fractions + 0.5))
	return n >> 2, uint8(n & 3)
}

// sprite is the picture of a mark about its centre; made once.
func (p *Painter) sprite(k spriteKey) *image.RGBA {
	if s := p.sprites[k]; s != nil {
		return s
	}
	if len(p.sprites) > 1<<14 {
		clear(p.sprites)
	}
	reach := int(math.Ceil(float64(k.size*0.75+k.width))) + 1
	s := image.NewRGBA(image.Rect(-reach, -reach, reach+1, reach+1))
	outline := k.shape.Outline(Point{float64(k.dx) / fractions, float64(k.dy) / fractions}, float64(k.size))
	if fill := alpha(k.fill, uint8(int(k.fill.A)*int(k.shade)/shades)); fill.A > 0 {
		p.fill(s, outline, fill, 1)
	}
	if k.width > 0 {
		cover := make([]uint8, s.Rect.Dx()*s.Rect.Dy())
		c := coverage{cover, s.Rect, float64(k.width) / 2}
		for i, q := range outline {
			next := outline[(i+1)%len(outline)]
			c.segment(q.X, q.Y, next.X, next.Y)
		}
		blend(s, s.Rect, cover, k.line)
	}
	s = trimmed(s)
	p.sprites[k] = s
	return s
}

// trimmed is the part of a sprite in which there is something: most of the time goes into its pixels.
func trimmed(s *image.RGBA) *image.RGBA {
	box := image.Rectangle{}
	for y := s.Rect.Min.Y; y < s.Rect.Max.Y; y++ {
		for x := s.Rect.Min.X; x < s.Rect.Max.X; x++ {
			if s.Pix[s.PixOffset(x, y)+3] != 0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return s.SubImage(box).(*image.RGBA)
}

func stamp(dst, s *image.RGBA, x, y int) {
	box := s.Rect.Add(image.Pt(x, y)).Intersect(dst.Bounds())
	for row := box.Min.Y; row < box.Max.Y; row++ {
		from := s.Pix[s.PixOffset(box.Min.X-x, row-y):][:4*box.Dx()]
		to := dst.Pix[dst.PixOffset(box.Min.X, row):][:len(from)]
		for i := 0; i+3 < len(from); i += 4 {
			a := uint32(from[i+3])
			switch a {
			case 0:
			case 255:
				copy(to[i:i+4], from[i:i+4])
			default:
				b := 255 - a
				to[i] = from[i] + part(to[i], b)
				to[i+1] = from[i+1] + part(to[i+1], b)
				to[i+2] = from[i+2] + part(to[i+2], b)
				to[i+3] = from[i+3] + part(to[i+3], b)
			}
		}
	}
}

// part is v·b/255, rounded down.
func part(v uint8, b uint32) uint8 { return uint8(uint32(v) * b * 257 >> 16) }
