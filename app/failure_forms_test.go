package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hexapla/app/tongue"
)

// failing are the files whose errors and notes reach people.
var failing = []string{
	"*.go", "session/*.go", "store/*.go", "fetch/*.go", "exchange/*.go", "report/picture.go",
	"../analysis/positions/codebook.go", "../analysis/resources.go", "../analysis/article/repeated.go", "../analysis/article/formats/*.go",
}

// failureForms are the forms of errors and notes in the source, and what the system says.
func failureForms(t *testing.T) map[string]bool {
	t.Helper()
	forms := map[string]bool{}
	for _, pattern := range failing {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatal(pattern, err)
		}
		for _, path := range files {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				for _, form := range failedBy(n) {
					forms[form] = true
				}
				return true
			})
		}
	}
	return forms
}

// failedBy are the forms that a node makes an error or a note of.
func failedBy(n ast.Node) []string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	name := nameOf(call.Fun)
	form, known := literal(call.Args[0])
	switch {
	case !known && name == "append" && len(call.Args) == 2 && strings.HasSuffix(nameOf(call.Args[0]), "notes"):
		if form, known = literal(call.Args[1]); known {
			return []string{form}
		}
		if made, ok := call.Args[1].(*ast.CallExpr); ok && nameOf(made.Fun) == "fmt.Sprintf" {
			form, _ = literal(made.Args[0])
			return []string{form}
		}
	case !known:
	case name == "fmt.Errorf" || name == "errors.New" || strings.HasSuffix(name, ".note"):
		return []string{form}
	case strings.HasSuffix(name, ".refuse"):
		return []string{"%s " + form}
	}
	return nil
}

// unforeseen are forms that only a fault of the program brings about.
var unforeseen = []string{"%s %s", "%s"}

func TestEveryFailureIsTranslated(t *testing.T) {
	forms := failureForms(t)
	if len(forms) < 80 {
		t.Fatalf("only %d forms were found", len(forms))
	}
	for i := range tongue.All[1:] {
		id := tongue.All[i+1].ID
		own := tongue.Failures(id)
		for _, form := range slices.Sorted(maps.Keys(forms)) {
			if own[form] == "" && !slices.Contains(unforeseen, form) {
				t.Errorf("%s cannot say %q", id, form)
			}
		}
	}
}
