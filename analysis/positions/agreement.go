package positions

import (
	"math"
	"slices"
)

// Agreement is how close actors stand to each other over a period.
type Agreement struct {
	Actors []string    // by name
	Values [][]float64 // −1 (opposite ends) … +1 (the same place); NaN where they share no issue
	Shared [][]int     // on how many issues both have a position
}

// Between returns the agreement of all actors with a point from one ISO day to another, both included;
// "" leaves that end open. It is 1 − |difference of mean stances| / 2, averaged over the issues on which
// both have a position.
func Between(points []Point, from, to string) Agreement {
	means := meanStances(points, from, to)
	var out Agreement
	for actor := range means {
		out.Actors = append(out.Actors, actor)
	}
	slices.Sort(out.Actors)
	for _, a := range out.Actors {
		values, shared := make([]float64, len(out.Actors)), make([]int, len(out.Actors))
		for j, b := range out.Actors {
			values[j], shared[j] = agree(means[a], means[b])
		}
		out.Values, out.Shared = append(out.Values, values), append(out.Shared, shared)
	}
	return out
}

// meanStances returns each actor's mean over utterances on each issue.
func meanStances(points []Point, from, to string) map[string]map[string]float64 {
	type line struct{ actor, issue string }
	lines := map[line][]Point{}
	for _, p := range points {
		first, last, ok := days(p.Date)
		if !ok || from != "" && last.Format("2006-01-02") < from || to != "" && first.Format("2006-01-02") > to {
			continue
		}
		lines[line{p.Actor, p.Issue}] = append(lines[line{p.Actor, p.Issue}], p)
	}
	out := map[string]map[string]float64{}
	for k, list := range lines {
		if out[k.actor] == nil {
			out[k.actor] = map[string]float64{}
		}
		sayings := utterances(list)
		sum := 0.0
		for _, s := range sayings {
			sum += s.stance
		}
		out[k.actor][k.issue] = sum / float64(len(sayings))
	}
	return out
}

func agree(a, b map[string]float64) (float64, int) {
	var issues []string
	for issue := range a {
		if _, both := b[issue]; both {
			issues = append(issues, issue)
		}
	}
	if len(issues) == 0 {
		return math.NaN(), 0
	}
	slices.Sort(issues)
	sum := 0.0
	for _, issue := range issues {
		sum += 1 - math.Abs(a[issue]-b[issue])/2
	}
	return sum / float64(len(issues)), len(issues)
}
