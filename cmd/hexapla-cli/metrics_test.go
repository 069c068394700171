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

func TestMetrics(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := file("a", "the talks went on in Vienna\nnobody was surprised at all\n")
	b := file("b", "the talks continued in Vienna\nno one was surprised at all\n")
	short := file("short", "one line\n")

	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"metrics", "--json", b, a, a}, &out, &errs); code != exitDone {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	var s scores
	if err := json.Unmarshal(out.Bytes(), &s); err != nil {
		t.Fatal(err)
	}
	if s.BLEU < 99.999 || s.ChrF < 99.999 || s.ChrFPP < 99.999 || s.TER != 0 || s.Segments != 2 || len(s.References) != 2 {
		t.Errorf("a version that one reference equals scores %+v", s)
	}
	errs.Reset()
	if code := run(context.Background(), []string{"metrics", a, short}, &out, &errs); code != exitNothing {
		t.Errorf("files of unlike length: exit %d", code)
	}
	if !strings.Contains(errs.String(), "short has 1 lines") {
		t.Errorf("the message names no file: %s", errs.String())
	}
	if code := run(context.Background(), []string{"metrics", a}, &out, &errs); code != exitBadUsage {
		t.Errorf("one file: exit %d", code)
	}
}
