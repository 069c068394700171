package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"hexapla/widgets/scene"
)

// TestChartEvents: the axis tells of the day tapped, a line of its event, a drag moves the event.
func TestChartEvents(t *testing.T) {
	v := shown(t, 12)
	var day scene.Day
	event, moved := -1, scene.Day(0)
	v.OnAxis = func(d scene.Day, _ fyne.Position) { day = d }
	v.OnEvent = func(i int, _ fyne.Position) { event = i }
	v.OnEventMoved = func(i int, to scene.Day) { event, moved = i, to }
	frame := v.panels()[0].frame
	tap := func(x, y float64) {
		v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))})
	}
	tap(frame.X(17050.4), frame.Plot.Bottom()+12)
	if day != 17050 || event >= 0 {
		t.Errorf("the axis tells of day %v, event %d", day, event)
	}
	x, free := frame.X(17100), frame.Plot.Y+5
	tap(x+8, free)
	if event != 0 {
		t.Error("a tap on the label tells of no event")
	}
	event = -1
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(free))}, Button: desktop.MouseButtonPrimary})
	from, to := v.Range()
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(frame.X(17120.5)), float32(free))}, Dragged: fyne.Delta{DX: 40}})
	if v.Chart().Events[0].At != 17120 || event >= 0 {
		t.Errorf("while it is dragged the event stands at %v", v.Chart().Events[0].At)
	}
	v.DragEnd()
	if event != 0 || moved != 17120 {
		t.Errorf("event %d is told to be moved to %v", event, moved)
	}
	if f, l := v.Range(); f != from || l != to {
		t.Error("moving an event moves the time shown")
	}
	event = -1
	v.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x)+60, float32(free)+60)}, Button: desktop.MouseButtonPrimary})
	v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x)+100, float32(free)+60)}, Dragged: fyne.Delta{DX: 40}})
	v.DragEnd()
	if f, _ := v.Range(); f == from || event >= 0 {
		t.Error("a drag beside the events does not move the time")
	}
}

func TestNetwork(t *testing.T) {
	cells := func(values ...float64) []scene.Cell {
		var out []scene.Cell
		for _, v := range values {
			out = append(out, scene.Cell{Value: v, N: 1})
		}
		return out
	}
	a := scene.Agreement{
		Actors: []string{"China", "伊朗", "United States"}, Voices: []float64{9, 4, 1},
		Pairs: [][]scene.Cell{cells(2, 1, -1), cells(1, 2, 0.5), cells(-1, 0.5, 2)},
	}
	a.Pairs[0][1].N, a.Pairs[1][0].N = 0, 0
	n := NewNetwork()
	n.SetAgreement(a)
	inWindow(t, Light, n, 500, 300)
	var got []int
	n.OnActor = func(i int) { got = []int{i} }
	n.OnPair = func(i, k int) { got = []int{i, k} }
	at := func(x, y float64) *fyne.PointEvent {
		return &fyne.PointEvent{Position: fyne.NewPos(float32(x), float32(y))}
	}
	for i := range a.Actors {
		p := a.Place(n.view(), i)
		n.Tapped(at(p.X, p.Y))
		if len(got) != 1 || got[0] != i {
			t.Errorf("a tap on actor %d opens %v", i, got)
		}
	}
	between := func(i, k int) *fyne.PointEvent {
		p, q := a.Place(n.view(), i), a.Place(n.view(), k)
		return at((p.X+q.X)/2, (p.Y+q.Y)/2)
	}
	n.Tapped(between(0, 2))
	if len(got) != 2 || got[0] != 2 || got[1] != 0 {
		t.Errorf("a tap on a line opens %v", got)
	}
	got = nil
	n.Tapped(between(0, 1))
	if got != nil {
		t.Errorf("where no issue is shared a tap opens %v", got)
	}
	n.MouseMoved(&desktop.MouseEvent{PointEvent: *between(0, 2)})
	if n.Cursor() != desktop.PointerCursor || !n.tip.tile.Visible() {
		t.Error("the pointer on a line says nothing")
	}
	n.MouseOut()
	press(n, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if len(got) != 1 || got[0] != 1 {
		t.Errorf("two steps and Enter open %v", got)
	}
}
