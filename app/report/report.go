package report

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"hexapla/analysis"
	"hexapla/widgets/typeset"
)

// Format names a kind of file by its ending.
type Format string

// The formats.
const (
	HTML     Format = "html"
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	XLSX     Format = "xlsx"
	CSV      Format = "csv"
	JSON     Format = "json"
	Markdown Format = "md"
	TMX      Format = "tmx"
	XLIFF    Format = "xlf"
	TEI      Format = "tei.xml"
	CSL      Format = "csl.json"
	BibTeX   Format = "bib"
	QDA      Format = "qdpx"
	DNA      Format = "dna"
)

// writers is what can be written, in the order in which people are offered it.
var writers = []struct {
	Format
	write writer
}{
	{HTML, quick(writeHTML)}, {PDF, writePDF}, {DOCX, writeDOCX}, {XLSX, quick(writeXLSX)}, {CSV, quick(writeCSV)},
	{JSON, quick(writeJSON)}, {Markdown, quick(writeMarkdown)}, {TMX, quick(writeTMX)}, {XLIFF, quick(writeXLIFF)},
	{TEI, quick(writeTEI)}, {CSL, quick(writeCSL)}, {BibTeX, quick(writeBibTeX)}, {QDA, quick(writeQDA)}, {DNA, quick(writeDNA)},
}

type writer = func(context.Context, io.Writer, *analysis.Result, Options) error

// Formats lists what can be written.
func Formats() []Format {
	out := make([]Format, len(writers))
	for i, w := range writers {
		out[i] = w.Format
	}
	return out
}

// FormatOf is the format that a file's name asks for.
func FormatOf(file string) (Format, error) {
	name := strings.ToLower(filepath.Base(file))
	best := Format("")
	for _, f := range Formats() {
		if strings.HasSuffix(name, "."+string(f)) && len(f) > len(best) {
			best = f
		}
	}
	if best == "" {
		return "", fmt.Errorf("%s: the ending tells the format; it is one of %s", filepath.Base(file), list(Formats()))
	}
	return best, nil
}

func list(formats []Format) string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = "." + string(f)
	}
	return strings.Join(names, " ")
}

// Options say what is in a report. The zero value is a briefing in English on everything.
type Options struct {
	Title    string // "" is made from the story
	Question string // what the reader wanted to know
	Template string // one of Templates; "" is the first, a briefing
	Parts    []Part // nil: those of the template
	Include  Include
	Language string // of the report's own words: "en" (also ""), "ru", "zh"
	Story    string // the comparison; "" is all of them
	Base     int    // the column that others are compared with where a format needs one
	Issue    string // "" is every issue that somebody spoke on
	Table    string // of Tables, for CSV; "" is the first with something in it
	Now      string // ISO day that the report bears; "" leaves it out
	Version  string // of the program
	Logo     []byte // PNG or JPEG

	Templates fs.FS          // see Style; nil: the built-in ones
	Fonts     *typeset.Fonts // nil: the built-in ones

	Progress func(done, total int) // told how far the report is; nil tells nobody
}

// Include narrows or widens the lists.
type Include struct {
	ReviewedOnly bool // only differences and statements that a person confirmed
	WithoutNotes bool // leave out the reviewers' notes
	Folded       bool // harmless differences, too
}

// Part is a section of a report.
type Part string

// The parts, in the order in which they stand.
const (
	Summary     Part = "summary"
	Versions    Part = "versions"
	Meaning     Part = "meaning"     // differences that change the meaning
	Differences Part = "differences" // all of them
	Passages    Part = "passages"    // side by side
	Positions   Part = "positions"
	Agreement   Part = "agreement" // of actors with each other
	Statements  Part = "statements"
	ScoreCard   Part = "scorecard"
	Method      Part = "method"
	Notes       Part = "notes"
)

// Parts lists all parts in their order.
var Parts = []Part{Summary, Versions, Meaning, Differences, Passages, Positions, Agreement, Statements, ScoreCard, Notes, Method}

// Write writes the report of a result. The error is w's or ctx's, or names an option that does not exist.
func Write(ctx context.Context, w io.Writer, f Format, r *analysis.Result, o Options) error {
	o, err := o.withDefaults()
	if err != nil {
		return err
	}
	for _, writer := range writers {
		if writer.Format == f {
			return writer.write(ctx, w, r, o)
		}
	}
	return fmt.Errorf("no report as %q; the formats are %s", f, list(Formats()))
}

func (o Options) withDefaults() (Options, error) {
	if o.Language == "" {
		o.Language = "en"
	}
	if o.Templates == nil {
		o.Templates = Style(nil)
	}
	t, err := templateOf(o.Templates, o.Template)
	if err != nil {
		return o, err
	}
	o.Template = t.Name
	if o.Parts == nil {
		o.Parts = t.Parts
	}
	return o, nil
}
