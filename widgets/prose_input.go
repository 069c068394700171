package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (p *Prose) caret(at fyne.Position) proseCaret {
	p.set()
	i := 0
	for i+1 < len(p.tops) && p.tops[i+1] <= at.Y {
		i++
	}
	if len(p.layouts) == 0 {
		return proseCaret{}
	}
	return proseCaret{i, p.layouts[i].Index(at.X-p.inset(i), at.Y-p.tops[i])}
}

func (p *Prose) spanAt(at fyne.Position) (int, *Span) {
	c := p.caret(at)
	if len(p.layouts) == 0 {
		return 0, nil
	}
	offset, ok := p.layouts[c.passage].At(at.X-p.inset(c.passage), at.Y-p.tops[c.passage])
	spans := p.passages[c.passage].Spans
	for i := len(spans) - 1; ok && i >= 0; i-- {
		if spans[i].Start <= offset && offset < spans[i].End {
			return c.passage, &spans[i]
		}
	}
	return c.passage, nil
}

func (p *Prose) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && !p.focused {
		c.Focus(p)
	}
	p.from = p.caret(e.Position)
	if p.on {
		p.on = false
		p.repaint()
	}
}

func (p *Prose) MouseUp(*desktop.MouseEvent) {}

func (p *Prose) Dragged(e *fyne.DragEvent) {
	p.to, p.on = p.caret(e.Position), true
	p.repaint()
}

func (p *Prose) DragEnd() {}

func (p *Prose) Tapped(e *fyne.PointEvent) {
	if i, span := p.spanAt(e.Position); span != nil && p.OnSpan != nil {
		p.OnSpan(i, *span)
	}
}

func (p *Prose) MouseIn(*desktop.MouseEvent)      {}
func (p *Prose) MouseOut()                        { p.hover = nil }
func (p *Prose) MouseMoved(e *desktop.MouseEvent) { _, p.hover = p.spanAt(e.Position) }

func (p *Prose) Cursor() desktop.Cursor {
	if p.hover != nil && p.OnSpan != nil {
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// Disabled keeps text without spans to act on out of the chain of the Tab key; the toolkit still gives it the
// focus on a press, so that what is selected can be copied.
func (p *Prose) Disabled() bool { return p.OnSpan == nil }
func (p *Prose) Enable()        {}
func (p *Prose) Disable()       {}

func (p *Prose) FocusGained() {
	p.focused = true
	p.repaint()
}

func (p *Prose) FocusLost() {
	p.focused = false
	p.repaint()
}

func (p *Prose) TypedRune(rune) {}

// TypedKey goes from span to span; Enter is a tap on it.
func (p *Prose) TypedKey(e *fyne.KeyEvent) {
	var places []proseCaret
	for i := range p.passages {
		for k := range p.passages[i].Spans {
			places = append(places, proseCaret{i, k})
		}
	}
	if len(places) == 0 || p.OnSpan == nil {
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		p.at = min(p.at+1, len(places)-1)
	case fyne.KeyLeft, fyne.KeyUp:
		p.at = max(p.at-1, 0)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		place := places[min(p.at, len(places)-1)]
		p.OnSpan(place.passage, p.passages[place.passage].Spans[place.offset])
	}
	p.repaint()
}

// TypedShortcut copies what is selected, and selects all.
func (p *Prose) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		text := p.SelectedText()
		switch {
		case text == "":
		case p.OnCopy != nil:
			p.OnCopy(text)
		default:
			fyne.CurrentApp().Clipboard().SetContent(text)
		}
	case *fyne.ShortcutSelectAll:
		if n := len(p.passages); n > 0 {
			p.from, p.to, p.on = proseCaret{}, proseCaret{n - 1, len(p.passages[n-1].Text)}, true
			p.repaint()
		}
	}
}
