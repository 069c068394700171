package app

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// readTerms reads a termbase: a table with a heading line, parted by commas, semicolons or tabs. Its
// columns are "source" and "target", with "from" and "to" for their languages if need be, or one
// column a language ("zh, en" or "Chinese, English"); of those the first is the source. Several renderings in one cell
// are parted by " | ". A table without such a heading is taken for source and target.
func readTerms(m *text.Model, data []byte) ([]article.Term, error) {
	s, _, err := text.Decode(data, "")
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(s, "\uFEFF")))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = separator(s), -1, true, true
	head, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("the table of terms is empty")
	}
	if err != nil {
		return nil, err
	}
	columns := termColumnsOf(head)
	var out []article.Term
	if columns.plain {
		out = columns.terms(m, head)
	}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		out = append(out, columns.terms(m, record)...)
	}
	if len(out) == 0 {
		return nil, errors.New("the table has no terms: it needs a column for the source and one for the target")
	}
	return out, nil
}

// separator is what parts the cells of the first line most often.
func separator(s string) rune {
	line, _, _ := strings.Cut(s, "\n")
	best := ','
	for _, r := range "\t;" {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}

// termColumns says where a termbase has what; −1 where it has it not.
type termColumns struct {
	source, from, to int
	targets          []int
	languages        []string // by column; "" where it does not name one
	plain            bool     // the first line is terms already
}

func termColumnsOf(head []string) termColumns {
	c := termColumns{source: -1, from: -1, to: -1, languages: make([]string, len(head))}
	for i, name := range head {
		switch name = strings.ToLower(strings.TrimSpace(name)); name {
		case "source", "term":
			c.source = i
		case "target", "translation":
			c.targets = append(c.targets, i)
		case "from", "source language":
			c.from = i
		case "to", "target language":
			c.to = i
		default:
			c.languages[i] = languageNamed(name)
		}
	}
	for i, l := range c.languages {
		switch {
		case l == "":
		case c.source < 0:
			c.source = i
		default:
			c.targets = append(c.targets, i)
		}
	}
	if c.source < 0 || len(c.targets) == 0 {
		return termColumns{source: 0, targets: []int{1}, from: -1, to: -1, plain: true}
	}
	return c
}

// languageNamed is the code of a language by its code, with or without a region, or its English name;
// "" where it is none.
func languageNamed(name string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(name, "_", "-"), "-")
	for id, english := range map[string]string{
		"en": "english", "zh": "chinese", "ru": "russian", "fa": "persian", "ar": "arabic",
		"de": "german", "fr": "french", "es": "spanish", "he": "hebrew", "tr": "turkish", "ja": "japanese", "ko": "korean",
	} {
		if code == id || name == english {
			return id
		}
	}
	return ""
}

// terms are the entries of one line: one for each rendering.
func (c termColumns) terms(m *text.Model, record []string) []article.Term {
	cell := func(i int) string {
		if i < 0 || i >= len(record) {
			return ""
		}
		return strings.TrimSpace(record[i])
	}
	language := func(i, named int, words string) string {
		if code := languageNamed(strings.ToLower(cell(named))); code != "" {
			return code
		}
		if i < len(c.languages) && c.languages[i] != "" {
			return c.languages[i]
		}
		l, _ := m.Detect(words, "")
		return string(l)
	}
	var out []article.Term
	source := cell(c.source)
	for _, i := range c.targets {
		for target := range strings.SplitSeq(cell(i), " | ") {
			if target = strings.TrimSpace(target); source != "" && target != "" {
				out = append(out, article.Term{
					Source: source, Target: target, From: language(c.source, c.from, source), To: language(i, c.to, target),
				})
			}
		}
	}
	return out
}

// writeTerms writes a glossary as readTerms reads it.
func writeTerms(terms []article.Term) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"source", "target", "from", "to"}) // a buffer does not fail
	for _, t := range terms {
		w.Write([]string{t.Source, t.Target, t.From, t.To})
	}
	w.Flush()
	return b.Bytes()
}
