package formats

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// The elements of a REFI-QDA project (version 1.5, "urn:QDA-XML:project:1.0") that are read.
type (
	qdaProject struct {
		Origin    string        `xml:"origin,attr"`
		Users     []qdaNamed    `xml:"Users>User"`
		Codes     []qdaCode     `xml:"CodeBook>Codes>Code"`
		Variables []qdaNamed    `xml:"Variables>Variable"`
		Texts     []qdaText     `xml:"Sources>TextSource"`
		PDFs      []qdaPDF      `xml:"Sources>PDFSource"`
		Pictures  []qdaNamed    `xml:"Sources>PictureSource"`
		Sounds    []qdaNamed    `xml:"Sources>AudioSource"`
		Videos    []qdaNamed    `xml:"Sources>VideoSource"`
		Notes     []qdaText     `xml:"Notes>Note"`
		Links     []qdaRelation `xml:"Links>Link"`
	}
	qdaNamed struct {
		GUID string `xml:"guid,attr"`
		Name string `xml:"name,attr"`
	}
	qdaCode struct {
		qdaNamed
		Codable     string    `xml:"isCodable,attr"`
		Description string    `xml:"Description"`
		Codes       []qdaCode `xml:"Code"`
	}
	qdaText struct {
		qdaNamed
		Path       string         `xml:"plainTextPath,attr"`
		User       string         `xml:"creatingUser,attr"`
		Content    *string        `xml:"PlainTextContent"`
		Selections []qdaSelection `xml:"PlainTextSelection"`
		Notes      []qdaRef       `xml:"NoteRef"`
		Values     []qdaValue     `xml:"VariableValue"`
	}
	qdaPDF struct {
		qdaNamed
		Text *qdaText `xml:"Representation"`
	}
	qdaSelection struct {
		qdaNamed
		Start       int         `xml:"startPosition,attr"`
		End         int         `xml:"endPosition,attr"`
		User        string      `xml:"creatingUser,attr"`
		Description string      `xml:"Description"`
		Codings     []qdaCoding `xml:"Coding"`
		Notes       []qdaRef    `xml:"NoteRef"`
	}
	qdaCoding struct {
		User  string   `xml:"creatingUser,attr"`
		Code  qdaRef   `xml:"CodeRef"`
		Notes []qdaRef `xml:"NoteRef"`
	}
	qdaRef struct {
		Target string `xml:"targetGUID,attr"`
	}
	qdaValue struct {
		Variable qdaRef `xml:"VariableRef"`
		Text     string `xml:"TextValue"`
		Date     string `xml:"DateValue"`
		Moment   string `xml:"DateTimeValue"`
	}
	qdaRelation struct {
		qdaNamed
		From string `xml:"originGUID,attr"`
		To   string `xml:"targetGUID,attr"`
	}
)

// qdaFile is the name under which a REFI-QDA project lies in its archive.
const qdaFile = "project.qde"

// readQDA reads a project of a program for qualitative analysis: its texts, its codes as issues and
// actors, its codings as statements and stances, its notes.
func readQDA(in input, _ Options) (found, error) {
	a, err := openArchive(in)
	if err != nil {
		return found{}, err
	}
	q := qdaReader{archive: a, names: map[string]string{}, notes: map[string]qdaText{}, codes: map[string]qdaMeaning{}, links: map[string]map[string]string{}}
	if err := newXMLReader(a.entry(qdaFile)).decoder.Decode(&q.project); err != nil {
		return found{}, in.refuse("is a damaged REFI-QDA project (%v); export it again", err)
	}
	q.index()
	var f found
	for _, source := range q.sources() {
		d, ok := q.document(source)
		if !ok {
			f.notes = append(f.notes, fmt.Sprintf("%s has no text in the project and was left out", quotedName(source.Name)))
			continue
		}
		f.documents = append(f.documents, d)
		q.read = append(q.read, source)
	}
	if n := len(q.project.Pictures) + len(q.project.Sounds) + len(q.project.Videos); n > 0 {
		f.notes = append(f.notes, fmt.Sprintf("pictures and recordings are not read (%d left out)", n))
	}
	f.acts = q.issues()
	f.links = q.acts
	return f, nil
}

