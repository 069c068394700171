package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func screens() *NavRail {
	return NewNavRail(NavItem{Icon: "library", Label: "Library"}, NavItem{Icon: "compare", Label: "Compare"},
		NavItem{Icon: "positions", Label: "Positions"}, NavItem{Icon: "statements", Label: "Statements"}, NavItem{Icon: "report", Label: "Report"})
}

func TestPartsLook(t *testing.T) {
	looks(t, "navrail", 80, 310, func() fyne.CanvasObject {
		rail := screens()
		rail.Select(1)
		return rail
	})
	looks(t, "pills", 420, 120, func() fyne.CanvasObject {
		on := NewPill("+2", nil).Compact()
		on.SetOn(true)
		off := NewPill("Later", nil)
		off.Disable()
		return container.NewVBox(
			container.NewHBox(NewPrimaryPill("Confirm", nil).Keyed("Enter"), NewPill("Reject", nil).Keyed("X"), off),
			container.NewHBox(NewMenuPill("Base: 中新社", nil), NewPill("تأیید", nil), NewIconPill("undo", "Undo", nil), NewPill("+1", nil).Compact(), on),
			container.NewHBox(NewChip("Accuracy / Mistranslation", nil), NewBadge(Badge{Sign: "№ 2", Kind: Meaning}), NewBadge(Badge{Sign: "↕", Kind: Transposition}), NewBar(Bar{Value: 0.86, Kind: Meaning, Text: "0.86"})))
	})
	looks(t, "minimap", 24, 200, func() fyne.CanvasObject {
		m := NewMinimap()
		m.SetTicks([]Tick{{0, Substitution}, {0.2, Meaning}, {0.4, Addition}, {0.5, Transposition}, {0.7, Found}, {1, Omission}})
		m.SetHeat([]float32{0, 0, 0, 0.2, 0.9, 0.3, 0, 0})
		m.SetViewport(Viewport{Offset: 100, Height: 300, Total: 1000})
		return m
	})
	looks(t, "prose", 300, 300, func() fyne.CanvasObject { return apparatus() })
	looks(t, "toolkit", 360, 190, func() fyne.CanvasObject {
		entry := widget.NewEntry()
		entry.SetText("王群表示 وزیر 한국어")
		return container.NewVBox(widget.NewLabel("Latin Кириллица Ελλάδα 中文 かな"), widget.NewLabel("قال وزير الخارجية"), widget.NewLabel("שלום עולם नमस्ते"), entry, widget.NewButton("Open", nil))
	})
}

func apparatus() *Prose {
	text := "immediately make ] may soon consider B · 立即作出 ZH"
	return NewProse(
		Passage{Text: "APPARATUS", Caps: true},
		Passage{Text: text, Serif: true, Gap: 6, Spans: []Span{spanOf(text, "may soon consider", Substitution), spanOf(text, "立即作出", Substitution)}},
		Passage{Text: "The US should have a clear understanding of the situation.", Serif: true, Quote: true, Gap: 8},
		Passage{Text: "وزیر امور خارجه گفت که مذاکرات با IAEA ادامه دارد.", Serif: true, Language: "fa", Gap: 8},
		Passage{Text: "continues from ¶6", Muted: true, Gap: 8})
}

func TestContrastLooks(t *testing.T) {
	v := NewArticleView()
	v.SetContent(versions())
	v.Select(1)
	w := inWindow(t, HighContrast, v, 1100, 420)
	test.AssertRendersToImage(t, "article-contrast.png", w.Canvas())
}

func TestNavRail(t *testing.T) {
	rail := screens()
	inWindow(t, Light, rail, 80, 400)
	var went []int
	rail.OnSelect = func(i int) { went = append(went, i) }
	rail.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, railMargin+2.5*railItem)})
	press(rail, fyne.KeyDown, fyne.KeySpace, fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn, fyne.KeyReturn)
	rail.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 399)})
	if fmt.Sprint(went) != "[2 3 1]" {
		t.Errorf("went to %v", went)
	}
}

func TestPill(t *testing.T) {
	n := 0
	p := NewPill("Confirm", func() { n++ })
	inWindow(t, Light, p, 100, 40)
	test.Tap(p)
	press(p, fyne.KeySpace, fyne.KeyReturn, fyne.KeyTab)
	p.Disable()
	test.Tap(p)
	if n != 3 {
		t.Errorf("pressed %d times", n)
	}
}

func TestMinimapJumps(t *testing.T) {
	m := NewMinimap()
	inWindow(t, Light, m, 20, 200)
	m.SetTicks([]Tick{{At: 0.3}, {At: 0.6}, {At: 0.9}})
	m.SetViewport(Viewport{Offset: 400, Height: 200, Total: 1000})
	var at []string
	m.OnJump = func(v float32) { at = append(at, fmt.Sprintf("%.2f", v)) }
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 50)})
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 500)}})
	press(m, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd)
	if got := strings.Join(at, " "); got != "0.25 1.00 0.60 0.30 0.70 0.00 1.00" {
		t.Errorf("jumped to %s", got)
	}
}

