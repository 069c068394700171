package scene

// Move returns items shifted, as a picture within another one.
func Move(items []Item, dx, dy float64) []Item {
	out := make([]Item, len(items))
	points := func(list []Point) []Point {
		shifted := make([]Point, len(list))
		for i, p := range list {
			shifted[i] = Point{p.X + dx, p.Y + dy}
		}
		return shifted
	}
	for i, item := range items {
		switch item := item.(type) {
		case Polyline:
			item.Points = points(item.Points)
			out[i] = item
		case Area:
			item.Points = points(item.Points)
			out[i] = item
		case Box:
			item.X, item.Y = item.X+dx, item.Y+dy
			out[i] = item
		case Marks:
			at := make([]Mark, len(item.At))
			for k, m := range item.At {
				m.Point = Point{m.X + dx, m.Y + dy}
				at[k] = m
			}
			item.At = at
			out[i] = item
		case Text:
			item.At = Point{item.At.X + dx, item.At.Y + dy}
			out[i] = item
		case Paragraph:
			item.At = Point{item.At.X + dx, item.At.Y + dy}
			out[i] = item
		case Picture:
			item.X, item.Y = item.X+dx, item.Y+dy
			out[i] = item
		case Clip:
			item.X, item.Y = item.X+dx, item.Y+dy
			item.Items = Move(item.Items, dx, dy)
			out[i] = item
		}
	}
	return out
}
