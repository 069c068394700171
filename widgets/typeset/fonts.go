package typeset

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	cmap "github.com/go-text/typesetting/font/opentype/tables"
)

// Family names a set of faces that go together.
type Family string

const (
	Serif Family = "serif" // articles
	Sans  Family = "sans"  // everything else
)

// Fonts are the faces to choose from. They do not change and may be shared.
type Fonts struct {
	families map[Family][]source
}

// source is one line of the table of faces.
type source struct {
	languages             []string
	regular, bold, italic *file
}

// file is a font that is read when a character that it has is first asked for: one for thousands of
// ideographs takes megabytes, the list of what it has takes few kilobytes.
type file struct {
	name string
	has  func() font.Cmap // nil for a font that cannot be read
	open func() (*font.Font, error)
}

// covers reports whether the font has a character, without opening it.
func (f *file) covers(r rune) bool {
	list := f.has()
	if list == nil {
		return false
	}
	_, ok := list.Lookup(r)
	return ok
}

// ReadFonts reads the table of faces, faces.txt, from a folder of fonts. The fonts themselves are
// opened when they are needed.
func ReadFonts(folder fs.FS) (*Fonts, error) {
	table, err := fs.ReadFile(folder, "faces.txt")
	if err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	fonts := &Fonts{families: map[Family][]source{}}
	files := map[string]*file{}
	use := func(name string) (*file, error) {
		if name == "-" {
			return nil, nil
		}
		if files[name] == nil {
			if _, err := fs.Stat(folder, name); err != nil {
				return nil, err
			}
			files[name] = &file{
				name: name,
				has:  sync.OnceValue(func() font.Cmap { return coverage(folder, name) }),
				open: sync.OnceValues(func() (*font.Font, error) { return open(folder, name) }),
			}
		}
		return files[name], nil
	}
	lines := bufio.NewScanner(bytes.NewReader(table))
	for number := 1; lines.Scan(); number++ {
		fields := strings.Fields(lines.Text())
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		if len(fields) != 5 || fields[2] == "-" {
			return nil, fmt.Errorf("fonts: faces.txt:%d: want family, languages, regular, bold and italic file", number)
		}
		s := source{}
		if fields[1] != "-" {
			s.languages = strings.Split(fields[1], ",")
		}
		for i, to := range []**file{&s.regular, &s.bold, &s.italic} {
			if *to, err = use(fields[2+i]); err != nil {
				return nil, fmt.Errorf("fonts: faces.txt:%d: %w", number, err)
			}
		}
		family := Family(fields[0])
		fonts.families[family] = append(fonts.families[family], s)
	}
	if len(fonts.families[Serif]) == 0 || len(fonts.families[Sans]) == 0 {
		return nil, fmt.Errorf("fonts: faces.txt names no serif or no sans face")
	}
	return fonts, nil
}

// coverage lists the characters of a font.
func coverage(folder fs.FS, name string) font.Cmap {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil
	}
	tables, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	raw, err := tables.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil
	}
	parsed, _, err := cmap.ParseCmap(raw)
	if err != nil {
		return nil
	}
	list, _, err := font.ProcessCmap(parsed, cmap.FPNone)
	if err != nil {
		return nil
	}
	return list
}

func open(folder fs.FS, name string) (*font.Font, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, fmt.Errorf("fonts: %w", err)
	}
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("fonts: %s: %w", name, err)
	}
	return face.Font, nil
}

// order gives the sources of a family as text in a language asks them.
func (f *Fonts) order(family Family, language string) []source {
	list := f.families[family]
	if list == nil {
		list = f.families[Sans]
	}
	primary, _, _ := strings.Cut(language, "-")
	var first, rest []source
	for _, s := range list {
		if primary != "" && slices.Contains(s.languages, primary) {
			first = append(first, s)
		} else {
			rest = append(rest, s)
		}
	}
	return append(first, rest...)
}

// pick chooses the file for a style; embolden tells that the bold must be made from the regular.
func (s source) pick(style Style) (chosen *file, embolden bool) {
	switch {
	case style.Bold && s.bold != nil:
		return s.bold, false
	case style.Italic && s.italic != nil:
		return s.italic, style.Bold
	}
	return s.regular, style.Bold
}
