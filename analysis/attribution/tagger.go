package attribution

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"hexapla/analysis/dict"
)

// tagger gives English words their parts of speech: an averaged perceptron over the word, its
// neighbours and the tags before it. Its weights are decoded when the first English text is read.
type tagger struct {
	packed  []byte
	once    sync.Once
	fixed   *dict.Table // words of one tag
	weights *dict.Table // by feature: number of the tag and weight, low byte first, three bytes each
	tags    []string
}

func loadTagger(fsys fs.FS) (*tagger, error) {
	data, err := fs.ReadFile(fsys, "attribution/en.tags.gz")
	if err != nil {
		return nil, err
	}
	return &tagger{packed: data}, nil
}

// unpack decodes the weights. A damaged file leaves a tagger that calls every word a noun.
func (t *tagger) unpack() error {
	t.fixed, t.weights = dict.New(0, 0), dict.New(1<<16, 9<<18)
	index := map[string]uint8{}
	tag := func(name string) uint8 {
		n, ok := index[name]
		if !ok {
			n = uint8(len(t.tags))
			index[name] = n
			t.tags = append(t.tags, name)
		}
		return n
	}
	zip, err := gzip.NewReader(bytes.NewReader(t.packed))
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(zip)
	lines.Buffer(nil, 1<<20)
	var list []byte
	for lines.Scan() {
		feature, rest, _ := strings.Cut(lines.Text(), "\t")
		if word, ok := strings.CutPrefix(feature, "="); ok && !strings.Contains(rest, "\t") {
			t.fixed.Put(word, string([]byte{tag(rest)}))
			continue
		}
		list = list[:0]
		for rest != "" {
			var name, value string
			name, rest, _ = strings.Cut(rest, "\t")
			value, rest, _ = strings.Cut(rest, "\t")
			v, err := strconv.ParseInt(value, 10, 16)
			if err != nil {
				return fmt.Errorf("en.tags.gz: %w", err)
			}
			list = append(list, tag(name), byte(v), byte(v>>8))
		}
		t.weights.Put(feature, string(list))
	}
	return lines.Err()
}

// tag sets the part of speech of the tokens of one sentence; lower says that its capitals mean
// nothing.
func (t *tagger) tag(tokens []token, txt string, lower bool) {
	t.once.Do(func() { _ = t.unpack() }) // the file is embedded and checked by a test
	if len(t.tags) == 0 {
		return
	}
	words := make([]string, len(tokens)+4)
	words[0], words[1], words[len(words)-2], words[len(words)-1] = "-START-", "-START2-", "-END-", "-END2-"
	for i, k := range tokens {
		words[i+2] = shape(markOf(k.word))
	}
	before, beforeThat := "-START-", "-START2-"
	scores := make([]int32, len(t.tags))
	var key []byte
	for i := range tokens {
		word := markOf(tokens[i].Of(txt))
		if lower {
			word = markOf(tokens[i].word)
		}
		var n uint8
		if only, ok := t.fixed.Get(word); ok {
			n = only[0]
		} else {
			clear(scores)
			t.score(scores, &key, words[i:i+5], word, before, beforeThat)
			n = best(scores)
		}
		tokens[i].tag = t.tags[n]
		beforeThat, before = before, tokens[i].tag
	}
}

// score adds up the weights of the features; around is the word with two neighbours on each side.
func (t *tagger) score(scores []int32, key *[]byte, around []string, word, before, beforeThat string) {
	for _, parts := range [...][3]string{
		{"bias"}, {"i suffix", tail(word)}, {"i pref1", word[:1]}, {"i-1 tag", before}, {"i-2 tag", beforeThat},
		{"i tag+i-2 tag", before, beforeThat}, {"i word", around[2]}, {"i-1 tag+i word", before, around[2]},
		{"i-1 word", around[1]}, {"i-1 suffix", tail(around[1])}, {"i-2 word", around[0]},
		{"i+1 word", around[3]}, {"i+1 suffix", tail(around[3])}, {"i+2 word", around[4]},
	} {
		b := append((*key)[:0], parts[0]...)
		for _, p := range parts[1:] {
			if p != "" {
				b = append(append(b, ' '), p...)
			}
		}
		*key = b
		weights, _ := t.weights.Get(string(b))
		for ; len(weights) >= 3; weights = weights[3:] {
			scores[weights[0]] += int32(int16(weights[1]) | int16(weights[2])<<8)
		}
	}
}

// markOf writes quotation marks as the tagger was trained on them.
func markOf(w string) string {
	switch w {
	case "“", "„", "«", "‟":
		return "``"
	case "”", "»", "\"":
		return "''"
	}
	return w
}

func best(scores []int32) uint8 {
	at := 0
	for i, s := range scores {
		if s > scores[at] {
			at = i
		}
	}
	return uint8(at)
}

func tail(w string) string { return w[max(0, len(w)-3):] }

// shape is the word as the tagger was trained on it: lower case, numbers and hyphens by kind.
func shape(w string) string {
	if w == "" {
		return w
	}
	switch digit := w[0] >= '0' && w[0] <= '9'; {
	case strings.Contains(w, "-") && w[0] != '-':
		return "!HYPHEN"
	case digit && len(w) == 4 && isYear(w):
		return "!YEAR"
	case digit:
		return "!DIGITS"
	}
	return w
}

func isYear(w string) bool {
	_, err := strconv.Atoi(w)
	return err == nil
}
