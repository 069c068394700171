package scene_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/png"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/widgets/scene"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares a picture with the file of its name, which opens in any browser.
func golden(t *testing.T, name string, s scene.Scene) {
	t.Helper()
	var b bytes.Buffer
	if err := scene.WriteSVG(&b, s, scene.SVG{}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name+".svg")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs from what is painted now (%v); look at it after go test -update", file, err)
	}
}

func TestPositionChart(t *testing.T) {
	golden(t, "positions", scene.WithLegend(talks(), scene.View{Selected: "0-80"}))
	golden(t, "positions-dark", scene.PositionChart(talks(), scene.View{Palette: &scene.Dark, Width: 500, Height: 200}))
	golden(t, "positions-empty", scene.WithLegend(scene.Chart{Title: "Nothing"}, scene.View{}))
}

// TestGaps: a curve of two stretches is two lines, neither of which crosses the gap.
func TestGaps(t *testing.T) {
	c := talks()
	c.Series = c.Series[1:2]
	f := c.Frame(scene.View{})
	from, to := f.X(c.Series[0].Curve[0][len(c.Series[0].Curve[0])-1].At), f.X(c.Series[0].Curve[1][0].At)
	lines := 0
	for _, line := range polylines(scene.PositionChart(c, scene.View{}).Items) {
		if line.Stroke.Color != scene.Light.Series[1] {
			continue
		}
		lines++
		for i := 1; i < len(line.Points); i++ {
			if a, b := line.Points[i-1].X, line.Points[i].X; a <= from && b >= to {
				t.Errorf("a line crosses the gap from %.0f to %.0f", a, b)
			}
		}
	}
	if lines != 2 {
		t.Errorf("%d lines of the actor, want 2", lines)
	}
}

func polylines(items []scene.Item) []scene.Polyline {
	var out []scene.Polyline
	for _, i := range items {
		switch i := i.(type) {
		case scene.Polyline:
			out = append(out, i)
		case scene.Clip:
			out = append(out, polylines(i.Items)...)
		}
	}
	return out
}

// TestNearest compares the search with looking at every point.
func TestNearest(t *testing.T) {
	c, random := talks(), rand.New(rand.NewPCG(1, 2))
	f := c.Frame(scene.View{})
	for range 2000 {
		at := scene.Point{X: random.Float64() * 960, Y: random.Float64() * 400}
		nearest := math.Inf(1)
		for _, s := range c.Series {
			for _, p := range s.Points {
				if !s.Hidden {
					nearest = min(nearest, math.Hypot(f.X(p.At)-at.X, f.Y(p.Value)-at.Y))
				}
			}
		}
		hit, ok := c.Nearest(f, at)
		if ok != (nearest < scene.Reach) {
			t.Fatalf("at %v: found %v, the nearest point is %.1f away", at, ok, nearest)
		}
		if d := math.Hypot(hit.At.X-at.X, hit.At.Y-at.Y); ok && math.Abs(d-nearest) > 1e-9 {
			t.Fatalf("at %v: found one %.2f away, the nearest is %.2f", at, d, nearest)
		}
	}
}

// TestZoom: the day under the pointer stays under it; a drag there and back changes nothing.
func TestZoom(t *testing.T) {
	c := talks()
	f := c.Frame(scene.View{})
	day := f.Day(300)
	from, to := f.Zoom(300, 0.5)
	if g := c.Frame(scene.View{From: from, To: to}); math.Abs(float64(g.Day(300)-day)) > 1e-6 || to-from >= f.To-f.From {
		t.Errorf("zooming moved day %v to %v", day, g.Day(300))
	}
	from, to = f.Pan(40)
	g := c.Frame(scene.View{From: from, To: to})
	if from, to = g.Pan(-40); math.Abs(float64(from-f.From)) > 1e-6 || math.Abs(float64(to-f.To)) > 1e-6 {
		t.Error("panning back does not lead back")
	}
}

func TestTicks(t *testing.T) {
	start, _ := scene.ParseDay("1945-10-24")
	for _, span := range []scene.Day{0, 1, 3, 10, 40, 100, 300, 800, 4000, 20000, 90000} {
		ticks := scene.Ticks(start, start+span, 12, scene.Calendar{})
		if len(ticks) > 14 || len(ticks) < 3 && span > 3 {
			t.Errorf("%v days: %d ticks", span, len(ticks))
		}
		for i, k := range ticks {
			if k.At < start || k.At > start+span || i > 0 && k.At <= ticks[i-1].At || k.Label == "" {
				t.Errorf("%v days: tick %v %q", span, k.At, k.Label)
			}
		}
		if len(ticks) > 0 && !strings.Contains(ticks[0].Label, "19") && !strings.Contains(ticks[0].Label, "20") {
			t.Errorf("%v days: the first tick %q tells no year", span, ticks[0].Label)
		}
	}
}

