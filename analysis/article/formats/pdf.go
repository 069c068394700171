package formats

import (
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumErrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"hexapla/analysis/article"
)

const mostPages = 3000

// startPDFium starts the PDF engine when the first PDF is read. It runs in a sandbox of its own
// memory, without files or network, and is interpreted: compiling it would take ten times as long
// as reading a hundred pages.
var startPDFium = sync.OnceValues(func() (pdfium.Pool, error) {
	const memory = 16 << 10 // pages of 64 kB
	return webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfigInterpreter().WithMemoryLimitPages(memory).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
})

// readPDF reads the text of a PDF: lines joined to paragraphs, what repeats on every page left out.
func readPDF(in input, o Options) (out found, err error) {
	damaged := in.refuse("is damaged; open it in a PDF reader and print it to a new PDF")
	defer func() {
		if recover() != nil {
			out, err = found{}, damaged
		}
	}()
	pool, err := startPDFium()
	if err != nil {
		return found{}, in.refuse("cannot be read, as the PDF engine does not start here (%v); save it as DOCX or plain text", err)
	}
	engine, err := pool.GetInstance(5 * time.Minute)
	if err != nil {
		return found{}, in.refuse("has to wait too long for other PDFs; read it again by itself")
	}
	defer engine.Close()
	data := in.data
	opened, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumErrors.ErrPassword):
		return found{}, in.refuse("is locked with a password; save it without one")
	case err != nil:
		return found{}, damaged
	}
	pages, cut := pagesOf(engine, opened.Document)
	text, title := paragraphsOfPages(pages)
	if strings.TrimSpace(text) == "" {
		return found{}, in.refuse("holds no text, only pictures of pages; recognise their text with an OCR program")
	}
	d := document{raw: in.data, format: portable, encoding: "utf-8", text: text}
	if !title.Empty() {
		d.meta.Title = article.Field{Value: oneLine(title.Of(text)), Origin: article.FromMarkup, Span: title}
	}
	if cut {
		d.note("only the first 3000 pages were read")
	}
	return found{documents: []document{d}}, nil
}

// pagesOf returns the runs of text of every page, in the order in which the file draws them.
func pagesOf(engine pdfium.Pdfium, document references.FPDF_DOCUMENT) (pages [][]run, cut bool) {
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document})
	if err != nil {
		return nil, false
	}
	for i := range min(count.PageCount, mostPages) {
		glyphs, err := glyphsOf(engine, document, i)
		if err != nil {
			continue
		}
		pages = append(pages, runsOf(glyphs))
	}
	return pages, count.PageCount > mostPages
}
