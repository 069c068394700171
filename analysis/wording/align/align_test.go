package align

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
	"hexapla/assets"
)

// sideOf makes a side of lines.
func sideOf(lang text.Language, lines ...string) Side {
	s := Side{Text: strings.Join(lines, "\n"), Language: lang}
	at := 0
	for _, l := range lines {
		s.Segments = append(s.Segments, text.Span{Start: at, End: at + len(l)})
		at += len(l) + 1
	}
	return s
}

func mustPair(t testing.TB, a, b Side, o Options) []Link {
	t.Helper()
	links, err := Pair(context.Background(), a, b, o)
	if err != nil {
		t.Fatal(err)
	}
	checkPartition(t, links, len(a.Segments), len(b.Segments))
	return links
}

// checkPartition is the law that every segment is in exactly one link.
func checkPartition(t testing.TB, links []Link, sizeA, sizeB int) {
	t.Helper()
	seenA, seenB := make([]int, sizeA), make([]int, sizeB)
	for _, l := range links {
		for _, i := range l.A {
			seenA[i]++
		}
		for _, j := range l.B {
			seenB[j]++
		}
		if len(l.A)+len(l.B) == 0 {
			t.Error("an empty link")
		}
	}
	for side, seen := range [][]int{seenA, seenB} {
		for i, n := range seen {
			if n != 1 {
				t.Errorf("side %d, segment %d is in %d links", side, i, n)
			}
		}
	}
}

// invented returns n lines of words drawn from a vocabulary of v.
func invented(n, v int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for k := 4 + r.IntN(12); k > 0; k-- {
			x := int(float64(v) * r.Float64() * r.Float64() * r.Float64())
			fmt.Fprintf(&b, "%s ", spelled(x))
		}
		out[i] = b.String() + "."
	}
	return out
}

// spelled is a pronounceable word for a number.
func spelled(x int) string {
	var b strings.Builder
	for x += 200; x > 0; x /= 60 {
		b.WriteString([]string{"ba", "do", "fi", "ga", "lu", "mo", "ne", "pi", "ra", "so", "ta", "vu"}[x%12])
		b.WriteString([]string{"", "r", "n", "l", "s"}[x/12%5])
	}
	return b.String()
}

func TestEmptySides(t *testing.T) {
	a := sideOf("en", "One.", "Two.")
	for _, p := range [][2]Side{{a, {}}, {{}, a}, {{}, {}}} {
		links := mustPair(t, p[0], p[1], Options{})
		if len(links) != len(p[0].Segments)+len(p[1].Segments) {
			t.Errorf("got %v", links)
		}
	}
}

func TestOneSegmentLeftOut(t *testing.T) {
	lines := invented(40, 900, 7)
	short := append(append([]string{}, lines[:17]...), lines[18:]...)
	for _, l := range mustPair(t, sideOf("en", lines...), sideOf("en", short...), Options{}) {
		if len(l.A) == 1 && (l.A[0] == 17) != (len(l.B) == 0) {
			t.Errorf("got %v", l)
		}
	}
}

// Sentences that were carried elsewhere and reworded are found, and hardly any other link suffers.
func TestMovedSentences(t *testing.T) {
	found, moved, wrong, others := 0, 0, 0, 0
	for seed := range uint64(20) {
		lines, shuffled, place, carried := carriedOff(seed)
		for _, l := range mustPair(t, sideOf("en", lines...), sideOf("en", shuffled...), Options{}) {
			for _, i := range l.A {
				right := len(l.A) == 1 && len(l.B) == 1 && l.B[0] == place[i]
				switch {
				case carried[i]:
					moved++
					if right {
						found++
					}
				default:
					others++
					if !right {
						wrong++
					}
				}
			}
		}
	}
	if found*100 < moved*80 || wrong*100 > others*2 {
		t.Errorf("found %d of %d moved sentences, %d of %d others are wrong", found, moved, wrong, others)
	}
}

// carriedOff rewords an invented story and carries up to three of its sentences elsewhere. place tells
// where each sentence went.
func carriedOff(seed uint64) (lines, shuffled []string, place map[int]int, carried map[int]bool) {
	r := rand.New(rand.NewPCG(seed, 9))
	lines = invented(60, 2000, seed)
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	carried = map[int]bool{}
	for range 3 {
		from, to := r.IntN(len(order)), r.IntN(len(order))
		if i := order[from]; from != to && !carried[i] {
			order = slices.Insert(slices.Delete(order, from, from+1), to, i)
			carried[i] = true
		}
	}
	place = map[int]int{}
	for j, i := range order {
		place[i] = j
		words := strings.Fields(lines[i])
		for k := range words {
			if r.IntN(10) < 3 {
				words[k] = spelled(60000 + r.IntN(900))
			}
		}
		shuffled = append(shuffled, strings.Join(words, " "))
	}
	return lines, shuffled, place, carried
}

