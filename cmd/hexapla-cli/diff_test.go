package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hexapla/analysis/wording/triage"
)

// A word that replaces another is one difference with both readings, and linked, not a deletion and
// an insertion.
func TestReplacement(t *testing.T) {
	dir := t.TempDir()
	files := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")}
	for i, s := range []string{
		"The minister said that a satisfactory agreement was within reach on Monday.\n",
		"On Monday the minister said that a good agreement was within reach.\n",
	} {
		if err := os.WriteFile(files[i], []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), append([]string{"diff", "--lines", "--links", "--json"}, files...), &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var d differences
	if err := json.Unmarshal(out.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	replaces := func(r []reading) bool {
		return len(r) == 2 && r[0].Text == "satisfactory" && r[1].Text == "good"
	}
	if !slices.ContainsFunc(d.Differences, func(d difference) bool { return replaces(d.Readings) }) {
		t.Errorf("no difference has satisfactory against good: %+v", d.Differences)
	}
	if !slices.ContainsFunc(d.Links, func(l link) bool { return replaces(l.Readings[:]) }) {
		t.Errorf("no link has satisfactory against good: %+v", d.Links)
	}
	for _, x := range d.Differences {
		if x.Kind == triage.Omission || x.Kind == triage.Addition {
			t.Errorf("%s: %+v", x.Kind, x.Readings)
		}
	}
}
