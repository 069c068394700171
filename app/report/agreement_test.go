package report_test

import (
	"strings"
	"testing"

	"hexapla/analysis/positions"
	"hexapla/app/report"
)

// TestAgreement: the dossier says who stands nearest and furthest apart, as the figures have it.
func TestAgreement(t *testing.T) {
	r := fixture(t)
	r.Points = nil
	for actor, stance := range map[string]float64{"LIN": 2, "FIS": 1, "COU": -2} {
		r.Points = append(r.Points, positions.Point{Statement: actor, Utterance: actor, Actor: actor, Issue: "pay", Date: "2021-01-01", Stance: stance, Confidence: 1})
	}
	page := visible(t, string(writeOf(t, report.HTML, r, report.Options{Template: "dossier"})))
	for _, want := range []string{
		"Fishermen’s union and Linden stand nearest to each other (+1.0, on 1 issue).",
		"Linden and 市议会 stand furthest apart (−2.0, on 1 issue).",
	} {
		other := strings.NewReplacer("Fishermen’s union and Linden", "Linden and Fishermen’s union", "Linden and 市议会", "市议会 and Linden").Replace(want)
		if !strings.Contains(page, want) && !strings.Contains(page, other) {
			t.Errorf("no %q", want)
		}
	}
}

// TestReliability: where two coded the same statements, the method says how far they agree.
func TestReliability(t *testing.T) {
	if page := visible(t, string(write(t, report.HTML, report.Options{}))); strings.Contains(page, "Krippendorff") {
		t.Error("one coder agrees with nobody")
	}
	r := fixture(t)
	for _, c := range r.Codings[:20] {
		c.Coder = "reader"
		r.Codings = append(r.Codings, c)
	}
	if page := visible(t, string(writeOf(t, report.HTML, r, report.Options{}))); !strings.Contains(page, "α = 1.00 (n = 20)") {
		t.Error("two coders who agree on twenty statements are not said to")
	}
}

// TestDossier: statements without a position are counted, and set apart.
func TestDossier(t *testing.T) {
	r := fixture(t)
	r.Codings = r.Codings[:40]
	out := string(writeOf(t, report.Markdown, r, report.Options{Template: "dossier"}))
	if !strings.Contains(out, `20 more statements`) {
		t.Errorf("statements without a position are not set apart")
	}
}
