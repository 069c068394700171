package widgets

import (
	"io/fs"
	"sync"

	"hexapla/assets"
	"hexapla/widgets/typeset"
)

// Fonts are the faces that come with the program.
var Fonts = sync.OnceValue(func() *typeset.Fonts {
	folder, err := fs.Sub(assets.Files, "fonts")
	if err != nil {
		panic(err) // embedded: a fault of the build, which every test meets
	}
	fonts, err := typeset.ReadFonts(folder)
	if err != nil {
		panic(err)
	}
	return fonts
})

// engine sets all text of the window. It belongs to the goroutine of the window, as the widgets do.
var engine = sync.OnceValue(func() *typeset.Engine { return typeset.NewEngine(Fonts()) })

// worldFont is read anew each time that the toolkit asks: it does so once a style and makes a copy of its own.
type worldFont struct{}

func (worldFont) Name() string { return "hexapla-world-regular.otf" }

func (worldFont) Content() []byte {
	data, err := assets.Files.ReadFile("fonts/World-Regular.otf")
	if err != nil {
		panic(err)
	}
	return data
}
