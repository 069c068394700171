package scene

import (
	"encoding/binary"
	"math"

	"hexapla/widgets/typeset"
)

// perEm is the resolution of the fonts that are written.
const perEm = 2048

// trueType makes a font of the given outlines, with advances in thousandths of an em, glyph 0 being empty: the tables that a PDF asks for, no others.
//
// Subsets are made of outlines, not cut from files: so fonts with cubic curves, collections and emboldened faces
// go the same way, and nothing but what was set is handed on.
func trueType(outlines [][]typeset.Segment, advances []int) []byte {
	var glyf, loca, hmtx []byte
	var most struct{ points, contours int }
	loca = binary.BigEndian.AppendUint32(loca, 0)
	hmtx = append(hmtx, 0, 0, 0, 0)
	loca = binary.BigEndian.AppendUint32(loca, 0)
	for i, o := range outlines {
		contours := quadratic(o)
		points := 0
		for _, c := range contours {
			points += len(c)
		}
		most.points, most.contours = max(most.points, points), max(most.contours, len(contours))
		glyf = append(glyf, glyph(contours)...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(advances[i]*perEm/1000))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(int16(leftmost(contours))))
	}
	n := len(outlines) + 1
	return sfnt([]fontTable{
		{"glyf", glyf}, {"head", headTable()}, {"hhea", hheaTable(n)}, {"hmtx", hmtx}, {"loca", loca},
		{"maxp", maxpTable(n, most.points, most.contours)},
	})
}

type fontPoint struct {
	x, y int
	on   bool
}

// quadratic turns an outline into contours of quadratic curves, y upward.
func quadratic(o []typeset.Segment) [][]fontPoint {
	var out [][]fontPoint
	var at typeset.Point
	add := func(p typeset.Point, on bool) {
		c := &out[len(out)-1]
		*c = append(*c, fontPoint{unit(p.X), unit(-p.Y), on})
	}
	for _, s := range o {
		if s.Op == typeset.MoveTo || len(out) == 0 {
			out = append(out, nil)
		}
		switch s.Op {
		case typeset.QuadTo:
			add(s.Args[0], false)
			add(s.Args[1], true)
			at = s.Args[1]
		case typeset.CubeTo:
			cubic(at, s.Args[0], s.Args[1], s.Args[2], 0, add)
			at = s.Args[2]
		default:
			add(s.Args[0], true)
			at = s.Args[0]
		}
	}
	kept := out[:0]
	for _, c := range out {
		if n := len(c); n > 1 && c[0] == c[n-1] {
			c = c[:n-1] // contours close by themselves
		}
		if len(c) > 2 {
			kept = append(kept, c)
		}
	}
	return kept
}

func unit(v float32) int {
	return int(max(-16000, min(16000, math.Round(float64(v)*perEm))))
}

// cubic halves a curve until a quadratic one is as good to half a unit.
func cubic(a, b, c, d typeset.Point, depth int, add func(typeset.Point, bool)) {
	ex := float64(d.X - 3*c.X + 3*b.X - a.X)
	ey := float64(d.Y - 3*c.Y + 3*b.Y - a.Y)
	if depth >= 4 || math.Hypot(ex, ey)*math.Sqrt(3)/36 < 0.5/perEm {
		add(typeset.Point{X: (3*(b.X+c.X) - a.X - d.X) / 4, Y: (3*(b.Y+c.Y) - a.Y - d.Y) / 4}, false)
		add(d, true)
		return
	}
	half := func(p, q typeset.Point) typeset.Point { return typeset.Point{X: (p.X + q.X) / 2, Y: (p.Y + q.Y) / 2} }
	ab, bc, cd := half(a, b), half(b, c), half(c, d)
	abc, bcd := half(ab, bc), half(bc, cd)
	middle := half(abc, bcd)
	cubic(a, ab, abc, middle, depth+1, add)
	cubic(middle, bcd, cd, d, depth+1, add)
}

func leftmost(contours [][]fontPoint) int {
	if len(contours) == 0 {
		return 0
	}
	low := math.MaxInt
	for _, c := range contours {
		for _, p := range c {
			low = min(low, p.x)
		}
	}
	return low
}

