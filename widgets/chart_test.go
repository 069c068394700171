package widgets

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"hexapla/widgets/scene"
)

// shown is a chart of three actors in a window of the test driver.
func shown(t testing.TB, points int) *ChartView {
	t.Helper()
	test.NewTempApp(t)
	random := rand.New(rand.NewPCG(5, 6))
	c := scene.Chart{Title: "Compliance"}
	for s, name := range []string{"China", "Иран", "الاتحاد"} {
		series := scene.Series{ID: fmt.Sprint(s), Name: name, Look: s}
		for i := range points {
			series.Points = append(series.Points, scene.ChartPoint{
				ID: fmt.Sprintf("%d-%d", s, i), At: scene.Day(17000 + i*12 + s*4), Value: random.Float64()*3.6 - 1.8, Confidence: 0.7, Tip: "tip " + name,
			})
		}
		c.Series = append(c.Series, series)
	}
	c.Events = []scene.Event{{At: 17100, Label: "talks"}}
	v := NewChartView()
	v.SetChart(c)
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(900, 420))
	return v
}

// place is where a point is seen.
func place(t testing.TB, v *ChartView, id string) fyne.Position {
	t.Helper()
	for _, p := range v.panels() {
		if hit, ok := p.chart.Find(p.frame, id); ok {
			return fyne.NewPos(float32(hit.At.X), float32(hit.At.Y))
		}
	}
	t.Fatalf("point %s is not shown", id)
	return fyne.Position{}
}

// TestChartTap: a tap on any point opens that point, together and apart.
func TestChartTap(t *testing.T) {
	v := shown(t, 12)
	var opened string
	v.OnPoint = func(id string) { opened = id }
	for _, apart := range []bool{false, true} {
		v.SetMultiples(apart)
		for _, s := range v.Chart().Series {
			for _, p := range s.Points {
				v.Tapped(&fyne.PointEvent{Position: place(t, v, p.ID)})
				if opened != p.ID || v.Selected() != p.ID {
					t.Fatalf("a tap on %s opened %s", p.ID, opened)
				}
				if !v.ring.Visible() {
					t.Fatal("no ring around the point")
				}
			}
		}
	}
}

func TestChartHover(t *testing.T) {
	v := shown(t, 12)
	var over []string
	v.OnHover = func(id string, _ fyne.Position) { over = append(over, id) }
	at := place(t, v, "1-3")
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if !v.tip.tile.Visible() || v.Cursor() != desktop.PointerCursor {
		t.Error("no tip under the pointer")
	}
	v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	v.MouseOut()
	if v.tip.tile.Visible() || fmt.Sprint(over) != "[1-3 ]" {
		t.Errorf("hovered %q", over)
	}
}

// TestChartLegend: a tap on a name hides the actor, whose points cannot be hit then.
func TestChartLegend(t *testing.T) {
	v := shown(t, 12)
	var told string
	v.OnLegend = func(series string, hidden bool) { told = fmt.Sprint(series, hidden) }
	at := place(t, v, "0-5")
	_, entries := v.legend()
	name := fyne.NewPos(float32(entries[0].X+20), float32(entries[0].Y+8))
	v.Tapped(&fyne.PointEvent{Position: name})
	if told != "0true" && told != "0 true" || !v.Chart().Series[0].Hidden {
		t.Errorf("told %q", told)
	}
	if p, _, ok := v.under(at); ok && p.ID == "0-5" {
		t.Error("a hidden point is hit")
	}
	v.Tapped(&fyne.PointEvent{Position: name})
	if v.Chart().Series[0].Hidden {
		t.Error("a second tap does not show it again")
	}
}

// TestChartZoom: the wheel keeps the day under the pointer, a drag takes it along, 0 shows all again.
func TestChartZoom(t *testing.T) {
	v := shown(t, 40)
	before := v.panels()[0].frame
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)}, Scrolled: fyne.NewDelta(0, 20)})
	after := v.panels()[0].frame
	if after.To-after.From >= before.To-before.From || math.Abs(float64(after.Day(300)-before.Day(300))) > 0.01 {
		t.Errorf("zoomed from %v to %v", before, after)
	}
	v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(50, 0)})
	if moved := v.panels()[0].frame; math.Abs(float64(moved.Day(350)-after.Day(300))) > 0.01 {
		t.Error("the drag does not take the day along")
	}
	v.TypedRune('0')
	if from, to := v.Range(); from != before.From || to != before.To {
		t.Error("0 does not show all")
	}
	for range 100 {
		v.TypedRune('+')
	}
	if from, to := v.Range(); to-from < narrowest {
		t.Errorf("zoomed down to %v days", to-from)
	}
}

