package session

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
	"hexapla/app/exchange"
)

// MaxFile is the largest file that is read, in bytes.
const MaxFile = 256 << 20

// Imported is what became of an import.
type Imported struct {
	Added    []article.ID // new articles, in the order of the files
	Known    []article.ID // files whose text the project has already
	Failures []string     // a sentence for each file that could not be read
	Notes    []string     // what is odd about files as a whole, a sentence each
	Remarks  []string     // what is odd about new articles, a sentence each
	Tables   []Table      // tables of which the person must say what their columns hold
}

// Table is a file, or an entry of an archive, whose columns nobody knows yet.
type Table struct {
	Path string
	formats.UnknownColumns
}

// Import reads files and folders beside the window and adds what they hold; then is called with what
// became of it, on the session's goroutine.
func (s *Session) Import(paths []string, then func(Imported)) {
	s.read(paths, formats.Options{}, then)
}

// ImportTable reads a table of which a person said what its columns hold: by field of the metadata,
// or "text", the heading or the number of the column.
func (s *Session) ImportTable(t Table, columns map[string]string, then func(Imported)) {
	s.read([]string{t.Path}, formats.Options{Columns: columns, Entry: t.Entry}, then)
}

func (s *Session) read(paths []string, o formats.Options, then func(Imported)) {
	ctx, cancel := context.WithCancel(context.Background())
	job := s.addJob("Reading", cancel)
	o.Model, o.Today = s.options.Resources.Text, s.Today()
	report := s.reporter(job)
	go func() {
		var read []article.Article
		var acts []article.Act
		var failures, notes []string
		var tables []Table
		files, failed := filesUnder(paths)
		failures = append(failures, failed...)
		for i, path := range files {
			report("Reading "+filepath.Base(path), i, len(files))
			if ctx.Err() != nil {
				failures = append(failures, fmt.Sprintf("the import was stopped; %d files were not read", len(files)-i))
				break
			}
			found, err := readFile(ctx, path, o)
			var unknown *formats.UnknownColumns
			if errors.As(err, &unknown) {
				tables = append(tables, Table{path, *unknown})
				continue
			}
			if err != nil {
				failures = append(failures, err.Error())
				continue
			}
			for _, t := range found.Tables {
				tables = append(tables, Table{path, *t})
			}
			read = append(read, found.Articles...)
			acts = append(acts, found.Acts...)
			notes = append(notes, messages(found.Notes)...)
		}
		s.options.Post(func() {
			s.removeJob(job)
			if !s.closed {
				out := s.add(read, acts, failures)
				out.Notes, out.Tables = append(out.Notes, notes...), tables
				then(out)
			}
		})
	}()
}

// Add adds articles that are read already, with decisions that came with them.
func (s *Session) Add(read []article.Article, acts ...article.Act) Imported {
	return s.add(read, acts, nil)
}

func (s *Session) add(read []article.Article, acts []article.Act, failures []string) Imported {
	out := Imported{Failures: failures}
	on := map[article.ID]bool{}
	for _, a := range s.state.Articles {
		on[a.ID] = true
	}
	var fresh []article.Article
	for _, a := range read {
		if on[a.ID] {
			out.Known = append(out.Known, a.ID)
			continue
		}
		on[a.ID] = true
		fresh = append(fresh, a)
		out.Added = append(out.Added, a.ID)
		for _, message := range messages(a.Notes) {
			out.Remarks = append(out.Remarks, a.File+": "+message)
		}
	}
	if len(fresh) == 0 {
		return out
	}
	added, err := s.project.Add(s.options.Coder, s.options.Now().UTC(), fresh, acts...)
	if err != nil {
		return Imported{Failures: append(failures, err.Error())}
	}
	for _, a := range fresh {
		if !slices.ContainsFunc(s.imported, func(b article.Article) bool { return b.ID == a.ID }) {
			s.imported = append(s.imported, a)
		}
	}
	s.decided(added)
	return out
}

func messages(notes []article.Note) []string {
	var out []string
	for _, n := range notes {
		out = append(out, n.Message)
	}
	return out
}

func readFile(ctx context.Context, path string, o formats.Options) (formats.Imported, error) {
	info, err := os.Stat(path)
	if err != nil {
		return formats.Imported{}, fmt.Errorf("%s cannot be opened: %w", filepath.Base(path), unwrapped(err))
	}
	if info.Size() > MaxFile {
		return formats.Imported{}, fmt.Errorf("%s is larger than %d MB; split it and add the parts", filepath.Base(path), MaxFile>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return formats.Imported{}, fmt.Errorf("%s cannot be read: %w", filepath.Base(path), unwrapped(err))
	}
	return exchange.Read(ctx, path, data, o)
}

// unwrapped drops the operation and path that the file's name already tells.
func unwrapped(err error) error {
	if p, ok := err.(*fs.PathError); ok {
		return p.Err
	}
	return err
}

// filesUnder lists files and, for folders, the visible files below them in order.
func filesUnder(paths []string) (files, failures []string) {
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			files = append(files, path) // a link to a file, too, and a hidden one that was named
			continue
		}
		err := filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				failures = append(failures, fmt.Sprintf("%s cannot be opened: %v", filepath.Base(p), unwrapped(err)))
				return nil
			}
			hidden := strings.HasPrefix(d.Name(), ".") && p != path
			if d.IsDir() && hidden {
				return fs.SkipDir
			}
			if d.Type().IsRegular() && !hidden {
				files = append(files, p)
			}
			return nil
		})
		if err != nil {
			failures = append(failures, fmt.Sprintf("%s cannot be listed: %v", filepath.Base(path), err))
		}
	}
	return files, failures
}
