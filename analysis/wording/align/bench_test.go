package align

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// translated is an invented text in another wording: a third of the words differ, some lines are
// joined, some left out.
func translated(lines []string) []string {
	var out []string
	for i, l := range lines {
		words := strings.Fields(l)
		for k := range words {
			if (k*7+i)%3 == 0 && words[k] != "." {
				words[k] = "x" + words[k]
			}
		}
		l = strings.Join(words, " ")
		switch {
		case i%23 == 11:
		case i%17 == 5 && len(out) > 0:
			out[len(out)-1] += " " + l
		default:
			out = append(out, l)
		}
	}
	return out
}

func BenchmarkPair(b *testing.B) {
	for _, n := range []int{100, 1000, 10000, 100000} {
		b.Run(fmt.Sprintf("segments=%d", n), func(b *testing.B) {
			lines := invented(n, n*3, 3)
			x, y := sideOf("en", lines...), sideOf("hu", translated(lines)...)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Pair(context.Background(), x, y, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPairIdenticalLines(b *testing.B) {
	lines := strings.Split(strings.Repeat("The same line again.\n", 100000), "\n")
	x, y := sideOf("en", lines...), sideOf("en", lines[:90000]...)
	for b.Loop() {
		if _, err := Pair(context.Background(), x, y, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRows(b *testing.B) {
	for _, n := range []int{2, 4, 12, 40} {
		sides := versionsOf(n, 60, 5)
		b.Run(fmt.Sprintf("versions=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Rows(context.Background(), sides, RowOptions{}, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
