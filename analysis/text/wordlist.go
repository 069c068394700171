package text

import (
	"bytes"
	"errors"
	"unicode/utf8"
)

// wordList is a sorted list of words with costs, the lower the more frequent. It is searched in
// place: no map, no copy, so that loading takes little more than unpacking.
type wordList struct {
	words  []byte  // in the order of bytes, a line feed behind each
	starts []int32 // one per word, and the end
	costs  []byte
	first  map[rune]span32 // the words that begin with a character
}

type span32 struct{ lo, hi int32 }

// parseWordList reads the packed form: the words, an empty line, a byte of cost for each.
func parseWordList(data []byte) (*wordList, error) {
	end := bytes.Index(data, []byte("\n\n"))
	if end < 0 {
		return nil, errors.New("word list without costs")
	}
	w := &wordList{words: data[:end+1], costs: data[end+2:], first: map[rune]span32{}}
	w.starts = make([]int32, 0, len(w.costs)+1)
	for at := 0; at < len(w.words); at += bytes.IndexByte(w.words[at:], '\n') + 1 {
		r, _ := utf8.DecodeRune(w.words[at:])
		n := int32(len(w.starts))
		if known, ok := w.first[r]; ok {
			w.first[r] = span32{known.lo, n + 1}
		} else {
			w.first[r] = span32{n, n + 1}
		}
		w.starts = append(w.starts, int32(at))
	}
	if len(w.starts) != len(w.costs) {
		return nil, errors.New("word list with wrong number of costs")
	}
	w.starts = append(w.starts, int32(len(w.words)))
	return w, nil
}

// matches calls yield for every word that s begins with, the shorter before the longer.
func (w *wordList) matches(s string, yield func(length int, cost byte)) {
	r, depth := utf8.DecodeRuneInString(s)
	span, ok := w.first[r]
	for ok && span.lo < span.hi {
		if w.ends(span.lo, depth) {
			yield(depth, w.costs[span.lo])
			span.lo++
		}
		if depth == len(s) {
			return
		}
		_, size := utf8.DecodeRuneInString(s[depth:])
		span = w.narrow(span, depth, s[depth:depth+size])
		depth += size
	}
}

// ends reports whether word n is of that length.
func (w *wordList) ends(n int32, length int) bool {
	return int(w.starts[n+1]-w.starts[n])-1 == length
}

// narrow returns the words of span that have next at depth.
func (w *wordList) narrow(span span32, depth int, next string) span32 {
	lo := w.search(span, depth, next, false)
	return span32{lo, w.search(span32{lo, span.hi}, depth, next, true)}
}

// search returns the first word of span that has at depth what is next or greater, or only greater.
func (w *wordList) search(span span32, depth int, next string, greater bool) int32 {
	lo, hi := span.lo, span.hi
	for lo < hi {
		mid := (lo + hi) / 2
		tail := w.words[int(w.starts[mid])+depth : w.starts[mid+1]-1]
		part := string(tail[:min(len(tail), len(next))])
		if part > next || part == next && !greater {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}
