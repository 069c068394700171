package attribution

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// class is a set of word classes: one word may be in several.
type class uint64

const (
	isThat class = 1 << iota
	isDeterminer
	isPossessive
	isPronoun
	isPreposition
	isConjunction
	isSubordinator
	isRelative
	isWh
	isAuxiliary
	isModal
	isNegation
	isAdverb
	isTime
	isOccasion
	isHearer
	isRole
	isTitle
	isCollective
	isHe
	isShe
	isThey
	isIt
	isFirst
	isNarrator
	isCueForm
	isBe
	isTo
	isOrganisation
	isField
	isPerson
	isGroup
	isDocument
	isRhetoric
	isImpersonal // says that something must be said, not who says it
	isPreterite  // tells what happened
	isFormal     // is how officials speak in agency copy
)

// classNames are the section names of a grammar file.
var classNames = map[string]class{
	"that": isThat, "det": isDeterminer, "possessive": isPossessive, "pronoun": isPronoun, "preposition": isPreposition,
	"conjunction": isConjunction, "subordinator": isSubordinator, "relative": isRelative, "wh": isWh, "auxiliary": isAuxiliary,
	"modal": isModal, "negation": isNegation, "adverb": isAdverb, "time": isTime, "occasion": isOccasion, "hearer": isHearer,
	"role": isRole, "title": isTitle, "collective": isCollective, "he": isHe, "she": isShe, "they": isThey, "it": isIt,
	"first": isFirst, "organisation": isOrganisation, "field": isField, "person": isPerson, "group": isGroup, "document": isDocument, "rhetoric": isRhetoric, "narrator": isNarrator, "be": isBe, "to": isTo, "impersonal": isImpersonal, "preterite": isPreterite, "formal": isFormal,
}

// frames say what a verb of saying takes.
type frames uint8

const (
	takesClause       frames = 1 << iota // says that …
	takesQuote                           // asks, "…"
	takesHearer                          // tells Y that …
	takesInfinitive                      // vows to …
	takesHearerTo                        // urges Y to …
	takesObject                          // condemns …
	reportsLessSurely                    // thinks, shows, finds
)

var frameLetters = map[rune]frames{
	'c': takesClause, 'w': takesQuote, 't': takesHearer, 'i': takesInfinitive, 'u': takesHearerTo, 'o': takesObject, '*': reportsLessSurely,
}

// form is how an inflected word stands to its base.
type form uint8

const (
	baseForm form = 1 << iota
	presentForm
	pastForm
	participleForm
	gerundForm
	nounForm
	adjectiveForm // behind "be": "is confident that"
)

// cue is one verb or noun of saying, under one of its forms.
type cue struct {
	lemma    string
	particle string // "out" of "point out", "" if none
	frames   frames
	form     form
}

// grammar is what is known about one language: its words of saying and its small words.
type grammar struct {
	language text.Language
	classes  map[string]class
	cues     map[string][]cue // by the verb's form in lower case
	nouns    map[string]cue   // "claim", by form
	phrases  map[string][]string
	order    string // "" subject first; "verb" where the verb leads, as in Arabic; "script" without blanks
}

// parseGrammar reads a file of sections: a header in brackets, then one entry a line (cues) or
// words parted by blanks (classes).
func parseGrammar(language text.Language, data []byte) (*grammar, error) {
	g := &grammar{
		language: language, classes: map[string]class{}, cues: map[string][]cue{}, nouns: map[string]cue{}, phrases: map[string][]string{},
	}
	return g, g.parse(data)
}

func (g *grammar) parse(data []byte) error {
	section, argument := "", ""
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "["):
			section, argument, _ = strings.Cut(strings.Trim(line, "[]"), " ")
			continue
		}
		if err := g.add(section, argument, line); err != nil {
			return fmt.Errorf("%s line %d: %w", g.language, n, err)
		}
	}
	return lines.Err()
}

func (g *grammar) add(section, argument, line string) error {
	words := strings.Fields(line)
	switch section {
	case "cue":
		f, err := parseFrames(argument)
		if err != nil {
			return err
		}
		g.addCue(words, f)
	case "adjective":
		f, err := parseFrames(argument)
		if err != nil {
			return err
		}
		c := cue{lemma: words[0], frames: f | reportsLessSurely, form: adjectiveForm}
		if len(words) > 1 {
			c.particle = words[1]
		}
		g.enter(words[0], c)
	case "noun":
		f, err := parseFrames(argument)
		if err != nil {
			return err
		}
		g.addNouns(words, f)
	case "order":
		g.order = words[0]
	case "endings":
		g.phrases[argument+" endings"] = append(g.phrases[argument+" endings"], words...)
	default:
		c, isClass := classNames[section]
		if !isClass {
			g.phrases[section] = append(g.phrases[section], strings.ToLower(line))
			return nil
		}
		for _, w := range words {
			g.classes[strings.ToLower(w)] |= c
		}
	}
	return nil
}

func parseFrames(letters string) (frames, error) {
	var f frames
	for _, r := range letters {
		bit, ok := frameLetters[r]
		if !ok {
			return 0, fmt.Errorf("unknown frame %q", r)
		}
		f |= bit
	}
	return f, nil
}

