package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// thumb is where the handle of a scroll bar as long as the view stands, false when all is seen.
func thumb(offset, height, total float64) (at, length float32, ok bool) {
	if height <= 0 || total <= height+0.5 {
		return 0, 0, false
	}
	size := max(28, height*height/total)
	return float32(offset / (total - height) * (height - size)), float32(size), true
}

// upright places the handle of the scroll bar at the right side of a widget, or hides it where all is
// seen.
func upright(handle *canvas.Rectangle, right, top, height float32, offset, total float64) {
	if y, h, ok := thumb(offset, float64(height), total); ok {
		stand(handle, right-barWidth+2, top+y, barWidth-4, h)
		return
	}
	handle.Hide()
}

func stand(handle *canvas.Rectangle, x, y, w, h float32) {
	handle.Move(fyne.NewPos(x, y))
	handle.Resize(fyne.NewSize(w, h))
	handle.Show()
}

// gripped is how far from the beginning of a handle the pointer took hold of it: in its middle where
// the bar was pressed beside it.
func gripped(at, handle, length float32) float32 {
	if grip := at - handle; grip >= 0 && grip <= length {
		return grip
	}
	return length / 2
}

// slid is the offset that a handle of the length stands for when it was dragged to a place.
func slid(to, grip, length float32, room, total float64) float64 {
	if room <= float64(length) {
		return 0
	}
	return float64(to-grip) / (room - float64(length)) * (total - room)
}
