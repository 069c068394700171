package align

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
)

// lines cuts fuzzed bytes into the segments of a side.
func linesOf(lang text.Language, s string) Side {
	lines := strings.Split(s, "\n")
	if len(lines) > 40 {
		lines = lines[:40]
	}
	return sideOf(lang, lines...)
}

// checkMirrored is the law that exchanging the sides mirrors the result.
func checkMirrored(t *testing.T, a, b Side, o Options, links []Link) {
	t.Helper()
	if !swapped(a, b) && !swapped(b, a) {
		return // of two copies of one text neither comes first
	}
	back := mustPair(t, b, a, o.mirrored())
	want := inOrder(mirrored(links))
	got := inOrder(slices.Clone(back))
	if len(got) != len(want) {
		t.Fatalf("mirrored: %d links, want %d", len(got), len(want))
	}
	key := func(l Link) string { return keyOf(l) }
	for _, list := range [][]Link{got, want} {
		slices.SortFunc(list, func(x, y Link) int { return strings.Compare(key(x), key(y)) })
	}
	for i := range got {
		if key(got[i]) != key(want[i]) || got[i].Score != want[i].Score || got[i].Moved != want[i].Moved {
			t.Errorf("mirrored: %+v, want %+v", got[i], want[i])
		}
	}
}

func FuzzPair(f *testing.F) {
	f.Add("One sentence.\nAnother 5.\nThe end.", "Another 5.\nOne sentence.", "en", "en", uint64(1))
	f.Add("你好。\n世界 2022！", "Hello.\nWorld 2022!", "zh", "en", uint64(2))
	f.Add("\n\n\xff\xfe", "...\n—", "", "fa", uint64(3))
	f.Add(strings.Repeat("a\n", 30), strings.Repeat("a\n", 25), "de", "de", uint64(4))
	f.Add("\n\n", "\n\n0\n", "x", "00", uint64(58)) // two segments that must be apart between two pins
	f.Fuzz(func(t *testing.T, s, u, langA, langB string, seed uint64) {
		a, b := linesOf(text.Language(langA), s), linesOf(text.Language(langB), u)
		o := wishes(len(a.Segments), len(b.Segments), seed)
		links := mustPair(t, a, b, o)
		checkMirrored(t, a, b, o, links)
		checkWishes(t, links, o)
	})
}

// wishes draws some pins and partings at random.
func wishes(sizeA, sizeB int, seed uint64) Options {
	r := rand.New(rand.NewPCG(seed, 3))
	var o Options
	freeA, freeB := r.Perm(sizeA), r.Perm(sizeB)
	for range r.IntN(4) {
		n, m := min(r.IntN(3), len(freeA)), min(r.IntN(3), len(freeB))
		if n+m > 0 {
			o.Pinned = append(o.Pinned, Link{A: freeA[:n], B: freeB[:m], Moved: r.IntN(4) == 0})
		}
		freeA, freeB = freeA[n:], freeB[m:]
	}
	if len(freeA) > 0 && len(freeB) > 0 {
		o.Apart = []Link{{A: freeA[:1], B: freeB[:1]}}
	}
	return o
}

// checkWishes is the law that pins are in the result and what was parted is not linked.
func checkWishes(t *testing.T, links []Link, o Options) {
	t.Helper()
	for _, p := range o.Pinned {
		if !slices.ContainsFunc(links, func(l Link) bool {
			return l.Origin == Pinned && slices.Equal(l.A, ordered(p.A)) && slices.Equal(l.B, ordered(p.B))
		}) {
			t.Errorf("pin %v is missing", p)
		}
	}
	for _, p := range o.Apart {
		for _, l := range links {
			if slices.Contains(l.A, p.A[0]) && slices.Contains(l.B, p.B[0]) {
				t.Errorf("%v must be apart", l)
			}
		}
	}
}

// A pin far from where the texts correspond must not lose a segment of theirs.
func TestPinFarFromTheWay(t *testing.T) {
	lines := invented(900, 4000, 1)
	a, b := sideOf("en", lines...), sideOf("de", translated(lines)...)
	o := Options{Pinned: []Link{{A: []int{60}, B: []int{700}}, {A: []int{740}, B: []int{710}}}}
	links := mustPair(t, a, b, o)
	checkMirrored(t, a, b, o, links)
	checkWishes(t, links, o)
}

func TestPairLaws(t *testing.T) {
	for seed := range uint64(40) {
		lines := invented(25, 300, seed)
		other := translated(lines)
		if seed%3 == 0 {
			other[3], other[9] = other[9], other[3]
		}
		a, b := sideOf("en", lines...), sideOf("de", other...)
		o := wishes(len(a.Segments), len(b.Segments), seed)
		links := mustPair(t, a, b, o)
		checkMirrored(t, a, b, o, links)
		checkWishes(t, links, o)
	}
}

