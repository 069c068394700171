package triage

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// Every language denies, obliges and reports with words of its own, and says by a word's meaning what
// another says by a negator: not afraid, unafraid, 无畏. A negator is judged only where the other side
// has nothing that may deny, an obligation only where it has nothing that may oblige.

// negation judges a side that denies more often than the other can. Where negators agree with each
// other (никто не, no … nadie, ne … personne) their number says nothing.
func (x *crosser) negation() {
	a, b := x.denials(x.bridge.a), x.denials(x.bridge.b)
	mayA, mayB := x.mayDeny(x.bridge.a), x.mayDeny(x.bridge.b)
	const says = "%s denies and the other version does not"
	switch {
	case len(a) > 0 && (mayB == 0 || counts(x.a.lang) && len(a) > mayB):
		i := x.unmatched(x.bridge.a, a)
		x.find(Negation, stretch{i, i + 1}, x.place(x.a, x.b, i), because(says, x.a.words[i].surface), weigh{"negation.across", 1, x.a.words[i].surface})
	case len(b) > 0 && (mayA == 0 || counts(x.b.lang) && len(b) > mayA):
		i := x.unmatched(x.bridge.b, b)
		x.find(Negation, x.place(x.b, x.a, i), stretch{i, i + 1}, because(says, x.b.words[i].surface), weigh{"negation.across", 1, x.b.words[i].surface})
	}
}

// counts reports whether a language denies once for each negator.
func counts(lang text.Language) bool { return lang == "en" || lang == "de" || lang.Spaceless() }

// unmatched returns which of the negators has least around it that the other side has.
func (x *crosser) unmatched(k *bank, negators []int) int {
	best, least := negators[0], math.Inf(1)
	for _, i := range negators {
		sum := 0.0
		for n := max(0, i-2); n < min(len(k.words), i+3); n++ {
			sum += k.cover[n]
		}
		if sum < least && k.cover[i] == 0 {
			best, least = i, sum
		}
	}
	return best
}

// denials lists the negators that turn their sentence round.
func (x *crosser) denials(k *bank) []int {
	var out []int
	for i := range k.words {
		if k.negates(i) {
			out = append(out, i)
		}
	}
	return out
}

// negates reports whether word i is a negator that denies.
func (s *sentence) negates(i int) bool {
	w := &s.words[i]
	if !w.is(negator) || w.is(undenying) {
		return false
	}
	next := ""
	if i+1 < len(s.words) {
		next = s.words[i+1].norm
	}
	switch {
	case s.words[i].pair&undenying != 0, i > 0 && s.words[i-1].pair&undenying != 0:
		return false
	case s.lang == "fr" && !frenchAlone[w.norm]:
		return !neSigns(w.surface) && s.afterNe(i)
	case s.lang == "en" && w.norm == "no" && next == ".":
		return false
	case s.lang.Spaceless():
		return !s.asks(i)
	}
	return true
}

// frenchAlone are negators that need no second one.
var frenchAlone = map[string]bool{"sans": true, "non": true, "aucun": true, "aucune": true}

// afterNe reports whether a French "ne" stands by word i (personne n'a, n'a pas): without it "pas", "jamais", "personne"
// are other words, and it alone may deny nothing (plus qu'il ne le croit, ne … que).
func (s *sentence) afterNe(i int) bool {
	return slices.ContainsFunc(s.words[max(0, i-7):min(len(s.words), i+4)], func(w word) bool { return neSigns(w.surface) })
}

func neSigns(surface string) bool {
	s := strings.ReplaceAll(strings.ToLower(surface), "’", "'")
	return s == "ne" || s == "n" || strings.HasPrefix(s, "n'")
}

// asks reports whether a Chinese negator stands between two equal signs: 是不是, 会不会.
func (s *sentence) asks(i int) bool {
	w := &s.words[i]
	first, size := utf8.DecodeRuneInString(w.surface)
	if first != '不' && first != '没' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:w.Start])
	after, _ := utf8.DecodeRuneInString(s.text[min(len(s.text), w.Start+size):])
	return before == after && before != utf8.RuneError
}

