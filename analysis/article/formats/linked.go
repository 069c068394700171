package formats

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// linked is two texts of an archive and an alignment of their segments that stands in a file of its
// own, as InterText, OPUS and hunalign keep them.
type linked struct {
	format kind
	texts  [2]segmented
	links  [][2][]int // numbers of segments
	notes  []string
}

// segmented is a text in segments.
type segmented struct {
	file     string
	language article.Field
	segments []string
	byID     map[string]int
}

// alignmentsIn finds the alignments of an archive and returns them with the files that they are
// made of. Any other file is left to its own reader.
func (a *archive) alignmentsIn(files []*zip.File) (out []linked, used map[string]bool) {
	used = map[string]bool{}
	for _, f := range files {
		if used[f.Name] || !mayAlign(f) {
			continue
		}
		data, err := a.unpack(f)
		if err != nil {
			continue
		}
		l, of, ok := a.interText(data, files)
		if !ok {
			l, of, ok = a.rungs(f.Name, data, files, used)
		}
		if ok {
			out = append(out, l)
			for _, name := range append(of, f.Name) {
				used[name] = true
			}
		}
	}
	return out, used
}

// mayAlign reports whether a file begins as an alignment does: to unpack every file twice is dear.
func mayAlign(f *zip.File) bool {
	r, err := f.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	head, _ := io.ReadAll(io.LimitReader(r, 2048))
	first, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.Contains(head, []byte("<linkGrp")) || bytes.Contains(head, []byte("<cesAlign")) || numbersOf(string(first)) != nil
}

// linkFile is a file of links as it stands: which documents, and lists of identifiers.
type linkFile struct {
	documents [2]string // in the order in which the file names them
	targets   [][2][]string
}

// interText reads a file of links and the two documents that it names.
func (a *archive) interText(data []byte, files []*zip.File) (linked, []string, bool) {
	if root := rootOf(data, ".xml"); root != "linkGrp" && root != "cesAlign" {
		return linked{}, nil, false
	}
	l := readLinks(data)
	wanted := [2]map[string]bool{{}, {}}
	for _, t := range l.targets {
		for side, ids := range t {
			for _, id := range ids {
				wanted[side][id] = true
			}
		}
	}
	either := map[string]bool{}
	for side := range wanted {
		for id := range wanted[side] {
			either[id] = true
		}
	}
	out := linked{format: "intertext"}
	var of []string
	for i, name := range l.documents {
		at := slices.IndexFunc(files, func(f *zip.File) bool { return name != "" && strings.EqualFold(base(f.Name), name) })
		if at < 0 {
			return linked{}, nil, false
		}
		data, err := a.unpack(files[at])
		if err != nil {
			return linked{}, nil, false
		}
		out.texts[i] = readSegmented(name, data, either)
		of = append(of, files[at].Name)
	}
	// The programs do not agree on whose identifiers come first, so the documents decide.
	if straight, crossed := out.fit(wanted), out.fit([2]map[string]bool{wanted[1], wanted[0]}); crossed > straight {
		out.texts[0], out.texts[1] = out.texts[1], out.texts[0]
	}
	out.resolve(l)
	return out, of, true
}

// readLinks reads <linkGrp fromDoc toDoc> and its <link xtargets="a b;c">.
func readLinks(data []byte) linkFile {
	var l linkFile
	r := newXMLReader(data)
	for t := r.next(); t != nil; t = r.next() {
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		n := 0
		for _, attribute := range e.Attr {
			if name := attribute.Name.Local; (name == "fromDoc" || name == "toDoc") && n < 2 {
				l.documents[n] = strings.TrimSuffix(base(attribute.Value), ".gz")
				n++
			}
		}
		if left, right, ok := strings.Cut(xmlAttribute(e, "xtargets"), ";"); ok && e.Name.Local == "link" {
			l.targets = append(l.targets, [2][]string{strings.Fields(left), strings.Fields(right)})
		}
	}
	return l
}

// readSegmented reads the elements of a document that have one of the identifiers, and those of the
// same kind, a segment each.
func readSegmented(name string, data []byte, wanted map[string]bool) segmented {
	s := segmented{file: name, byID: map[string]int{}, language: article.Field{Value: fromName(name).language, Origin: article.FromFileName}}
	r := newXMLReader(data)
	for t := r.next(); t != nil; t = r.next() {
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		id := xmlAttribute(e, "id")
		if code := languageCode(xmlAttribute(e, "lang")); code != "" && len(s.segments) == 0 {
			offer(&s.language, markup(code))
		}
		switch name := e.Name.Local; {
		case name == "teiHeader" || name == "cesHeader":
			r.skip()
		case id != "" && wanted[id] || name == "s" || name == "seg":
			if id != "" {
				s.byID[id] = len(s.segments)
			}
			s.segments = append(s.segments, oneLine(strings.ToValidUTF8(r.content(nil), "\uFFFD")))
		}
	}
	return s
}

