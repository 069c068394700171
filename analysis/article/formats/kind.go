package formats

import (
	"bytes"
	"encoding/xml"
	"strings"
)

// kind names a format.
type kind string

const (
	plainText kind = "text"
	markdown  kind = "markdown"
	htmlPage  kind = "html"

	wordDocument kind = "docx"
	openDocument kind = "odt"
	richText     kind = "rtf"
	book         kind = "epub"
	workbook     kind = "xlsx"
	zipped       kind = "zip"

	commaSeparated kind = "csv"
	jsonLines      kind = "jsonl"
	memoryExchange kind = "tmx"
	unitExchange   kind = "xliff"
	termExchange   kind = "tbx"
	catalogue      kind = "po"
	newsFeed       kind = "feed"
	electronicMail kind = "eml"
	savedPage      kind = "mhtml"
	encodedText    kind = "tei"
	openFlat       kind = "fodt"
	otherXML       kind = "xml"
	portable       kind = "pdf"
	codedProject   kind = "qdpx"
)

// reader reads a file of one kind.
type reader func(input, Options) (found, error)

var readers map[kind]reader

func init() { // archives hold files of all kinds, so the table cannot be a constant of itself
	readers = map[kind]reader{
		plainText: readText,
		markdown:  readMarkdown,
		htmlPage:  readHTML,

		wordDocument: readDOCX,
		openDocument: readODT,
		richText:     readRTF,
		book:         readEPUB,
		zipped:       readZIP,

		workbook:       readXLSX,
		commaSeparated: readCSV,
		jsonLines:      readJSON,
		memoryExchange: readTMX,
		unitExchange:   readXLIFF,
		termExchange:   readTBX,
		catalogue:      readPO,
		newsFeed:       readFeed,
		electronicMail: readMail,
		savedPage:      readMHTML,
		encodedText:    readTEI,
		openFlat:       readFODT,
		otherXML:       readXML,
		portable:       readPDF,
		codedProject:   readQDA,
	}
}

// byExtension says what a file is that its bytes do not tell.
var byExtension = map[string]kind{
	".md": markdown, ".markdown": markdown, ".mkd": markdown,
	".html": htmlPage, ".htm": htmlPage, ".xhtml": htmlPage, ".shtml": htmlPage,
	".csv": commaSeparated, ".tsv": commaSeparated, ".tab": commaSeparated, ".ladder": commaSeparated,
	".jsonl": jsonLines, ".ndjson": jsonLines, ".json": jsonLines,
	".po": catalogue, ".pot": catalogue, ".eml": electronicMail, ".mht": savedPage, ".mhtml": savedPage,
}

// byRoot says what a file of XML is, by its first element.
var byRoot = map[string]kind{
	"tmx": memoryExchange, "xliff": unitExchange, "tbx": termExchange, "martif": termExchange,
	"rss": newsFeed, "feed": newsFeed, "RDF": newsFeed, "TEI": encodedText, "TEI.2": encodedText, "teiCorpus": encodedText,
	"html": htmlPage, "document": openFlat,
}

// magic says what a file is whose bytes tell: they count for more than the name.
var magic = []struct {
	prefix string
	kind   kind
}{
	{"PK\x03\x04", zipped}, {"PK\x05\x06", zipped}, {"{\\rtf", richText},
	{"%PDF-", portable},
	{"SQLite format 3\x00", "project"},
	{"\x89PNG", "picture"}, {"\xFF\xD8\xFF", "picture"}, {"GIF8", "picture"}, {"BM", "picture?"},
	{"ID3", "sound"}, {"OggS", "sound"}, {"fLaC", "sound"}, {"RIFF", "sound"},
	{"\x7FELF", "program"}, {"MZ\x90", "program"},
	{"\x1F\x8B", "gzip"}, {"7z\xBC\xAF\x27\x1C", "archive"}, {"Rar!\x1A\x07", "archive"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old Office"},
}

// kindOf finds out what a file is.
func kindOf(in input) kind {
	head := in.data[:min(len(in.data), 4096)]
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.prefix)) && (m.kind != "picture?" || bytes.IndexByte(head, 0) >= 0) {
			if m.kind == zipped {
				return kindOfArchive(in)
			}
			return m.kind
		}
	}
	if k, ok := byExtension[in.extension()]; ok {
		return k
	}
	if looksHTML(head) {
		return htmlPage
	}
	if root := rootOf(in.data, in.extension()); root != "" {
		if k, ok := byRoot[root]; ok {
			return k
		}
		return otherXML
	}
	return plainText
}

// rootOf returns the name of the first element of a file of XML, "" for any other file.
func rootOf(data []byte, extension string) string {
	s := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\uFEFF")), " \t\r\n")
	declared := bytes.HasPrefix(s, []byte("<?xml")) || bytes.HasPrefix(data, []byte("\xFF\xFE<\x00?\x00x")) || bytes.HasPrefix(data, []byte("\xFE\xFF\x00<\x00?"))
	if _, byName := xmlExtensions[extension]; !declared && !byName {
		return ""
	}
	r := newXMLReader(data)
	for t := r.next(); t != nil; t = r.next() {
		if e, ok := t.(xml.StartElement); ok {
			return e.Name.Local
		}
	}
	return ""
}

var xmlExtensions = setOf(".xml .tmx .xlf .xliff .sdlxliff .tbx .rss .atom .rdf .tei .fodt")

// looksHTML reports whether the text begins as a page does.
func looksHTML(head []byte) bool {
	s := strings.ToLower(strings.TrimLeft(strings.TrimPrefix(string(head), "\uFEFF"), " \t\r\n"))
	for strings.HasPrefix(s, "<!--") || strings.HasPrefix(s, "<?xml") {
		_, rest, ok := strings.Cut(s, ">")
		if !ok {
			return false
		}
		s = strings.TrimLeft(rest, " \t\r\n")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title"} {
		if strings.HasPrefix(s, tag) {
			return true
		}
	}
	return false
}

// unreadable says in a clause what a file is that no reader is for, and what to do.
func unreadable(k kind) string {
	switch k {
	case "project":
		return "is a database; a Hexapla project is opened, not added, and texts must be exported from any other"
	case "picture", "picture?":
		return "is a picture; recognise its text with an OCR program and save that as plain text"
	case "sound":
		return "is a recording; transcribe it and save the transcript as plain text"
	case "program":
		return "is a program, not a text"
	case "gzip", "archive":
		return "is a packed archive; unpack it, or pack the files as ZIP"
	case "presentation", "OpenDocument":
		return "is no text document; save its text as DOCX or plain text"
	case "old Office":
		return "is in an old Office format; save it as DOCX, XLSX or plain text"
	}
	return "is in a format that cannot be read (" + string(k) + "); save it as plain text, DOCX or HTML"
}
