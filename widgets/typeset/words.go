package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// word is what stands between blanks, with the places where a line may break inside.
type word struct {
	chunks                  []chunk
	gluesBefore, gluesAfter bool // no break at the blank before, after it
}

// chunk is what no line may break; shape is that of left-to-right text.
type chunk struct {
	start, end int
	shape      *shape
}

const (
	longWord  = 48  // longer ones, and text without blanks, are not worth remembering whole
	longChunk = 256 // longer ones are cut, so that no shape is ever long
)

func (s *setter) word(text string) *word {
	if w := s.words[text]; w != nil {
		return w
	}
	w := s.cut(text)
	if len(text) <= longWord {
		s.words[strings.Clone(text)] = w
	}
	return w
}

// cut finds the breaks of UAX #14. The blanks around the word matter to punctuation only, which the
// letters put in place of its neighbours bring out.
func (s *setter) cut(text string) *word {
	w := &word{}
	for _, at := range s.engine.lineBreaks(text) {
		start := 0
		if n := len(w.chunks); n > 0 {
			start = w.chunks[n-1].end
		}
		for at-start > longChunk {
			end := start + longChunk
			for end > start && !utf8.RuneStart(text[end]) {
				end--
			}
			if end == start {
				end = start + longChunk
			}
			w.chunks = append(w.chunks, chunk{start, end, s.shape(text[start:end], false)})
			start = end
		}
		w.chunks = append(w.chunks, chunk{start, at, s.shape(text[start:at], false)})
	}
	if first, size := utf8.DecodeRuneInString(text); !isPlain(first) {
		w.gluesBefore = !slices.Contains(s.engine.lineBreaks("x "+text[:size]), 2)
	}
	if last, size := utf8.DecodeLastRuneInString(text); !isPlain(last) {
		w.gluesAfter = !slices.Contains(s.engine.lineBreaks(text[len(text)-size:]+" x"), size+1)
	}
	return w
}

// lineBreaks gives the byte offsets at which a line may break, the end of the text included.
func (e *Engine) lineBreaks(text string) []int {
	if isWord(text) {
		return []int{len(text)}
	}
	e.breaks.InitWithString(text)
	var at []int
	offset := 0
	for lines := e.breaks.LineIterator(); lines.Next(); {
		for range lines.Line().Text {
			_, size := utf8.DecodeRuneInString(text[offset:])
			offset += size
		}
		at = append(at, offset)
	}
	return at
}

// isWord knows at a glance that nothing breaks between letters.
func isWord(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// isPlain tells characters beside whose blanks a line always breaks.
func isPlain(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	case r >= 0xC0 && r < 0x300, r >= 0x370 && r < 0x530, r >= 0x5D0 && r < 0x5EB, r >= 0x620 && r < 0x64B, r >= 0x4E00 && r < 0xA000:
		return true
	}
	return false
}
