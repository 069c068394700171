package positions

import "time"

// bandwidths are the widths that Bandwidth chooses from, in days: those that people speak of.
var bandwidths = []float64{7, 14, 30, 90, 180, 365}

// Bandwidth is the width for Smooth, in days, that suits the time that the points cover: the least
// round one that is a twentieth of it.
func Bandwidth(points []Point) float64 {
	from, to := time.Time{}, time.Time{}
	for _, p := range points {
		at, err := time.Parse(time.DateOnly, p.Date)
		if err != nil {
			continue
		}
		if from.IsZero() || at.Before(from) {
			from = at
		}
		if at.After(to) {
			to = at
		}
	}
	covered := to.Sub(from).Hours() / 24
	for _, w := range bandwidths {
		if from.IsZero() || w >= covered/20 {
			return w
		}
	}
	return bandwidths[len(bandwidths)-1]
}
