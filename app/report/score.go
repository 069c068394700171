package report

import (
	"cmp"
	"slices"
	"strings"

	"hexapla/analysis"
	"hexapla/analysis/wording/triage"
)

// score is a line of the MQM score card: the errors of one version.
type score struct {
	Siglum, Title string
	Types         []typeCount
	Penalty       float64
	Words         int
	Quality       float64 // 100 less the penalty per hundred words
	Reviewed      bool    // a person judged them; otherwise they are the machine's
}

type typeCount struct {
	Type                            string
	Neutral, Minor, Major, Critical int
}

// penalties are those of the MQM scoring models' common weights.
var penalties = map[string]float64{"neutral": 0, "minor": 1, "major": 5, "critical": 25}

// scoreCard counts the errors of each version that departs: as people judged them, else by the machine's
// severity (major from 0.75).
func scoreCard(r *analysis.Result, comparisons []comparison) []score {
	var out []score
	for _, c := range comparisons {
		x := &r.Comparisons[c.index]
		for column := range c.Columns {
			v := r.Versions[x.Versions[column]]
			if v.Article.Meta.Role.Value == "original" {
				continue
			}
			s := score{Siglum: x.Sigla[column], Title: c.Columns[column].Title, Words: wordsIn(v)}
			for i, d := range x.Differences {
				s.add(d, c.reviews[i].Status, c.reviews[i].MQM, c.reviews[i].Severity, column)
			}
			slices.SortFunc(s.Types, func(a, b typeCount) int { return cmp.Compare(a.Type, b.Type) })
			s.Quality = max(0, 100-s.Penalty*100/float64(max(1, s.Words)))
			out = append(out, s)
		}
	}
	return out
}

func (s *score) add(d triage.Difference, status, kind, severity string, column int) {
	judged := status == analysis.Confirmed
	if status == analysis.Dismissed || !slices.Contains(d.Departs, column) || !judged && d.Severity < triage.Shown {
		return
	}
	s.Reviewed = s.Reviewed || judged
	kind = cmp.Or(kind, d.Kind.ErrorType())
	severity = cmp.Or(severity, d.ErrorLevel())
	s.Penalty += penalties[severity]
	at := slices.IndexFunc(s.Types, func(t typeCount) bool { return t.Type == kind })
	if at < 0 {
		at = len(s.Types)
		s.Types = append(s.Types, typeCount{Type: kind})
	}
	t := &s.Types[at]
	switch severity {
	case "critical":
		t.Critical++
	case "major":
		t.Major++
	case "neutral":
		t.Neutral++
	default:
		t.Minor++
	}
}

// wordsIn counts words; where they are not parted by blanks, two characters are one.
func wordsIn(v analysis.Version) int {
	if v.Language.Spaceless() {
		return len([]rune(strings.Join(strings.Fields(v.Article.Text), ""))) / 2
	}
	return len(strings.Fields(v.Article.Text))
}
