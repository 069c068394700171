package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/app/exchange"
	"hexapla/app/store"
	"hexapla/assets"
)

// largestFile bounds what is read into memory.
const largestFile = 512 << 20

// cli is what all subcommands share.
type cli struct {
	stdout, stderr io.Writer
	quiet          bool
	encoding       string
	columns        map[string]string
}

// input is the articles of the command line, in the order of the arguments, and the decisions of
// the projects among them.
type input struct {
	articles  []article.Article
	log       []article.Decision
	resources *analysis.Resources
}

// read loads the tables that the stages need (all if none is named), the files, the files in folders, and projects. A file that cannot be read is
// named on standard error and left out; with none left the error says so.
func (c *cli) read(files []string, lines bool, stages ...analysis.Stage) (*input, error) {
	resources, err := analysis.LoadResources(assets.Files, stages...)
	if err != nil {
		return nil, err
	}
	in := &input{resources: resources}
	o := c.formatOptions(resources, lines)
	paths := c.expand(files)
	for i, path := range paths {
		c.progress("reading", i, len(paths))
		if err := c.readInto(in, path, o); err != nil {
			fmt.Fprintf(c.stderr, "hexapla-cli: %v\n", err)
		}
	}
	c.progress("reading", len(paths), len(paths))
	if len(in.articles) == 0 {
		return nil, errors.New("no file could be read")
	}
	c.notes(formats.Imported{Notes: article.Repeated(in.articles)})
	return in, nil
}

// readVersions is read for commands that compare: a single argument must hold two texts at least.
func (c *cli) readVersions(files []string, lines bool, stages analysis.Stage) (*input, error) {
	in, err := c.read(files, lines, stages)
	if err == nil && len(files) == 1 && len(in.articles) < 2 {
		return nil, usageError{fmt.Errorf("%s is one text; name a second to compare it with", files[0])}
	}
	return in, err
}

func (c *cli) formatOptions(r *analysis.Resources, lines bool) formats.Options {
	return formats.Options{
		Model: r.Text, Lines: lines, Encoding: c.encoding, Columns: c.columns, Today: time.Now().Format(time.DateOnly),
	}
}

// expand replaces each folder by the files below it, in order; hidden ones are passed over.
func (c *cli) expand(files []string) []string {
	var out []string
	for _, file := range files {
		info, err := os.Stat(file)
		if err != nil || !info.IsDir() {
			out = append(out, file)
			continue
		}
		found := len(out)
		err = filepath.WalkDir(file, func(path string, d fs.DirEntry, err error) error {
			switch hidden := strings.HasPrefix(d.Name(), ".") && path != file; {
			case err != nil:
				fmt.Fprintf(c.stderr, "hexapla-cli: %v\n", err)
			case d.IsDir() && hidden:
				return fs.SkipDir
			case d.Type().IsRegular() && !hidden:
				out = append(out, path)
			}
			return nil
		})
		if err == nil && len(out) == found {
			err = fmt.Errorf("%s holds no files", file)
		}
		if err != nil {
			fmt.Fprintf(c.stderr, "hexapla-cli: %v\n", err)
		}
	}
	return out
}

// readInto adds a file's articles, or a project's articles and decisions.
func (c *cli) readInto(in *input, path string, o formats.Options) error {
	project, err := isProject(path)
	if err != nil {
		return err
	}
	if project {
		return in.addProject(path)
	}
	found, err := readFile(path, o)
	if err != nil {
		return err
	}
	c.notes(found)
	in.add(found)
	return nil
}

// isProject looks at the beginning of a file; a pipe, whose beginning can be read once only, is none.
func isProject(path string) (bool, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return false, unopened(path, err)
	}
	defer f.Close()
	head := make([]byte, 100)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	return store.Is(head[:n]), nil
}

// unopened says in a sentence why a file cannot be read.
func unopened(path string, err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return fmt.Errorf("%s cannot be read: %w", path, err)
}

