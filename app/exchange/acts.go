package exchange

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/analysis/text"
)

// imported makes articles of the documents, and of the statements who says what, on which concept,
// for or against.
func (p *project) imported(path string, o formats.Options) (formats.Imported, error) {
	out, kept, err := p.articles(path, o)
	if err != nil {
		return out, err
	}
	at := map[int64]article.Article{}
	rulers := map[int64]*text.Ruler{}
	for i, d := range kept {
		at[d.id] = out.Articles[i]
		rulers[d.id] = text.Measure(out.Articles[i].Text, text.UTF16)
	}
	r := reader{issues: map[string]bool{}, coded: map[string]bool{}, speakers: map[string]string{}}
	for _, s := range p.statements {
		a, ok := at[s.document]
		if !ok {
			continue
		}
		place := text.Span{Start: rulers[s.document].Byte(int(s.start)), End: rulers[s.document].Byte(int(s.stop))}
		if !place.Empty() {
			r.statement(s, article.AnchorAt(a.ID, a.Text, place))
		}
	}
	out.Acts = append(r.codebook, r.acts...)
	if len(p.documents) == mostDocuments || len(p.statements) == mostStatements {
		out.Notes = append(out.Notes, article.Note{Message: fmt.Sprintf("%s: only the first %d documents and %d statements were read", filepath.Base(path), mostDocuments, mostStatements)})
	}
	return out, nil
}

// articles has the reader of objects make the articles, as it knows what titles, dates and outlets
// are and tells languages; kept are the documents that have a text.
func (p *project) articles(path string, o formats.Options) (out formats.Imported, kept []document, err error) {
	var lines bytes.Buffer
	for _, d := range p.documents {
		if strings.TrimSpace(d.text) == "" {
			continue
		}
		object := map[string]string{"text": d.text, "title": d.title, "author": d.author, "outlet": d.source, "date": day(d.date), "label": d.section}
		line, err := json.Marshal(object)
		if err != nil {
			return out, nil, err
		}
		lines.Write(append(line, '\n'))
		kept = append(kept, d)
	}
	if len(kept) == 0 {
		return out, nil, fmt.Errorf("%s holds no text; open it in Discourse Network Analyzer and look", filepath.Base(path))
	}
	name := filepath.Base(path)
	out, err = formats.Read(name+".jsonl", lines.Bytes(), formats.Options{Model: o.Model, Today: o.Today})
	if err != nil || len(out.Articles) != len(kept) {
		return out, nil, fmt.Errorf("%s cannot be read: %w", name, cmp.Or(err, fmt.Errorf("%d of %d documents are texts", len(out.Articles), len(kept))))
	}
	for i := range out.Articles {
		a := &out.Articles[i]
		title := cmp.Or(strings.TrimSpace(kept[i].title), fmt.Sprintf("document %d", kept[i].id))
		a.File, a.Path, a.Format = name+" › "+title, path+"#"+title, "dna"
		if note := strings.TrimSpace(kept[i].notes); note != "" {
			a.Notes = append(a.Notes, article.Note{Article: a.ID, Message: note})
		}
	}
	return out, kept, nil
}

// day is a time of the database as a day: seconds in version 3, milliseconds in version 2.
func day(t int64) string {
	if t == 0 {
		return ""
	}
	const latestSeconds = 100_000_000_000
	if t > latestSeconds || t < -latestSeconds {
		t /= 1000
	}
	return time.Unix(t, 0).UTC().Format(time.DateOnly)
}

// reader gathers decisions. All will be those of the person who imports, so that who coded stands in
// the notes.
type reader struct {
	codebook, acts []article.Act
	issues, coded  map[string]bool
	speakers       map[string]string // by place
}

// The variables that mean something to us, by the names that people give them.
var (
	speakers = []string{"person", "speaker", "name"}
	actors   = []string{"organization", "organisation", "actor", "party", "country", "state"}
	concepts = []string{"concept", "issue", "proposition", "claim"}
	stances  = []string{"stance", "agreement", "position", "support"}
	remarks  = []string{"note", "notes", "comment", "remark", "annotation"}
)

func (r *reader) statement(s statement, at article.Anchor) {
	speaker, actor := s.value(speakers), s.value(actors)
	if speaker != "" || actor != "" {
		r.said(article.SetStatement{Content: []article.Anchor{at}, Speaker: cmp.Or(speaker, actor), Actor: cmp.Or(actor, speaker)}, s.coder)
	}
	if note := s.value(remarks); note != "" {
		r.acts = append(r.acts, article.Annotate{Place: at, Note: signed(note, s.coder)})
	}
	issue := s.value(concepts)
	if issue == "" {
		return
	}
	if !r.issues[issue] {
		r.issues[issue] = true
		r.codebook = append(r.codebook, article.SetIssue{ID: issue, Proposition: issue, About: []string{issue}})
	}
	code := article.Code{Content: []article.Anchor{at}, Issue: issue, None: true}
	if stance, ok := s.stance(); ok {
		code.Stance, code.None = stance, false
	}
	if s.coder != "" {
		code.Note = "coded by " + s.coder
	}
	key := fmt.Sprint(at.Article, at.Start, at.End, issue)
	if !r.coded[key] {
		r.coded[key] = true
		r.acts = append(r.acts, code)
	} else {
		r.acts = append(r.acts, article.Annotate{Place: at, Note: signed(fmt.Sprintf("%s %+g", issue, code.Stance), s.coder)})
	}
	if speaker == "" && actor == "" {
		r.acts = append(r.acts, article.Annotate{Place: at, Note: signed(issue, s.coder)})
	}
}

// said adds a statement. A place is one statement's, so that whoever else is said to speak there
// stands in a note.
func (r *reader) said(set article.SetStatement, coder string) {
	at := set.Content[0]
	place := fmt.Sprint(at.Article, at.Start, at.End)
	who := set.Speaker + "\x00" + set.Actor
	switch r.speakers[place] {
	case who:
	case "":
		r.speakers[place] = who
		r.acts = append(r.acts, set)
	default:
		r.acts = append(r.acts, article.Annotate{Place: at, Note: signed("statement of "+set.Speaker, coder)})
	}
}

func (s statement) value(names []string) string {
	for _, name := range names {
		if v := s.values[name]; v != "" {
			return v
		}
	}
	return ""
}

// stance is the number coded; agreement is a yes or no, which says for or against but not how firmly.
func (s statement) stance() (float64, bool) {
	if s.values[stances[0]] == noStance {
		return 0, false
	}
	for _, name := range stances {
		n, err := strconv.ParseFloat(s.values[name], 64)
		switch {
		case err != nil:
		case name == "agreement" && n == 0:
			return -1, true
		default:
			return max(-2, min(2, n)), true
		}
	}
	return 0, false
}

func signed(note, coder string) string {
	if coder == "" {
		return note
	}
	return note + " (" + coder + ")"
}
