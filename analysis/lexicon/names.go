package lexicon

import (
	"io/fs"
	"strings"
	"sync"

	"hexapla/analysis/text"
)

// lazyNames is the table names.zst: its first line names the languages, every further line is one
// country, language, city, month or weekday in each of them, tab-separated.
type lazyNames struct {
	once    sync.Once
	columns map[text.Language]int
	rows    [][]string
}

// between returns the names of one language with those of the other, by key.
func (n *lazyNames) between(fsys fs.FS, from, to text.Language) map[string][]string {
	n.once.Do(func() { n.read(fsys) })
	a, knownA := n.columns[from]
	b, knownB := n.columns[to]
	if !knownA || !knownB {
		return nil
	}
	out := map[string][]string{}
	for _, row := range n.rows {
		if row[a] == "" || row[b] == "" {
			continue
		}
		for _, name := range strings.Split(row[a], "|") {
			out[name] = append(out[name], strings.Split(row[b], "|")...)
		}
	}
	return out
}

func (n *lazyNames) read(fsys fs.FS) {
	data, err := decode(fsys, "names.zst")
	if err != nil {
		return
	}
	lines := strings.Split(strings.TrimSuffix(data, "\n"), "\n")
	n.columns = map[text.Language]int{}
	for i, lang := range strings.Split(lines[0], "\t") {
		n.columns[text.Language(lang)] = i
	}
	for _, line := range lines[1:] {
		if row := strings.Split(line, "\t"); len(row) == len(n.columns) {
			n.rows = append(n.rows, row)
		}
	}
}
