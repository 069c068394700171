package scene

import "math"

// Grid is means by row and column: issues by actors, or actors by actors.
type Grid struct {
	Title         string
	Rows, Columns []string
	Cells         [][]Cell // by row, then column
}

// Cell is a mean; blank when nothing was said.
type Cell struct {
	Value float64 // −2..+2
	N     int
	Tip   string
}

// GridFrame is where the cells of a grid lie in its picture.
type GridFrame struct {
	Left, Top, CellWidth, CellHeight float64
	rows, columns                    int
	width                            float64 // of the picture, where it is read from the right
}

// Frame is the frame of the grid under a view; the height of a view does not matter, rows are as high as text.
func (g Grid) Frame(v View) GridFrame {
	v = v.withDefaults(Chart{})
	f := GridFrame{Top: v.TextSize * 2.2, CellHeight: math.Round(v.TextSize * 2.6), rows: len(g.Rows), columns: len(g.Columns)}
	if g.Title != "" {
		f.Top += v.TextSize * 2.2
	}
	for _, r := range g.Rows {
		f.Left = max(f.Left, Width(v.Engine, Text{Text: r, Look: Look{Size: v.TextSize + 1}})+20)
	}
	f.Left = min(f.Left, v.Width*0.4)
	f.CellWidth = (v.Width - f.Left - 8) / float64(max(1, len(g.Columns)))
	if v.Calendar.Leftward {
		f.width = v.Width
	}
	return f
}

// At is the cell at a place.
func (f GridFrame) At(p Point) (row, column int, ok bool) {
	if f.width > 0 {
		p.X = f.width - p.X
	}
	row, column = int(math.Floor((p.Y-f.Top)/f.CellHeight)), int(math.Floor((p.X-f.Left)/f.CellWidth))
	return row, column, row >= 0 && row < f.rows && column >= 0 && column < f.columns
}

// Cell is where a cell lies.
func (f GridFrame) Cell(row, column int) Rect {
	r := Rect{f.Left + float64(column)*f.CellWidth + 1.5, f.Top + float64(row)*f.CellHeight + 1.5, f.CellWidth - 3, f.CellHeight - 3}
	if f.width > 0 {
		r.X = f.width - r.Right()
	}
	return r
}

// HeatMap draws a grid of means: blue for, orange against, the panel's colour between, empty where nothing was
// said.
func HeatMap(g Grid, v View) Scene {
	v = v.withDefaults(Chart{})
	f := g.Frame(v)
	s := Scene{Width: v.Width, Height: f.Top + float64(len(g.Rows))*f.CellHeight + 8, Ground: v.Palette.Panel, Title: g.Title}
	name := func(t Text, width float64) {
		s.Items = append(s.Items, v.turned(Fit(v.Engine, t, width), s.Width))
	}
	label := Look{Size: v.TextSize + 1, Color: v.Palette.Ink}
	if g.Title != "" {
		head := label
		head.Bold = true
		name(Text{At: Point{8, v.TextSize * 1.9}, Text: g.Title, Language: v.Language, Look: head}, v.Width-16)
	}
	for c, column := range g.Columns {
		name(Text{At: Point{f.Left + (float64(c)+0.5)*f.CellWidth, f.Top - 8}, Text: column, Language: v.Language, Look: label, Anchor: Middle}, f.CellWidth-4)
	}
	for r, row := range g.Rows {
		name(Text{At: Point{8, f.Top + (float64(r)+0.5)*f.CellHeight + v.TextSize*0.38}, Text: row, Language: v.Language, Look: label}, f.Left-16)
		for c := range g.Columns {
			s.Items = append(s.Items, cell(g.Cells[r][c], f.Cell(r, c), v)...)
		}
	}
	return s
}

func cell(c Cell, r Rect, v View) []Item {
	if c.N == 0 {
		return []Item{Box{Rect: r, Radius: 3, Fill: v.Palette.Blank, Tip: c.Tip}}
	}
	ground := v.Palette.Stance(c.Value)
	return []Item{
		Box{Rect: r, Radius: 3, Fill: ground, Tip: c.Tip},
		Text{
			At: Point{r.X + r.W/2, r.Y + r.H/2 + v.TextSize*0.36}, Text: v.Calendar.Signed(c.Value, 1), Anchor: Middle,
			Look: Look{Size: v.TextSize, Color: v.Palette.On(ground)},
		},
	}
}