// TestChartKeys: the arrows reach every point, and Enter opens it.
func TestChartKeys(t *testing.T) {
	v := shown(t, 12)
	var at, opened string
	v.OnSelect = func(id string) { at = id }
	v.OnPoint = func(id string) { opened = id }
	key := func(name fyne.KeyName) { v.TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyRight)
	for i := range 11 {
		key(fyne.KeyRight)
		if want := fmt.Sprintf("0-%d", i+1); at != want {
			t.Fatalf("at %s, want %s", at, want)
		}
	}
	key(fyne.KeyRight)
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if at != "1-11" || opened != at {
		t.Errorf("at %s, opened %s", at, opened)
	}
	key(fyne.KeyUp)
	if at != "0-11" {
		t.Errorf("up leads to %s", at)
	}
}

func TestHeatMapCell(t *testing.T) {
	test.NewTempApp(t)
	h := NewHeatMap()
	h.SetGrid(scene.Grid{Rows: []string{"a", "b"}, Columns: []string{"x", "y"}, Cells: [][]scene.Cell{{{Value: 1, N: 2, Tip: "two"}, {}}, {{}, {Value: -1, N: 1}}}})
	test.NewTempWindow(t, h).Resize(fyne.NewSize(500, 200))
	var got []int
	h.OnCell = func(row, col int) { got = append(got, row, col) }
	for row := range 2 {
		for col := range 2 {
			box := h.grid.Frame(h.view()).Cell(row, col)
			h.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(box.X+4), float32(box.Y+4))})
		}
	}
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if fmt.Sprint(got) != "[0 0 1 1 0 0]" { // blank cells hold nothing to open
		t.Errorf("opened %v", got)
	}
}

func TestTimelineDot(t *testing.T) {
	test.NewTempApp(t)
	v := NewTimelineView()
	v.SetTimeline(scene.Timeline{Rows: []string{"A", "B"}, Dots: []scene.Dot{{ID: "x", At: 18000, Tip: "tip"}, {ID: "y", Row: 1, At: 18200}}})
	test.NewTempWindow(t, v).Resize(fyne.NewSize(600, 160))
	var got string
	v.OnDot = func(id string) { got = id }
	for _, d := range v.line.Dots {
		at := v.line.Frame(v.view()).Place(d)
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(at.X), float32(at.Y))}})
		v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(at.X), float32(at.Y))})
		if got != d.ID {
			t.Errorf("a tap on %s opened %q", d.ID, got)
		}
	}
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 50)}, Scrolled: fyne.NewDelta(0, 10)})
	if v.to <= v.from {
		t.Error("the wheel does not zoom")
	}
}

// TestChartPainting paints in every look: something of each actor's colour is seen.
func TestChartPainting(t *testing.T) {
	v := shown(t, 30)
	img := v.tile.generate(900, 420).(*image.RGBA)
	for n := range 3 {
		want, _ := scenePalette(v).Mark(n)
		seen := 0
		for i := 0; i < len(img.Pix); i += 4 {
			if img.Pix[i] == want.R && img.Pix[i+1] == want.G && img.Pix[i+2] == want.B {
				seen++
			}
		}
		if seen < 50 {
			t.Errorf("%d pixels of actor %d", seen, n)
		}
	}
}

func BenchmarkChartDrag10k(b *testing.B) {
	v := shown(b, 3400)
	for b.Loop() {
		v.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(1, 0)})
		v.tile.generate(1200, 600)
	}
}

func BenchmarkChartHover10k(b *testing.B) {
	v := shown(b, 3400)
	x := float32(0)
	for b.Loop() {
		x += 3
		v.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(int(x)%900), 200)}})
	}
}
