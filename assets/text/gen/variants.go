package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// simplified reads OpenCC's characters: a line is a traditional character and its simplified form.
func simplified(dir string) []byte {
	source := read(filepath.Join(dir, "dist/esm-lib/dict/TSCharacters.js"))
	source = source[strings.IndexByte(source, '"')+1 : strings.LastIndexByte(source, '"')]
	var lines []string
	for pair := range strings.SplitSeq(source, "|") {
		from, to, _ := strings.Cut(pair, " ")
		to, _, _ = strings.Cut(to, " ")
		if utf8.RuneCountInString(from) == 1 && utf8.RuneCountInString(to) == 1 && from != to {
			lines = append(lines, from+to+"\n")
		}
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}

// spelling reads the British and the American spelling of words: a line has both.
func spelling(dir string) []byte {
	pairs := map[string]string{}
	check(json.Unmarshal([]byte(read(filepath.Join(dir, "data/british_spellings.json"))), &pairs))
	var out bytes.Buffer
	for _, british := range slices.Sorted(maps.Keys(pairs)) {
		if american := pairs[british]; !strings.ContainsAny(british+american, " -") && british != american {
			out.WriteString(british + " " + american + "\n")
		}
	}
	return out.Bytes()
}

// irregular reads WordNet's exceptions: a line is a form and its lemma. Forms with several lemmas
// go to the first.
func irregular(dir string) []byte {
	forms := map[string]string{}
	for _, part := range []string{"adv", "adj", "noun", "verb"} { // later parts win: verbs inflect most
		for line := range strings.Lines(read(filepath.Join(dir, "usr/share/wordnet", part+".exc"))) {
			fields := strings.Fields(line)
			if len(fields) >= 2 && !strings.ContainsAny(line, "_-") && fields[0] != fields[1] {
				forms[fields[0]] = fields[1]
			}
		}
	}
	var out bytes.Buffer
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		out.WriteString(form + " " + forms[form] + "\n")
	}
	return out.Bytes()
}
