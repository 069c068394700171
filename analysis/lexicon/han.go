package lexicon

import (
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"
)

// Han knows of Chinese characters how they are read and which simplified character stands for them.
type Han struct {
	pinyin     map[rune]string
	simplified map[rune]rune
}

// lazyHan is the table han.zst: "character TAB simplified TAB pinyin".
type lazyHan struct {
	once sync.Once
	han  *Han
}

// Han returns the table of characters; nil where there is none.
func (s *Set) Han() *Han {
	if s == nil || s.fsys == nil {
		return nil
	}
	s.han.once.Do(func() { s.han.han = readHan(s.fsys) })
	return s.han.han
}

func readHan(fsys fs.FS) *Han {
	data, err := decode(fsys, "han.zst")
	if err != nil {
		return nil
	}
	h := &Han{pinyin: map[rune]string{}, simplified: map[rune]rune{}}
	for _, line := range strings.Split(data, "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			continue
		}
		c, _ := utf8.DecodeRuneInString(f[0])
		h.pinyin[c] = f[2]
		if s, _ := utf8.DecodeRuneInString(f[1]); s != c && f[1] != "" {
			h.simplified[c] = s
		}
	}
	return h
}

// Pinyin is the usual reading of a character without its tone, "" where unknown.
func (h *Han) Pinyin(r rune) string {
	if h == nil {
		return ""
	}
	return h.pinyin[r]
}

// Simplified returns s with traditional characters replaced by simplified ones.
func (h *Han) Simplified(s string) string {
	if h == nil {
		return s
	}
	return strings.Map(func(r rune) rune {
		if to, known := h.simplified[r]; known {
			return to
		}
		return r
	}, s)
}
