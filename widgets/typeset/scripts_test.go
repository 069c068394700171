package typeset_test

import (
	"strings"
	"testing"

	"hexapla/widgets/typeset"
)

// glyphs are the numbers of the glyphs of a text and the faces that they are of.
func glyphs(e *typeset.Engine, language, text string) (ids []uint32, faces []string) {
	for _, g := range e.Layout(typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15}).Glyphs() {
		ids, faces = append(ids, uint32(g.ID)), append(faces, g.Face.Name())
	}
	return ids, faces
}

// Characters that Chinese and Japanese write differently are drawn as the language of the text does, in
// both families.
func TestHanFormsFollowTheLanguage(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, family := range []typeset.Family{typeset.Serif, typeset.Sans} {
		for _, r := range "直骨角海雪喝返具真" {
			face := func(language string) string {
				l := e.Layout(typeset.Block{Text: string(r), Language: language, Style: typeset.Style{Family: family}, Size: 15})
				return l.Glyphs()[0].Face.Name()
			}
			if zh, ja := face("zh"), face("ja"); zh == ja || !strings.Contains(ja, "Japanese") {
				t.Errorf("family %v: %c is of %s in Chinese and of %s in Japanese", family, r, zh, ja)
			}
		}
	}
}

// Scripts whose letters change with their neighbours are shaped, and not only looked up.
func TestScriptsAreShaped(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	alone, _ := glyphs(e, "ar", "ه")
	joined, _ := glyphs(e, "ar", "ههه")
	if len(joined) != 3 || joined[0] == joined[1] || joined[1] == joined[2] || joined[0] == alone[0] {
		t.Errorf("Arabic letters do not join: %v, alone %v", joined, alone)
	}
	apart, _ := glyphs(e, "fa", "می\u200cشود")
	together, _ := glyphs(e, "fa", "میشود")
	if len(apart) > 1 && len(together) > 1 && equal(visible(apart), visible(together)) {
		t.Error("the Persian joiner parts nothing")
	}
	lamAlef, _ := glyphs(e, "ar", "لا")
	lam, _ := glyphs(e, "ar", "ل")
	alef, _ := glyphs(e, "ar", "ا")
	if equal(lamAlef, []uint32{alef[0], lam[0]}) {
		t.Error("lam and alef are drawn one beside the other")
	}
	if conjunct, _ := glyphs(e, "hi", "क्ष"); len(conjunct) >= 3 {
		t.Errorf("three characters of Devanagari make %d glyphs", len(conjunct))
	}
	i, _ := glyphs(e, "hi", "कि")
	ka, _ := glyphs(e, "hi", "क")
	if len(i) != 2 || i[1] != ka[0] {
		t.Errorf("the vowel sign does not stand before its letter: %v, the letter is %v", i, ka)
	}
}

func visible(ids []uint32) []uint32 {
	var out []uint32
	for _, id := range ids {
		if id > 3 { // blanks and controls
			out = append(out, id)
		}
	}
	return out
}

func equal(a, b []uint32) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
