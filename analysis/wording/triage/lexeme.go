package triage

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// lexeme returns what is known of a token.
func (v *vocabulary) lexeme(surface string, lang text.Language, kind text.TokenKind) *lexeme {
	known := v.byLang[lang]
	if known == nil {
		known = map[lexemeKey]*lexeme{}
		v.byLang[lang] = known
	}
	key := lexemeKey{surface, kind}
	if l := known[key]; l != nil {
		return l
	}
	l := v.look(surface, lang, kind)
	known[key] = l
	return l
}

// lexemeKey is what a lexeme is found by: the 19 of COVID-19 is part of a word, that of 19 people a number.
type lexemeKey struct {
	surface string
	kind    text.TokenKind
}

func (v *vocabulary) look(surface string, lang text.Language, kind text.TokenKind) *lexeme {
	norm := v.model.Norm(surface, lang, text.FoldDefault)
	norm = strings.ReplaceAll(norm, "’", "'")
	if full, ok := expanded[norm]; ok && lang == "en" {
		norm = full
	}
	norm = strings.TrimSuffix(norm, "'s")
	if head, ok := strings.CutSuffix(norm, "'"); ok && elidedWords[head] && lang == "fr" {
		norm = head
	}
	if same, ok := v.same[norm]; ok {
		norm = same
	}
	l := &lexeme{norm: norm, lemma: norm, punct: !hasLetterOrDigit(norm), weight: 0.8, known: true}
	if l.punct {
		l.known = true
		l.norm = foldMark(norm)
		if currencies[norm] != "" {
			l.punct, l.content, l.lemma = false, true, currencies[norm]
		}
		if lang == "en" && v.words != nil {
			l.sort = v.words.grammar.sorts[l.sortName()]
		}
		return l
	}
	if lang == "en" && v.words != nil {
		v.lookEnglish(l)
	} else if !lang.Spaceless() {
		l.lemma = v.model.Norm(surface, lang, text.FoldDefault|text.FoldInflection)
	}
	l.cues = v.cuesOf(l, lang)
	l.content = !l.cues.is(function|person|negator|condition|demonstrative) && kind != text.Number
	if lang == "en" && l.cues.is(function|person|modal|negator|condition) {
		l.known = true
	}
	if lang == "en" && v.words != nil {
		l.sort = v.words.grammar.sorts[l.sortName()]
	}
	if l.content && (v.words == nil || lang != "en") {
		l.weight = min(1, 0.5+0.08*float64(utf8.RuneCountInString(norm)))
	}
	return l
}

// currencies name the signs of money, so that "$" and "dollars" meet.
var currencies = map[string]string{"$": "dollar", "€": "euro", "£": "pound", "¥": "yuan", "￥": "yuan", "₽": "ruble", "%": "percent"}

func (v *vocabulary) lookEnglish(l *lexeme) {
	f := v.tables.english.base(l.norm, v.words.entries.Has)
	if !v.compares(l.norm, f) {
		f = form{l.norm, noForm}
	}
	l.lemma, l.form = f.base, f.tag
	if e, ok := v.words.entry(l.lemma); ok {
		l.entry = &e
	} else if e, ok := v.words.entry(l.norm); ok {
		l.entry = &e
	}
	l.vector = v.words.vector(l.norm)
	if l.vector == nil {
		l.vector = v.words.vector(l.lemma)
	}
	rank, common := v.words.rank(l.norm)
	if r, ok := v.words.rank(l.lemma); ok && (!common || r < rank) {
		rank, common = r, true
	}
	_, singular := v.words.rank(strings.TrimSuffix(l.norm, "s"))
	l.known = l.entry != nil || singular && strings.HasSuffix(l.norm, "s") || common && rank < commonRank || !lettersOnly(l.norm) || v.familiar(l.norm)
	l.weight = 1
	if common {
		l.weight = max(0, min(1, (math.Log(float64(rank)+20)-3)/(math.Log(20000)-3)))
	}
}

// compares reports whether a form in -er or -est is one of an adjective: "smaller", not "writer".
func (v *vocabulary) compares(norm string, f form) bool {
	if f.base == norm || f.tag != noForm || !strings.HasSuffix(norm, "er") && !strings.HasSuffix(norm, "est") {
		return true
	}
	own, listed := v.words.entry(norm)
	base, _ := v.words.entry(f.base)
	return strings.ContainsAny(base.parts, "ar") && (!listed || !strings.HasPrefix(own.parts, "n"))
}

func (v *vocabulary) cuesOf(l *lexeme, lang text.Language) cues {
	known := v.cueTable(lang)
	c, ok := known[l.norm]
	if !ok {
		c, ok = known[strings.ReplaceAll(l.norm, "’", "'")]
	}
	if ok && c.classes&^acrossOnly != 0 {
		return c
	}
	if strings.HasSuffix(l.norm, "n't") || strings.HasSuffix(l.norm, "n’t") {
		return known["not"]
	}
	if lang == "fa" && strings.HasPrefix(l.norm, "نمی") {
		return known["نمی"]
	}
	base := known[l.lemma]
	if lang == "ru" && l.lemma == "не" {
		base = cues{} // нее, "her", is no form of it
	}
	if base.classes == 0 {
		base = v.stems(lang)[l.lemma]
	}
	return cues{c.classes | base.classes, c.values + base.values}
}

// cueTable is the table of cues of a language by norm: texts differ from the table, and from each
// other, in accents and in the shapes of Arabic letters.
func (v *vocabulary) cueTable(lang text.Language) map[string]cues {
	raw := v.tables.cues[lang]
	if lang == "en" || lang.Spaceless() {
		return raw
	}
	if known, ok := v.normed[lang]; ok {
		return known
	}
	out := maps.Clone(raw)
	for _, word := range slices.Sorted(maps.Keys(raw)) {
		norm := v.model.Norm(word, lang, text.FoldDefault)
		if _, known := out[norm]; !known {
			out[norm] = raw[word]
		}
	}
	v.normed[lang] = out
	return out
}

// stems are the cues of a language's words that are inflected, by stem.
func (v *vocabulary) stems(lang text.Language) map[string]cues {
	if known, ok := v.stemmed[lang]; ok {
		return known
	}
	out := map[string]cues{}
	v.stemmed[lang] = out
	if lang == "en" || lang.Spaceless() {
		return out
	}
	table := v.cueTable(lang)
	for _, word := range slices.Sorted(maps.Keys(table)) {
		c := table[word]
		if c.classes&(function|negator|modal|person|condition|hedge|undenying) != 0 || utf8.RuneCountInString(word) < 4 {
			continue
		}
		if stem := v.model.Norm(word, lang, text.FoldDefault|text.FoldInflection); out[stem].classes == 0 {
			out[stem] = c
		}
	}
	return out
}

func hasLetterOrDigit(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// commonRank is up to where a word without a meaning in the dictionary is English all the same;
// beyond it the commonest words of other languages begin.
const commonRank = 3000

// lettersOnly reports whether a word has no digits; others are in no dictionary.
func lettersOnly(s string) bool {
	for _, r := range s {
		if unicode.IsDigit(r) {
			return false
		}
	}
	return true
}

// foldMark folds the shapes of quotes and dashes.
func foldMark(s string) string {
	switch s {
	case "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''", "「", "」", "《", "》":
		return "\""
	case "–", "—", "-", "--", "―":
		return "-"
	case "，", "、", "،":
		return ","
	case "。":
		return "."
	case "？", "؟":
		return "?"
	case "！":
		return "!"
	case "：":
		return ":"
	case "；", "؛":
		return ";"
	}
	return s
}