func TestProse(t *testing.T) {
	p := apparatus()
	w := inWindow(t, Light, p, 300, 400)
	narrow := p.MinSize().Height
	p.OnSpan = func(passage int, s Span) {
		if passage != 1 {
			t.Errorf("passage %d", passage)
		}
		narrow = 0
	}
	r := p.layouts[1].Caret(p.passages[1].Spans[0].Start + 1)
	p.Tapped(&fyne.PointEvent{Position: fyne.NewPos(r.X+1, p.tops[1]+r.Y+5)})
	if narrow != 0 {
		t.Error("the tap on a span was not told")
	}
	p.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, p.tops[2]+4)}})
	p.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(299, p.tops[4]+10)}})
	p.TypedShortcut(&fyne.ShortcutCopy{})
	if got := fyne.CurrentApp().Clipboard().Content(); strings.Count(got, "\n") != 2 || !strings.HasSuffix(got, "¶6") {
		t.Errorf("copied %q", got)
	}
	before := p.MinSize().Height
	w.Resize(fyne.NewSize(150, 400))
	if after := p.MinSize().Height; after <= before {
		t.Errorf("half as wide it is %v high, before %v", after, before)
	}
	if one := NewText(Passage{Text: "two words"}).MinSize(); one.Height > 20 || one.Width < 50 {
		t.Errorf("a line that does not wrap is %v", one)
	}
}

func TestThemeAnswersForEveryName(t *testing.T) {
	test.NewTempApp(t)
	for _, mode := range []Mode{System, Light, Dark, HighContrast} {
		theme := &Theme{Mode: mode, TextScale: 1.5}
		if got := theme.Size("text"); got != baseText*1.5 {
			t.Errorf("text of %v", got)
		}
		for _, name := range []fyne.ThemeColorName{"background", "foreground", "primary", "hover", "separator", "selection", "error", "unknown"} {
			if theme.Color(name, 0) == nil {
				t.Errorf("mode %d has no colour for %s", mode, name)
			}
		}
	}
	if (&Theme{}).Palette(0) != DarkPalette || (&Theme{}).Palette(1) != LightPalette {
		t.Error("the desktop's variant is not followed")
	}
}

// Ink must be readable on every ground that it is put on: 4.5 to 1, 7 to 1 for high contrast.
func TestContrastOfPalettes(t *testing.T) {
	for name, p := range map[string]*Palette{"light": LightPalette, "dark": DarkPalette, "contrast": ContrastPalette} {
		least := 4.5
		if p == ContrastPalette {
			least = 7
		}
		check := func(what string, got float64) {
			if got < least {
				t.Errorf("%s: %s has a contrast of %.2f", name, what, got)
			}
		}
		for what, ground := range map[string]int{"panel": 0, "background": 1, "selected": 2} {
			g := []interface{ RGBA() (r, g, b, a uint32) }{p.Panel, p.Background, p.Selected}[ground]
			check("ink on "+what, contrast(p.Ink, g))
			check("muted on "+what, contrast(p.Muted, g))
		}
		for k := Substitution; k <= Transposition; k++ {
			check(fmt.Sprint("ink on kind ", k), contrast(p.Ink, p.Kinds[k].Ground))
		}
		check("ink on the accent", contrast(p.OnAccent, p.Accent))
	}
}

func TestProseByKeys(t *testing.T) {
	p := apparatus()
	w := inWindow(t, Light, container.NewVBox(NewText(Passage{Text: "label"}), p, widget.NewEntry()), 300, 400)
	w.Canvas().FocusNext()
	if w.Canvas().Focused() == p {
		t.Error("text without anything to act on is a stop of the Tab key")
	}
	var told []string
	p.OnSpan = func(passage int, s Span) { told = append(told, p.passages[passage].Text[s.Start:s.End]) }
	w.Canvas().Unfocus()
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != p {
		t.Fatal("text with spans to act on is no stop of the Tab key")
	}
	press(p, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn, fyne.KeyLeft, fyne.KeySpace)
	if got := fmt.Sprint(told); got != "[may soon consider 立即作出 may soon consider]" {
		t.Errorf("told of %s", got)
	}
}

func TestLongProseIsPaintedInParts(t *testing.T) {
	p := NewProse(Passage{Text: strings.Repeat("a long text ", 5000), Serif: true})
	inWindow(t, Light, container.NewVScroll(p), 300, 400)
	if h := p.Size().Height; h < 10*bandHeight || len(p.tiles) != int(h/bandHeight)+1 {
		t.Errorf("%d tiles for a height of %v", len(p.tiles), h)
	}
	sum := float32(0)
	for _, tile := range p.tiles {
		sum += tile.Size().Height
	}
	if sum != p.Size().Height {
		t.Errorf("tiles are %v high, the text %v", sum, p.Size().Height)
	}
}
