package widgets

import (
	"testing"

	"hexapla/widgets/scene"
)

// TestActorsAreReadable: the colours of charts are dark or light enough as names in a table.
func TestActorsAreReadable(t *testing.T) {
	for name, p := range map[string]*Palette{"light": LightPalette, "dark": DarkPalette, "contrast": ContrastPalette} {
		series := scene.Light.Series
		if p == DarkPalette {
			series = scene.Dark.Series
		}
		for i, c := range series {
			text := readable(c, p)
			if got := min(contrast(text, p.Panel), contrast(text, p.Selected)); got < leastContrast {
				t.Errorf("actor %d in %s has a contrast of %.1f", i, name, got)
			}
		}
	}
}
