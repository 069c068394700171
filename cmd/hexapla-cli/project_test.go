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

// command runs a command line and returns its exit code and what it printed.
func command(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(context.Background(), args, &out, &err)
	return code, out.String(), err.String()
}

// folder writes files, by name and content, into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// files returns the files of the versions that a command printed as JSON.
func files(t *testing.T, stdout string) []string {
	t.Helper()
	var printed struct {
		Versions []struct{ File string }
	}
	if err := json.Unmarshal([]byte(stdout), &printed); err != nil {
		t.Fatalf("%v in %s", err, stdout)
	}
	var out []string
	for _, v := range printed.Versions {
		out = append(out, filepath.Base(v.File))
	}
	return out
}

func TestProject(t *testing.T) {
	dir := folder(t, map[string]string{
		"texts/b.en.txt": "China News Agency, Berlin, August 8, 2022. Talks resumed.\n", "texts/a.en.txt": "Talks went on.\n",
		"texts/.hidden": "no", "texts/deep/c.md": "# Talks\n\nTalks ended.\n", "d.txt": "Talks began.\n", "bad.png": "\x89PNG....",
	})
	project := filepath.Join(dir, "p.hexapla")
	code, out, errors := command("project", "new", project, filepath.Join(dir, "texts"), "--coder", "anna")
	if code != 0 || !strings.Contains(out, "3 articles added") || errors != "" {
		t.Fatalf("new: %d, %s, %s", code, out, errors)
	}
	code, out, errors = command("project", "add", project, filepath.Join(dir, "d.txt"), filepath.Join(dir, "texts", "a.en.txt"), filepath.Join(dir, "bad.png"), "--coder", "ben")
	if code != 0 || !strings.Contains(out, "1 articles added") || !strings.Contains(errors, "bad.png is a picture") {
		t.Fatalf("add: %d, %s, %s", code, out, errors)
	}
	code, out, _ = command("project", "info", "--json", project)
	var info projectInfo
	if err := json.Unmarshal([]byte(out), &info); err != nil || code != 0 {
		t.Fatalf("info: %d, %v, %s", code, err, out)
	}
	if len(info.Articles) != 4 || info.Articles[1].Outlet != "China News Service" || strings.Join(info.Coders, " ") != "anna ben" {
		t.Errorf("info: %+v", info)
	}
	if code, out, errors = command("project", "check", project); code != 0 || !strings.Contains(out, "is whole: 4 articles, 4 decisions") {
		t.Errorf("check: %d, %s, %s", code, out, errors)
	}
	if code, out, errors = command("align", "--json", project); code != 0 {
		t.Errorf("align: %d, %s", code, errors)
	} else if got := strings.Join(files(t, out), " "); got != "a.en.txt b.en.txt c.md d.txt" {
		t.Errorf("align of a project: %s", got)
	}
	extra := filepath.Join(dir, "d.txt")
	if code, out, errors = command("align", "--json", extra, project, extra); code != 0 {
		t.Errorf("align: %d, %s", code, errors)
	} else if got := strings.Join(files(t, out), " "); got != "d.txt a.en.txt b.en.txt c.md d.txt" {
		t.Errorf("align of files and a project: %s", got)
	}
}

func TestExport(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "Talks resumed.\n"})
	project, copied := filepath.Join(dir, "p.hexapla"), filepath.Join(dir, "q.hexapla")
	command("project", "new", project, filepath.Join(dir, "a.txt"))
	code, out, errors := command("project", "export", project)
	var all exported
	if err := json.Unmarshal([]byte(out), &all); err != nil || code != 0 {
		t.Fatalf("export: %d, %v, %s", code, err, errors)
	}
	if len(all.Articles) != 1 || all.Articles[0].Text != "Talks resumed.\n" || len(all.Decisions) != 1 || all.Decisions[0].Kind != "add article" {
		t.Errorf("export: %+v", all)
	}
	if code, _, errors := command("project", "export", project, "-o", copied); code != 0 {
		t.Fatalf("export of a copy: %s", errors)
	}
	_, again, _ := command("project", "export", copied)
	if again != out {
		t.Errorf("the copy holds\n%s\nnot\n%s", again, out)
	}
}

func TestInputErrors(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "Talks resumed.\n", "b.png": "\x89PNG....", "p.hexapla": "no project", "empty/.x": ""})
	path := func(name string) string { return filepath.Join(dir, name) }
	command("project", "new", path("none.hexapla"))
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"statements", path("b.png")}, 1, "b.png is a picture"},
		{[]string{"statements", path("missing.txt")}, 1, "missing.txt cannot be read"},
		{[]string{"statements", path("b.png"), path("a.txt")}, 0, "b.png is a picture"},
		{[]string{"statements", path("empty")}, 1, "holds no files"},
		{[]string{"statements", path("none.hexapla")}, 1, "holds no articles; add some"},
		{[]string{"align", path("a.txt")}, 2, "a.txt is one text"},
		{[]string{"align"}, 2, "requires at least 1"},
		{[]string{"project", "info", path("p.hexapla")}, 1, "is not a Hexapla project"},
		{[]string{"project", "new", path("p.hexapla")}, 1, "exists already"},
		{[]string{"project", "info"}, 2, "accepts 1"},
		{[]string{"project"}, 2, "takes one of"},
		{[]string{"nonsense"}, 2, "there is no command"},
		{[]string{"align", "--nonsense"}, 2, "unknown flag"},
	} {
		code, _, errors := command(c.args...)
		if code != c.code || !strings.Contains(errors, c.says) {
			t.Errorf("%v: %d, %s; want %d, %s", c.args, code, errors, c.code, c.says)
		}
	}
}
