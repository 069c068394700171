package attribution_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// labelled is a text whose sentences are labelled with who speaks.
type labelled struct {
	doc    attribution.Document
	labels []string // by segment: ".", "Name" or "+Name"
}

// readLabelled reads an archive of labelled texts.
func readLabelled(t testing.TB, file string) []labelled {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for _, f := range txtar.Parse(data).Files {
		l := labelled{doc: attribution.Document{ID: article.ID(f.Name), Language: languageOf(f.Name), Date: "2022-08-09"}}
		var b strings.Builder
		for line := range strings.SplitSeq(strings.TrimSpace(string(f.Data)), "\n") {
			who, sentence, ok := strings.Cut(line, "\t")
			if !ok {
				b.WriteString("\n\n")
				continue
			}
			if s := b.String(); s != "" && !strings.HasSuffix(s, "\n") && !l.doc.Language.Spaceless() {
				b.WriteString(" ")
			}
			start := b.Len()
			b.WriteString(sentence)
			l.doc.Segments = append(l.doc.Segments, text.Span{Start: start, End: b.Len()})
			l.labels = append(l.labels, who)
		}
		l.doc.Text = b.String()
		out = append(out, l)
	}
	return out
}

// languageOf is the last part of a name before its ending; English without one.
func languageOf(name string) text.Language {
	parts := strings.Split(name, ".")
	if len(parts) > 2 {
		return text.Language(parts[len(parts)-2])
	}
	return "en"
}

// voiceOf is who speaks in a sentence: the outermost statement that covers most of it.
func voiceOf(p text.Span, statements []attribution.Statement) (speaker string, continues bool) {
	most := p.Len() / 5
	for _, s := range statements {
		covered := 0
		for _, c := range s.Content {
			covered += max(0, min(c.End, p.End)-max(c.Start, p.Start))
		}
		if s.Within == "" && covered > most {
			most, speaker, continues = covered, s.Speaker, s.Continues
		}
	}
	return speaker, continues
}

// score counts right sentences by kind.
type score struct{ attributed, attributedRight, continues, continuesRight, narrator, narratorTaken int }

func (s score) String() string {
	return fmt.Sprintf("speakers %d of %d, continuations %d of %d, narrator's given away %d of %d",
		s.attributedRight, s.attributed, s.continuesRight, s.continues, s.narratorTaken, s.narrator)
}

func scoreAgency(t testing.TB, texts []labelled, report func(string, ...any)) score {
	var sum score
	tables := tables(t)
	for _, l := range texts {
		statements := find(t, tables, l.doc).Statements
		for i, p := range l.doc.Segments {
			got, _ := voiceOf(p, statements)
			want, continues := strings.CutPrefix(l.labels[i], "+")
			right := strings.EqualFold(strings.TrimPrefix(got, "the "), strings.TrimPrefix(strings.TrimPrefix(want, "the "), "a "))
			switch {
			case want == ".":
				sum.narrator++
				if got != "" {
					sum.narratorTaken++
					report("%s: %q is the narrator's, not %s's", l.doc.ID, p.Of(l.doc.Text), got)
				}
				continue
			case continues:
				sum.continues++
				if right {
					sum.continuesRight++
				}
			default:
				sum.attributed++
				if right {
					sum.attributedRight++
				}
			}
			if !right {
				report("%s: %q is %s, not %q", l.doc.ID, p.Of(l.doc.Text), l.labels[i], got)
			}
		}
	}
	return sum
}

// TestAgencyCopy measures whose voice each sentence is in. The figures are the least that is
// accepted; archive b is held out from training.
func TestAgencyCopy(t *testing.T) {
	for _, c := range []struct {
		file                        string
		speaker, continued, granted float64
	}{
		{"testdata/agency-a.txtar", 0.93, 0.88, 0.06},
		{"testdata/agency-b.txtar", 0.92, 0.86, 0.05},
		{"testdata/agency-c.txtar", 0.90, 0.75, 0.10},
	} {
		s := scoreAgency(t, readLabelled(t, c.file), t.Logf)
		t.Log(c.file, s)
		if got := share(s.attributedRight, s.attributed); got < c.speaker {
			t.Errorf("%s: speakers %.2f, want %.2f", c.file, got, c.speaker)
		}
		if got := share(s.continuesRight, s.continues); got < c.continued {
			t.Errorf("%s: continuations %.2f, want %.2f", c.file, got, c.continued)
		}
		if got := share(s.narratorTaken, s.narrator); got > c.granted {
			t.Errorf("%s: %.2f of the narrator's sentences are given to a speaker, want %.2f at most", c.file, got, c.granted)
		}
	}
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }
