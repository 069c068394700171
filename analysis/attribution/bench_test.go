package attribution_test

import (
	"strings"
	"testing"

	"hexapla/analysis/attribution"
)

// worst are texts made to hurt: no end of sentence, nothing but words of saying, marks that never
// close.
var worst = map[string]string{
	"clauses":    strings.Repeat("he said that ", 8000),
	"quotes":     strings.Repeat("“Wang Qun said, ", 6000),
	"no stop":    strings.Repeat("Wang Qun, China's envoy in Vienna, said that talks go on and the United States should decide, ", 1000),
	"one word":   strings.Repeat("a", 100_000),
	"characters": strings.Repeat("伊朗总统莱希11日说，如果美国解除制裁，", 2000),
}

func BenchmarkWorst(b *testing.B) {
	tables := tables(b)
	for name, s := range worst {
		language := english("a", s)
		if name == "characters" {
			language.Language = "zh"
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				find(b, tables, language)
			}
		})
	}
}

func BenchmarkArticle(b *testing.B) {
	tables := tables(b)
	texts := readLabelled(b, "testdata/agency-b.txtar")
	docs, size := []attribution.Document{}, 0
	for _, l := range texts {
		docs = append(docs, l.doc)
		size += len(l.doc.Text)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		find(b, tables, docs...)
	}
}
