package report

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"hexapla/widgets/scene"
)

// TestChartDataRebuildsTheChart: from the table the same chart can be drawn, byte for byte.
func TestChartDataRebuildsTheChart(t *testing.T) {
	c := scene.Chart{
		Title: "=The deal",
		Series: []scene.Series{
			{ID: "CHN", Name: "China, \"People's Republic\"", Look: 3, Points: []scene.ChartPoint{
				{ID: "a:1-2", At: 19212, Value: 1.0 / 3, Confidence: 0.88, Tip: "two\nlines, and =a formula"},
				{ID: "a:3-4", At: 19213, Value: -2, Confidence: 1, Continues: true, Tip: "=SUM(A1)"},
			}, Curve: [][]scene.CurvePoint{{{At: 19212.5, Mean: 0.1, Low: -0.2, High: 0.3}, {At: 19213, Mean: 0.2, Low: 0.1, High: 0.4}}, {{At: 19300, Mean: 1, Low: 0.9, High: 1.1}}}},
			{ID: "@x", Name: "伊朗", Look: 1, Hidden: true, Points: []scene.ChartPoint{{ID: "b", At: 19000, Value: 0}}},
		},
		Events: []scene.Event{{At: 19212, Label: "-talks"}},
	}
	var b bytes.Buffer
	if err := WriteChartData(&b, c); err != nil {
		t.Fatal(err)
	}
	got := readChartData(t, &b)
	if !reflect.DeepEqual(got, c) {
		t.Errorf("read back\n%+v\nwant\n%+v", got, c)
	}
	var one, two bytes.Buffer
	if scene.WriteSVG(&one, scene.WithLegend(c, scene.View{}), scene.SVG{}) != nil || scene.WriteSVG(&two, scene.WithLegend(got, scene.View{}), scene.SVG{}) != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the charts differ")
	}
}

// readChartData is what anybody who wants the chart back would write.
func readChartData(t *testing.T, b *bytes.Buffer) (c scene.Chart) {
	t.Helper()
	rows, err := csv.NewReader(b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	words := func(s string) string {
		if rest := strings.TrimPrefix(s, "'"); Cell(rest) == s {
			return rest
		}
		return s
	}
	for _, r := range rows[1:] {
		if r[0] == "chart" {
			c.Title = words(r[13])
			continue
		}
		if r[0] == "event" {
			c.Events = append(c.Events, scene.Event{At: scene.Day(number(r[5])), Label: words(r[13])})
			continue
		}
		if n := len(c.Series); n == 0 || c.Series[n-1].ID != words(r[1]) {
			look, _ := strconv.Atoi(r[3])
			c.Series = append(c.Series, scene.Series{ID: words(r[1]), Name: words(r[2]), Look: look, Hidden: r[4] == "true"})
		}
		s := &c.Series[len(c.Series)-1]
		if r[0] == "point" {
			s.Points = append(s.Points, scene.ChartPoint{
				ID: words(r[12]), At: scene.Day(number(r[5])), Value: number(r[6]), Confidence: number(r[9]), Continues: r[10] == "true", Tip: words(r[13]),
			})
			continue
		}
		stretch, _ := strconv.Atoi(r[11])
		for len(s.Curve) <= stretch {
			s.Curve = append(s.Curve, nil)
		}
		s.Curve[stretch] = append(s.Curve[stretch], scene.CurvePoint{At: scene.Day(number(r[5])), Mean: number(r[6]), Low: number(r[7]), High: number(r[8])})
	}
	return c
}
