package triage_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/triage"
)

var update = flag.Bool("update", false, "write the goldens anew")

// TestGolden compares the differences of the texts in testdata/*.txtar with the file "want" beside
// them. The name of a text is its siglum and language; "original" marks the original.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := versionsOf(archive)
			got := shown(differences(t, in))
			if *update {
				archive.Files = append(archive.Files[:len(in.Versions)], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func versionsOf(archive *txtar.Archive) (in triage.Input, want string) {
	var versions []triage.Version
	for _, f := range archive.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		siglum, rest, _ := strings.Cut(f.Name, ".")
		lang, role, _ := strings.Cut(rest, ".")
		v := version(siglum, text.Language(lang), strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n")...)
		v.Original = role == "original"
		versions = append(versions, v)
	}
	return byLine(versions...), want
}

// shown lists what is shown by default, one line each.
func shown(found []triage.Difference) string {
	var b strings.Builder
	folded := 0
	for _, d := range found {
		if d.Severity < triage.Shown {
			folded++
			continue
		}
		fmt.Fprintf(&b, "%d %s %.2f %s\n", d.Row+1, d.Kind, d.Severity, d.Reason)
	}
	fmt.Fprintf(&b, "%d folded\n", folded)
	return b.String()
}
