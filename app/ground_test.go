package app

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestGroundFollowsTheTheme(t *testing.T) {
	u := openSample(t)
	g := newGround()
	u.setTheme("light")
	surface := test.WidgetRenderer(g).Objects()[0].(*canvas.Rectangle)
	light := surface.FillColor
	u.setTheme("dark")
	g.Refresh()
	if surface.FillColor == light {
		t.Error("the ground is as light in the dark theme")
	}
}
