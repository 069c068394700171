package widgets

import (
	"image/color"

	"hexapla/widgets/typeset"
)

// Kind is how a stretch of text or a badge is dressed. It is told by a line as well as by colour.
type Kind uint8

const (
	Plain Kind = iota
	Substitution
	Addition
	Omission
	Transposition
	Meaning // changes the meaning
	Found   // a search hit
	Noted   // carries a note
	Soft    // neutral, in the soft accent
)

// Look is what a kind looks like; the zero value is nothing.
type Look struct {
	Ground, Ink color.NRGBA
	Line        typeset.Underline
}

// Look gives the look of a kind: Ink is that of its line, and of a badge's sign.
func (p *Palette) Look(k Kind) Look {
	if int(k) < len(p.Kinds) {
		return p.Kinds[k]
	}
	return Look{}
}
