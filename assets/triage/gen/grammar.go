package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// grammarCounts counts which sorts of words follow each other in the addresses to Congress since
// 1900: sorts alone, two in a row, and three in a row that occur more than once. The sorts come
// from the tables under assets, so that the relations of words must have been written before.
func grammarCounts(assets, addresses string) []byte {
	tables, model := load(assets)
	one, two, three := map[string]int{}, map[string]int{}, map[string]int{}
	files, err := filepath.Glob(filepath.Join(addresses, "*.txt"))
	if err != nil || len(files) == 0 {
		log.Fatalf("no addresses in %s: %v", addresses, err)
	}
	for _, file := range files {
		if filepath.Base(file) < "1900" {
			continue
		}
		body, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		for line := range strings.Lines(string(body)) {
			sentences, err := tables.Sorts(model, strings.TrimSpace(line))
			if err != nil {
				log.Fatal(err)
			}
			for _, s := range sentences {
				s = slices.Concat([]string{"^", "^"}, s, []string{"$"})
				for i := 2; i < len(s); i++ {
					one[s[i]]++
					two[s[i-1]+" "+s[i]]++
					three[s[i-2]+" "+s[i-1]+" "+s[i]]++
				}
				one["^"]++
			}
		}
	}
	var out bytes.Buffer
	for n, counts := range []map[string]int{one, two, three} {
		for _, key := range slices.Sorted(keys(counts)) {
			if n < 2 || counts[key] > 1 {
				fmt.Fprintf(&out, "%s %d\n", key, counts[key])
			}
		}
	}
	return out.Bytes()
}

func keys(m map[string]int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

func load(assets string) (*triage.Tables, *text.Model) {
	root := os.DirFS(assets)
	sub := func(dir string) fs.FS {
		fsys, err := fs.Sub(root, dir)
		if err != nil {
			log.Fatal(err)
		}
		return fsys
	}
	entities, err := entity.Load(sub("entity"))
	if err != nil {
		log.Fatal(err)
	}
	tables, err := triage.Load(root, entities)
	if err != nil {
		log.Fatal(err)
	}
	model, err := text.Load(sub("text"))
	if err != nil {
		log.Fatal(err)
	}
	return tables, model
}
