package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// speeches writes two years of one state's speeches, and a codebook of one issue.
func speeches(t *testing.T) (codebook string, files []string) {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	codebook = write("book.yaml", "issues:\n  - {id: deal, proposition: The nuclear agreement with Iran should be kept, about: [nuclear agreement]}\n")
	files = append(files,
		write("FRA_72_2017.txt", "We thank the host. We stand by the nuclear agreement and will keep it. The nuclear agreement must be preserved."),
		write("FRA_77_2022.txt", "It has been a long year. We have withdrawn from the terrible nuclear agreement."))
	return codebook, files
}

func positionsCommand(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(context.Background(), append([]string{"positions", "--quiet"}, args...), &out, &err)
	return out.String(), err.String(), code
}

func TestPositionsByYear(t *testing.T) {
	codebook, files := speeches(t)
	stdout, stderr, code := positionsCommand(t, append([]string{"--by", "year", "--json", "--issue", "deal", "--codebook", codebook}, files...)...)
	if code != exitDone {
		t.Fatalf("code %d: %s", code, stderr)
	}
	var got positionList
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Positions) != 2 {
		t.Fatalf("%+v", got)
	}
	for i, want := range []struct {
		from string
		sign float64
	}{{"2017-01-01", 1}, {"2022-01-01", -1}} {
		p := got.Positions[i]
		if p.Actor != "FRA" || p.From != want.from || p.Mean*want.sign <= 0 || len(p.Statements) == 0 {
			t.Errorf("%+v", p)
		}
	}
}

func TestPositionsFaults(t *testing.T) {
	codebook, files := speeches(t)
	broken := filepath.Join(t.TempDir(), "broken.yaml")
	if err := os.WriteFile(broken, []byte("issues:\n  - {id: x}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"--by", "decade", files[0]}, exitBadUsage, "decade"},
		{[]string{"--issue", "nothing", "--codebook", codebook, files[0]}, exitBadUsage, `no issue "nothing"; it has deal`},
		{[]string{"--codebook", broken, files[0]}, exitNothing, "broken.yaml: issue \"x\" has no proposition"},
		{[]string{"--codebook", filepath.Join(t.TempDir(), "missing.yaml"), files[0]}, exitNothing, "missing.yaml"},
	} {
		if _, stderr, code := positionsCommand(t, c.args...); code != c.code || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: code %d, %q", c.args, code, stderr)
		}
	}
}
