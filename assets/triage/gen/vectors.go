package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
)

// vectors returns a line with the count and the length, a line per word from the commonest on,
// and a byte per component. The mean of all is taken out of each vector, which is then made as
// long as 254, with components cut off at 127: a product of two over the square of that is their cosine.
func vectors(path string, want int) []byte {
	words, byWord := readVectors(path)
	var kept []string
	for _, w := range words {
		if len(kept) < want && usable(w) && byWord[w] != nil {
			kept = append(kept, w)
		}
	}
	const dims = 100
	var mean [dims]float64
	for _, w := range kept {
		for i := range dims {
			mean[i] += byWord[w][i] / float64(len(kept))
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d %d\n", len(kept), dims)
	for _, w := range kept {
		fmt.Fprintln(&b, w)
	}
	for _, w := range kept {
		v := byWord[w]
		length := 0.0
		for i := range dims {
			v[i] -= mean[i]
			length += v[i] * v[i]
		}
		length = math.Sqrt(length)
		for i := range dims {
			b.WriteByte(byte(int8(math.Round(max(-1, min(1, v[i]/length*2)) * 127))))
		}
	}
	return b.Bytes()
}

// usable keeps lower-case words of letters, hyphens inside them allowed.
func usable(w string) bool {
	letters := 0
	for i, r := range w {
		switch {
		case r >= 'a' && r <= 'z':
			letters++
		case r == '-' && i > 0 && i < len(w)-1:
		default:
			return false
		}
	}
	return letters > 1 || w == "a" || w == "i"
}

func readVectors(path string) (words []string, byWord map[string][]float64) {
	in, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	var file struct {
		Words   []string
		Vectors map[string][]float64
	}
	if err := json.NewDecoder(in).Decode(&file); err != nil {
		log.Fatal(err)
	}
	return file.Words, file.Vectors
}