func FuzzRows(f *testing.F) {
	f.Add("One sentence.\nAnother 5.\nThe end.", "Another 5.\nOne sentence.", "The end.\nOne sentence.", uint64(1))
	f.Add("a\nb\nc\nd", "", "a b\nc d", uint64(7))
	f.Fuzz(func(t *testing.T, s, u, w string, seed uint64) {
		sides := []Side{linesOf("en", s), linesOf("en", u), linesOf("ru", w), linesOf("en", w)}
		checkRowLaws(t, sides, seed)
	})
}

func TestRowLaws(t *testing.T) {
	for seed := range uint64(12) {
		checkRowLaws(t, versionsOf(5, 20, seed), seed)
	}
}

// checkRowLaws checks that pinned rows are in the result and that the order of versions does not
// matter.
func checkRowLaws(t *testing.T, sides []Side, seed uint64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 4))
	var o RowOptions
	pin := PinnedRow{Segments: make([][]int, len(sides))}
	for v, s := range sides {
		if n := len(s.Segments); n > 0 && r.IntN(2) == 0 {
			pin.Segments[v] = []int{r.IntN(n)}
		}
	}
	o.PinnedRows = []PinnedRow{pin}
	rows := mustRows(t, sides, o)
	checkPinnedRow(t, rows, pin)
	order := r.Perm(len(sides))
	shuffled, turned := make([]Side, len(sides)), PinnedRow{Segments: make([][]int, len(sides))}
	for to, from := range order {
		shuffled[to], turned.Segments[to] = sides[from], pin.Segments[from]
	}
	again := mustRows(t, shuffled, RowOptions{PinnedRows: []PinnedRow{turned}})
	if distinctSides(sides) && shown(again, order) != shown(rows, nil) {
		t.Errorf("order %v:\n%s\nwant\n%s", order, shown(again, order), shown(rows, nil))
	}
}

// distinctSides reports whether no two versions are the same: a pin tells copies apart, their order
// does not.
func distinctSides(sides []Side) bool {
	for i := range sides {
		for k := range i {
			if !swapped(sides[i], sides[k]) && !swapped(sides[k], sides[i]) {
				return false
			}
		}
	}
	return true
}

func checkPinnedRow(t *testing.T, rows []Row, pin PinnedRow) {
	t.Helper()
	wanted := 0
	for _, list := range pin.Segments {
		wanted += len(list)
	}
	if wanted == 0 {
		return
	}
	for _, r := range rows {
		if r.Origin != Pinned {
			continue
		}
		for v, list := range pin.Segments {
			if list != nil && !slices.Equal(list, r.Segments[v]) {
				t.Errorf("pinned %v, got %v", pin.Segments, r.Segments)
			}
		}
		return
	}
	t.Errorf("no pinned row for %v", pin.Segments)
}

func TestDegenerate(t *testing.T) {
	same := slices.Repeat([]string{"The same line."}, 1200)
	for name, p := range map[string][2]Side{
		"identical lines":   {sideOf("en", same...), sideOf("en", same[:1000]...)},
		"without words":     {sideOf("en", "...", "—", "", "?!"), sideOf("ru", "", "", "…")},
		"one against many":  {sideOf("en", "One long sentence."), sideOf("en", same[:500]...)},
		"a megabyte":        {sideOf("en", strings.Repeat("x", 1<<20)), sideOf("zh", strings.Repeat("字", 1<<18))},
		"broken characters": {sideOf("ru", "\xd0", "\xff\xfe\xfd"), sideOf("zh", "\xe4\xbd", "ok")},
	} {
		t.Run(name, func(t *testing.T) { mustPair(t, p[0], p[1], Options{}) })
	}
}

func TestSameTextIsOneToOne(t *testing.T) {
	a := sideOf("en", invented(50, 400, 8)...)
	for i, l := range mustPair(t, a, a, Options{}) {
		if !reflect.DeepEqual(l.A, []int{i}) || !reflect.DeepEqual(l.B, []int{i}) || l.Moved {
			t.Fatalf("link %d is %v", i, l)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a := sideOf("en", invented(200, 400, 8)...)
	b := sideOf("en", invented(200, 400, 9)...)
	if _, err := Pair(ctx, a, b, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Pair: %v", err)
	}
	if _, err := Rows(ctx, []Side{a, b, a}, RowOptions{}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Rows: %v", err)
	}
}
