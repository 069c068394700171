package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/analysis/article"
)

func BenchmarkAppend(b *testing.B) {
	p, err := Create(filepath.Join(b.TempDir(), "p.hexapla"))
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	for b.Loop() {
		if _, err := p.Append("anna", noon, article.Term{Source: "word", Target: "Wort"}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	p, err := Create(filepath.Join(b.TempDir(), "p.hexapla"))
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	var articles []article.Article
	for i := range 500 {
		paragraph := fmt.Sprintf("Paragraph %d: the talks on the nuclear agreement 谈判恢复 resumed in Vienna.\n", i)
		articles = append(articles, sample(article.ID(fmt.Sprint(i)), strings.Repeat(paragraph, 20)))
	}
	if _, err := p.Add("anna", noon, articles); err != nil {
		b.Fatal(err)
	}
	if _, err := p.Search(context.Background(), "vienna", 1); err != nil { // makes the index
		b.Fatal(err)
	}
	for b.Loop() {
		if hits, err := p.Search(context.Background(), "谈判 vienna 77", 20); err != nil || len(hits) == 0 {
			b.Fatal(len(hits), err)
		}
	}
}
