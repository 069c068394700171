package triage_test

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"hexapla/analysis/entity"
	"hexapla/analysis/lexicon"
	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/triage"
	"hexapla/assets"
)

// options loads the tables once for all tests.
var options = sync.OnceValues(func() (triage.Options, error) {
	var o triage.Options
	entities, err := entity.Load(sub("entity"))
	if err != nil {
		return o, err
	}
	if o.Tables, err = triage.Load(assets.Files, entities); err != nil {
		return o, err
	}
	if o.Model, err = text.Load(sub("text")); err != nil {
		return o, err
	}
	o.Lexicons, err = lexicon.Load(sub("lexicon"))
	return o, err
})

func sub(dir string) fs.FS {
	fsys, err := fs.Sub(assets.Files, dir)
	if err != nil {
		panic(err)
	}
	return fsys
}

func load(t testing.TB) triage.Options {
	t.Helper()
	o, err := options()
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// version makes a version of lines, one segment each.
func version(siglum string, lang text.Language, lines ...string) triage.Version {
	v := triage.Version{Siglum: siglum, Language: lang}
	for _, line := range lines {
		start := len(v.Text)
		v.Text += line + "\n"
		v.Segments = append(v.Segments, text.Span{Start: start, End: start + len(line)})
	}
	return v
}

// byLine puts line n of every version into row n.
func byLine(versions ...triage.Version) triage.Input {
	in := triage.Input{Versions: versions}
	for n := range versions[0].Segments {
		row := align.Row{Segments: make([][]int, len(versions)), Moved: make([]bool, len(versions))}
		for v := range versions {
			if n < len(versions[v].Segments) && !versions[v].Segments[n].Empty() {
				row.Segments[v] = []int{n}
			}
		}
		in.Rows = append(in.Rows, row)
	}
	return in
}

func differences(t testing.TB, in triage.Input) []triage.Difference {
	t.Helper()
	out, err := triage.Differences(context.Background(), in, load(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestPairs holds sentences with one planted change of each kind, and pairs that say the same.
func TestPairs(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != 5 {
			t.Fatalf("%d fields in %q", len(f), line)
		}
		found := differences(t, byLine(version("A", text.Language(f[1]), f[3]), version("B", text.Language(f[2]), f[4])))
		want, folded := strings.CutSuffix(f[0], "?")
		ok := want == "quiet"
		for _, d := range found {
			shown := d.Severity >= triage.Shown
			switch {
			case want == "quiet" && shown:
				ok = false
			case slices.Contains(strings.Split(want, "|"), string(d.Kind)) && shown != folded:
				ok = true
			}
		}
		if !ok {
			t.Errorf("want %s\n A %s\n B %s\n%s", f[0], f[3], f[4], describe(found))
		}
	}
}

func describe(found []triage.Difference) string {
	var b strings.Builder
	for _, d := range found {
		b.WriteString("   " + string(d.Kind) + " ")
		b.WriteString(strings.TrimRight(strings.Repeat("█", int(d.Severity*10)), " ") + " " + d.Reason + "\n")
	}
	return b.String()
}
