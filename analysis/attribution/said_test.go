package attribution_test

import (
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, language, published, want, from string }{
		{"Wang Qun said in an interview on the 8th that talks resume.", "en", "2022-08-09", "2022-08-08", "text"},
		{"Wang Qun said on the 31st that talks resume.", "en", "2022-08-09", "2022-07-31", "text"},
		{"Wang Qun said on Monday that talks resume.", "en", "2022-08-09", "2022-08-08", "text"},
		{"Wang Qun said last Tuesday that talks resume.", "en", "2022-08-09", "2022-08-02", "text"},
		{"Wang Qun said yesterday that talks resume.", "en", "2022-08-09", "2022-08-08", "text"},
		{"Wang Qun said on December 30 that talks resume.", "en", "2022-01-03", "2021-12-30", "text"},
		{"On 11 May 2021 Wang Qun said that talks resume.", "en", "2022-01-03", "2021-05-11", "text"},
		{"Wang Qun said that talks resume on Monday.", "en", "2022-08-09", "2022-08-09", "publication"},
		{"Wang Qun said that talks resume.", "en", "", "", ""},
		{"王群8日说，谈判将恢复。", "zh", "2022-08-09", "2022-08-08", "text"},
	} {
		d := attribution.Document{ID: "a", Text: c.text, Language: text.Language(c.language), Date: c.published}
		r := find(t, tables(t), d)
		if len(r.Statements) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		if s := r.Statements[0]; s.Date != c.want || s.DateFrom != c.from {
			t.Errorf("%s (%s): said %q (%s), want %q (%s)", c.text, c.published, s.Date, s.DateFrom, c.want, c.from)
		}
	}
}

const briefing = `Washington

MS. PSAKI:  Good afternoon.  The White House has two announcements.

(Laughter.)

Q    Thank you, Jen.  What about the talks?

MS. PSAKI:  We will let the process play out: there is time.

In the Gulf: nothing new.

Q    And the other one?

END 1:53 P.M. EST
`

func TestTranscript(t *testing.T) {
	d := attribution.Document{ID: "a", Text: briefing, Language: "en", Headline: "Press Briefing by Press Secretary Jen Psaki, May 20, 2021"}
	r := find(t, tables(t), d)
	obey(t, d, r)
	want := map[string]string{"Good afternoon.": "Jen Psaki/USA", "What about the talks?": "reporter/reporter", "And the other one?": "reporter/reporter",
		"We will let the process play out: there is time.": "Jen Psaki/USA", "In the Gulf: nothing new.": "Jen Psaki/USA"}
	for _, s := range r.Statements {
		words := s.Content[0].Of(d.Text)
		if words == "(Laughter.)" {
			t.Error("a note of the transcriber is taken for a statement")
		}
		if w, ok := want[words]; ok {
			if got := s.Speaker + "/" + s.Actor; got != w {
				t.Errorf("%q is said by %s, want %s", words, got, w)
			}
			delete(want, words)
		}
	}
	for words := range want {
		t.Errorf("%q is missing", words)
	}
}

// TestTurnNames: a label has the surname only; the given name stands in the headline, whose capitals
// run on, and bodies that a text names more often than the government do not speak through the briefing.
func TestTurnNames(t *testing.T) {
	d := english("a", strings.ReplaceAll(briefing, "the talks", "Brussels, Brussels and Brussels"))
	d.Headline = "Press Gaggle by Press Secretary Jen\u00a0Psaki Aboard Air Force One En Route Kalamazoo"
	for _, s := range find(t, tables(t), d).Statements {
		if s.Speaker != "Jen Psaki" && s.Speaker != "reporter" || s.Speaker == "Jen Psaki" && s.Actor != "USA" {
			t.Errorf("%q is said by %s of %s", s.Content[0].Of(d.Text), s.Speaker, s.Actor)
		}
	}
}

func TestSpeech(t *testing.T) {
	d := english("a", "Mr. President. We meet in hard times. He said, “No.”")
	d.Speaker = "CHN"
	r := find(t, tables(t), d)
	obey(t, d, r)
	for _, s := range r.Statements {
		if s.Actor != "CHN" || s.Cue != nil || len(s.Content) != 1 {
			t.Errorf("a sentence of China's speech is %+v", s)
		}
	}
	if len(r.Statements) != len(languages(t).Segments(d.Text, "en")) {
		t.Errorf("%d statements", len(r.Statements))
	}
}

// TestUtterances joins what links and wording say is one saying, and keeps years apart.
func TestUtterances(t *testing.T) {
	said := "said that an important premise of the negotiation is that legitimate rights and interests are protected."
	docs := []attribution.Document{
		english("a", "Wang Qun, China's envoy, "+said), english("b", "Chinese negotiator Wang Qun "+said),
		english("c", "Chinese negotiator Wang Qun "+said), english("d", "The Chinese envoy demanded guarantees."),
	}
	for i, day := range []string{"2022-08-08", "2022-08-09", "2021-08-08", "2022-08-08"} {
		docs[i].Date = day
	}
	r := find(t, tables(t), docs...)
	by := map[article.ID]*attribution.Statement{}
	for i := range r.Statements {
		by[r.Statements[i].Article] = &r.Statements[i]
	}
	links := []attribution.SegmentLink{{
		A: "a", B: "d", Score: 0.9,
		ASegment: text.Span{Start: 0, End: len(docs[0].Text)}, BSegment: text.Span{Start: 0, End: len(docs[3].Text)},
	}}
	attribution.Utterances(r.Statements, docs, links)
	if by["a"].Utterance != by["b"].Utterance {
		t.Error("two reports of one day are two utterances")
	}
	if by["a"].Utterance == by["c"].Utterance {
		t.Error("the same words a year earlier are the same utterance")
	}
	if by["a"].Utterance != by["d"].Utterance {
		t.Error("linked statements are two utterances")
	}
	if by["c"].Utterance != by["c"].ID {
		t.Errorf("a statement alone has the utterance %q", by["c"].Utterance)
	}
}
