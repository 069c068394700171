package widgets

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"hexapla/assets"
)

// Icon is one of the program's own icons, by its name without .svg; it takes the colour of text. An unknown
// name gives the toolkit's sign for a missing picture.
func Icon(name string) fyne.Resource {
	data, err := assets.Files.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return theme.BrokenImageIcon()
	}
	return theme.NewThemedResource(fyne.NewStaticResource("hexapla-"+name+".svg", data))
}

// tinted is an icon in a colour of the palette.
func tinted(name string, c color.NRGBA) fyne.Resource {
	data, err := assets.Files.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return theme.BrokenImageIcon()
	}
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	return fyne.NewStaticResource("hexapla-"+name+"-"+hex[1:]+".svg", bytes.ReplaceAll(data, []byte("#000000"), []byte(hex)))
}

// AppIcon is the icon of the program.
func AppIcon() fyne.Resource {
	data, err := assets.Files.ReadFile("icons/hexapla.png")
	if err != nil {
		return theme.BrokenImageIcon()
	}
	return fyne.NewStaticResource("hexapla.png", data)
}
