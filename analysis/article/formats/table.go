package formats

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"hexapla/analysis/article"
)

const mostRows = 20_000

// table is rows of cells, one text a row: of a spreadsheet, or of objects in lines.
type table struct {
	format   kind
	encoding string
	heading  []string // nil where the table has none
	rows     [][]string
	serial   bool // days may stand as numbers, as spreadsheets keep them
}

// readCSV reads a table of cells parted by commas, semicolons, tabs or bars.
func readCSV(in input, o Options) (found, error) {
	s, encoding, err := decode(in, "", o)
	if err != nil {
		return found{}, err
	}
	if rows := ladder(s); rows != nil {
		return readLadder(in, rows, encoding, o)
	}
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = separator(s, in.extension()), true, -1, false
	t := table{format: commaSeparated, encoding: encoding}
	for len(t.rows) <= mostRows {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return found{}, in.refuse("is not a table of comma separated cells (%v); save it anew from the spreadsheet", err)
		}
		t.rows = append(t.rows, row)
	}
	return t.read(in, o)
}

// separator is the mark that parts most lines into the same number of cells.
func separator(s, extension string) rune {
	if extension == ".tsv" || extension == ".tab" {
		return '\t'
	}
	first, _, _ := strings.Cut(s, "\n")
	best, most := ',', 0
	for _, mark := range []rune{',', '\t', ';', '|'} {
		if n := strings.Count(first, string(mark)); n > most {
			best, most = mark, n
		}
	}
	return best
}

// read turns the rows into articles, or into versions or terms where the headings say so.
func (t *table) read(in input, o Options) (found, error) {
	if t.heading == nil && len(t.rows) > 0 && looksLikeHeading(t.rows[0], o.Columns) {
		t.heading, t.rows = t.rows[0], t.rows[1:]
	}
	if o.Columns == nil {
		if sides := languageColumns(t.heading); len(sides) > 1 {
			return t.parallel(in, sides)
		}
		if terms := t.glossary(); terms != nil {
			return found{acts: terms}, nil
		}
	}
	columns, err := t.columns(in, o.Columns)
	if err != nil {
		return found{}, err
	}
	var f found
	for i, row := range t.rows {
		if i == mostRows {
			f.notes = append(f.notes, fmt.Sprintf("only the first %d rows were read", mostRows))
			break
		}
		if d, ok := t.document(row, columns); ok {
			d.part = fmt.Sprintf("row %d", i+1)
			f.documents = append(f.documents, d)
		}
	}
	if len(t.rows) == 1 && len(f.documents) == 1 {
		f.documents[0].part = ""
	}
	if len(f.documents) == 0 {
		return found{}, in.refuse("has no row with a text; there is nothing to read")
	}
	return f, nil
}

// document makes an article of a row.
func (t *table) document(row []string, columns map[string]int) (document, bool) {
	cell := func(column int) string {
		if column < len(row) {
			return strings.ToValidUTF8(row[column], "\uFFFD")
		}
		return ""
	}
	d := document{format: t.format, encoding: t.encoding}
	for _, name := range slices.Sorted(maps.Keys(columns)) {
		value := cell(columns[name])
		if name == "text" {
			d.text, d.raw = value, []byte(value)
			continue
		}
		if days, err := strconv.ParseFloat(value, 64); name == "date" && t.serial && err == nil && days > 10000 && days < 80000 {
			value = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days)).Format(time.DateOnly)
		}
		setMeta(&d.meta, name, oneLine(value), article.FromMarkup)
	}
	return d, strings.TrimSpace(d.text) != ""
}

var textHeadings = setOf("text body content fulltext full_text article article_text article_body maintext main_text paragraph 正文 内容 全文 文本 текст متن نص")

var otherHeadings = map[string]string{
	"标题": "title", "题目": "title", "заголовок": "title", "عنوان": "title", "titel": "title", "titre": "title", "título": "title",
	"日期": "date", "时间": "date", "дата": "date", "تاریخ": "date", "datum": "date", "fecha": "date",
	"来源": "outlet", "媒体": "outlet", "источник": "outlet", "منبع": "outlet", "quelle": "outlet",
	"语言": "language", "язык": "language", "زبان": "language", "sprache": "language", "作者": "author", "автор": "author",
}

func headingOf(s string) string {
	return strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(strings.TrimSpace(level(s))))
}

