package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldInflection returns what the inflected forms of a word have in common; it need not be a word.
// Capitals stay.
func (m *Model) foldInflection(s string, lang Language) string {
	lower := strings.ToLower(s)
	stem := m.stem(lower, lang)
	switch {
	case lower == s || stem == "":
		return stem
	case strings.ToUpper(s) == s:
		return strings.ToUpper(stem)
	default:
		r, size := utf8.DecodeRuneInString(stem)
		if first, _ := utf8.DecodeRuneInString(s); unicode.IsUpper(first) {
			r = unicode.ToUpper(r)
		}
		return string(r) + stem[size:]
	}
}

// stem works on small letters. English has rules of its own, because Snowball's take derivation off
// as well and make one word of universe and university; so do Arabic and the languages of
// assets/text/suffixes.txt.
func (m *Model) stem(lower string, lang Language) string {
	if lang == "en" {
		return m.englishStem(lower)
	}
	if _, known := stemmers[lang]; known {
		return lastStem(lower, lang)
	}
	if m == nil || m.endings[lang] == nil {
		return lower
	}
	return m.endings[lang].strip(lower)
}

// lastStem cuts until nothing more comes off. Few steps reach the last.
func lastStem(lower string, lang Language) string {
	for range 8 {
		stem, _ := Snowball(lower, lang)
		if stem == "" || stem == lower {
			break
		}
		lower = stem
	}
	return lower
}

// endings are what inflection adds in one language.
type endings struct{ before, behind []string }

// strip takes the longest beginning and the longest ending off, as often as that is possible.
func (e *endings) strip(s string) string {
	const shortest = 2
	for {
		next := s
		if p := longest(e.before, func(p string) bool { return strings.HasPrefix(next, p) }); p != "" && utf8.RuneCountInString(next[len(p):]) > shortest {
			next = next[len(p):]
		}
		if p := longest(e.behind, func(p string) bool { return strings.HasSuffix(next, p) }); p != "" && utf8.RuneCountInString(next)-utf8.RuneCountInString(p) >= shortest {
			next = strings.TrimRight(next[:len(next)-len(p)], "\u200C")
		}
		if next == s {
			return s
		}
		s = next
	}
}

func longest(parts []string, fits func(string) bool) string {
	best := ""
	for _, p := range parts {
		if len(p) > len(best) && fits(p) {
			best = p
		}
	}
	return best
}

// englishStem takes -s, -ed, -ing and the possessive off; irregular forms come from a table.
func (m *Model) englishStem(s string) string {
	if owner := strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s"); owner != "" && kindOf(owner) == Word {
		s = owner
	}
	s = strings.TrimRight(s, "'’")
	if m != nil && m.irregular != nil {
		if lemma, ok := m.irregular()[s]; ok {
			return englishEnd(lemma)
		}
	}
	return englishEnd(englishSuffix(s))
}

func englishSuffix(s string) string {
	switch {
	case len(s) <= 3:
		return s
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "xes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "us") && !strings.HasSuffix(s, "is"):
		return s[:len(s)-1]
	case strings.HasSuffix(s, "ied") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "greed"), strings.HasSuffix(s, "teed"), strings.HasSuffix(s, "creed"), strings.HasSuffix(s, "reed") && len(s) > 6:
		return s[:len(s)-1]
	case strings.HasSuffix(s, "ed") && !strings.HasSuffix(s, "eed"):
		return undouble(s, s[:len(s)-2])
	case strings.HasSuffix(s, "ing"):
		return undouble(s, s[:len(s)-3])
	}
	return s
}

// undouble returns the stem of a form with -ed or -ing, or the form if no vowel would stay.
func undouble(form, stem string) string {
	n := len(stem)
	switch {
	case n < 2 || !strings.ContainsAny(stem, "aeiouy"):
		return form
	case n > 3 && stem[n-1] == stem[n-2] && !strings.ContainsRune("lszeo", rune(stem[n-1])):
		return stem[:n-1]
	}
	return stem
}

// englishEnd drops a final e, which -ing and -ed replace, and makes double l single, on which spellings
// differ, so that all forms meet.
func englishEnd(s string) string {
	if len(s) > 3 && strings.HasSuffix(s, "e") && !strings.HasSuffix(s, "ee") {
		s = s[:len(s)-1]
	}
	if len(s) > 4 && strings.HasSuffix(s, "ll") {
		s = s[:len(s)-1]
	}
	return s
}
