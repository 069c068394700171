package typeset

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// shapeSize is the size in pixels at which everything is shaped; results are kept in em, for all sizes.
const shapeSize = 1000

// maxCached is how many shapes and words a setter keeps before it starts anew.
const maxCached = 1 << 16

type shapeKey struct {
	text string
	rtl  bool
}

// shape is a piece of text as glyphs from left to right; lengths are in em.
type shape struct {
	glyphs  []glyph
	advance float32
}

type glyph struct {
	face    *Face
	id      GlyphID
	cluster int32 // byte offset in the piece
	advance float32
	dx, dy  float32 // from the pen, y downward
}

func (s *setter) shape(text string, rtl bool) *shape {
	if found := s.shapes[shapeKey{text, rtl}]; found != nil {
		return found
	}
	if len(s.shapes) >= maxCached {
		clear(s.shapes)
		clear(s.words)
	}
	text = strings.Clone(text)
	made := s.shaped(text, rtl)
	s.shapes[shapeKey{text, rtl}] = made
	return made
}

// run is a stretch of runes of one face and script.
type run struct {
	from, to int
	face     *Face
	script   language.Script
}

func (s *setter) shaped(text string, rtl bool) *shape {
	runes := s.engine.runes[:0]
	var offsets []int32
	for i, r := range text {
		if r < ' ' || r == 0x7F {
			continue
		}
		runes, offsets = append(runes, r), append(offsets, int32(i))
	}
	s.engine.runes = runes
	runs := s.itemise(runes)
	out := &shape{}
	for k := range runs {
		r := runs[k]
		direction := di.DirectionLTR
		if rtl {
			r = runs[len(runs)-1-k]
			direction = di.DirectionRTL
		}
		shaped := s.engine.shaper.Shape(shaping.Input{
			Text: runes, RunStart: r.from, RunEnd: r.to, Direction: direction,
			Face: r.face.face, Size: fixed.I(shapeSize), Script: r.script, Language: s.language,
		})
		for _, g := range shaped.Glyphs {
			out.glyphs = append(out.glyphs, glyph{
				face: r.face, id: g.GlyphID, cluster: offsets[g.TextIndex()],
				advance: em(g.Advance), dx: em(g.XOffset), dy: -em(g.YOffset),
			})
			out.advance += em(g.Advance)
		}
	}
	return out
}

func em(v fixed.Int26_6) float32 { return float32(v) / (64 * shapeSize) }

// itemise cuts runes where the face or the script changes. Marks and joiners stay with their base.
func (s *setter) itemise(runes []rune) []run {
	var runs []run
	for i, r := range runes {
		script := language.LookupScript(r)
		if len(runs) > 0 {
			last := &runs[len(runs)-1]
			if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Variation_Selector) {
				if _, ok := last.face.face.NominalGlyph(r); ok || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
					last.to = i + 1
					continue
				}
			}
			same := script == last.script || !script.Strong()
			if s.face(r) == last.face && (same || !last.script.Strong()) {
				last.to = i + 1
				if !last.script.Strong() {
					last.script = script
				}
				continue
			}
		}
		runs = append(runs, run{i, i + 1, s.face(r), script})
	}
	return runs
}
