package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// usual is the share of its uses from which on a reading of a character is taken over.
const usual = 5 // a fifth

// writePinyin lists, by syllable, the characters that are read so. The readings come from CC-CEDICT:
// those that a character has in a fair share of the words, and the one that it has as a surname.
func writePinyin(cedict, out string) {
	uses := map[rune]map[string]int{}
	surnames := map[rune]map[string]bool{}
	in, err := os.Open(cedict)
	check(err)
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		traditional, rest, ok := strings.Cut(lines.Text(), " ")
		simplified, rest, found := strings.Cut(rest, " [")
		reading, gloss, closed := strings.Cut(rest, "]")
		if !ok || !found || !closed || strings.HasPrefix(traditional, "#") {
			continue
		}
		syllables := strings.Fields(reading)
		for _, word := range []string{traditional, simplified} {
			if utf8.RuneCountInString(word) != len(syllables) {
				continue
			}
			for i, r := range []rune(word) {
				syllable := plainSyllable(syllables[i])
				if !unicode.Is(unicode.Han, r) || syllable == "" {
					continue
				}
				if uses[r] == nil {
					uses[r], surnames[r] = map[string]int{}, map[string]bool{}
				}
				uses[r][syllable]++
				if len(syllables) == 1 && strings.Contains(gloss, "/surname ") {
					surnames[r][syllable] = true
				}
			}
		}
	}
	check(lines.Err())
	printPinyin(uses, surnames, out)
}

func printPinyin(uses map[rune]map[string]int, surnames map[rune]map[string]bool, out string) {
	bySyllable := map[string][]rune{}
	for r, readings := range uses {
		all := 0
		for _, n := range readings {
			all += n
		}
		for syllable, n := range readings {
			if n*usual >= all || surnames[r][syllable] {
				bySyllable[syllable] = append(bySyllable[syllable], r)
			}
		}
	}
	file, err := os.Create(out)
	check(err)
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintln(w, "# syllable, the characters that are read so")
	for _, syllable := range slices.Sorted(maps.Keys(bySyllable)) {
		slices.SortFunc(bySyllable[syllable], func(a, b rune) int { return cmp.Compare(a, b) })
		fmt.Fprintf(w, "%s\t%s\n", syllable, string(bySyllable[syllable]))
	}
	check(w.Flush())
}

// plainSyllable is a syllable without its tone, ü as v; "" for what is none.
func plainSyllable(s string) string {
	s = strings.ReplaceAll(strings.ToLower(strings.TrimRight(s, "012345")), "u:", "v")
	if s == "" || len(s) > 6 || strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 || strings.Trim(s, "xr") == "" {
		return ""
	}
	return s
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