func TestNeighboursThatChangedPlaces(t *testing.T) {
	lines := invented(30, 800, 4)
	turned := slices.Clone(lines)
	turned[10], turned[11] = turned[11], turned[10]
	moved := 0
	for _, l := range mustPair(t, sideOf("en", lines...), sideOf("en", turned...), Options{}) {
		if len(l.A) != 1 || len(l.B) != 1 || lines[l.A[0]] != turned[l.B[0]] {
			t.Errorf("got %v", l)
		}
		if l.Moved {
			moved++
		}
	}
	if moved != 1 {
		t.Errorf("%d links are marked as moved", moved)
	}
}

// Where lengths and words leave it open, a bead rather does not run across a paragraph.
func TestParagraphsAreAHint(t *testing.T) {
	a := sideOf("en", "kalo mira.", "tuno.", "selo.", "pira nota kela.")
	b := sideOf("hu", "dolga vare.", "mepu zit.", "rusa bolen kim.")
	a.Paragraphs, b.Paragraphs = []int{0, 2}, []int{0, 1}
	for _, l := range mustPair(t, a, b, Options{}) {
		if slices.Contains(l.A, 1) && slices.Contains(l.A, 2) {
			t.Errorf("%v runs across a paragraph", l)
		}
	}
}

func TestApartRows(t *testing.T) {
	sides := versionsOf(4, 12, 3)
	apart := PinnedRow{Segments: [][]int{{4}, nil, {4}, nil}}
	for _, r := range mustRows(t, sides, RowOptions{ApartRows: []PinnedRow{apart}}) {
		if slices.Contains(r.Segments[0], 4) && slices.Contains(r.Segments[2], 4) {
			t.Errorf("%v must be apart", r.Segments)
		}
	}
}

// The lexicon, the reading of Han characters and Cyrillic letters carry an alignment that lengths
// cannot.
func TestAcrossLanguages(t *testing.T) {
	fsys, err := fs.Sub(assets.Files, "lexicon")
	if err != nil {
		t.Fatal(err)
	}
	set, err := lexicon.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		a, b Side
		want string
	}{
		{
			sideOf("zh", "伊朗总统星期三会见了俄罗斯外长。", "双方讨论了核协议。", "会谈持续了两个小时。", "石油价格周二上涨了百分之五，达到三年来的最高水平。", "专家警告说战争可能爆发。"),
			sideOf("en", "The Iranian president met the Russian foreign minister on Wednesday.", "The two sides discussed the nuclear agreement; the talks lasted two hours.", "Experts warned that war could break out."),
			"[0]:[0] [1 2]:[1] [3]:[] [4]:[2]",
		},
		{
			sideOf("ru", "Лавров прибыл в Тегеран.", "Он встретился с президентом.", "Переговоры длились 3 часа."),
			sideOf("en", "Lavrov arrived in Tehran.", "The weather was fine that morning and many people were in the streets.", "He met the president.", "The negotiations took 3 hours."),
			"[0]:[0] []:[1] [1]:[2] [2]:[3]",
		},
		{
			sideOf("fa", "سخنگوی وزارت خارجه این حمله را محکوم کرد.", "قیمت نفت افزایش یافت.", "مذاکرات هسته‌ای ادامه دارد."),
			sideOf("en", "The foreign ministry spokesman condemned the attack.", "Oil prices rose.", "The nuclear talks continue."),
			"[0]:[0] [1]:[1] [2]:[2]",
		},
	} {
		var got []string
		for _, l := range mustPair(t, c.a, c.b, Options{Lexicons: set}) {
			got = append(got, fmt.Sprint(l.A)+":"+fmt.Sprint(l.B))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.a.Language, s, c.want)
		}
	}
}

func ExamplePair() {
	a := sideOf("en", "The talks began on Monday.", "Nobody knows the outcome.", "Prices rose by 5 percent.")
	b := sideOf("en", "On Monday the talks began.", "Prices went up by 5 percent.")
	links, _ := Pair(context.Background(), a, b, Options{})
	for _, l := range links {
		fmt.Println(l.A, l.B)
	}
	// Output:
	// [0] [0]
	// [1] []
	// [2] [1]
}

// A long text is aligned as surely as a short one.
func TestLongText(t *testing.T) {
	lines := invented(6000, 18000, 3)
	sum, n := 0.0, 0.0
	for _, l := range mustPair(t, sideOf("en", lines...), sideOf("hu", translated(lines)...), Options{}) {
		sum += l.Score
		n++
	}
	if sum/n < 0.97 {
		t.Errorf("mean score %.3f", sum/n)
	}
}