// fit counts the identifiers that the texts have.
func (l *linked) fit(ids [2]map[string]bool) int {
	n := 0
	for side := range ids {
		for id := range ids[side] {
			if _, ok := l.texts[side].byID[id]; ok {
				n++
			}
		}
	}
	return n
}

func (l *linked) resolve(file linkFile) {
	lost := 0
	for _, t := range file.targets {
		var link [2][]int
		for side, ids := range t {
			for _, id := range ids {
				if at, ok := l.texts[side].byID[id]; ok {
					link[side] = append(link[side], at)
				} else {
					lost++
				}
			}
		}
		l.links = append(l.links, link)
	}
	if lost > 0 {
		l.notes = append(l.notes, fmt.Sprintf("%d links lead to segments that the texts do not have", lost))
	}
}

// rungs reads a ladder of numbers, as hunalign writes it, and the two texts of one sentence a line
// whose lengths it ends with.
func (a *archive) rungs(name string, data []byte, files []*zip.File, used map[string]bool) (linked, []string, bool) {
	steps := numbersOf(string(data))
	if len(steps) < 2 {
		return linked{}, nil, false
	}
	out, end := linked{format: "ladder"}, steps[len(steps)-1]
	var of []string
	for side := range out.texts {
		for _, f := range files {
			if f.Name == name || used[f.Name] || slices.Contains(of, f.Name) {
				continue
			}
			data, err := a.unpack(f)
			if err != nil {
				continue
			}
			s, _, err := decode(input{name: f.Name, data: data}, "", Options{})
			if err != nil || numbersOf(s) != nil {
				continue
			}
			lines := strings.Split(strings.TrimRight(s, "\r\n"), "\n")
			if len(lines) != end[side] {
				continue
			}
			for i := range lines {
				lines[i] = oneLine(lines[i])
			}
			out.texts[side] = segmented{file: base(f.Name), segments: lines, language: article.Field{Value: fromName(base(f.Name)).language, Origin: article.FromFileName}}
			of = append(of, f.Name)
			break
		}
	}
	if len(of) < 2 {
		return linked{}, nil, false
	}
	if end[0] == end[1] {
		out.notes = append(out.notes, fmt.Sprintf("both texts have %d lines; %s was taken for the left side of %s", end[0], out.texts[0].file, base(name)))
	}
	for i := 0; i+1 < len(steps); i++ {
		out.links = append(out.links, [2][]int{between(steps[i][0], steps[i+1][0]), between(steps[i][1], steps[i+1][1])})
	}
	return out, of, true
}

// numbersOf returns the steps of a ladder, which only go up; nil for any other text.
func numbersOf(s string) [][2]int {
	rows := ladder(s)
	var out [][2]int
	last := [2]int{}
	for _, row := range rows {
		var step [2]int
		for side := range step {
			n, err := strconv.Atoi(strings.TrimSpace(row[side]))
			if err != nil || n < last[side] || n > mostRungs {
				return nil
			}
			step[side] = n
		}
		out, last = append(out, step), step
	}
	return out
}

const mostRungs = 1 << 20

func between(from, to int) []int {
	var out []int
	for n := from; n < to; n++ {
		out = append(out, n)
	}
	return out
}

// found makes an article of each text, a segment a line, and pins what the alignment links.
func (l *linked) found(in input) found {
	f := found{notes: l.notes}
	var spans [2][]text.Span
	for side, t := range l.texts {
		var b strings.Builder
		for _, s := range t.segments {
			spans[side] = append(spans[side], text.Span{Start: b.Len(), End: b.Len() + len(s)})
			b.WriteString(s + "\n")
		}
		d := document{part: t.file, raw: []byte(b.String()), format: l.format, encoding: "utf-8", text: b.String(), lines: true}
		if t.language.Value != "" {
			d.meta.Language = t.language
		}
		d.meta.Story = markup(stem(in.name))
		f.documents = append(f.documents, d)
	}
	f.links = func(articles []article.Article) []article.Act {
		var out []article.Act
		for _, link := range l.links[:min(len(l.links), mostLinks)] {
			var sides []article.Anchor
			for side, numbers := range link {
				if p, ok := cover(spans[side], numbers); ok {
					sides = append(sides, article.AnchorAt(articles[side].ID, articles[side].Text, p))
				}
			}
			if len(sides) == 2 {
				out = append(out, article.PinLink{Sides: sides})
			}
		}
		return out
	}
	return f
}

// cover is the stretch from the first to the last of some segments.
func cover(spans []text.Span, numbers []int) (text.Span, bool) {
	var out text.Span
	for i, n := range numbers {
		if i == 0 {
			out = spans[n]
		}
		out = out.Cover(spans[n])
	}
	return out, !out.Empty()
}
