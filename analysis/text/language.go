package text

// Language is an ISO 639-1 code in lower case ("en", "zh", "fa"); "" is undetermined.
type Language string

// RightToLeft reports whether paragraphs of the language are set from the right.
func (l Language) RightToLeft() bool {
	switch l {
	case "ar", "fa", "he", "ur", "ps", "yi", "ckb":
		return true
	}
	return false
}

// Spaceless reports whether the language writes its words without blanks between them.
func (l Language) Spaceless() bool {
	switch l {
	case "zh", "ja", "th":
		return true
	}
	return false
}
