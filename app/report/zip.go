package report

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// part is a file within a package of files.
type part struct {
	name string
	data []byte
}

// writeZip writes parts in their order, without times: the same parts are the same bytes.
func writeZip(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.DefaultCompression) })
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := f.Write(p.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// packed writes a workbook with its parts in a fixed order and without times.
func packed(w io.Writer, book *excelize.File) error {
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return err
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		return err
	}
	var parts []part
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		r.Close()
		if err != nil {
			return err
		}
		parts = append(parts, part{f.Name, data})
	}
	slices.SortFunc(parts, func(a, b part) int {
		switch "[Content_Types].xml" { // which readers expect first
		case a.name:
			return -1
		case b.name:
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	return writeZip(w, parts)
}