// glyph is a simple glyph; coordinates are written as words, flags one by one: the stream is compressed anyway.
func glyph(contours [][]fontPoint) []byte {
	if len(contours) == 0 {
		return nil
	}
	low, high := [2]int{math.MaxInt, math.MaxInt}, [2]int{math.MinInt, math.MinInt}
	var all []fontPoint
	var ends []int
	for _, c := range contours {
		all = append(all, c...)
		ends = append(ends, len(all)-1)
	}
	for _, p := range all {
		low[0], low[1] = min(low[0], p.x), min(low[1], p.y)
		high[0], high[1] = max(high[0], p.x), max(high[1], p.y)
	}
	var b []byte
	word := func(v int) { b = binary.BigEndian.AppendUint16(b, uint16(int16(v))) }
	word(len(contours))
	for _, v := range []int{low[0], low[1], high[0], high[1]} {
		word(v)
	}
	for _, e := range ends {
		word(e)
	}
	word(0) // no instructions
	for _, p := range all {
		if p.on {
			b = append(b, 1)
		} else {
			b = append(b, 0)
		}
	}
	x, y := 0, 0
	for _, p := range all {
		word(p.x - x)
		x = p.x
	}
	for _, p := range all {
		word(p.y - y)
		y = p.y
	}
	return b
}

func headTable() []byte {
	b := make([]byte, 54)
	binary.BigEndian.PutUint32(b[0:], 0x00010000)
	binary.BigEndian.PutUint32(b[4:], 0x00010000)
	binary.BigEndian.PutUint32(b[12:], 0x5F0F3CF5)
	binary.BigEndian.PutUint16(b[18:], perEm)
	for i, v := range []int{-perEm, -perEm, 2 * perEm, 2 * perEm} {
		binary.BigEndian.PutUint16(b[36+2*i:], uint16(int16(v)))
	}
	binary.BigEndian.PutUint16(b[46:], 6) // smallest readable size
	binary.BigEndian.PutUint16(b[48:], 2) // direction, by convention
	binary.BigEndian.PutUint16(b[50:], 1) // long offsets in loca
	return b
}

func hheaTable(glyphs int) []byte {
	b := make([]byte, 36)
	binary.BigEndian.PutUint32(b[0:], 0x00010000)
	binary.BigEndian.PutUint16(b[4:], perEm)
	binary.BigEndian.PutUint16(b[6:], uint16(0x10000-perEm/4))
	binary.BigEndian.PutUint16(b[10:], 2*perEm)
	binary.BigEndian.PutUint16(b[18:], 1) // an upright caret
	binary.BigEndian.PutUint16(b[34:], uint16(glyphs))
	return b
}

func maxpTable(glyphs, points, contours int) []byte {
	b := make([]byte, 32)
	binary.BigEndian.PutUint32(b[0:], 0x00010000)
	binary.BigEndian.PutUint16(b[4:], uint16(glyphs))
	binary.BigEndian.PutUint16(b[6:], uint16(points))
	binary.BigEndian.PutUint16(b[8:], uint16(contours))
	binary.BigEndian.PutUint16(b[14:], 1) // zones
	return b
}

type fontTable struct {
	name string
	data []byte
}

// sfnt joins tables, which are in the order of their names, to a file.
func sfnt(tables []fontTable) []byte {
	n := len(tables)
	power, log := 1, 0
	for power*2 <= n {
		power, log = power*2, log+1
	}
	var b []byte
	b = binary.BigEndian.AppendUint32(b, 0x00010000)
	for _, v := range []int{n, power * 16, log, (n - power) * 16} {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	at := 12 + 16*n
	var body []byte
	for _, t := range tables {
		b = append(b, t.name...)
		b = binary.BigEndian.AppendUint32(b, sum(t.data))
		b = binary.BigEndian.AppendUint32(b, uint32(at+len(body)))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	b = append(b, body...)
	for i, t := range tables {
		if t.name == "head" { // the adjustment makes the sum of the whole file what it must be
			offset := binary.BigEndian.Uint32(b[12+16*i+8:])
			binary.BigEndian.PutUint32(b[offset+8:], 0xB1B0AFBA-sum(b))
		}
	}
	return b
}

func sum(data []byte) uint32 {
	var s uint32
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		s += binary.BigEndian.Uint32(word[:])
	}
	return s
}