// addCue enters a verb under all its forms. English is inflected by rule, for other languages the
// line lists the forms.
func (g *grammar) addCue(words []string, f frames) {
	lemma, rest := words[0], words[1:]
	if g.language != "en" {
		for _, w := range words {
			g.enter(w, cue{lemma: lemma, frames: f, form: presentForm | pastForm})
		}
		return
	}
	particle := ""
	if len(rest) > 0 && isParticle(rest[0]) {
		particle, rest = rest[0], rest[1:]
	}
	past, participle := regularPast(lemma), ""
	if len(rest) > 0 {
		past = rest[0]
	}
	participle = past
	if len(rest) > 1 {
		participle = rest[1]
	}
	for _, entry := range []struct {
		word string
		form form
	}{
		{lemma, baseForm}, {thirdPerson(lemma), presentForm}, {past, pastForm}, {participle, participleForm}, {gerund(lemma), gerundForm},
	} {
		g.enter(entry.word, cue{lemma: lemma, particle: particle, frames: f, form: entry.form})
	}
}

// addNouns enters nouns of saying, in English with their plurals.
func (g *grammar) addNouns(words []string, f frames) {
	for _, w := range words {
		c := cue{lemma: words[0], frames: f | g.nouns[w].frames, form: nounForm}
		g.nouns[w] = c
		if g.language == "en" {
			g.nouns[thirdPerson(w)] = c
		}
	}
}

// enter merges the frames of a verb that is listed in several sections.
func (g *grammar) enter(word string, c cue) {
	g.classes[word] |= isCueForm
	for i, have := range g.cues[word] {
		if have.lemma == c.lemma && have.particle == c.particle {
			merged := have.frames | c.frames
			if have.frames&reportsLessSurely == 0 || c.frames&reportsLessSurely == 0 {
				merged &^= reportsLessSurely
			}
			g.cues[word][i].frames, g.cues[word][i].form = merged, have.form|c.form
			return
		}
	}
	if c.particle != "" || c.form == adjectiveForm { // "appeal to" before "appeal"
		g.cues[word] = append([]cue{c}, g.cues[word]...)
		return
	}
	g.cues[word] = append(g.cues[word], c)
}

func isParticle(w string) bool {
	switch w {
	case "it", "out", "at", "by", "off", "on", "upon", "for", "to", "about", "of", "against", "in", "down", "with", "up", "forward", "convinced", "confident", "concerned":
		return true
	}
	return false
}

func thirdPerson(v string) string {
	switch {
	case strings.HasSuffix(v, "y") && !vowelBefore(v, 1):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s"), strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"), strings.HasSuffix(v, "x"), v == "go":
		return v + "es"
	case v == "have":
		return "has"
	}
	return v + "s"
}

func regularPast(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && !vowelBefore(v, 1):
		return v[:len(v)-1] + "ied"
	case doubles(v):
		return v + v[len(v)-1:] + "ed"
	}
	return v + "ed"
}

func gerund(v string) string {
	switch {
	case strings.HasSuffix(v, "ee"):
		return v + "ing"
	case strings.HasSuffix(v, "e") && len(v) > 2:
		return v[:len(v)-1] + "ing"
	case doubles(v):
		return v + v[len(v)-1:] + "ing"
	}
	return v + "ing"
}

// doubles reports whether the last consonant is written twice before -ed and -ing.
func doubles(v string) bool {
	switch v {
	case "admit", "beg", "brag", "concur", "quip", "refer", "chat", "slam", "tap", "plan", "rebut", "infer", "swear", "snap":
		return v != "swear"
	}
	return false
}

func vowelBefore(v string, fromEnd int) bool {
	at := len(v) - fromEnd - 1
	return at >= 0 && strings.ContainsRune("aeiou", rune(v[at]))
}

// has reports whether the word is of one of the classes. Words that stand in the file as written
// with an apostrophe are found with either shape of it.
func (g *grammar) has(word string, c class) bool { return g.classes[word]&c != 0 }

// singular looks a noun up with its plural ending taken off.
func (g *grammar) singular(word string) class {
	c := g.classes[word]
	for _, ending := range []struct{ plural, singular string }{{"s", ""}, {"es", ""}, {"ies", "y"}, {"men", "man"}} {
		if stem, ok := strings.CutSuffix(word, ending.plural); ok && len(stem) > 1 {
			c |= g.classes[stem+ending.singular]
		}
	}
	return c
}

// classOf is the classes of a word; a German compound is what its last part is.
func (g *grammar) classOf(w string) class {
	c := g.classes[w]
	if g.language != "de" || c != 0 {
		return c
	}
	for at := range w {
		if at >= 3 && len(w)-at >= 4 {
			if part := g.classes[w[at:]]; part&(isRole|isOrganisation) != 0 {
				return part & (isRole | isOrganisation)
			}
		}
	}
	return c
}

// spaceless reports whether the language's clauses are found on characters instead of words.
func (g *grammar) spaceless() bool { return g.order == "script" }

// caseless reports whether the script has no capitals to tell a name by.
func (g *grammar) caseless() bool {
	return g.language == "fa" || g.language == "ar"
}

// dropsSubjects reports whether a verb without subject goes on with the last one.
func (g *grammar) dropsSubjects() bool { return len(g.phrases["prodrop"]) > 0 }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
