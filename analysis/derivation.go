package analysis

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// derivation is the state of one run. After the first error every step does nothing.
type derivation struct {
	// immutable
	ctx       context.Context
	options   Options
	resources *Resources
	memo      *Memo
	progress  Progress

	err error
}

func (d *derivation) wants(s Stage) bool { return d.err == nil && d.options.Stages&s != 0 }

func (d *derivation) stage(name string) func(done, total int) {
	return func(done, total int) {
		if d.progress != nil {
			d.progress(name, done, total)
		}
	}
}

// versions finds language, sentences and paragraphs of every article.
func (d *derivation) versions(articles []article.Article) ([]Version, []article.Note) {
	if d.ctx.Err() == nil { // a run that was stopped before it began asks for nothing, and must not age what is kept
		d.memo.begin()
	}
	out := make([]Version, len(articles))
	var next, done int
	var mu sync.Mutex
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(articles)) {
		group.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= len(articles) || d.ctx.Err() != nil {
					return
				}
				out[i] = d.version(articles[i])
				mu.Lock()
				done++
				d.stage("reading")(done, len(articles))
				mu.Unlock()
			}
		})
	}
	group.Wait()
	d.err = d.ctx.Err()
	var notes []article.Note
	for _, a := range articles {
		notes = append(notes, a.Notes...)
	}
	notes = append(notes, article.Repeated(articles)...)
	return out, notes
}

func (d *derivation) version(a article.Article) Version {
	v, _ := derived(d.memo, key("version", textHash(a.Text), a.Lines, a.Meta.Language.Value), func() (Version, error) {
		v := Version{Language: text.Language(a.Meta.Language.Value)}
		if v.Language == "" {
			v.Language, _ = d.resources.Text.Detect(a.Text, "")
		}
		if a.Lines {
			v.Segments = lines(a.Text)
		} else {
			v.Segments = d.resources.Text.Segments(a.Text, v.Language)
		}
		v.Paragraphs = paragraphs(a, v.Segments)
		return v, nil
	})
	v.Article = a
	return v
}

// Lines returns the lines of a text as the analysis segments pre-segmented input: parted at LF only,
// empty lines counted.
func Lines(s string) []string {
	var out []string
	for _, p := range lines(s) {
		out = append(out, p.Of(s))
	}
	return out
}

// lines returns one segment per line, split at LF only, empty lines counted.
func lines(s string) []text.Span {
	var out []text.Span
	for start := 0; start < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		out = append(out, text.Span{Start: start, End: end})
		start = end + 1
	}
	return out
}

// paragraphs returns the first segment of each paragraph: one that an empty line, or in texts
// without empty lines a line's end, parts from the segment before.
func paragraphs(a article.Article, segments []text.Span) []int {
	if a.Lines {
		return nil
	}
	mark := "\n"
	if strings.Contains(a.Text, "\n\n") {
		mark = "\n\n"
	}
	var out []int
	for i, s := range segments {
		if i == 0 || strings.Contains(strings.ReplaceAll(a.Text[segments[i-1].End:s.Start], "\r", ""), mark) {
			out = append(out, i)
		}
	}
	return out
}

func textHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return fmt.Sprintf("%x", sum[:16])
}