// mayDeny counts what of a sentence can say no: negators of any kind, and words without a counterpart
// that deny by their meaning or their form.
func (x *crosser) mayDeny(k *bank) int {
	n := 0
	for i := range k.words {
		if x.denying(k, i) {
			n++
		}
	}
	return n
}

func (x *crosser) denying(k *bank, i int) bool {
	w := &k.words[i]
	switch {
	case w.punct, w.is(undenying), w.pair&undenying != 0, i > 0 && k.words[i-1].pair&undenying != 0:
		return false
	case w.is(negator):
		return k.lang != "fr" || k.negates(i)
	case k.lang == "fr" && neSigns(w.surface):
		return !slices.ContainsFunc(k.words[i:min(len(k.words), i+7)], func(w word) bool { return w.is(negator) && !neSigns(w.surface) })
	case w.is(implicit), k.lang.Spaceless() && strings.ContainsAny(w.surface, "不没沒未无無非勿莫毋否难難拒禁免缺避"):
		return true
	case w.is(averse) && (x.a.lang.Spaceless() || x.b.lang.Spaceless()): // 不对 is a word for wrong
		return true
	case k.cover[i] > 0 && w.content: // it stands for a word of the other side
		return false
	case w.is(averse):
		return true
	case k.lang == "en":
		return x.v.negativePrefix(w)
	}
	return w.content && w.mention < 0 && !w.isName(k.sentence) && deniesByForm(w.norm, k.lang)
}

// deniesByForm reports whether a word has a beginning or an ending that denies in its language.
func deniesByForm(norm string, lang text.Language) bool {
	for _, prefix := range denyingPrefixes[lang] {
		if strings.HasPrefix(norm, prefix) && utf8.RuneCountInString(norm) > utf8.RuneCountInString(prefix)+2 {
			return true
		}
	}
	return lang == "de" && (strings.HasSuffix(norm, "los") || strings.HasSuffix(norm, "lose") || strings.HasSuffix(norm, "losen"))
}

var denyingPrefixes = map[text.Language][]string{
	"ru": {"не", "без", "бес", "анти"}, "fa": {"ن", "بی", "غیر"}, "ar": {"ول", "وليس", "لم", "لن", "لا"},
	"de": {"un", "miss", "kein", "nicht"}, "fr": {"inc", "imp", "irr", "ill", "des", "anti"}, "es": {"inc", "imp", "irr", "des", "anti"},
}

// modality judges an obligation that one side has and the other has not.
func (x *crosser) modality() {
	a, b := obligation(x.a), obligation(x.b)
	switch {
	case a >= 0 && !mayOblige(x.bridge.b):
		x.duty(a, possibility(x.b), x.a, x.b, false)
	case b >= 0 && !mayOblige(x.bridge.a):
		x.duty(b, possibility(x.a), x.b, x.a, true)
	}
}

// duty finds an obligation of one side that the other has not, or has as a possibility.
func (x *crosser) duty(at, other int, from, to *sentence, turned bool) {
	a, b := stretch{at, at + 1}, x.place(from, to, at)
	word := from.words[at].surface
	says, feature := because("%s stands in one version only", word), "modal.across alone"
	if other >= 0 {
		b = stretch{other, other + 1}
		says, feature = because("the strength differs: %s against %s", word, to.words[other].surface), "modal.across"
		if turned {
			says = because("the strength differs: %s against %s", to.words[other].surface, word)
		}
	}
	if turned {
		a, b = b, a
	}
	x.find(Modality, a, b, says, weigh{feature, 1, word})
}

// obligation returns the first word that obliges, -1 if there is none.
func obligation(s *sentence) int {
	for i := range s.words {
		w := &s.words[i]
		if w.value(modal) == "5" && !w.is(due) && w.mention < 0 {
			return i
		}
	}
	return -1
}

