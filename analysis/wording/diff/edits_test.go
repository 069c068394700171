package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// lcs is the length of a longest common subsequence by the textbook's table.
func lcs(a, b []int32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(up, row[j])
			}
			diagonal = up
		}
	}
	return row[len(b)]
}

// check holds edits to the laws and returns their size.
func check(t testing.TB, a, b []int32) (int, Quality) {
	t.Helper()
	edits, q := Edits(a, b)
	if got := Apply(a, b, edits); !slices.Equal(got, b) {
		t.Fatalf("%v to %v: applying %v gives %v", a, b, edits, got)
	}
	back, _ := Edits(b, a)
	at := Edit{Range{-1, -1}, Range{-1, -1}}
	for i, e := range edits {
		if e.A.Start <= at.A.End || e.B.Start <= at.B.End || e.A.Len()+e.B.Len() == 0 || e.A.Start-at.A.End != e.B.Start-at.B.End {
			t.Fatalf("%v to %v: edit %v after %v", a, b, e, at)
		}
		if i == 0 {
			at = Edit{} // the first may begin at 0
		}
		at = e
		if back[i] != (Edit{e.B, e.A}) {
			t.Fatalf("%v and %v: %v, exchanged %v", a, b, edits, back)
		}
	}
	return Size(edits), q
}

func TestEditsMinimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 3000 {
		letters := 1 + r.IntN(12)
		a, b := random(r, r.IntN(60), letters), random(r, r.IntN(60), letters)
		size, q := check(t, a, b)
		if want := len(a) + len(b) - 2*lcs(a, b); size != want || q != Minimal {
			t.Fatalf("case %d: size %d, want %d: %v %v", n, size, want, a, b)
		}
	}
}

// TestHalve compares the bit vectors with the textbook where Myers would not let them work.
func TestHalve(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a, b := random(r, 1+r.IntN(300), 1+r.IntN(30)), random(r, 1+r.IntN(300), 1+r.IntN(30))
		d := newDiffer(a, b)
		if len(d.a) == 0 || len(d.b) == 0 {
			continue
		}
		left, right := d.halve(box{0, len(d.a), 0, len(d.b)})
		got := lcs(d.a[left.a0:left.a1], d.b[left.b0:left.b1]) + lcs(d.a[right.a0:right.a1], d.b[right.b0:right.b1])
		if want := lcs(a, b); got != want {
			t.Fatalf("halves have %d in common, want %d", got, want)
		}
	}
}

// TestEditsNear measures large inputs against the exact search.
func TestEditsNear(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for name, pair := range map[string][2][]int32{
		"edited": edited(r, prose(r, 30_000), 0.1, 0),
		"moved":  edited(r, prose(r, 30_000), 0.1, 40),
		"apart":  {prose(r, 10_000), prose(r, 10_000)},
		"few":    edited(r, random(r, 20_000, 4), 0.1, 0),
	} {
		a, b := pair[0], pair[1]
		size, q := check(t, a, b)
		d := newDiffer(a, b)
		d.exact(box{0, len(d.a), 0, len(d.b)})
		exact := Size(d.edits())
		t.Logf("%s: %d, minimal %d, quality %d", name, size, exact, q)
		if float64(size) > 1.001*float64(exact) {
			t.Errorf("%s: size %d, minimal is %d", name, size, exact)
		}
		if q == Minimal && size != exact {
			t.Errorf("%s: called minimal, is not", name)
		}
	}
}

func TestEditsHostile(t *testing.T) {
	same := make([]int32, 100_000)
	r := rand.New(rand.NewPCG(7, 8))
	pairs := map[string][2][]int32{
		"same lines":      {same, same[:99_990]},
		"one among same":  {same, append(append(slices.Clone(same[:50_000]), 7), same[:40_000]...)},
		"nothing":         {nil, same},
		"two letters":     {random(r, 70_000, 2), random(r, 70_000, 2)},
		"turned":          {seq(0, 20_000, 1), seq(20_000, 0, -1)},
		"negative, large": {{-1, 1 << 30, -1 << 31}, {1 << 30, -1, 5}},
	}
	for name, pair := range pairs {
		size, q := check(t, pair[0], pair[1])
		t.Logf("%s: %d, quality %d", name, size, q)
	}
}

func FuzzEdits(f *testing.F) {
	f.Add([]byte("abcabba"), []byte("cbabac"))
	f.Fuzz(func(t *testing.T, x, y []byte) {
		a, b := numbers(x), numbers(y)
		size, q := check(t, a, b)
		if len(a)*len(b) < 1<<20 {
			if want := len(a) + len(b) - 2*lcs(a, b); size != want || q != Minimal {
				t.Fatalf("size %d, want %d", size, want)
			}
		}
	})
}

func numbers(s []byte) []int32 {
	out := make([]int32, len(s))
	for i, x := range s {
		out[i] = int32(x)
	}
	return out
}

func seq(from, to, step int32) []int32 {
	var out []int32
	for ; from != to; from += step {
		out = append(out, from)
	}
	return out
}

func random(r *rand.Rand, n, letters int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(r.IntN(letters))
	}
	return out
}

// prose returns words as frequent as those of a language.
func prose(r *rand.Rand, n int) []int32 {
	z := rand.NewZipf(r, 1.1, 3, 30_000)
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(z.Uint64())
	}
	return out
}

// edited returns a text and one in which a share of the words was replaced, left out or added,
// and some stretches moved.
func edited(r *rand.Rand, a []int32, share float64, moves int) [2][]int32 {
	var b []int32
	for _, x := range a {
		switch p := r.Float64() / share; {
		case p < 1.0/3:
		case p < 2.0/3:
			b = append(b, a[r.IntN(len(a))])
		case p < 1:
			b = append(b, x, a[r.IntN(len(a))])
		default:
			b = append(b, x)
		}
	}
	for range moves {
		n := 20 + r.IntN(100)
		i := r.IntN(len(b) - n)
		piece := slices.Clone(b[i : i+n])
		b = slices.Delete(b, i, i+n)
		b = slices.Insert(b, r.IntN(len(b)), piece...)
	}
	return [2][]int32{a, b}
}

func BenchmarkEdits(b *testing.B) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{1_000, 10_000, 100_000, 1_000_000} {
		pair := edited(r, prose(r, n), 0.1, 0)
		b.Run(fmt.Sprintf("edited/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Edits(pair[0], pair[1])
			}
		})
	}
	for _, n := range []int{1_000, 10_000, 50_000} {
		x, y := prose(r, n), prose(r, n)
		b.Run(fmt.Sprintf("apart/%d", n), func(b *testing.B) {
			for b.Loop() {
				Edits(x, y)
			}
		})
	}
}
