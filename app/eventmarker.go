package app

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hexapla/analysis/article"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// events are the events that the chart marks, in its order.
func (s *positionsScreen) events() []article.SetEvent {
	var out []article.SetEvent
	for _, e := range s.desk.session.State().Events {
		if _, ok := scene.ParseDay(e.Date); ok {
			out = append(out, e)
		}
	}
	return out
}

// addEvent asks, where the axis was tapped, what happened on that day.
func (s *positionsScreen) addEvent(at scene.Day, where fyne.Position) {
	s.askEvent(article.SetEvent{Date: at.ISO()}, where)
}

// editEvent changes an event where it stands.
func (s *positionsScreen) editEvent(event int, where fyne.Position) {
	if all := s.events(); event < len(all) {
		s.askEvent(all[event], where)
	}
}

// moveEvent records that an event was dragged to another day.
func (s *positionsScreen) moveEvent(event int, to scene.Day) {
	if all := s.events(); event < len(all) {
		s.setEvent(all[event], article.SetEvent{Date: to.ISO(), Label: all[event].Label})
	}
}

// setEvent puts an event in the place of another, in one step. One without words is taken out.
func (s *positionsScreen) setEvent(before, after article.SetEvent) {
	var acts []article.Act
	if before.Label != "" && before != after {
		acts = append(acts, article.RemoveEvent(before))
	}
	if after.Label != "" && before != after {
		acts = append(acts, after)
	}
	if len(acts) == 0 {
		s.chart.SetChart(s.chartOf(s.current())) // one that was dragged and came back
		return
	}
	s.desk.fail(s.desk.session.Do(acts...))
	s.desk.events.log("event %s %s", after.Date, after.Label)
}

// askEvent opens a small form on the chart: the words, the day, and a button that takes the event out.
func (s *positionsScreen) askEvent(e article.SetEvent, where fyne.Position) {
	var pop *widget.PopUp
	what, when := &paletteEntry{}, &paletteEntry{}
	done := func(string) {
		after := article.SetEvent{Date: strings.TrimSpace(when.Text), Label: strings.Join(strings.Fields(what.Text), " ")}
		pop.Hide()
		if !isDay(after.Date) {
			s.desk.fail(errors.New(Lf("%q is no day; write it as 2018-05-08", after.Date)))
			return
		}
		s.setEvent(e, after)
	}
	for _, field := range []*paletteEntry{what, when} {
		field.ExtendBaseWidget(field)
		field.onEscape, field.onDown = func() { pop.Hide() }, func() {}
		field.OnSubmitted = done
	}
	what.SetText(e.Label)
	what.SetPlaceHolder(L("What happened"))
	when.SetText(e.Date)
	save := widgets.NewPrimaryPill(L("Save"), func() { done("") })
	remove := widgets.NewPill(L("Remove"), func() {
		pop.Hide()
		s.setEvent(e, article.SetEvent{Date: e.Date})
	})
	if e.Label == "" {
		remove.Hide()
	}
	form := container.NewVBox(
		container.NewGridWrap(fyne.NewSize(240, what.MinSize().Height), what, when), row(save, remove))
	canvas := s.desk.window.Canvas()
	pop = widget.NewPopUp(form, canvas)
	size := pop.MinSize()
	pop.ShowAtPosition(fyne.NewPos(
		max(0, min(where.X, canvas.Size().Width-size.Width-4)), max(0, min(where.Y-size.Height/2, canvas.Size().Height-size.Height-4))))
	canvas.Focus(what)
	s.desk.events.log("asks event %s", e.Date)
}
