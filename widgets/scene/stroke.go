package scene

import (
	"image"
	"image/color"
	"math"
)

// polyline paints a line by the distance of each pixel to it: coverage is collected over the whole line and
// blended once, so a translucent line has no darker joints.
func (p *Painter) polyline(dst *image.RGBA, points []Point, s Stroke, scale float64) {
	if len(points) < 2 || s.Width <= 0 || s.Color.A == 0 {
		return
	}
	half := max(s.Width*scale, 0.9) / 2
	box := bounds(points, scale, half+1).Intersect(dst.Bounds())
	if box.Empty() {
		return
	}
	p.cover = cleared(p.cover, box.Dx()*box.Dy())
	c := coverage{p.cover, box, half}
	dashed(points, s.Dash, func(a, b Point) {
		c.segment(a.X*scale, a.Y*scale, b.X*scale, b.Y*scale)
	})
	blend(dst, box, p.cover, s.Color)
}

func cleared(buffer []uint8, n int) []uint8 {
	if cap(buffer) < n {
		return make([]uint8, n)
	}
	buffer = buffer[:n]
	clear(buffer)
	return buffer
}

// dashed calls do for the drawn parts of a line.
func dashed(points []Point, dash []float64, do func(a, b Point)) {
	whole := 0.0
	for _, d := range dash {
		whole += d
	}
	if whole <= 0 || len(dash)%2 == 1 {
		for i := 1; i < len(points); i++ {
			do(points[i-1], points[i])
		}
		return
	}
	k, left := 0, dash[0]
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		for at := 0.0; at < length; {
			step := min(left, length-at)
			if k%2 == 0 {
				do(between(a, b, at/length), between(a, b, (at+step)/length))
			}
			at += step
			if left -= step; left <= 1e-9 {
				k = (k + 1) % len(dash)
				left = max(dash[k], 1e-3)
			}
		}
	}
}

func between(a, b Point, t float64) Point { return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t} }

// coverage is how much of each pixel of a box a line covers.
type coverage struct {
	cover []uint8
	box   image.Rectangle
	half  float64 // of the line's width
}

func (c *coverage) segment(ax, ay, bx, by float64) {
	reach := c.half + 0.5
	top := max(c.box.Min.Y, int(math.Floor(min(ay, by)-reach)))
	bottom := min(c.box.Max.Y-1, int(math.Ceil(max(ay, by)+reach)))
	dx, dy := bx-ax, by-ay
	square := dx*dx + dy*dy
	for y := top; y <= bottom; y++ {
		cy := float64(y) + 0.5
		left, right := c.across(ax, ay, bx, by, cy, reach)
		row := c.cover[(y-c.box.Min.Y)*c.box.Dx():]
		for x := left; x <= right; x++ {
			cx := float64(x) + 0.5
			t := 0.0
			if square > 0 {
				t = max(0, min(1, ((cx-ax)*dx+(cy-ay)*dy)/square))
			}
			d := math.Hypot(cx-ax-t*dx, cy-ay-t*dy)
			if v := reach - d; v > 0 {
				k := x - c.box.Min.X
				row[k] = max(row[k], uint8(min(v, 1, 2*c.half)*255+0.5))
			}
		}
	}
}

// across is the pixels of a row that the segment may touch.
func (c *coverage) across(ax, ay, bx, by, cy, reach float64) (left, right int) {
	low, high := min(ax, bx), max(ax, bx)
	if slope := math.Abs(by - ay); slope > 1e-9 {
		// Where the segment crosses the band of the row, not the whole of it.
		t1, t2 := (cy-reach-ay)/(by-ay), (cy+reach-ay)/(by-ay)
		t1, t2 = max(0, min(1, t1)), max(0, min(1, t2))
		x1, x2 := ax+t1*(bx-ax), ax+t2*(bx-ax)
		low, high = min(x1, x2), max(x1, x2)
	}
	low, high = max(low-reach, float64(c.box.Min.X)), min(high+reach, float64(c.box.Max.X-1))
	return int(math.Floor(low)), int(math.Ceil(min(high, float64(c.box.Max.X-1))))
}

// blend paints a colour through coverage.
func blend(dst *image.RGBA, box image.Rectangle, cover []uint8, c color.NRGBA) {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := cover[(y-box.Min.Y)*box.Dx():][:box.Dx()]
		pix := dst.Pix[dst.PixOffset(box.Min.X, y):]
		for x, v := range row {
			if v != 0 {
				over(pix[4*x:4*x+4], c, uint32(v))
			}
		}
	}
}

// over blends a colour onto one premultiplied pixel; cover is 0..255.
func over(pix []uint8, c color.NRGBA, cover uint32) {
	a := cover * uint32(c.A) / 255
	b := 255 - a
	pix[0] = uint8((uint32(c.R)*a + uint32(pix[0])*b) / 255)
	pix[1] = uint8((uint32(c.G)*a + uint32(pix[1])*b) / 255)
	pix[2] = uint8((uint32(c.B)*a + uint32(pix[2])*b) / 255)
	pix[3] = uint8((255*a + uint32(pix[3])*b) / 255)
}