// possibility returns the first word that says what may be, -1 if there is none.
func possibility(s *sentence) int {
	return slices.IndexFunc(s.words, func(w word) bool { v := w.value(modal); return v != "" && v < "4" })
}

// mayOblige reports whether a sentence has anything that can say what is due.
func mayOblige(s *bank) bool {
	for i := range s.words {
		w := &s.words[i]
		v := w.value(modal)
		switch {
		case v == "4" || v == "5":
			return true
		case w.is(due) && (w.is(modal) || s.cover[i] < byLexicon):
			return true
		case w.is(saying) && (w.value(saying) == "demand" || w.value(saying) == "urge"):
			return true
		case s.lang.Spaceless() && strings.ContainsAny(w.surface, "要应應需须須必得当務务令该該请請"):
			return true
		case s.lang == "en" && (w.norm == "has" || w.norm == "have" || w.norm == "had" || w.norm == "is" || w.norm == "are") && i+1 < len(s.words) && s.words[i+1].norm == "to":
			return true
		}
	}
	return false
}

// sayings judges a speaker and a verb of saying that one side has lost, and a verb of another force.
func (x *crosser) sayings() {
	speaker, other := speakerEnd(x.a), speakerEnd(x.b)
	a, b := reports(x.a), reports(x.b)
	switch {
	case speaker > 0 && other == 0 && !mayReport(x.b, x.a) && x.bridge.a.alone(speaker):
		x.find(Attribution, stretch{0, speaker + 1}, stretch{}, because("the speaker %s is lost", x.a.surfaceOf(0, speaker)), weigh{"speaker.lost", 1, ""})
	case other > 0 && speaker == 0 && !mayReport(x.a, x.b) && x.bridge.b.alone(other):
		x.find(Attribution, stretch{}, stretch{0, other + 1}, because("only one version names the speaker %s", x.b.surfaceOf(0, other)), weigh{"speaker.lost", 1, ""})
	case a >= 0 && !mayReport(x.b, x.a):
		x.find(Attribution, stretch{a, a + 1}, x.place(x.a, x.b, a), because("only one version says %s", x.a.words[a].surface), weigh{"saying.lost across", 1, x.a.words[a].surface})
	case b >= 0 && !mayReport(x.a, x.b):
		x.find(Attribution, x.place(x.b, x.a, b), stretch{b, b + 1}, because("only one version says %s", x.b.words[b].surface), weigh{"saying.lost across", 1, x.b.words[b].surface})
	case a >= 0 && b >= 0 && cuesOfClass(x.a, saying) == 1 && cuesOfClass(x.b, saying) == 1:
		v, w := x.a.words[a].value(saying), x.b.words[b].value(saying)
		if v != w && forceful[v] != forceful[w] {
			x.find(Attribution, stretch{a, a + 1}, stretch{b, b + 1}, because("the verb of saying has another force: %s against %s", x.a.words[a].surface, x.b.words[b].surface), weigh{"saying.across", 1, v + " / " + w})
		}
	}
}

// alone reports whether most of the words before end have no counterpart.
func (k *bank) alone(end int) bool {
	alone, content := 0, 0
	for i := range end {
		if w := &k.words[i]; w.content && !w.is(function) {
			content++
			if k.cover[i] == 0 {
				alone++
			}
		}
	}
	return 2*alone > content
}

// forceful are the forces that no neutral verb renders.
var forceful = map[string]bool{"claim": true, "warn": true, "threaten": true, "demand": true, "deny": true, "accuse": true}

// plain are the forces of verbs that hardly mean anything but that somebody speaks.
var plain = map[string]bool{"state": true, "stress": true, "claim": true, "warn": true}

