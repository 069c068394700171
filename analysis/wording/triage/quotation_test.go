package triage_test

import (
	"slices"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

// TestUnclosedQuotation: a version that opens a quotation and does not close it is told of; one
// that closes it in a later sentence is not.
func TestUnclosedQuotation(t *testing.T) {
	closed := version("A", "en", "“We are tired,” he said.", "“Let us go home.”")
	for _, c := range []struct {
		name, first, second string
		wantRow             int // -1 for none
	}{
		{"never closed", "“We are tired, he said.", "“Let us go home.”", 0},
		{"last never closed", "“We are tired,” he said.", "“Let us go home.", 1},
		{"straight marks", "\"We are tired, he said.", "\"Let us go home.\"", 0},
		{"over two sentences", "He said: “We are tired.", "Let us go home.”", -1},
		{"other marks", "«We are tired», he said.", "\"Let us go home.\"", -1},
		{"inches", "The 5\" pipe, he said.", "\"Let us go home.\"", -1},
	} {
		got := -1
		for _, d := range differences(t, byLine(closed, version("B", "en", c.first, c.second))) {
			if d.Kind == triage.Quote {
				got = d.Row
				if !slices.Equal(d.Departs, []int{1}) || d.Severity < triage.Shown {
					t.Errorf("%s: %+v", c.name, d)
				}
			}
		}
		if got != c.wantRow {
			t.Errorf("%s: row %d, want %d", c.name, got, c.wantRow)
		}
	}
}

// In a list of sentences a quotation ends with its line, whatever the next one brings.
func TestUnclosedQuotationInALine(t *testing.T) {
	in := byLine(
		version("A", "en", "He said: “We are tired.”", "“Let us go home.”"),
		version("B", "en", "He said: “We are tired.", "Let us go home.”"),
	)
	in.Lines = true
	found := differences(t, in)
	if !slices.ContainsFunc(found, func(d triage.Difference) bool { return d.Kind == triage.Quote && d.Row == 0 && d.Departs[0] == 1 }) {
		t.Errorf("found %+v", found)
	}
}

// TestManySpellings: a name that the versions spell in three ways is listed once, with who spells it
// how, and not shown again where it stands.
func TestManySpellings(t *testing.T) {
	var versions []triage.Version
	for i, name := range []string{"Odanga", "Udanka", "Odenga", "Odanga"} {
		versions = append(versions, version(string(rune('A'+i)), text.Language("en"), "President "+name+" spoke.", "In the end "+name+" left."))
	}
	var listed []triage.Difference
	for _, d := range differences(t, byLine(versions...)) {
		if d.Kind == triage.Spelling && d.Severity >= triage.Shown {
			listed = append(listed, d)
		}
	}
	if len(listed) != 1 || listed[0].Row != 0 || len(listed[0].Readings) != 4 || !slices.Equal(listed[0].Departs, []int{1, 2}) {
		t.Errorf("listed: %+v", listed)
	}
}
