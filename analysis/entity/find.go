package entity

import (
	"hexapla/analysis/text"
)

// Kind is what sort of thing a mention is.
type Kind uint8

// The kinds of mention.
const (
	Number Kind = iota
	Date
	Time
	Name
)

// Mention is a stretch of text that names or counts something.
type Mention struct {
	text.Span
	Kind  Kind
	Value string // comparable across languages; Same compares two
	Role  Role   // of names: how it points at a state
}
