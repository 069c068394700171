package analysis_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers is the drawing of the design as a table, from the bottom up: a package may import what is
// in its own list and nothing else of the module. It is a statement of policy: whoever has a better
// drawing changes this table, the drawing in README and the package comments in one commit.
var layers = map[string][]string{
	"assets": {},

	"analysis/dict":            {},
	"analysis/phrase":          {},
	"analysis/text":            {"analysis/dict"},
	"analysis/lexicon":         {"analysis/text"},
	"analysis/article":         {"analysis/text", "analysis/phrase"},
	"analysis/article/formats": {"analysis/article", "analysis/text"},
	"analysis/entity":          {"analysis/text", "analysis/lexicon"},
	"analysis/attribution":     {"analysis/dict", "analysis/text", "analysis/lexicon", "analysis/article", "analysis/entity"},
	"analysis/wording":         {},
	"analysis/wording/diff":    {"analysis/text"},
	"analysis/wording/metrics": {"analysis/text", "analysis/wording/diff"},
	"analysis/wording/align":   {"analysis/text", "analysis/lexicon", "analysis/entity", "analysis/wording/diff"},
	"analysis/wording/collate": {"analysis/text", "analysis/lexicon", "analysis/entity", "analysis/wording/diff", "analysis/wording/align"},
	"analysis/wording/triage":  {"analysis/dict", "analysis/text", "analysis/phrase", "analysis/lexicon", "analysis/entity", "analysis/attribution", "analysis/wording/diff", "analysis/wording/align", "analysis/wording/collate"},
	"analysis/stories":         {"analysis/text", "analysis/lexicon", "analysis/entity"},
	"analysis/positions":       {"analysis/text", "analysis/lexicon", "analysis/entity", "analysis/article", "analysis/attribution"},
	"analysis":                 {"analysis/"},
	"widgets/typeset":          {},
	"widgets/scene":            {"widgets/typeset"},
	"widgets":                  {"widgets/", "assets"},
	"app/store":                {"analysis/article", "analysis/text"},
	"app/exchange":             {"analysis/article", "analysis/article/formats", "analysis/text"},
	"app/report":               {"analysis", "analysis/", "app/exchange", "app/tongue", "widgets/scene", "widgets/typeset", "assets"},
	"app/fetch":                {},
	"app/tongue":               {"analysis/phrase", "widgets/scene", "assets"},
	"app/session":              {"analysis", "analysis/", "app/store", "app/exchange", "app/fetch", "app/report"},
	"app":                      {"analysis", "analysis/", "app/", "widgets", "widgets/", "assets"},
	"cmd/hexapla":              {"analysis", "analysis/", "app", "app/", "widgets", "widgets/", "assets"},
	"cmd/hexapla-cli":          {"analysis", "analysis/", "app/store", "app/exchange", "app/report", "widgets/scene", "widgets/typeset", "assets"},
}

// TestLayers compares the imports of every package with the drawing.
func TestLayers(t *testing.T) {
	for pkg, imports := range imports(t) {
		if strings.Contains(pkg, "/gen") && strings.HasPrefix(pkg, "assets/") {
			continue // generators of data stand outside the program
		}
		allowed, drawn := layers[pkg]
		if !drawn {
			t.Errorf("%s is not in the drawing", pkg)
			continue
		}
		for _, path := range imports {
			switch own, ok := strings.CutPrefix(path, "hexapla/"); {
			case ok && !permits(allowed, own):
				t.Errorf("%s imports %s, which the drawing does not allow", pkg, own)
			case path == "fyne.io/fyne/v2/app" && pkg != "cmd/hexapla":
				t.Errorf("%s imports %s: only cmd/hexapla may", pkg, path)
			case strings.HasPrefix(path, "fyne.io/") && !slices.Contains([]string{"widgets", "app", "cmd/hexapla"}, pkg):
				t.Errorf("%s imports %s: it must not know the window", pkg, path)
			case (path == "net" || strings.HasPrefix(path, "net/http")) && pkg != "app/fetch":
				t.Errorf("%s imports %s: only app/fetch opens a connection", pkg, path)
			case path == "hexapla/app/fetch" && pkg != "app/session":
				t.Errorf("%s imports %s: only a person's request, through the session, may fetch", pkg, path)
			case forbiddenInAnalysis(path) && strings.HasPrefix(pkg, "analysis"):
				t.Errorf("%s imports %s: analysis takes readers and values", pkg, path)
			}
		}
	}
}

// TestNames keeps rooms without an idea out.
func TestNames(t *testing.T) {
	for pkg := range imports(t) {
		for _, part := range strings.Split(pkg, "/") {
			if slices.Contains([]string{"util", "utils", "common", "types", "helpers", "model", "models", "manager"}, part) {
				t.Errorf("%s: a package is named after its idea", pkg)
			}
		}
	}
}

func permits(allowed []string, pkg string) bool {
	return slices.ContainsFunc(allowed, func(a string) bool {
		return pkg == a || strings.HasSuffix(a, "/") && strings.HasPrefix(pkg, a)
	})
}

func forbiddenInAnalysis(path string) bool {
	return path == "os" || path == "net" || path == "net/http" || path == "os/exec"
}

// imports lists the module's packages, by path within it, with what their code (not their tests) imports.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-tags", "ci", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "hexapla/...")
	out, err := cmd.Output()
	if err != nil {
		t.Skipf("no go command: %v", err)
	}
	packages := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		packages[strings.TrimPrefix(fields[0], "hexapla/")] = fields[1:]
	}
	return packages
}
