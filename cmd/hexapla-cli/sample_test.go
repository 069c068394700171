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
