package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"hexapla/widgets/scene"
)

// PageView shows pages as they will be printed, side by side where there is room. Only the pages that are seen
// have an image; scrolling moves it.
type PageView struct {
	widget.BaseWidget

	pages   []scene.Scene
	zoom    float32
	offset  float32
	ground  *canvas.Rectangle
	sheets  map[int]*pageSheet // by page, those that are seen
	spare   []*pageSheet
	painter *scene.Painter
}

// pageSheet is a page on the screen.
type pageSheet struct {
	page   int
	tile   *tile
	shadow *canvas.Rectangle
}

const pageGap = 22

// NewPageView makes a view without pages.
func NewPageView() *PageView {
	v := &PageView{zoom: 0.85, sheets: map[int]*pageSheet{}, painter: scene.NewPainter(engine()), ground: plain()}
	v.ExtendBaseWidget(v)
	return v
}

// SetPages replaces the pages. The place stays where it can.
func (v *PageView) SetPages(pages []scene.Scene) {
	v.pages = pages
	for n, s := range v.sheets {
		v.spare = append(v.spare, s)
		delete(v.sheets, n)
	}
	v.Refresh()
}

// Pages is how many pages there are.
func (v *PageView) Pages() int { return len(v.pages) }

// SetZoom changes how large pages are; 1 is a screen of 96 dots per inch.
func (v *PageView) SetZoom(zoom float32) {
	v.zoom = min(max(zoom, 0.25), 4)
	v.SetPages(v.pages)
}

// Zoom is how large pages are.
func (v *PageView) Zoom() float32 { return v.zoom }

// across is how many pages stand side by side.
func (v *PageView) across() int {
	if len(v.pages) == 0 {
		return 1
	}
	w := float32(v.pages[0].Width)*v.zoom + pageGap
	return min(max(1, int((v.Size().Width-pageGap)/w)), len(v.pages))
}

// place is where a page stands, as scrolled.
func (v *PageView) place(n int) (fyne.Position, fyne.Size) {
	across := v.across()
	size := fyne.NewSize(float32(v.pages[n].Width)*v.zoom, float32(v.pages[n].Height)*v.zoom)
	left := (v.Size().Width - float32(across)*(size.Width+pageGap) + pageGap) / 2
	x := max(pageGap/2, left) + float32(n%across)*(size.Width+pageGap)
	y := pageGap + float32(n/across)*(size.Height+pageGap) - v.offset
	grain := grainOf(v)
	return fyne.NewPos(snap(x, grain), snap(y, grain)), size
}

func (v *PageView) total() float32 {
	if len(v.pages) == 0 {
		return 0
	}
	across := v.across()
	rows := (len(v.pages) + across - 1) / across
	return float32(rows)*(float32(v.pages[0].Height)*v.zoom+pageGap) + pageGap
}

// arrange gives sheets to the pages that are seen.
func (v *PageView) arrange() {
	size := v.Size()
	v.offset = max(0, min(v.offset, v.total()-size.Height))
	v.ground.FillColor = paletteOf(v).Background
	v.ground.Resize(size)
	for n, s := range v.sheets {
		if at, page := v.place(n); at.Y > size.Height || at.Y+page.Height < 0 {
			v.spare = append(v.spare, s)
			delete(v.sheets, n)
		}
	}
	for n := range v.pages {
		at, page := v.place(n)
		if at.Y > size.Height {
			break
		}
		if at.Y+page.Height < 0 {
			continue
		}
		s := v.sheets[n]
		if s == nil {
			s = v.sheet(n)
			s.tile.Resize(page)
			s.tile.Refresh()
			s.shadow.Resize(page.Add(fyne.NewSize(2, 2)))
		}
		s.shadow.StrokeColor, s.shadow.StrokeWidth = paletteOf(v).Hairline, 1
		s.shadow.Move(at.Subtract(fyne.NewPos(1, 1)))
		s.tile.Move(at)
		s.tile.Show()
		s.shadow.Show()
	}
	for _, s := range v.spare {
		s.tile.Hide()
		s.shadow.Hide()
	}
	canvas.Refresh(v)
}

func (v *PageView) sheet(n int) *pageSheet {
	var s *pageSheet
	if last := len(v.spare) - 1; last >= 0 {
		s, v.spare = v.spare[last], v.spare[:last]
	} else {
		s = &pageSheet{shadow: plain()}
		s.tile = newTile(func(b *brush) { v.paint(b, s.page) })
	}
	s.page = n
	v.sheets[n] = s
	return s
}

func (v *PageView) paint(b *brush, page int) {
	if page >= len(v.pages) {
		b.all(color.White)
		return
	}
	v.painter.Paint(b.img, v.pages[page], float64(b.w)/v.pages[page].Width*float64(b.scale))
}

// ScrollTo brings a page into view.
func (v *PageView) ScrollTo(page int) {
	if page < 0 || page >= len(v.pages) {
		return
	}
	at, _ := v.place(page)
	v.offset += at.Y - pageGap
	v.arrange()
}

func (v *PageView) Scrolled(e *fyne.ScrollEvent) {
	v.offset -= e.Scrolled.DY
	v.arrange()
}

func (v *PageView) Dragged(e *fyne.DragEvent) {
	v.offset -= e.Dragged.DY
	v.arrange()
}

func (v *PageView) DragEnd()       {}
func (v *PageView) FocusGained()   {}
func (v *PageView) FocusLost()     {}
func (v *PageView) TypedRune(rune) {}

// TypedKey turns pages.
func (v *PageView) TypedKey(e *fyne.KeyEvent) {
	screen := v.Size().Height * 0.9
	switch e.Name {
	case fyne.KeyDown:
		v.offset += 40
	case fyne.KeyUp:
		v.offset -= 40
	case fyne.KeyPageDown, fyne.KeySpace:
		v.offset += screen
	case fyne.KeyPageUp:
		v.offset -= screen
	case fyne.KeyHome:
		v.offset = 0
	case fyne.KeyEnd:
		v.offset = float32(math.MaxInt32)
	default:
		return
	}
	v.arrange()
}

func (v *PageView) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(240, 200)
}

func (v *PageView) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{v} }

// pageRenderer has no state: the toolkit may discard it.
type pageRenderer struct{ view *PageView }

func (r *pageRenderer) Layout(fyne.Size)   { r.view.SetPages(r.view.pages) }
func (r *pageRenderer) MinSize() fyne.Size { return r.view.MinSize() }
func (r *pageRenderer) Refresh()           { r.view.arrange() }
func (r *pageRenderer) Destroy()           {}

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.view.ground}
	for n := range r.view.pages {
		if s := r.view.sheets[n]; s != nil {
			out = append(out, s.shadow, s.tile.Raster)
		}
	}
	return out
}
