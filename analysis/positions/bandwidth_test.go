package positions_test

import (
	"testing"

	"hexapla/analysis/positions"
)

func TestBandwidth(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     float64
	}{
		{"2022-08-08", "2022-08-08", 7},
		{"2021-12-01", "2022-09-30", 30},
		{"2013-09-24", "2023-09-19", 365},
		{"1990-01-01", "2023-01-01", 365},
	} {
		points := []positions.Point{{Date: test.to}, {Date: test.from}, {Date: "no day"}}
		if got := positions.Bandwidth(points); got != test.want {
			t.Errorf("%s to %s: %v days, want %v", test.from, test.to, got, test.want)
		}
	}
	if got := positions.Bandwidth(nil); got != 7 {
		t.Errorf("without points: %v", got)
	}
}
