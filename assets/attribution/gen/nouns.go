package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// lexnames are WordNet's numbers of the kinds of noun that can speak.
var lexnames = map[string]string{"18": "person", "14": "group", "10": "document"}

// writeNouns lists the English nouns whose first sense in WordNet is a person, a group, or
// something said or written.
func writeNouns(dir string) error {
	kinds, err := synsetKinds(filepath.Join(dir, "dict", "data.noun"))
	if err != nil {
		return err
	}
	words := map[string][]string{}
	err = eachLine(filepath.Join(dir, "dict", "index.noun"), func(f []string) {
		if len(f) < 6 || strings.ContainsAny(f[0], "_.'0123456789-") {
			return
		}
		senses := f[len(f)-atoi(f[2]):]
		if kind := kinds[senses[0]]; kind != "" {
			words[kind] = append(words[kind], f[0])
		}
	})
	if err != nil {
		return err
	}
	out, err := os.Create(filepath.Join(folder, "en.nouns.txt"))
	if err != nil {
		return err
	}
	defer out.Close()
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "# English nouns by the kind of their first sense in WordNet 3.1; written by gen")
	for _, kind := range []string{"person", "group", "document"} {
		fmt.Fprintf(w, "[%s]\n", kind)
		slices.Sort(words[kind])
		for chunk := range slices.Chunk(words[kind], 24) {
			fmt.Fprintln(w, strings.Join(chunk, " "))
		}
	}
	return w.Flush()
}

func synsetKinds(file string) (map[string]string, error) {
	out := map[string]string{}
	err := eachLine(file, func(f []string) {
		if len(f) > 2 {
			out[f[0]] = lexnames[f[1]]
		}
	})
	return out, err
}

func eachLine(file string, f func([]string)) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != ' ' {
			f(strings.Fields(line))
		}
	}
	return lines.Err()
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = n*10 + int(r-'0')
	}
	return n
}
