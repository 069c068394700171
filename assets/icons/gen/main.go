// Command gen draws the program's icon as PNG, for desktops that do not take SVG:
//
//	go run ./assets/icons/gen
package main

import (
	"image"
	"image/png"
	"log"
	"os"
	"path/filepath"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

const size = 512

func main() {
	folder := filepath.Join("assets", "icons")
	icon, err := oksvg.ReadIcon(filepath.Join(folder, "hexapla.svg"))
	if err != nil {
		log.Fatal(err)
	}
	icon.SetTarget(0, 0, size, size)
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, img, img.Bounds())), 1)
	f, err := os.Create(filepath.Join(folder, "hexapla.png"))
	if err != nil {
		log.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
}
