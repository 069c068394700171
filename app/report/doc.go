// Package report writes a result as a document that a colleague without the program can read and check: HTML,
// PDF, DOCX, Markdown for people, XLSX, CSV, JSON for further work, TMX, XLIFF and TEI for the tools of
// translators and editors, CSL-JSON and BibTeX for the list of sources.
//
// # Why one content
//
// A report is first brought into a content: what it says, in the order in which it is said, in the words of its
// language, independent of any format. The formats for people write that content and decide nothing; so a figure
// that stands in the PDF stands in the HTML. The formats for machines write the result itself.
//
// # What is deliberately absent
//
// There is no clock (the caller gives the date), no network, no script. All text of articles is hostile: each
// format escapes it in one place. The same result and options give the same bytes.
package report
