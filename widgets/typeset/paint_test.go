package typeset_test

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"hexapla/widgets/typeset"
)

var update = flag.Bool("update", false, "write golden files anew")

// languages of the samples in the order in which they are painted.
var order = []string{"en", "zh", "ru", "ar", "fa", "he", "hi", "ja", "ko", "el", "mixed"}

func TestPaint(t *testing.T) {
	for name, scale := range map[string]float32{"scripts.png": 1, "scripts@2.png": 2} {
		e := typeset.NewEngine(fonts(t))
		img := image.NewRGBA(image.Rect(0, 0, int(420*scale), int(760*scale)))
		draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
		y := float32(10)
		for _, language := range order {
			text := samples[language]
			l := e.Layout(typeset.Block{Text: text, Language: language, Style: typeset.Style{Family: typeset.Serif}, Size: 15, Width: 400, LineHeight: 1.55})
			e.Paint(img, l, 10, y, scale, color.Black, []typeset.Mark{
				{Start: 20, End: 40, Ground: color.NRGBA{0xFF, 0xEF, 0xC6, 0xFF}, Line: typeset.Solid, LineColor: color.NRGBA{0xB2, 0x6A, 0, 0xFF}},
				{Start: 52, End: 60, Line: typeset.Dashed, Ink: color.NRGBA{0xC2, 0x3B, 0x12, 0xFF}, Strike: true},
				{Start: 64, End: 72, Line: typeset.Dotted},
			})
			y += l.Height + 8
		}
		golden(t, name, img)
	}
}

func golden(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		write(t, path, got)
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatalf("%v; -update writes it", err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if off := unlike(got, want); off > 0 {
		failed := filepath.Join("testdata", "failed", name)
		write(t, failed, got)
		t.Errorf("%d pixels differ from %s; see %s", off, path, failed)
	}
}

// unlike counts pixels that differ by more than rounding does between processors.
func unlike(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if apart(r1, r2) || apart(g1, g2) || apart(b1, b2) {
				n++
			}
		}
	}
	return n
}

func apart(a, b uint32) bool { return max(a, b)-min(a, b) > 0x0800 }

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestPaintOutsideTheImage(t *testing.T) {
	e := typeset.NewEngine(fonts(t))
	l := e.Layout(typeset.Block{Text: samples["en"], Size: 15, Width: 200})
	img := image.NewRGBA(image.Rect(0, 0, 50, 50))
	for _, at := range []float32{-5000, -1000, 100, 1000} {
		e.Paint(img, l, at, at, 1, color.Black, []typeset.Mark{{Start: 0, End: 400, Ground: color.White, Line: typeset.Dotted, Strike: true}})
	}
	for _, v := range img.Pix {
		if v != 0 {
			t.Fatal("something was painted")
		}
	}
}
