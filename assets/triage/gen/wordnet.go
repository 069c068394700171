package main

import (
	"bufio"
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// synset is a meaning: the words that share it and the meanings it points at.
type synset struct {
	words                     []string
	hyper, similar, antonym   []string // keys of synsets
	wordAntonyms, wordDerived map[int][]wordRef
	id                        int
}

type wordRef struct {
	synset string
	word   int // from 1; 0 is the whole synset
}

var parts = map[string]string{"noun": "n", "verb": "v", "adj": "a", "adv": "r"}

// wordNet returns two sections parted by an empty line. First a line per meaning, numbered from 0:
// more general, similar and opposite meanings as numbers parted by blanks, the three lists parted
// by tabs. Then a line per word or phrase of two words: the word, its meanings (part of speech and number, the
// commonest first), opposite words, words derived from it.
func wordNet(dict string) []byte {
	synsets := map[string]*synset{}
	var order []string
	senses := map[string][]string{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		order = append(order, readData(filepath.Join(dict, "data."+part), parts[part], synsets)...)
		readIndex(filepath.Join(dict, "index."+part), parts[part], senses)
	}
	for i, key := range order {
		synsets[key].id = i
	}
	var b bytes.Buffer
	for _, key := range order {
		s := synsets[key]
		fmt.Fprintf(&b, "%s\t%s\t%s\n", numbers(s.hyper, synsets), numbers(s.similar, synsets), numbers(s.antonym, synsets))
	}
	b.WriteByte('\n')
	antonyms, derived := relations(order, synsets)
	words := make([]string, 0, len(senses))
	for w := range senses {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		if strings.Contains(w, "_") && !isPhrase(w, senses[w]) {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", strings.ReplaceAll(w, "_", " "), meanings(senses[w], synsets), join(antonyms[w]), join(derived[w]))
	}
	return b.Bytes()
}

// isPhrase keeps what two words say together and neither alone: verbs with a particle or an object
// ("carry out", "take place"), adverbs ("at last").
func isPhrase(w string, senses []string) bool {
	if strings.Count(w, "_") != 1 || strings.ContainsAny(w, "'’.-") {
		return false
	}
	for _, s := range senses {
		if s[0] == 'v' || s[0] == 'r' {
			return true
		}
	}
	return false
}

func numbers(keys []string, synsets map[string]*synset) string {
	var out []string
	for _, k := range keys {
		if s := synsets[k]; s != nil {
			out = append(out, strconv.Itoa(s.id))
		}
	}
	return strings.Join(out, " ")
}

func meanings(keys []string, synsets map[string]*synset) string {
	var out []string
	for _, k := range keys {
		if s := synsets[k]; s != nil {
			out = append(out, k[:1]+strconv.Itoa(s.id))
		}
	}
	return strings.Join(out, " ")
}

func join(set map[string]bool) string {
	out := make([]string, 0, len(set))
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// readData reads the meanings of one part of speech; adjectives of both types have the key a.
func readData(path, part string, synsets map[string]*synset) (order []string) {
	eachLine(path, func(f []string) {
		key := part + f[0]
		s := &synset{wordAntonyms: map[int][]wordRef{}, wordDerived: map[int][]wordRef{}}
		n, err := strconv.ParseInt(f[3], 16, 32)
		if err != nil {
			log.Fatal(err)
		}
		at := 4
		for range n {
			word, _, _ := strings.Cut(strings.ToLower(f[at]), "(")
			s.words = append(s.words, word)
			at += 2
		}
		pointers, err := strconv.Atoi(f[at])
		if err != nil {
			log.Fatal(err)
		}
		at++
		for range pointers {
			readPointer(s, f[at:at+4])
			at += 4
		}
		synsets[key] = s
		order = append(order, key)
	})
	return order
}

func readPointer(s *synset, f []string) {
	part := f[2]
	if part == "s" {
		part = "a"
	}
	key := part + f[1]
	from, _ := strconv.ParseInt(f[3][:2], 16, 32)
	to, _ := strconv.ParseInt(f[3][2:], 16, 32)
	switch f[0] {
	case "@", "@i":
		s.hyper = append(s.hyper, key)
	case "&", "$", "^":
		s.similar = append(s.similar, key)
	case "!":
		s.antonym = append(s.antonym, key)
		s.wordAntonyms[int(from)] = append(s.wordAntonyms[int(from)], wordRef{key, int(to)})
	case "+", "\\", "<":
		s.wordDerived[int(from)] = append(s.wordDerived[int(from)], wordRef{key, int(to)})
	}
}

func readIndex(path, part string, senses map[string][]string) {
	eachLine(path, func(f []string) {
		n, err := strconv.Atoi(f[2])
		if err != nil {
			log.Fatal(err)
		}
		for _, offset := range f[len(f)-n:] {
			senses[f[0]] = append(senses[f[0]], part+offset)
		}
	})
}

// relations turns pointers between words of meanings into pairs of words. "Be born" and the like
// count for their last word.
func relations(order []string, synsets map[string]*synset) (antonyms, derived map[string]map[string]bool) {
	antonyms, derived = map[string]map[string]bool{}, map[string]map[string]bool{}
	add := func(to map[string]map[string]bool, a, b string) {
		a, b = lastWord(a), lastWord(b)
		if a == "" || b == "" || a == b {
			return
		}
		if to[a] == nil {
			to[a] = map[string]bool{}
		}
		to[a][b] = true
	}
	for _, key := range order {
		s := synsets[key]
		for _, list := range []struct {
			refs map[int][]wordRef
			to   map[string]map[string]bool
		}{{s.wordAntonyms, antonyms}, {s.wordDerived, derived}} {
			for from, refs := range list.refs {
				for _, ref := range refs {
					target := synsets[ref.synset]
					if target != nil && from > 0 && from <= len(s.words) && ref.word > 0 && ref.word <= len(target.words) {
						add(list.to, s.words[from-1], target.words[ref.word-1])
					}
				}
			}
		}
	}
	return antonyms, derived
}

func lastWord(w string) string {
	if rest, ok := strings.CutPrefix(w, "be_"); ok {
		w = rest
	}
	if strings.Contains(w, "_") {
		return ""
	}
	return w
}

// eachLine calls f with the fields of each line that is no part of the licence at the head.
func eachLine(path string, f func([]string)) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != ' ' {
			text, _, _ := strings.Cut(line, " | ")
			f(strings.Fields(text))
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
}
