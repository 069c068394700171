package typeset

import "github.com/go-text/typesetting/segmenter"

// WordAt is the word around a byte of a text, as a double click selects it.
func (e *Engine) WordAt(text string, offset int) (start, end int) {
	var s segmenter.Segmenter
	s.InitWithString(text)
	starts := make([]int, 0, len(text)+1)
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	for words := s.WordIterator(); words.Next(); {
		w := words.Word()
		before := end
		start, end = starts[w.Offset], starts[w.Offset+len(w.Text)]
		if before <= offset && offset < start {
			return before, start // between words
		}
		if start <= offset && offset < end {
			return start, end
		}
	}
	if offset < end || offset >= len(text) {
		offset = len(text)
	}
	return max(offset, 0), len(text)
}
