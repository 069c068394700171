package scene

import "hexapla/widgets/typeset"

func (l Look) style() typeset.Style {
	family := typeset.Sans
	if l.Serif {
		family = typeset.Serif
	}
	return typeset.Style{Family: family, Bold: l.Bold, Italic: l.Italic}
}

// set sets a line of text and says where the left top corner of the layout stands.
func set(e *typeset.Engine, t Text) (*typeset.Layout, Point) {
	l := e.Layout(typeset.Block{Text: t.Text, Language: t.Language, Style: t.Look.style(), Size: float32(t.Look.Size), MaxLines: 1, Align: typeset.Left})
	x := t.At.X
	switch t.Anchor {
	case Middle:
		x -= float64(l.Width) / 2
	case Right:
		x -= float64(l.Width)
	}
	return l, Point{x, t.At.Y - float64(l.Lines[0].Baseline)}
}

// Width is how wide a text is. Without an engine it is a guess by the kinds of its letters.
func Width(e *typeset.Engine, t Text) float64 {
	if e != nil {
		w, _, _ := e.Measure(t.Text, t.Language, t.Look.style(), float32(t.Look.Size))
		return float64(w)
	}
	em := 0.0
	for _, r := range t.Text {
		switch {
		case r >= 0x2E80:
			em++
		case r == ' ' || r == '.' || r == ',' || r == 'i' || r == 'l':
			em += 0.28
		default:
			em += 0.56
		}
	}
	return em * t.Look.Size
}

// Fit shortens a text to a width, with an ellipsis.
func Fit(e *typeset.Engine, t Text, width float64) Text {
	if Width(e, t) <= width {
		return t
	}
	runes := []rune(t.Text)
	low, high := 0, len(runes) // the longest beginning that fits
	for low < high {
		middle := (low + high + 1) / 2
		t.Text = string(runes[:middle]) + "…"
		if Width(e, t) <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	t.Text = string(runes[:low]) + "…"
	return t
}