// reports returns the first word that tells whose words a sentence gives, -1 if there is none: a verb of
// saying that has what is said beside it, or a phrase that cites.
func reports(s *sentence) int {
	for i := range s.words {
		w := &s.words[i]
		if s.citesAt(i) || s.saidAfter(i) {
			return i
		}
		if !w.is(saying) || !plain[w.value(saying)] || w.is(function) || w.mention >= 0 || w.form == ingForm {
			continue
		}
		if w.form == baseForm || s.lang == "en" && w.form == noForm {
			continue // "a note that", "to say"
		}
		if next := i + 1; next < len(s.words) && (s.words[next].norm == "," || s.words[next].norm == ":" || introduces[s.words[next].norm]) {
			return i
		}
		if i == len(s.words)-2 && s.words[i+1].punct {
			return i
		}
	}
	return -1
}

// citesAt reports whether a phrase begins at word i that cites whoever it goes on to name.
func (s *sentence) citesAt(i int) bool {
	w := &s.words[i]
	if !w.is(cites) && w.pair&cites == 0 || i > 0 && !s.words[i-1].punct {
		return false
	}
	const near = 8 // words
	content := false
	for _, next := range s.words[i+1 : min(len(s.words), i+1+near)] {
		if next.punct {
			return next.norm == "," && content && !s.lang.Spaceless()
		}
		if next.mention >= 0 || next.capital {
			return true
		}
		content = content || next.content
	}
	return false
}

// saidAfter reports whether word i is a verb of saying behind what is said, with its speaker behind it:
// "…", a déclaré Durand; «…», — сказал он.
func (s *sentence) saidAfter(i int) bool {
	w := &s.words[i]
	if !w.is(saying) || !plain[w.value(saying)] || w.is(function) || w.mention >= 0 || s.lang.Spaceless() || i+1 >= len(s.words) {
		return false
	}
	const auxiliaries = 2
	for k := i - 1; k >= max(1, i-1-auxiliaries); k-- {
		before := &s.words[k]
		if before.punct {
			next := &s.words[i+1]
			return before.norm != "." && (next.capital || next.mention >= 0 || next.is(person) || s.closes(k))
		}
		if before.content {
			return false
		}
	}
	return false
}

// closes reports whether the marks that end with word k close a quotation.
func (s *sentence) closes(k int) bool {
	for ; k > 0 && s.words[k].punct; k-- {
		if s.words[k].norm == "\"" {
			return true
		}
	}
	return false
}

// introduces holds words before what is said.
var introduces = map[string]bool{"that": true, "что": true, "که": true, "ان": true, "أن": true, "إن": true, "dass": true, "que": true}

// mayReport reports whether a sentence has anything that says who holds what it says. Quotation marks
// do so where the other has none.
func mayReport(s, other *sentence) bool {
	if s.goesOn() {
		return true
	}
	marked := other.marks()
	for i := range s.words {
		w := &s.words[i]
		switch {
		case w.is(saying | source):
			return true
		case s.words[i].pair&source != 0:
			return true
		case !marked && (w.norm == "\"" || w.norm == ":"):
			return true
		case s.lang.Spaceless() && strings.ContainsAny(w.surface, "说說称稱据據认認示道问問"):
			return true
		}
	}
	return false
}

// goesOn reports whether something follows the last quotation, which will be who says it.
func (s *sentence) goesOn() bool {
	last := -1
	for i := range s.words {
		if s.words[i].norm == "\"" {
			last = i
		}
	}
	if last < 1 || last+1 >= len(s.words) || !s.words[last-1].punct && !s.words[last+1].punct {
		return false
	}
	return slices.ContainsFunc(s.words[last+1:], func(w word) bool { return w.content })
}

// marks reports whether a sentence has quotation marks or a colon.
func (s *sentence) marks() bool {
	return slices.ContainsFunc(s.words, func(w word) bool { return w.norm == "\"" || w.norm == ":" })
}

// cuesOfClass counts the words of a sentence that are in a class.
func cuesOfClass(s *sentence, class cueClass) int {
	n := 0
	for i := range s.words {
		if s.words[i].is(class) {
			n++
		}
	}
	return n
}
