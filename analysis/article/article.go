package article

import "hexapla/analysis/text"

// ID names an article within a project: the first 16 hexadecimal digits of the SHA-256 of its
// bytes as imported, with a counter ("…-2") where the same bytes were added again on purpose.
type ID string

// Article is one text as loaded.
type Article struct {
	ID       ID
	File     string // base name of the file, or what the user called a pasted text
	Path     string // where it came from: a path or an address; "" when pasted
	Format   string // "text", "markdown", "html", …: see package formats
	Encoding string // IANA name of the encoding of Raw, "utf-8" where the format fixes it
	Raw      []byte // the bytes as imported
	Text     string // the extracted text, valid UTF-8; paragraphs are parted by "\n\n" or "\n"
	Lines    bool   // Text is one segment per line, empty lines counted
	Meta     Meta
	Notes    []Note
}

// Meta is what is known about an article, each field with where it came from.
type Meta struct {
	Title        Field // headline
	Outlet       Field // who published it: "China News Service"
	Author       Field
	Place        Field // of the dateline
	Date         Field // ISO 8601 day of publication: "2022-08-08"
	Language     Field // ISO 639-1
	Role         Field // "original", "translation" or "report"
	TranslatedOf Field // language of the original, or the ID of the article this is a version of
	Speaker      Field // set where the whole text is one actor's words: a code or a name ("CHN")
	Label        Field // what the text is, in the words of whoever supplied it: shown beside the title
	URL          Field
	Story        Field // a name that groups versions and reports of one event
	Tags         Field // comma separated
}

// Field is a value and where it came from.
type Field struct {
	Value  string
	Origin Origin
	Guess  bool   // completed by a rule that may be wrong, such as a year that the text does not give
	Why    string // for a guess: how it was made, in a sentence
	Span   text.Span
}

// Origin says where a field came from.
type Origin string

// The origins, strongest first: what the user sets always wins.
const (
	FromUser        Origin = "user"
	FromFrontMatter Origin = "front matter"
	FromMarkup      Origin = "markup" // HTML meta elements, document properties
	FromText        Origin = "text"
	FromFileName    Origin = "file name"
	FromDetection   Origin = "detection" // statistics over the text
	Unknown         Origin = ""
)

// Note is something odd about an input: not an error, shown to the user at its place.
type Note struct {
	Article ID
	Span    text.Span
	Message string // one sentence
}
