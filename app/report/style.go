package report

import (
	"errors"
	"io/fs"

	"hexapla/assets"
)

// Style is the files that give reports their content, their look and their words: the templates, the page, its
// style sheet, the phrases of each language. Those of the folder, which may be nil, stand in the place of the built-in ones.
func Style(folder fs.FS) fs.FS {
	files, err := fs.Sub(assets.Files, "report")
	if err != nil {
		panic(err) // the folder is embedded
	}
	if folder == nil {
		return files
	}
	return layered{folder, files}
}

// layered opens a file of the first of two file systems that has it.
type layered struct{ above, below fs.FS }

// Open implements fs.FS.
func (l layered) Open(name string) (fs.File, error) {
	f, err := l.above.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return l.below.Open(name)
	}
	return f, err
}
