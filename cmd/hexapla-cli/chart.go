package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"hexapla/analysis"
	"hexapla/app/report"
	"hexapla/widgets/scene"
)

// writeChart writes the chart of an issue, by default of the one with the most points, as the file's ending says.
func writeChart(name string, r *analysis.Result, issue string) error {
	return writeFile(name, func(w io.Writer) error {
		return report.WriteChart(w, name, report.Chart(r, mostSpoken(r, issue)), scene.Calendar{}, nil)
	})
}

// checkChart reports whether a chart can be written under the name.
func checkChart(name string) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case "", ".svg", ".png":
		return nil
	}
	return usageError{fmt.Errorf("%s: a chart is written as .svg or .png", name)}
}

func mostSpoken(r *analysis.Result, issue string) string {
	if issue != "" {
		return issue
	}
	count := map[string]int{}
	for _, p := range r.Points {
		count[p.Issue]++
	}
	for _, i := range report.Issues(r) {
		if count[i] > count[issue] {
			issue = i
		}
	}
	return issue
}

// printCSV prints positions as a table that a spreadsheet opens.
func (c *cli) printCSV(list positionList) error {
	w := csv.NewWriter(c.stdout)
	number := func(v float64) string {
		if math.IsNaN(v) {
			return ""
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	rows := [][]string{{"actor", "issue", "from", "to", "mean", "low", "high", "n", "statements"}}
	for _, p := range list.Positions {
		rows = append(rows, []string{
			report.Cell(p.Actor), report.Cell(p.Issue), p.From, p.To, number(p.Mean), number(p.Low), number(p.High),
			strconv.Itoa(p.N), strings.Join(p.Statements, " "),
		})
	}
	return w.WriteAll(rows)
}
