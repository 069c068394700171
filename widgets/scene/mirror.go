package scene

// turned is a text where it stands in a picture that is read from the right.
func (v View) turned(t Text, width float64) Item {
	if v.Calendar.Leftward {
		return mirrored([]Item{t}, width)[0]
	}
	return t
}

// mirrored is a picture seen in a mirror, but for its letters: what stood at the left stands at the right.
func mirrored(items []Item, width float64) []Item {
	out := make([]Item, len(items))
	points := func(list []Point) []Point {
		flipped := make([]Point, len(list))
		for i, p := range list {
			flipped[i] = Point{width - p.X, p.Y}
		}
		return flipped
	}
	for i, item := range items {
		switch item := item.(type) {
		case Polyline:
			item.Points = points(item.Points)
			out[i] = item
		case Box:
			item.X = width - item.Right()
			out[i] = item
		case Marks:
			at := make([]Mark, len(item.At))
			for k, m := range item.At {
				m.X = width - m.X
				at[k] = m
			}
			item.At = at
			out[i] = item
		case Text:
			item.At.X = width - item.At.X
			item.Anchor = Right - item.Anchor
			out[i] = item
		default:
			out[i] = item
		}
	}
	return out
}