func readFile(path string, o formats.Options) (formats.Imported, error) {
	info, err := os.Stat(path)
	if err != nil {
		return formats.Imported{}, unopened(path, err)
	}
	if info.Size() > largestFile {
		return formats.Imported{}, fmt.Errorf("%s is larger than %d MB; split it and name the parts", path, largestFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return formats.Imported{}, unopened(path, err)
	}
	return exchange.Read(context.Background(), path, data, o)
}

// notes prints what is odd about a file.
func (c *cli) notes(found formats.Imported) {
	if c.quiet {
		return
	}
	for _, t := range found.Tables {
		fmt.Fprintf(c.stderr, "hexapla-cli: note: %s: %v\n", t.Entry, t)
	}
	for _, n := range found.Notes {
		fmt.Fprintf(c.stderr, "hexapla-cli: note: %s\n", n.Message)
	}
	for _, a := range found.Articles {
		for _, n := range a.Notes {
			fmt.Fprintf(c.stderr, "hexapla-cli: note: %s: %s\n", a.File, n.Message)
		}
	}
}

// add adds articles read from a file. One whose bytes were read before gets a name of its own: to
// compare a file with itself is allowed.
func (in *input) add(found formats.Imported) {
	known := map[article.ID]bool{}
	for _, a := range in.articles {
		known[a.ID] = true
	}
	renamed := false
	for _, a := range found.Articles {
		for n, id := 2, a.ID; known[a.ID]; n++ {
			a.ID = article.ID(fmt.Sprintf("%s-%d", id, n))
			renamed = true
		}
		known[a.ID] = true
		in.articles = append(in.articles, a)
		in.decide(article.AddArticle{Article: a.ID})
	}
	if !renamed { // what the file links are the articles under their first names
		in.decide(found.Acts...)
	}
}

func (in *input) decide(acts ...article.Act) {
	for _, a := range acts {
		in.log = append(in.log, article.Decision{Seq: int64(len(in.log) + 1), Act: a})
	}
}

// addProject adds the articles of a project and its decisions, numbered on from those before.
func (in *input) addProject(path string) error {
	p, err := store.Open(path)
	if err != nil {
		return err
	}
	defer p.Close()
	articles, err := p.Articles()
	if err != nil {
		return err
	}
	log, err := p.Log()
	if err != nil {
		return err
	}
	if len(article.Fold(articles, log).Articles) == 0 {
		return fmt.Errorf("%s holds no articles; add some with: hexapla-cli project add %s FILE", path, path)
	}
	known := map[article.ID]bool{}
	for _, a := range in.articles {
		known[a.ID] = true
	}
	for _, a := range articles {
		if !known[a.ID] {
			in.articles = append(in.articles, a)
		}
	}
	before := int64(len(in.log))
	for _, d := range log {
		d.Seq += before
		if d.Step > 0 {
			d.Step += before
		}
		switch a := d.Act.(type) {
		case article.Undo:
			d.Act = article.Undo{Of: a.Of + before}
		case article.Redo:
			d.Act = article.Redo{Of: a.Of + before}
		}
		in.log = append(in.log, d)
	}
	return nil
}

// analyse runs the analysis over the input.
func (c *cli) analyse(ctx context.Context, in *input, o analysis.Options) (*analysis.Result, error) {
	project := analysis.Project{Articles: in.articles, Decisions: in.log}
	return analysis.Run(ctx, project, o, in.resources, nil, c.progress)
}

// progress shows how far a stage is, on a terminal only; the line is wiped when the stage is done.
func (c *cli) progress(stage string, done, total int) {
	if f, ok := c.stderr.(*os.File); c.quiet || !ok || !isTerminal(f) {
		return
	}
	if done >= total {
		fmt.Fprint(c.stderr, "\r\x1b[K")
		return
	}
	fmt.Fprintf(c.stderr, "\r\x1b[K%s %d/%d", stage, done, total)
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
