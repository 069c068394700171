package report

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"hexapla/assets"
	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// WriteChart writes a chart with its legend as the ending of the file's name says: .svg or .png.
func WriteChart(w io.Writer, name string, c scene.Chart) error {
	engine, err := Options{}.engine()
	if err != nil {
		return err
	}
	s := scene.WithLegend(c, scene.View{Engine: engine, Height: 480})
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		return scene.WritePNG(w, s, scene.PrintResolution, engine)
	case ".pdf":
		return scene.WritePDF(w, scene.Document{Title: s.Title, Pages: []scene.Scene{s}}, engine)
	case ".svg":
		return scene.WriteSVG(w, s, scene.SVG{})
	}
	return fmt.Errorf("%s: a chart is written as .svg, .png or .pdf", filepath.Base(name))
}

// engine sets text in the fonts of the options, by default those that ship with the program.
func (o Options) engine() (*typeset.Engine, error) {
	if o.Fonts != nil {
		return typeset.NewEngine(o.Fonts), nil
	}
	folder, err := fs.Sub(assets.Files, "fonts")
	if err != nil {
		return nil, err
	}
	fonts, err := typeset.ReadFonts(folder)
	if err != nil {
		return nil, err
	}
	return typeset.NewEngine(fonts), nil
}