// fieldOf returns what the column under a heading holds, "" for nothing of use.
func fieldOf(heading string) string {
	h := headingOf(heading)
	if textHeadings[h] {
		return "text"
	}
	if name, ok := otherHeadings[h]; ok {
		return name
	}
	return metaKeys[h]
}

// looksLikeHeading reports whether the first row names columns: one is known, or the user names one.
func looksLikeHeading(row []string, wanted map[string]string) bool {
	for _, w := range wanted {
		if slices.ContainsFunc(row, func(cell string) bool { return headingOf(cell) == headingOf(w) }) {
			return true
		}
	}
	known := 0
	for _, cell := range row {
		if width(cell) > 40 {
			return false
		}
		if fieldOf(cell) != "" || languageCode(cell) != "" || glossaryHeadings[headingOf(cell)] {
			known++
		}
	}
	return known > 0
}

// columns says which column holds what: as the user says, else by the headings, the text being the
// column with the longest cells.
func (t *table) columns(in input, wanted map[string]string) (map[string]int, error) {
	out := map[string]int{}
	for name, column := range wanted {
		at := slices.IndexFunc(t.heading, func(h string) bool { return headingOf(h) == headingOf(column) })
		if n, err := strconv.Atoi(column); at < 0 && err == nil {
			at = n - 1
		}
		if at < 0 {
			return nil, in.refuse("has no column %q; it has %s", column, strings.Join(t.heading, ", "))
		}
		out[name] = at
	}
	if _, ok := out["text"]; ok {
		return out, nil
	}
	for i, h := range t.heading {
		if name := fieldOf(h); name != "" {
			if _, taken := out[name]; !taken {
				out[name] = i
			}
		}
	}
	if _, ok := out["text"]; !ok {
		longest, length := t.longest()
		const shortestText = 40
		if length < shortestText {
			return nil, &UnknownColumns{File: in.name, Heading: t.heading, Rows: t.rows[:min(len(t.rows), sampledRows)], Known: out}
		}
		out["text"] = longest
	}
	return out, nil
}

// longest returns the column with the longest cells and their mean length.
func (t *table) longest() (column, length int) {
	sums := map[int]int{}
	rows := t.rows[:min(len(t.rows), 200)]
	for _, row := range rows {
		for i, cell := range row {
			sums[i] += width(cell)
		}
	}
	for _, i := range slices.Sorted(maps.Keys(sums)) {
		if sums[i] > sums[column] {
			column = i
		}
	}
	return column, sums[column] / max(1, len(rows))
}

// languageColumns returns the columns whose headings are languages, if no column holds texts.
func languageColumns(heading []string) map[int]string {
	out := map[int]string{}
	for i, h := range heading {
		if fieldOf(h) == "text" {
			return nil
		}
		if code := languageCode(h); code != "" && (knownLanguage[code] && len(strings.TrimSpace(h)) <= 7 || languageNames[strings.ToLower(h)] != "") {
			out[i] = code
		}
	}
	return out
}

// parallel reads a table of segments: a version a column, the segments of a row corresponding.
func (t *table) parallel(in input, sides map[int]string) (found, error) {
	p := parallel{format: t.format, encoding: t.encoding}
	order := slices.Sorted(maps.Keys(sides))
	for _, column := range order {
		p.sides = append(p.sides, version{key: t.heading[column], language: sides[column]})
	}
	for _, row := range t.rows {
		segments := make([]string, len(order))
		for i, column := range order {
			if column < len(row) {
				segments[i] = row[column]
			}
		}
		p.rows = append(p.rows, segments)
	}
	return p.found(in)
}

var glossaryHeadings = setOf("source_term target_term term translation target")

// glossary returns the entries of a table of terms and their translations, nil where it is none.
func (t *table) glossary() []article.Act {
	source, target := -1, -1
	for i, h := range t.heading {
		switch headingOf(h) {
		case "source", "source_term", "term":
			source = i
		case "target", "target_term", "translation":
			target = i
		}
	}
	if _, length := t.longest(); source < 0 || target < 0 || length > 60 {
		return nil
	}
	var out []article.Act
	for _, row := range t.rows {
		if source < len(row) && target < len(row) && oneLine(row[source]) != "" && oneLine(row[target]) != "" {
			out = append(out, article.Term{Source: oneLine(row[source]), Target: oneLine(row[target])})
		}
	}
	return out
}
