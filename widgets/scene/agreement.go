package scene

// Agreement is how near actors stand to each other on what both spoke on.
type Agreement struct {
	Title  string
	Actors []string
	Looks  []int     // of the actors, as in charts
	Pairs  [][]Cell  // by actor and actor: −2 opposed … +2 of one mind; N is the issues shared
	Voices []float64 // how many statements each made, for the size of its node; nil: all alike
}

// AgreementMatrix draws the agreement as a grid without its diagonal.
func AgreementMatrix(a Agreement, v View) Scene { return HeatMap(AgreementGrid(a), v) }

// AgreementGrid is the agreement as a grid without its diagonal.
func AgreementGrid(a Agreement) Grid {
	g := Grid{Title: a.Title, Rows: a.Actors, Columns: a.Actors}
	for i, row := range a.Pairs {
		cells := append([]Cell(nil), row...)
		cells[i] = Cell{}
		g.Cells = append(g.Cells, cells)
	}
	return g
}
