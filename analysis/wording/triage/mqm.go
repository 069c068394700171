package triage

// What a difference would be called in a quality review. Reviewers count errors by the types and
// levels of MQM, the typology of ISO 5060 and ASTM F3130; here stand those of its core that can
// tell one version from another.

// Types of error.
const (
	mistranslation  = "Accuracy / Mistranslation"
	omittedContent  = "Accuracy / Omission"
	addedContent    = "Accuracy / Addition"
	leftAsItWas     = "Accuracy / Untranslated"
	unsteadyTerm    = "Terminology / Inconsistent use"
	wrongTerm       = "Terminology / Wrong term"
	misspelling     = "Linguistic conventions / Spelling"
	mispunctuation  = "Linguistic conventions / Punctuation"
	unfitRegister   = "Style / Register"
	awkwardSentence = "Style / Awkward"
)

// ErrorTypes lists the types in the order in which a reviewer is offered them.
func ErrorTypes() []string {
	return []string{
		mistranslation, omittedContent, addedContent, leftAsItWas, unsteadyTerm, wrongTerm, misspelling, mispunctuation,
		unfitRegister, awkwardSentence,
	}
}

// ErrorLevels lists MQM's levels of severity, the mildest first.
func ErrorLevels() []string { return []string{"neutral", "minor", "major", "critical"} }

// ErrorType is the type of error that a difference of the kind mostly is: a proposal to a reviewer.
func (k Kind) ErrorType() string {
	if t, ok := errorTypes[k]; ok {
		return t
	}
	return mistranslation
}

var errorTypes = map[Kind]string{
	Omission: omittedContent, Addition: addedContent, Untranslated: leftAsItWas, Term: unsteadyTerm, Spelling: misspelling,
	Quote: mispunctuation, Cosmetic: mispunctuation, Wording: unfitRegister, Loaded: unfitRegister, Transposition: awkwardSentence,
}

// ErrorLevel is MQM's level for the difference: a proposal to a reviewer. Critical errors, which may
// do harm, only a person can tell.
func (d *Difference) ErrorLevel() string {
	switch {
	case d.Severity >= 0.75:
		return "major"
	case d.Severity >= 0.2:
		return "minor"
	}
	return "neutral"
}

// Sign is the mark that stands for the kind where there is no room for its name.
func (k Kind) Sign() string {
	if s, ok := signs[k]; ok {
		return s
	}
	return "?"
}

var signs = map[Kind]string{
	Number: "№", Date: "№", Name: "@", Negation: "¬", Modality: "◇", Attribution: "❝", Agent: "⇄", Antonym: "±", Loaded: "±",
	Reference: "☞", Tense: "⏱", Mood: "⏱", Omission: "−", Addition: "+", Transposition: "↕", Term: "T", Untranslated: "文",
	Spelling: "a", Quote: "a", Wording: "≈", Cosmetic: "·",
}
