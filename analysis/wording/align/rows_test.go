package align

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func mustRows(t testing.TB, sides []Side, o RowOptions) []Row {
	t.Helper()
	rows, err := Rows(context.Background(), sides, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, rows, sides)
	return rows
}

// checkRows is the law that every segment of every version is in exactly one row.
func checkRows(t testing.TB, rows []Row, sides []Side) {
	t.Helper()
	for v, s := range sides {
		seen := make([]int, len(s.Segments))
		for r, row := range rows {
			if len(row.Segments) != len(sides) || len(row.Moved) != len(sides) {
				t.Fatalf("row %d has %d columns", r, len(row.Segments))
			}
			if !slices.IsSorted(row.Segments[v]) {
				t.Errorf("row %d is not in order: %v", r, row.Segments[v])
			}
			for _, i := range row.Segments[v] {
				seen[i]++
			}
		}
		for i, n := range seen {
			if n != 1 {
				t.Errorf("version %d, segment %d is in %d rows", v, i, n)
			}
		}
	}
}

// versionsOf makes n versions of an invented story that differ in a third of the words, leave out
// lines and join lines, each its own.
func versionsOf(n, lines int, seed uint64) []Side {
	story := invented(lines, lines*6, seed)
	var out []Side
	for v := range n {
		r := rand.New(rand.NewPCG(seed, uint64(v)+10))
		var text []string
		for _, l := range story {
			words := strings.Fields(l)
			for k := range words {
				if r.IntN(3) == 0 {
					words[k] = spelled(50000 + r.IntN(500))
				}
			}
			l = strings.Join(words, " ")
			switch x := r.IntN(40); {
			case x == 0:
			case x == 1 && len(text) > 0:
				text[len(text)-1] += " " + l
			default:
				text = append(text, l)
			}
		}
		out = append(out, sideOf("en", text...))
	}
	return out
}

func TestRowsOfTwelve(t *testing.T) {
	sides := versionsOf(12, 60, 5)
	rows := mustRows(t, sides, RowOptions{})
	full := 0
	for _, r := range rows {
		n := 0
		for _, s := range r.Segments {
			if len(s) > 0 {
				n++
			}
		}
		if n >= 10 {
			full++
		}
	}
	if full < 40 {
		t.Errorf("%d of %d rows have ten versions or more", full, len(rows))
	}
}

func TestRowsDoNotDependOnOrder(t *testing.T) {
	sides := versionsOf(6, 30, 9)
	sides = append(sides, sides[2])
	want := shown(mustRows(t, sides, RowOptions{}), nil)
	for seed := range uint64(5) {
		order := rand.New(rand.NewPCG(seed, 2)).Perm(len(sides))
		shuffled := make([]Side, len(sides))
		for to, from := range order {
			shuffled[to] = sides[from]
		}
		if got := shown(mustRows(t, shuffled, RowOptions{}), order); got != want {
			t.Fatalf("order %v:\n%s\nwant\n%s", order, got, want)
		}
	}
}

// shown prints rows with their columns put back to the first order.
func shown(rows []Row, order []int) string {
	var b strings.Builder
	for _, r := range rows {
		segments, moved := slices.Clone(r.Segments), slices.Clone(r.Moved)
		for to, from := range order {
			segments[from], moved[from] = r.Segments[to], r.Moved[to]
		}
		fmt.Fprintln(&b, segments, moved, fmt.Sprintf("%.4f", r.Score))
	}
	return b.String()
}

func TestRowsOfFewVersions(t *testing.T) {
	mustRows(t, nil, RowOptions{})
	mustRows(t, []Side{sideOf("en", "One.", "Two.")}, RowOptions{})
	mustRows(t, []Side{{}, sideOf("en", "One."), {}}, RowOptions{})
}
