package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/phrase"
	"hexapla/analysis/wording/triage"
	"hexapla/app/report"
	"hexapla/app/tongue"
)

// spokenWords are the English words of the interface: what L, Lf, Ln and tr are given in the source, the
// forms of what the analysis says, and what the tables and the data hold that is shown through them.
func spokenWords(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	for _, w := range dataWords() {
		words[w] = true
	}
	for _, root := range []string{".", "../analysis"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, source, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				for _, w := range spokenBy(n) {
					words[w] = true
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	delete(words, "")
	return words
}

// speaking are the functions whose argument, counted from 0, is translated.
var speaking = map[string]int{"L": 0, "Lf": 0, "tr": 0, "Ln": 1, "because": 0, "withObject": 1, "phrase.Of": 0, "phrase.Quoting": 0}

// spokenBy are the literals that a node has translated. The forms of reasons also stand in tables and
// variables before they are used; they are known by setting two wordings against each other.
func spokenBy(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		at, known := speaking[nameOf(n.Fun)]
		if known && len(n.Args) > at {
			if s, ok := literal(n.Args[at]); ok {
				return []string{s}
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if name.Name == "says" && i < len(n.Values) {
				if s, ok := literal(n.Values[i]); ok {
					return []string{s}
				}
			}
		}
	case *ast.BasicLit:
		if s, ok := literal(n); ok && strings.Contains(s, "%s against %s") {
			return []string{s}
		}
	}
	return nil
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func nameOf(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return nameOf(f.X) + "." + f.Sel.Name
	}
	return ""
}

// dataWords are the words of tables.
func dataWords() []string {
	out := slices.Clone(shownData)
	out = append(out, triage.ErrorTypes()...)
	out = append(out, triage.ErrorLevels()...)
	out = append(out, phrase.Nothing, phrase.Quote, phrase.Pair, phrase.Comma, phrase.Sentence, phrase.Row)
	for _, c := range commands() {
		out = append(out, c.menu, c.name)
	}
	for _, s := range screens {
		out = append(out, s.name)
	}
	for _, t := range themes {
		out = append(out, t.name)
	}
	for _, f := range metaFields {
		out = append(out, f.name, strings.ReplaceAll(f.id, "_", " "))
	}
	for kind, look := range kindLooks {
		out = append(out, look.name, string(kind))
	}
	for _, h := range highlights {
		out = append(out, h.name)
	}
	for _, f := range tableFields {
		out = append(out, f.name)
	}
	for _, c := range ignorable {
		out = append(out, c.name)
	}
	for _, u := range units {
		out = append(out, string(u))
	}
	for _, s := range letterSizes {
		out = append(out, s.name)
	}
	out = slices.Concat(out, sieveNames, stanceNames, surenessNames, saidStatuses, orderNames, overviewKinds, report.Tables)
	out = slices.AppendSeq(out, maps.Values(partNames))
	return slices.AppendSeq(out, maps.Values(templateNames))
}

func TestEveryWordIsTranslated(t *testing.T) {
	words := spokenWords(t)
	for i := range tongue.All[1:] {
		own := &tongue.All[i+1]
		for _, w := range slices.Sorted(maps.Keys(words)) {
			if own.Words[w] == "" {
				t.Errorf("%s lacks %q", own.ID, w)
			}
		}
		for _, w := range slices.Sorted(maps.Keys(own.Words)) {
			if !words[w] {
				t.Errorf("%s translates %q, which nobody says", own.ID, w)
			}
		}
	}
}

// Every reason and every decision that can be is said by forms that all languages have: nothing that
// the source builds in another way escapes.
func TestReasonsAreSpokenInEveryLanguage(t *testing.T) {
	u := openSample(t)
	var all []triage.Difference
	for _, c := range u.session.Result().Comparisons {
		all = append(all, c.Differences...)
	}
	if len(all) < 20 {
		t.Fatalf("the sample has %d differences", len(all))
	}
	for i := range tongue.All[1:] {
		own := &tongue.All[i+1]
		asked := phrase.Tongue{Print: own.Print, Day: own.Day, Form: func(english string, n int) string {
			if own.Words[english] == "" {
				t.Errorf("%s cannot say %q", own.ID, english)
			}
			return own.Form(english, n)
		}}
		for _, d := range all {
			if len(d.Said) == 0 {
				t.Errorf("%q is said by no form", d.Reason)
			}
			asked.Sentences(d.Said)
		}
		for _, one := range u.session.Log() {
			article.Describe(one.Act).In(asked)
		}
	}
}
