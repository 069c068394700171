package report

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"hexapla/assets"
	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// WriteChart writes a chart with its legend as the ending of the file's name says: .svg, .png or .pdf,
// with days and numbers as the calendar has them. Without fonts it takes those that ship.
func WriteChart(w io.Writer, name string, c scene.Chart, calendar scene.Calendar, fonts *typeset.Fonts) error {
	v := scene.View{Height: 480, Calendar: calendar}
	return WritePicture(w, name, v, fonts, func(v scene.View) scene.Scene { return scene.WithLegend(c, v) })
}

// WritePicture writes what draw draws under a view, as WriteChart does.
func WritePicture(w io.Writer, name string, v scene.View, fonts *typeset.Fonts, draw func(scene.View) scene.Scene) error {
	engine, err := Options{Fonts: fonts}.engine()
	if err != nil {
		return err
	}
	v.Engine = engine
	s := draw(v)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".png":
		return scene.WritePNG(w, s, scene.PrintResolution, engine)
	case ".pdf":
		return scene.WritePDF(context.Background(), w, scene.Document{Title: s.Title, Pages: []scene.Scene{s}}, engine, nil)
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
	fonts, err := shippedFonts()
	if err != nil {
		return nil, err
	}
	return typeset.NewEngine(fonts), nil
}

// shippedFonts are opened once: those for Chinese take thirty megabytes.
var shippedFonts = sync.OnceValues(func() (*typeset.Fonts, error) {
	folder, err := fs.Sub(assets.Files, "fonts")
	if err != nil {
		return nil, err
	}
	return typeset.ReadFonts(folder)
})