func TestSigned(t *testing.T) {
	for v, want := range map[float64]string{0: "0.0", -0.04: "0.0", 1.5: "+1.5", -1.25: "−1.2"} {
		if got := scene.Signed(v, 1); got != want {
			t.Errorf("Signed(%v) = %q, want %q", v, got, want)
		}
	}
}

// TestMarks: no two of the first seventy-two actors look alike, and the first eight differ by shape.
func TestMarks(t *testing.T) {
	for _, p := range []scene.Palette{scene.Light, scene.Dark} {
		seen := map[any]int{}
		for n := range 72 {
			c, shape := p.Mark(n)
			look := [2]any{c, shape}
			if other, taken := seen[look]; taken {
				t.Errorf("actors %d and %d look alike", other, n)
			}
			seen[look] = n
			if other, taken := seen[shape]; taken && n < 8 {
				t.Errorf("actors %d and %d have one shape", other, n)
			}
			seen[shape] = n
		}
	}
}

// FuzzSVG: whatever stands in a label, the file is well-formed and holds no element that it should not.
func FuzzSVG(f *testing.F) {
	f.Add("</text><script>alert(1)</script>", "a\x00\xff&\"'")
	f.Add("]]>", "\ufffe\u202e")
	f.Fuzz(func(t *testing.T, title, label string) {
		c := scene.Chart{Title: title, Series: []scene.Series{{Name: label, Points: []scene.ChartPoint{{At: 1, Tip: label}}}}}
		c.Events = []scene.Event{{At: 1, Label: label}}
		var b bytes.Buffer
		if err := scene.WriteSVG(&b, scene.WithLegend(c, scene.View{}), scene.SVG{}); err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(&b); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := token.(xml.StartElement); ok && !strings.Contains(" svg title rect path g circle text ", " "+e.Name.Local+" ") {
				t.Fatalf("element %s", e.Name.Local)
			}
		}
	})
}

// TestPNG: any reader opens the file, at the resolution that it states, twice the same.
func TestPNG(t *testing.T) {
	var a, b bytes.Buffer
	s := scene.WithLegend(talks(), scene.View{Width: 480, Height: 200})
	if err := scene.WritePNG(&a, s, scene.PrintResolution, fonts(t)); err != nil {
		t.Fatal(err)
	}
	if err := scene.WritePNG(&b, s, scene.PrintResolution, fonts(t)); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("two writings differ (%v)", err)
	}
	img, err := png.Decode(&a)
	if err != nil {
		t.Fatal(err)
	}
	if want := 480 * 300 / 96; img.Bounds().Dx() != want {
		t.Errorf("width %d, want %d", img.Bounds().Dx(), want)
	}
	r, _, blue, _ := img.At(5, 5).RGBA()
	if r != 0xFFFF || blue != 0xFFFF {
		t.Error("the ground is not the panel's white")
	}
}

// cloud is ten thousand points of five actors over ten years.
func cloud() scene.Chart {
	random := rand.New(rand.NewPCG(3, 4))
	c := talks()
	for i := range c.Series {
		c.Series[i].Hidden = false
		c.Series[i].Points = nil
		for day := range 2000 {
			c.Series[i].Points = append(c.Series[i].Points, scene.ChartPoint{
				At: 15000 + scene.Day(float64(day)*1.8), Value: random.Float64()*4 - 2, Confidence: random.Float64(),
			})
		}
	}
	return c
}

func BenchmarkPan10k(b *testing.B) {
	c, p := cloud(), scene.NewPainter(fonts(b))
	dst := image.NewRGBA(image.Rect(0, 0, 1200, 600))
	for i := range b.N {
		from := scene.Day(15000 + i%100)
		p.Paint(dst, scene.PositionChart(c, scene.View{Width: 1200, Height: 600, From: from, To: from + 3600}), 1)
	}
}

func BenchmarkHover10k(b *testing.B) {
	c := cloud()
	f := c.Frame(scene.View{Width: 1200, Height: 600})
	for i := range b.N {
		c.Nearest(f, scene.Point{X: float64(i % 1200), Y: 300})
	}
}
