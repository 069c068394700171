package typeset_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"hexapla/widgets/typeset"
)

func TestEveryScriptHasGlyphs(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	signs := "№@¬◇❝⇄±☞⏱−+↕T文a≈·→↔≠✓✎▾▸▴∅¶‹›●■▲◆✕★○"
	for _, style := range []typeset.Style{{Family: typeset.Serif}, {Family: typeset.Sans}, {Family: typeset.Sans, Bold: true}, {Family: typeset.Serif, Italic: true}} {
		for language, text := range samples {
			checkGlyphs(t, e, language, text, style)
		}
		checkGlyphs(t, e, "", signs, style)
		checkGlyphs(t, e, "zh-Hant", "時隔五個月後，美伊恢復談判", style)
		checkGlyphs(t, e, "pl", "Zażółć gęślą jaźń; Łódź; İstanbul; Việt Nam; Škoda", style)
	}
}

func checkGlyphs(t *testing.T, e *typeset.Engine, language, text string, style typeset.Style) {
	t.Helper()
	for _, g := range e.Layout(typeset.Block{Text: text, Language: language, Style: style, Size: 15}).Glyphs() {
		if g.ID == 0 {
			t.Errorf("%s %+v: nothing for %q", language, style, []rune(text[g.Offset:])[0])
		}
	}
}

func TestFormsFollowTheLanguage(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for language, want := range map[string]string{"zh": "Chinese", "ja": "Japanese", "": "Chinese", "zh-Hant": "Chinese"} {
		g := e.Layout(typeset.Block{Text: "直", Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15}).Glyphs()
		if !strings.Contains(g[0].Face.Name(), want) {
			t.Errorf("%q is set in %s", language, g[0].Face.Name())
		}
	}
	quote := func(language string) string {
		return e.Layout(typeset.Block{Text: "“", Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15}).Glyphs()[0].Face.Name()
	}
	if quote("zh") == quote("en") {
		t.Error("Chinese quotation marks are those of English")
	}
}

func TestOutlinesStandOnTheBaseline(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	for _, c := range []struct {
		text, language string
		bold           bool
	}{{"H", "en", false}, {"中", "zh", false}, {"中", "zh", true}, {"ا", "ar", false}} {
		g := e.Layout(typeset.Block{Text: c.text, Language: c.language, Style: typeset.Style{Family: typeset.Serif, Bold: c.bold}, Size: 15}).Glyphs()[0]
		outline := g.Face.Outline(g.ID)
		top, bottom := float32(1), float32(-1)
		for _, s := range outline {
			top, bottom = min(top, s.Args[0].Y), max(bottom, s.Args[0].Y)
		}
		if len(outline) < 4 || top > -0.4 || top < -1 || bottom < -0.05 || bottom > 0.2 {
			t.Errorf("%q: %d segments from %v to %v em", c.text, len(outline), top, bottom)
		}
	}
}

func TestMeasure(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	sans := typeset.Style{Family: typeset.Sans}
	one, ascent, descent := e.Measure("word", "en", sans, 10)
	two, _, _ := e.Measure("word", "en", sans, 20)
	if d := two - 2*one; d > 0.01 || d < -0.01 || ascent < 8 || descent < 1 {
		t.Errorf("10 px: %v, 20 px: %v, rises %v, falls %v", one, two, ascent, descent)
	}
	bold, _, _ := e.Measure("word", "en", typeset.Style{Family: typeset.Sans, Bold: true}, 10)
	if bold <= one {
		t.Errorf("bold is %v wide, regular %v", bold, one)
	}
}

func TestReadFontsNamesWhatIsWrong(t *testing.T) {
	for want, table := range map[string]string{
		"faces.txt:1: want": "serif - a.ttf",
		"b.ttf":             "serif - b.ttf - -",
		"no serif":          "sans - a.ttf - -",
	} {
		_, err := typeset.ReadFonts(fstest.MapFS{"faces.txt": {Data: []byte(table)}, "a.ttf": {}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q in it", table, err, want)
		}
	}
	if _, err := typeset.ReadFonts(fstest.MapFS{}); err == nil {
		t.Error("a folder without a table was read")
	}
}
