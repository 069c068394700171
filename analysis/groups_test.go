package analysis_test

import (
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/stories"
)

const (
	flood = `Flood reaches Orvessa

Heavy rain has flooded the old town of Orvessa, and 3,200 people had to leave their homes on Monday night, the
mayor said. The river Sarn rose to 7.4 metres, the highest level since 1962. Soldiers filled sandbags along
the embankment while volunteers carried paintings out of the museum. Two bridges were closed to traffic, and
trains to Kalden stopped running. Electricity failed in four districts. Mayor Petra Lund asked the government
in a letter for helicopters and warned that the dam at Tolm might not hold. The weather service expects more
rain until Thursday. Schools stay shut for a week. The interior minister will visit the city today.`

	floodRetold = `Orvessa under water

The old town of Orvessa stands under water after heavy rain: on Monday night 3,200 inhabitants were told to
leave their homes, according to the mayor. At 7.4 metres the river Sarn reached its highest level since 1962.
Along the embankment soldiers filled sandbags, and volunteers rescued paintings from the museum. Traffic over
two bridges was stopped and no trains ran to Kalden. Four districts had no electricity. In a letter to the
government mayor Petra Lund requested helicopters; the dam at Tolm, she warned, might not hold. More rain is
expected by the weather service until Thursday. For a week schools remain shut. Today the interior minister
is going to visit the city.`

	cup = `Orvessa United win

Two late goals gave Orvessa United a place in the semi-final of the cup on Tuesday. The visitors from Kalden
led at half-time through a header and a penalty. The coach brought on three young players after the break.`
)

var heap = map[string]string{"a.txt": flood, "b.txt": floodRetold, "c.txt": cup}

func TestVersionsAreFound(t *testing.T) {
	r := derive(t, heap, nil)
	if len(r.Groups) != 1 || len(r.Comparisons) != 1 {
		t.Fatalf("%d groups, %d comparisons", len(r.Groups), len(r.Comparisons))
	}
	c := r.Comparisons[0]
	if !c.Found || len(c.Versions) != 2 || !strings.Contains(c.Story, "Orvessa") || len(c.Rows) == 0 {
		t.Errorf("comparison of %v as %q, found %v", c.Versions, c.Story, c.Found)
	}
	for _, m := range r.Groups[0].Members {
		if m.Relation != stories.Version {
			t.Errorf("version %d is a %s", m.Version, m.Relation)
		}
		if s := r.Versions[m.Version].Article.Meta.Story; s.Value != "" {
			t.Errorf("metadata was touched: %+v", s)
		}
	}
}

func TestUserTakesFoundStoryApart(t *testing.T) {
	r := derive(t, heap, func(a []article.Article) []article.Act {
		return []article.Act{article.Ungroup{Articles: []article.ID{a[0].ID}}}
	})
	if len(r.Groups) != 0 || len(r.Comparisons) != 0 {
		t.Errorf("%d groups, %d comparisons after it was taken apart", len(r.Groups), len(r.Comparisons))
	}
	r = derive(t, heap, func(a []article.Article) []article.Act {
		return []article.Act{article.Ungroup{Articles: []article.ID{a[0].ID}}, article.Undo{Of: 4}}
	})
	if len(r.Comparisons) != 1 {
		t.Errorf("%d comparisons after that was undone", len(r.Comparisons))
	}
}

func TestUsersStoryWins(t *testing.T) {
	r := derive(t, heap, func(a []article.Article) []article.Act {
		return []article.Act{article.Group{Articles: []article.ID{a[0].ID, a[2].ID}, Story: "Orvessa"}}
	})
	if len(r.Comparisons) != 1 || r.Comparisons[0].Found || r.Comparisons[0].Story != "Orvessa" {
		t.Fatalf("comparisons: %+v", r.Comparisons)
	}
	if len(r.Groups) != 1 || r.Groups[0].Name != "Orvessa" {
		t.Errorf("the second rendering is not suggested for the story of the first: %+v", r.Groups)
	}
}

func TestCopiesAreNotCompared(t *testing.T) {
	r := derive(t, map[string]string{"a.txt": flood, "b.txt": strings.ReplaceAll(flood, "Tolm might", "Tolm, might"), "c.txt": cup}, nil)
	if len(r.Groups) != 1 || len(r.Comparisons) != 0 {
		t.Errorf("%d groups, %d comparisons of word-for-word copies", len(r.Groups), len(r.Comparisons))
	}
}

// Who puts single sentences into one story has said that they correspond, however little they share.
func TestSingleSegmentsAreOneRow(t *testing.T) {
	texts := map[string]string{"a.txt": "In Suecia venerabilis pontifex beatus Henricus.", "b.txt": "Erat autem vir nobilis."}
	r := derive(t, texts, func(a []article.Article) []article.Act {
		return []article.Act{article.Group{Articles: []article.ID{a[0].ID, a[1].ID}, Story: "legend"}}
	})
	if len(r.Comparisons) != 1 || len(r.Comparisons[0].Rows) != 1 {
		t.Errorf("comparisons: %+v", r.Comparisons)
	}
}
