package main

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"slices"
	"testing"

	"hexapla/analysis/wording/triage"
)

// The sample's versions reword each other freely and depart in a few places on purpose: those are told, and a reader
// is not asked to look at many more.
func TestSampleIsCalm(t *testing.T) {
	files, err := filepath.Glob("../../assets/sample/vienna/*")
	if err != nil || len(files) != 5 {
		t.Fatalf("%d versions of the sample, %v", len(files), err)
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), append([]string{"diff", "--json"}, files...), &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var d differences
	if err := json.Unmarshal(out.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	shown := slices.DeleteFunc(d.Differences, func(d difference) bool { return d.Severity < triage.Shown })
	if len(shown) > 14 {
		t.Errorf("%d differences are shown", len(shown))
	}
	for _, kind := range []triage.Kind{triage.Number, triage.Date, triage.Name, triage.Negation, triage.Attribution, triage.Omission, triage.Wording} {
		if !slices.ContainsFunc(shown, func(d difference) bool { return d.Kind == kind }) {
			t.Errorf("no difference of the kind %s", kind)
		}
	}
}

// What is known of the actors in the sample is what its chart shows: who kept to the nuclear agreement stands above
// zero, Israel below, the United States first above and then below.
func TestSampleActorsStandWhereTheyStood(t *testing.T) {
	files, err := filepath.Glob("../../assets/sample/*/*.*")
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files of the sample, %v", len(files), err)
	}
	var out, errs bytes.Buffer
	args := append([]string{"positions", "--quiet", "--json", "--by", "year", "--issue", "iran-nuclear-agreement", "--codebook", "../../assets/positions/codebook.yaml"}, files...)
	if code := run(context.Background(), args, &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var list positionList
	if err := json.Unmarshal(out.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	wrong, n := 0, 0
	for _, p := range list.Positions {
		want := map[string]float64{"CHN": 1, "RUS": 1, "EU": 1, "E3": 1, "IRN": 1, "IAEA": 1, "ISR": -1}[p.Actor]
		switch year := p.From[:4]; {
		case p.Actor == "USA" && year < "2017":
			want = 1
		case p.Actor == "USA" && year < "2021":
			want = -1
		}
		if want == 0 {
			continue
		}
		if n++; p.Mean*want <= 0 {
			wrong++
			t.Logf("%s %s stands at %.2f", p.Actor, p.From, p.Mean)
		}
	}
	if n < 25 || wrong > n/20 {
		t.Errorf("%d of %d means are on the wrong side", wrong, n)
	}
}
