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
	Title        Field `json:"title,omitzero"`  // headline
	Outlet       Field `json:"outlet,omitzero"` // who published it: "China News Service"
	Author       Field `json:"author,omitzero"`
	Place        Field `json:"place,omitzero"`         // of the dateline
	Date         Field `json:"date,omitzero"`          // ISO 8601 day of publication: "2022-08-08"
	Language     Field `json:"language,omitzero"`      // ISO 639-1
	Role         Field `json:"role,omitzero"`          // "original", "translation" or "report"
	TranslatedOf Field `json:"translated_of,omitzero"` // language of the original, or the ID of the article this is a version of
	Speaker      Field `json:"speaker,omitzero"`       // set where the whole text is one actor's words: a code or a name ("CHN")
	Label        Field `json:"label,omitzero"`         // what the text is, in the words of whoever supplied it: shown beside the title
	URL          Field `json:"url,omitzero"`
	Story        Field `json:"story,omitzero"` // a name that groups versions and reports of one event
	Tags         Field `json:"tags,omitzero"`  // comma separated
}

// MetaNames are the names of the fields of Meta, as SetMeta and front matter use them, in the order
// in which a form shows them.
func MetaNames() []string {
	return []string{
		"title", "outlet", "author", "place", "date", "language", "role", "translated_of",
		"speaker", "label", "url", "story", "tags",
	}
}

// Field returns the field of the name, nil where there is none.
func (m *Meta) Field(name string) *Field {
	switch name {
	case "title":
		return &m.Title
	case "outlet":
		return &m.Outlet
	case "author":
		return &m.Author
	case "place":
		return &m.Place
	case "date":
		return &m.Date
	case "language":
		return &m.Language
	case "role":
		return &m.Role
	case "translated_of":
		return &m.TranslatedOf
	case "speaker":
		return &m.Speaker
	case "label":
		return &m.Label
	case "url":
		return &m.URL
	case "story":
		return &m.Story
	case "tags":
		return &m.Tags
	}
	return nil
}

// Field is a value and where it came from.
type Field struct {
	Value  string    `json:"value"`
	Origin Origin    `json:"origin,omitempty"`
	Guess  bool      `json:"guess,omitempty"` // completed by a rule that may be wrong, such as a year that the text does not give
	Why    string    `json:"why,omitempty"`   // for a guess: how it was made, in a sentence
	Span   text.Span `json:"span,omitzero"`   // where it stands in the text; empty where it does not
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
	Article ID        `json:"article"`
	Span    text.Span `json:"span,omitzero"`
	Message string    `json:"message"` // one sentence
}
