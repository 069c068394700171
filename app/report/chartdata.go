package report

import (
	"encoding/csv"
	"io"
	"strconv"

	"hexapla/widgets/scene"
)

// WriteChartData writes what a chart is drawn from as a table: its points, the places of its curves with
// their bands, its events. A chart drawn from it is the same chart.
func WriteChartData(w io.Writer, c scene.Chart) error {
	rows := [][]string{{"what", "actor", "name", "look", "hidden", "day", "value", "low", "high", "confidence", "continues", "stretch", "id", "text"}}
	rows = append(rows, []string{"chart", "", "", "", "", "", "", "", "", "", "", "", "", Cell(c.Title)})
	for _, s := range c.Series {
		of := []string{Cell(s.ID), Cell(s.Name), strconv.Itoa(s.Look), strconv.FormatBool(s.Hidden)}
		for _, p := range s.Points {
			rows = append(rows, append(append([]string{"point"}, of...),
				exact(float64(p.At)), exact(p.Value), "", "", exact(p.Confidence), strconv.FormatBool(p.Continues), "", Cell(p.ID), Cell(p.Tip)))
		}
		for i, stretch := range s.Curve {
			for _, p := range stretch {
				rows = append(rows, append(append([]string{"curve"}, of...),
					exact(float64(p.At)), exact(p.Mean), exact(p.Low), exact(p.High), "", "", strconv.Itoa(i), "", ""))
			}
		}
	}
	for _, e := range c.Events {
		rows = append(rows, []string{"event", "", "", "", "", exact(float64(e.At)), "", "", "", "", "", "", "", Cell(e.Label)})
	}
	return csv.NewWriter(w).WriteAll(rows)
}

// exact is a number that reads back as the same.
func exact(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
