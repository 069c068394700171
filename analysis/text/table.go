package text

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// table is a small file of words: sections by language, lines of "key: words" or only words.
//
//	# a remark
//	[en]
//	never: Mr Mrs
//	the of and
//
// Words on lines without a key have the key "".
type table map[Language]map[string][]string

func readTable(fsys fs.FS, name string) (table, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	t, err := parseTable(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return t, nil
}

func parseTable(r io.Reader) (table, error) {
	t := table{}
	var lang Language
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && strings.HasSuffix(line, "]"):
			lang = Language(line[1 : len(line)-1])
			t[lang] = map[string][]string{}
		case t[lang] == nil:
			return nil, fmt.Errorf("%q stands before the first language", line)
		default:
			key, words, found := strings.Cut(line, ": ")
			if !found {
				key, words = "", line
			}
			t[lang][key] = append(t[lang][key], strings.Fields(words)...)
		}
	}
	return t, lines.Err()
}

// set returns the words of a key.
func (t table) set(lang Language, key string) map[string]bool {
	words := t[lang][key]
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// readPairs reads a packed table of characters: a line is one and what it becomes.
func readPairs(fsys fs.FS, name string) map[rune]rune {
	data, err := readPacked(fsys, name)
	if err != nil {
		return nil
	}
	pairs := map[rune]rune{}
	for line := range strings.Lines(string(data)) {
		from, size := utf8.DecodeRuneInString(line)
		pairs[from], _ = utf8.DecodeRuneInString(line[size:])
	}
	return pairs
}

// readWords reads a packed table of words: a line is one and what it becomes.
func readWords(fsys fs.FS, name string) map[string]string {
	pairs := map[string]string{}
	data, err := readPacked(fsys, name)
	if err != nil {
		return pairs
	}
	for line := range strings.Lines(string(data)) {
		from, to, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		pairs[from] = to
	}
	return pairs
}

// readWordList reads a packed list of words with costs; nil if it is damaged.
func readWordList(fsys fs.FS, name string) *wordList {
	data, err := readPacked(fsys, name)
	if err != nil {
		return nil
	}
	list, err := parseWordList(data)
	if err != nil {
		return nil
	}
	return list
}

// readPacked reads a file compressed with zstd.
func readPacked(fsys fs.FS, name string) ([]byte, error) {
	packed, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	out, err := d.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}
