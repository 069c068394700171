package formats

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// document is a text as a reader of some format found it, before the metadata that any text may
// give are looked for.
type document struct {
	part     string // name within the file, where it holds several
	raw      []byte
	format   kind
	encoding string
	text     string
	lines    bool
	meta     article.Meta
	notes    []article.Note
}

// article completes a document: title, dateline and outlet from the text, what the file's name
// tells, and the language.
func (d *document) article(in input, o Options) article.Article {
	sum := sha256.Sum256(d.raw)
	a := article.Article{
		ID: article.ID(hex.EncodeToString(sum[:8])), File: in.name, Path: in.path,
		Format: string(d.format), Encoding: d.encoding, Raw: d.raw, Text: d.text, Lines: d.lines || o.Lines,
		Meta: d.meta, Notes: d.notes,
	}
	if d.part != "" {
		a.File += " › " + d.part
		a.Path = cmp.Or(in.path, in.name) + "#" + d.part
	}
	named := fromName(in.name)
	if d.part != "" {
		named.title, named.language = "", ""
	}
	m := &a.Meta
	h := headOf(d.text)
	if named.speaker == "" || named.session == 0 {
		h.offerTitle(m, d.text)
	}
	h.offerDateline(m)
	if u, err := url.Parse(m.URL.Value); err == nil && m.URL.Value != "" {
		offer(&m.Outlet, article.Field{Value: outlets.at(u.Hostname()), Origin: m.URL.Origin})
	}
	offer(&m.Date, h.date(m.Date, named, d.text, o.Today))
	named.offer(m)
	offer(&m.Language, language(d.text, named.language, o.Model))
	return a
}

// offer sets a field unless it has a value of a stronger origin.
func offer(f *article.Field, candidate article.Field) {
	if candidate.Value != "" && (f.Value == "" || strength(candidate.Origin) > strength(f.Origin)) {
		*f = candidate
	}
}

func strength(o article.Origin) int {
	switch o {
	case article.FromUser:
		return 6
	case article.FromFrontMatter:
		return 5
	case article.FromMarkup:
		return 4
	case article.FromText:
		return 3
	case article.FromFileName:
		return 2
	case article.FromDetection:
		return 1
	}
	return 0
}

// language detects the language. What the file's name says is believed unless the writing speaks
// against it.
func language(s, named string, m *text.Model) article.Field {
	if m == nil {
		m = &text.Model{}
	}
	detected, confidence := m.Detect(sampleOf(s), text.Language(named))
	f := article.Field{Value: string(detected), Origin: article.FromDetection}
	switch {
	case named == string(detected) && named != "":
		f.Origin = article.FromFileName
	case named != "" && (confidence < 0.9 || detected == ""):
		f = article.Field{Value: named, Origin: article.FromFileName}
	case named != "":
		f.Why = fmt.Sprintf("the file's name says %s, the text is %s", named, detected)
	}
	return f
}

// sampleOf returns enough of a text to tell its language by.
func sampleOf(s string) string {
	const enough = 8000
	if len(s) <= enough {
		return s
	}
	return strings.ToValidUTF8(s[:enough], "")
}
