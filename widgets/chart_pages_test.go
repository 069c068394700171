package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"hexapla/widgets/scene"
)

// TestPageView: only pages that are seen have a sheet, each its own; the last one can be reached.
func TestPageView(t *testing.T) {
	test.NewTempApp(t)
	v := NewPageView()
	var pages []scene.Scene
	for i := range 40 {
		pages = append(pages, scene.Scene{Width: 794, Height: 1123, Ground: color.NRGBA{uint8(i), 100, 100, 255}})
	}
	test.NewTempWindow(t, v).Resize(fyne.NewSize(900, 700))
	v.SetPages(pages)
	for _, zoom := range []float32{0.4, 0.85, 1.5} {
		v.SetZoom(zoom)
		v.ScrollTo(0)
		seen := map[int]bool{}
		for range 1000 {
			if len(v.sheets) > 12 || len(v.sheets) == 0 {
				t.Fatalf("%d sheets", len(v.sheets))
			}
			for n, s := range v.sheets {
				seen[n] = true
				if img := s.tile.generate(20, 30).(*image.RGBA); img.Pix[0] != uint8(n) {
					t.Fatalf("page %d shows page %d", n, img.Pix[0])
				}
			}
			before := v.offset
			v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -300)})
			if v.offset == before {
				break
			}
		}
		if len(seen) != 40 {
			t.Errorf("at zoom %v %d pages were seen", zoom, len(seen))
		}
	}
	v.SetPages(nil)
	if len(v.sheets) != 0 {
		t.Error("sheets without pages")
	}
}
