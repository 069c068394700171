package formats

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"hexapla/analysis/article"
)

// Bounds on archives: what a small file may grow to.
const (
	mostFiles     = 5000
	largestEntry  = 64 << 20
	largestOpened = 512 << 20 // all entries of an archive together
	deepestZIP    = 3
)

// archive is an opened ZIP file: of documents, books and spreadsheets too.
type archive struct {
	in    input
	files []*zip.File
	left  int64 // bytes that may still be unpacked
}

// openArchive opens a ZIP file without unpacking anything.
func openArchive(in input) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(in.data), int64(len(in.data)))
	if err != nil {
		return nil, in.refuse("is damaged (%v); copy or save it again", err)
	}
	if len(z.File) > 2*mostFiles {
		return nil, in.refuse("holds more than %d files; pack fewer into one", 2*mostFiles)
	}
	return &archive{in: in, files: z.File, left: largestOpened}, nil
}

// entry unpacks a file of the archive; nil where there is none or it is too large.
func (a *archive) entry(name string) []byte {
	for _, f := range a.files {
		if f.Name == name {
			data, err := a.unpack(f)
			if err != nil {
				return nil
			}
			return data
		}
	}
	return nil
}

func (a *archive) unpack(f *zip.File) ([]byte, error) {
	limit := min(largestEntry, a.left)
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	a.left -= int64(len(data))
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("it unpacks to more than %d MB", limit>>20)
	}
	return data, err
}

func (a *archive) has(name string) bool {
	return slices.ContainsFunc(a.files, func(f *zip.File) bool { return f.Name == name })
}

// kindOfArchive tells documents, books and spreadsheets from plain archives.
func kindOfArchive(in input) kind {
	a, err := openArchive(in)
	if err != nil {
		return zipped
	}
	mime := ""
	if a.has("mimetype") {
		mime = strings.TrimSpace(string(a.entry("mimetype")))
	}
	switch {
	case a.has(qdaFile):
		return codedProject
	case a.has("word/document.xml"):
		return wordDocument
	case a.has("xl/workbook.xml"):
		return workbook
	case a.has("ppt/presentation.xml"):
		return "presentation"
	case mime == "application/epub+zip" || a.has("META-INF/container.xml") && !strings.Contains(mime, "opendocument"):
		return book
	case strings.HasPrefix(mime, "application/vnd.oasis.opendocument.text"):
		return openDocument
	case strings.HasPrefix(mime, "application/vnd.oasis.opendocument"):
		return "OpenDocument"
	}
	return zipped
}

// readZIP reads every file of an archive. Names are only names: nothing is written anywhere.
func readZIP(in input, o Options) (found, error) {
	if in.nested >= deepestZIP {
		return found{}, in.refuse("lies in too many archives; unpack it")
	}
	a, err := openArchive(in)
	if err != nil {
		return found{}, err
	}
	files := slices.DeleteFunc(slices.Clone(a.files), func(f *zip.File) bool { return f.FileInfo().IsDir() || isHidden(f.Name) })
	slices.SortStableFunc(files, byName)
	whole := Imported{}
	alignments, used := a.alignmentsIn(files)
	for _, l := range alignments {
		f := l.found(in)
		merge(&whole, f.imported(in, o))
	}
	note := func(format string, args ...any) {
		whole.Notes = append(whole.Notes, article.Note{Message: in.name + ": " + fmt.Sprintf(format, args...)})
	}
	for i, f := range files {
		if i == mostFiles {
			note("only the first %d files were read", mostFiles)
			break
		}
		inner, wanted := o.within(f.Name)
		if used[f.Name] || !wanted {
			continue
		}
		data, err := a.unpack(f)
		if err != nil {
			note("%s was not read: %v", base(f.Name), err)
			continue
		}
		one, err := read(input{path: in.path + "#" + f.Name, name: base(f.Name), data: data, nested: in.nested + 1}, inner)
		var unknown *UnknownColumns
		if errors.As(err, &unknown) {
			unknown.Entry = f.Name
			whole.Tables = append(whole.Tables, unknown)
			continue
		}
		if err != nil {
			note("%v", err)
			continue
		}
		for _, t := range one.Tables {
			t.Entry = f.Name + "#" + t.Entry
		}
		merge(&whole, one)
	}
	if len(whole.Articles)+len(whole.Acts)+len(whole.Tables) == 0 {
		return found{}, in.refuse("holds no file that can be read; unpack it and look")
	}
	return found{whole: &whole}, nil
}

// within are the options for an entry, and whether it is wanted.
func (o Options) within(name string) (inner Options, wanted bool) {
	if o.Entry == "" {
		return o, true
	}
	inner = o
	rest, inside := strings.CutPrefix(o.Entry, name+"#")
	if inner.Entry = ""; inside {
		inner.Entry = rest
	}
	return inner, inside || o.Entry == name
}

// byName orders the files of an archive.
func byName(x, y *zip.File) int { return cmp.Compare(x.Name, y.Name) }

func isHidden(name string) bool {
	return strings.HasPrefix(base(name), ".") || strings.HasPrefix(name, "__MACOSX/")
}

// merge adds what one file holds. Articles that are there already are not added again, so that acts
// on them stay theirs.
func merge(all *Imported, one Imported) {
	known := map[article.ID]bool{}
	for _, a := range all.Articles {
		known[a.ID] = true
	}
	for _, a := range one.Articles {
		if !known[a.ID] {
			all.Articles = append(all.Articles, a)
		}
	}
	all.Acts = append(all.Acts, one.Acts...)
	all.Notes = append(all.Notes, one.Notes...)
	all.Tables = append(all.Tables, one.Tables...)
}
