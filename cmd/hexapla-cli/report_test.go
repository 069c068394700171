package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hexapla/app/report"
)

var threeVersions = map[string]string{
	"a.txt": "The harbour of Linden will be closed for five days. The mayor said on 28 April 2021 that the ferry must not sail before Monday.\n",
	"b.txt": "The port of Linden will be shut for four days. The mayor claimed on 28 April 2021 that the ferry must sail before Monday.\n",
	"c.txt": "Linden harbour will be closed for five days. The mayor said on 28 April 2021 that the ferry may not sail before Monday.\n",
}

// TestReportSameBytes: one analysis writes every format, and another the same bytes again, from files and from a project.
func TestReportSameBytes(t *testing.T) {
	dir := folder(t, threeVersions)
	inputs := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt"), filepath.Join(dir, "c.txt")}
	project := filepath.Join(dir, "linden.hexapla")
	if code, _, stderr := command(append([]string{"project", "new", project}, inputs...)...); code != exitDone {
		t.Fatal(stderr)
	}
	for _, from := range [][]string{inputs, {project}} {
		var first, second map[report.Format][]byte
		for _, to := range []*map[report.Format][]byte{&first, &second} {
			*to = reports(t, from)
		}
		for f, data := range first {
			if len(data) == 0 || !bytes.Equal(data, second[f]) {
				t.Errorf("two reports of %s as %s differ", filepath.Base(from[0]), f)
			}
		}
	}
}

// reports writes every format of a report and reads the files.
func reports(t *testing.T, inputs []string) map[report.Format][]byte {
	t.Helper()
	dir := t.TempDir()
	args := []string{"report", "--date", "2021-05-04"}
	for _, f := range report.Formats() {
		args = append(args, "-o", filepath.Join(dir, "report."+string(f)))
	}
	if code, _, stderr := command(append(args, inputs...)...); code != exitDone {
		t.Fatal(stderr)
	}
	out := map[report.Format][]byte{}
	for _, f := range report.Formats() {
		data, err := os.ReadFile(filepath.Join(dir, "report."+string(f)))
		if err != nil {
			t.Fatal(err)
		}
		out[f] = data
	}
	return out
}

// TestReportStyle: a file of one's own stands in the place of the built-in one, the others stay.
func TestReportStyle(t *testing.T) {
	dir := folder(t, threeVersions)
	style := folder(t, map[string]string{"report.css": "h1 { color: teal }"})
	out := filepath.Join(dir, "report.html")
	if code, _, stderr := command("report", "--style", style, "-o", out, filepath.Join(dir, "a.txt"), filepath.Join(dir, "b.txt")); code != exitDone {
		t.Fatal(stderr)
	}
	page, err := os.ReadFile(out)
	if err != nil || !strings.Contains(string(page), "color: teal") || !strings.Contains(string(page), "Differences that change the meaning") {
		t.Errorf("the page is not in the style asked for: %v", err)
	}
	for _, args := range [][]string{{"--style", out, "-o", out}, {"-o", "report.poem"}, {}} {
		if code, _, _ := command(append(append([]string{"report"}, args...), filepath.Join(dir, "a.txt"))...); code != exitBadUsage {
			t.Errorf("%v is taken", args)
		}
	}
}
