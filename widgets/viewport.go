package widgets

// Viewport is what part of a long content is seen, in units from its top.
type Viewport struct {
	Offset, Height, Total float64
	First, Last           int // rows that are seen at least in part
}

// clamped keeps an offset within a content.
func clamped(offset, height, total float64) float64 {
	return max(0, min(offset, total-height))
}