// qdaReader holds a project and what its identifiers stand for.
type qdaReader struct {
	archive *archive
	project qdaProject
	names   map[string]string // of users and variables
	notes   map[string]qdaText
	codes   map[string]qdaMeaning
	order   []string                     // of the codes
	links   map[string]map[string]string // of a selection, by name, to another
	read    []qdaText                    // the sources that became articles
}

func (q *qdaReader) index() {
	for _, n := range slices.Concat(q.project.Users, q.project.Variables) {
		q.names[guid(n.GUID)] = oneLine(n.Name)
	}
	for _, n := range q.project.Notes {
		q.notes[guid(n.GUID)] = n
	}
	for _, l := range q.project.Links {
		from := guid(l.From)
		if q.links[from] == nil {
			q.links[from] = map[string]string{}
		}
		q.links[from][strings.ToLower(l.Name)] = guid(l.To)
	}
	q.meanings(q.project.Codes, "", nil)
}

// sources lists the texts, those of pages among them.
func (q *qdaReader) sources() []qdaText {
	out := slices.Clone(q.project.Texts)
	for _, p := range q.project.PDFs {
		s := qdaText{qdaNamed: p.qdaNamed}
		if p.Text != nil {
			s = *p.Text
			s.Name = cmp.Or(p.Name, s.Name)
		}
		out = append(out, s)
	}
	return out[:min(len(out), mostFiles)]
}

// document makes a document of a source. Its text is left as it is, as places are counted in it.
func (q *qdaReader) document(source qdaText) (document, bool) {
	s, ok := q.text(source)
	d := document{part: oneLine(source.Name), raw: []byte(s), format: codedProject, encoding: "utf-8", text: s}
	if d.part == "" {
		d.part = guid(source.GUID)
	}
	for _, v := range source.Values {
		setMeta(&d.meta, q.names[guid(v.Variable.Target)], oneLine(cmp.Or(v.Text, v.Date, v.Moment)), article.FromMarkup)
	}
	for _, ref := range source.Notes {
		if note := q.note(ref); note != "" {
			d.note(note)
		}
	}
	return d, ok && strings.TrimSpace(s) != ""
}

// text is the plain text of a source or note: within the project, or a file beside it.
func (q *qdaReader) text(source qdaText) (string, bool) {
	if source.Content != nil {
		return strings.ToValidUTF8(*source.Content, "\uFFFD"), true
	}
	name, ok := strings.CutPrefix(source.Path, "internal://")
	if !ok {
		return "", false
	}
	for _, f := range q.archive.files {
		if folder, file, _ := strings.Cut(f.Name, "/"); strings.EqualFold(folder, "sources") && strings.EqualFold(file, name) {
			data, err := q.archive.unpack(f)
			if err != nil {
				return "", false
			}
			s, _, err := decode(input{name: name, data: data}, "", Options{})
			return s, err == nil
		}
	}
	return "", false
}

// note is the text of a note with who wrote it.
func (q *qdaReader) note(ref qdaRef) string {
	n, ok := q.notes[guid(ref.Target)]
	if !ok {
		return ""
	}
	s, _ := q.text(n)
	if s = strings.TrimSpace(s); s == "" {
		s = oneLine(n.Name)
	}
	if who := q.names[guid(n.User)]; who != "" && s != "" {
		s += " (" + who + ")"
	}
	return s
}

// places are the selections of a source as spans of its text.
func (q *qdaReader) places(source qdaText, s string) map[string]text.Span {
	ruler := text.Measure(s, text.CodePoints)
	out := map[string]text.Span{}
	for _, x := range source.Selections {
		if p := (text.Span{Start: ruler.Byte(x.Start), End: ruler.Byte(x.End)}); !p.Empty() {
			out[guid(x.GUID)] = p
		}
	}
	return out
}

// guid is an identifier in one of the two ways that the standard allows.
func guid(s string) string { return strings.ToLower(strings.Trim(strings.TrimSpace(s), "{}")) }

func quotedName(s string) string { return "“" + oneLine(s) + "”" }
