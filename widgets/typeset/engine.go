package typeset

import (
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
)

// Style chooses a face.
type Style struct {
	Family       Family
	Bold, Italic bool
}

// Engine sets text with the given fonts. It belongs to one goroutine.
type Engine struct {
	fonts   *Fonts
	shaper  shaping.HarfbuzzShaper
	breaks  segmenter.Segmenter
	faces   map[faceKey]*Face
	setters map[setterKey]*setter
	masks   map[maskKey]*mask

	runes []rune // scratch of the shaper
	units []unit // scratch of the line filler
}

type faceKey struct {
	file     *file
	embolden bool
}

type setterKey struct {
	style    Style
	language string
}

// NewEngine makes an engine with caches of its own.
func NewEngine(fonts *Fonts) *Engine {
	e := &Engine{fonts: fonts, faces: map[faceKey]*Face{}, setters: map[setterKey]*setter{}, masks: map[maskKey]*mask{}}
	e.shaper.SetFontCacheSize(64)
	return e
}

// Measure is the width of one line of text, and how far it rises above and falls below the baseline.
func (e *Engine) Measure(text, language string, style Style, size float32) (width, ascent, descent float32) {
	l := e.Layout(Block{Text: text, Language: language, Style: style, Size: size})
	s := e.setter(style, language)
	return l.Width, s.ascent * size, s.descent * size
}

// setter sets text of one style and language.
type setter struct {
	engine   *Engine
	language language.Language
	style    Style
	sources  []source
	opened   []*Face
	chosen   map[rune]*Face
	words    map[string]*word
	shapes   map[shapeKey]*shape

	space           float32 // advance of a blank, in em
	ascent, descent float32 // of the first face, in em
}

func (e *Engine) setter(style Style, lang string) *setter {
	key := setterKey{style, lang}
	if s := e.setters[key]; s != nil {
		return s
	}
	sources := e.fonts.order(style.Family, lang)
	s := &setter{
		engine: e, language: language.NewLanguage(lang), style: style, sources: sources, opened: make([]*Face, len(sources)),
		chosen: map[rune]*Face{}, words: map[string]*word{}, shapes: map[shapeKey]*shape{},
	}
	e.setters[key] = s
	s.space = s.shape(" ", false).advance
	// The line is that of the face for Latin in every language, so that columns keep step.
	first := s.face(' ')
	s.ascent, s.descent = first.ascent, first.descent
	return s
}

// face chooses the first face that has the character, or the first of all.
func (s *setter) face(r rune) *Face {
	if f := s.chosen[r]; f != nil {
		return f
	}
	f := s.find(r)
	s.chosen[r] = f
	return f
}

func (s *setter) find(r rune) *Face {
	for i := range s.sources {
		if chosen, _ := s.sources[i].pick(s.style); !chosen.covers(r) {
			continue
		}
		if f := s.open(i); f != nil {
			return f
		}
	}
	for i := range s.sources {
		if f := s.open(i); f != nil {
			return f
		}
	}
	panic("typeset: no font of the table can be read")
}

// open returns nil for a font that cannot be read: the others go on without it.
func (s *setter) open(i int) *Face {
	if s.opened[i] == nil {
		chosen, embolden := s.sources[i].pick(s.style)
		s.opened[i] = s.engine.open(faceKey{chosen, embolden})
	}
	return s.opened[i]
}

func (e *Engine) open(key faceKey) *Face {
	if f, ok := e.faces[key]; ok {
		return f
	}
	var f *Face
	if opened, err := key.file.open(); err == nil {
		f = newFace(key.file.name, font.NewFace(opened), key.embolden)
	}
	e.faces[key] = f
	return f
}

func newFace(name string, face *font.Face, embolden bool) *Face {
	f := &Face{name: strings.TrimSuffix(strings.TrimSuffix(name, ".ttf"), ".otf"), face: face, embolden: embolden, perEm: float32(face.Upem())}
	if embolden {
		f.name += "+bold"
	}
	f.ascent, f.descent = 1, 0.25
	if extents, ok := face.FontHExtents(); ok {
		f.ascent, f.descent = extents.Ascender/f.perEm, -extents.Descender/f.perEm
	}
	return f
}
