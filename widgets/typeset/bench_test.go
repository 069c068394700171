package typeset_test

import (
	"fmt"
	"image"
	"image/color"
	"math/rand/v2"
	"strings"
	"testing"

	"hexapla/widgets/typeset"
)

// sentences makes up about n words of text with a vocabulary of an article's size.
func sentences(n int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("pro lu en is ta ver ment tion al er qu son ri mi no ka the of an der us gre")
	vocabulary := make([]string, 12000)
	for i := range vocabulary {
		for range 1 + random.IntN(4) {
			vocabulary[i] += syllables[random.IntN(len(syllables))]
		}
		if i%50 == 0 {
			vocabulary[i] += fmt.Sprint("-", i)
		}
	}
	var out []string
	for n > 0 {
		words := make([]string, 8+random.IntN(30))
		for i := range words {
			words[i] = vocabulary[int(float64(len(vocabulary))*random.Float64()*random.Float64()*random.Float64())]
		}
		n -= len(words)
		out = append(out, strings.Join(words, " ")+".")
	}
	return out
}

func BenchmarkHeights300kWordsCold(b *testing.B) {
	text, f := sentences(300_000), fonts(b)
	typeset.NewEngine(f).Measure("warm the fonts", "en", typeset.Style{Family: typeset.Serif}, 15)
	for b.Loop() {
		heights(typeset.NewEngine(f), text)
	}
}

func BenchmarkHeights300kWordsWarm(b *testing.B) {
	text, e := sentences(300_000), typeset.NewEngine(fonts(b))
	heights(e, text)
	for b.Loop() {
		heights(e, text)
	}
}

func heights(e *typeset.Engine, text []string) {
	for _, t := range text {
		e.Height(typeset.Block{Text: t, Language: "en", Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 300, LineHeight: 1.55})
	}
}

func BenchmarkChineseHeights160kCharacters(b *testing.B) {
	e := typeset.NewEngine(fonts(b))
	for b.Loop() {
		for range 160_000 / 52 {
			e.Height(typeset.Block{Text: samples["zh"], Language: "zh", Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 300})
		}
	}
}

func BenchmarkCellLayoutAndPaint(b *testing.B) {
	for _, language := range []string{"en", "zh", "fa"} {
		b.Run(language, func(b *testing.B) {
			e := typeset.NewEngine(fonts(b))
			img := image.NewRGBA(image.Rect(0, 0, 300, 150))
			for b.Loop() {
				l := e.Layout(typeset.Block{Text: samples[language], Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 300})
				e.Paint(img, l, 0, 0, 1, color.Black, nil)
			}
		})
	}
}
