package text

import (
	"io/fs"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/dict"
)

// gramTable is what runs of letters cost in each language: see assets/text/gen/ngrams.go.
type gramTable struct {
	languages []Language
	costs     *dict.Table // by gram, "_" at the edges of words: letter of the language and cost, alternating
}

// readGrams reads the packed table; nil if it is damaged.
func readGrams(fsys fs.FS, name string) *gramTable {
	data, err := readPacked(fsys, name)
	if err != nil {
		return nil
	}
	head, body, _ := strings.Cut(string(data), "\n")
	t := &gramTable{costs: dict.New(strings.Count(body, "\n"), len(body))}
	for code := range strings.FieldsSeq(head) {
		t.languages = append(t.languages, Language(code))
	}
	for line := range strings.Lines(body) {
		gram, pairs, _ := strings.Cut(line, " ")
		t.costs.Put(gram, strings.TrimSuffix(pairs, "\n"))
	}
	return t
}

const (
	longestGram = 4
	absent      = 12.0 // cost of a gram that is not among a language's frequent ones
	costUnit    = 6.0  // costs are written in sixths
)

// scriptGroups are the languages of the alphabets that several share.
var scriptGroups = map[string]string{
	"Latin":    "en de fr es pt it nl pl cs sk sv da no fi hu ro tr id vi hr sl et lt lv is sq ca la",
	"Cyrillic": "ru uk bg sr mk be kk",
	"Arabic":   "ar fa ur ps",
}

// handicap is what a language must be ahead, because texts in it are rare here.
var handicap = map[Language]float64{
	"sk": 6, "sl": 6, "et": 5, "lt": 5, "lv": 5, "is": 4, "sq": 6, "ca": 8, "la": 10, "hr": 5, "no": 4, "da": 3,
	"mk": 6, "be": 5, "kk": 5, "bg": 3, "sr": 3, "ps": 5, "fi": 2, "ro": 2, "hu": 2, "id": 1, "vi": 1,
}

// classify returns the likeliest language of a script and its probability.
func (t *gramTable) classify(s, script string, prior Language) (Language, float64) {
	scores := t.scores(s, unicode.Scripts[script])
	in := map[Language]bool{}
	for code := range strings.FieldsSeq(scriptGroups[script]) {
		in[Language(code)] = true
	}
	const trust = 10 // what being the document's language is worth
	best := -1
	for i, lang := range t.languages {
		switch {
		case !in[lang]:
			scores[i] = math.Inf(-1)
			continue
		case lang == prior:
			scores[i] += trust
		default:
			scores[i] -= handicap[lang]
		}
		if best < 0 || scores[i] > scores[best] {
			best = i
		}
	}
	if best < 0 {
		return "", 0
	}
	return t.languages[best], confidence(scores, best)
}

// scores adds up for every language what the words of s speak for it.
func (t *gramTable) scores(s string, script *unicode.RangeTable) []float64 {
	scores := make([]float64, len(t.languages))
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && r != '\u200c'
	}) {
		if r, _ := utf8.DecodeRuneInString(word); !unicode.Is(script, r) {
			continue
		}
		t.addWord(scores, "_"+word+"_")
	}
	return scores
}

// addWord adds the grams of one word.
func (t *gramTable) addWord(scores []float64, word string) {
	weights := [longestGram + 1]float64{1: 0.3, 2: 0.5, 3: 0.7, 4: 0.7}
	var at [longestGram]int // the last places where a character began
	n := 0
	for i := range word + "." {
		for length := 1; length <= min(n, longestGram); length++ {
			t.add(scores, word[at[(n-length)%longestGram]:i], weights[length])
		}
		at[n%longestGram] = i
		n++
	}
	if n > longestGram+1 {
		t.add(scores, word, 0.5)
	}
}

// add adds what a gram speaks for each language that has it.
func (t *gramTable) add(scores []float64, gram string, weight float64) {
	pairs, _ := t.costs.Get(gram)
	for k := 0; k+1 < len(pairs); k += 2 {
		scores[pairs[k]-'A'] += weight * (absent - float64(pairs[k+1]-'!')/costUnit)
	}
}
