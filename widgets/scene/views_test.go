package scene_test

import (
	"testing"

	"hexapla/widgets/scene"
)

func grid() scene.Grid {
	return scene.Grid{
		Title: "All issues, mean position", Rows: []string{"Return to compliance", "Lifting sanctions", "对话"}, Columns: []string{"China", "Iran", "IAEA"},
		Cells: [][]scene.Cell{
			{{Value: 1.6, N: 9}, {Value: 0.2, N: 4}, {}},
			{{Value: 1.4, N: 3}, {Value: -1.9, N: 4}, {}},
			{{Value: 0, N: 1}, {Value: -0.4, N: 4}, {Value: 2, N: 3}},
		},
	}
}

func news() scene.Timeline {
	t := scene.Timeline{Title: "Timeline", Rows: []string{"China News Service", "Xinhua", "IRNA", "ТАСС"}}
	for i, d := range []string{"2021-12-11", "2021-12-14", "2022-01-30", "2022-05-14", "2022-05-14", "2022-08-08", "2022-08-07"} {
		at, _ := scene.ParseDay(d)
		t.Dots = append(t.Dots, scene.Dot{ID: d, Row: []int{1, 2, 3, 0, 3, 0, 1}[i], At: at, Story: []string{"a", "a", "", "b", "b", "c", "c"}[i], Full: i%2 == 0})
	}
	return t
}

func agreement() scene.Agreement {
	a := scene.Agreement{Title: "Agreement", Actors: []string{"China", "Iran", "United States", "法国", "روسيا"}, Voices: []float64{40, 30, 20, 10, 5}}
	for i := range a.Actors {
		row := make([]scene.Cell, len(a.Actors))
		for k := range row {
			if i != k && i+k != 7 {
				row[k] = scene.Cell{Value: 2 - float64((i-k)*(i-k))/3, N: 3}
			}
		}
		a.Pairs = append(a.Pairs, row)
	}
	return a
}

func TestViews(t *testing.T) {
	golden(t, "heatmap", scene.HeatMap(grid(), scene.View{Width: 640}))
	golden(t, "heatmap-dark", scene.HeatMap(grid(), scene.View{Width: 640, Palette: &scene.Dark}))
	golden(t, "timeline", scene.DrawTimeline(news(), scene.View{Selected: "2022-01-30"}))
	golden(t, "multiples", scene.Multiples(talks(), scene.View{Height: 420}))
	golden(t, "network", scene.AgreementNetwork(agreement(), scene.View{Width: 560, Height: 380}))
	golden(t, "matrix", scene.AgreementMatrix(agreement(), scene.View{Width: 560}))
}

// TestEmptyViews: nothing to show is no reason to fail.
func TestEmptyViews(t *testing.T) {
	for _, v := range []scene.View{{}, {Width: 1, Height: 1}} {
		scene.HeatMap(scene.Grid{}, v)
		scene.DrawTimeline(scene.Timeline{}, v)
		scene.Multiples(scene.Chart{}, v)
		scene.AgreementNetwork(scene.Agreement{}, v)
		scene.AgreementMatrix(scene.Agreement{}, v)
		if s := scene.WithLegend(scene.Chart{}, v); s.Height <= 0 {
			t.Error("an empty chart has no height")
		}
	}
}

// TestGridAt: the middle of each cell is found as that cell.
func TestGridAt(t *testing.T) {
	g := grid()
	f := g.Frame(scene.View{Width: 640})
	for r := range g.Rows {
		for c := range g.Columns {
			box := f.Cell(r, c)
			row, column, ok := f.At(scene.Point{X: box.X + box.W/2, Y: box.Y + box.H/2})
			if !ok || row != r || column != c {
				t.Errorf("cell %d,%d is found as %d,%d", r, c, row, column)
			}
		}
	}
	if _, _, ok := f.At(scene.Point{X: 1, Y: 1}); ok {
		t.Error("a cell is found at the corner")
	}
}

func TestTimelineNearest(t *testing.T) {
	line := news()
	f := line.Frame(scene.View{})
	for i, d := range line.Dots {
		if n, ok := line.Nearest(f, f.Place(d)); !ok || line.Dots[n].At != d.At || line.Dots[n].Row != d.Row {
			t.Errorf("dot %d is not found at its place", i)
		}
	}
}
