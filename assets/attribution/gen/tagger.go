package main

import (
	"bufio"
	"compress/gzip"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
)

// least is the weight below which a feature of the tagger is left out: it changes one tag in some
// hundreds and makes the file three times as large.
const least = 0.15

// writeTagger turns the averaged perceptron of prose into one small file: a line of classes, then
// words of one tag, then features with their weights in hundredths.
func writeTagger(dir string) error {
	var classes []string
	var tags map[string]string
	var weights map[string]map[string]float64
	for name, into := range map[string]any{"classes": &classes, "tags": &tags, "weights": &weights} {
		if err := decode(filepath.Join(dir, "model", "AveragedPerceptron", name+".gob"), into); err != nil {
			return err
		}
	}
	out, err := os.Create(filepath.Join(folder, "en.tags.gz"))
	if err != nil {
		return err
	}
	defer out.Close()
	zip, err := gzip.NewWriterLevel(out, gzip.BestCompression)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(zip)
	slices.Sort(classes)
	for _, word := range slices.Sorted(maps.Keys(tags)) {
		fmt.Fprintf(w, "=%s\t%s\n", word, tags[word])
	}
	for _, feature := range slices.Sorted(maps.Keys(weights)) {
		line := ""
		for _, class := range slices.Sorted(maps.Keys(weights[feature])) {
			if v := weights[feature][class]; math.Abs(v) >= least {
				line += fmt.Sprintf("\t%s\t%d", class, int(math.Round(v*100)))
			}
		}
		if line != "" {
			fmt.Fprintf(w, "%s%s\n", feature, line)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return zip.Close()
}

func decode(file string, into any) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	return gob.NewDecoder(bufio.NewReader(in)).Decode(into)
}
