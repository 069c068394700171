package scene

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"

	"hexapla/widgets/typeset"
)

// PrintResolution is the resolution of pictures that may be printed, in dots per inch.
const PrintResolution = 300

// WritePNG writes the scene at a resolution, which the file states.
func WritePNG(w io.Writer, s Scene, dpi float64, e *typeset.Engine) error {
	scale := dpi / 96
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.Width*scale)), int(math.Ceil(s.Height*scale))))
	NewPainter(e).Paint(img, s, scale)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		return err
	}
	const header = 8 + 25 // signature and IHDR, behind which pHYs must stand
	data := b.Bytes()
	for _, part := range [][]byte{data[:header], physical(dpi), data[header:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// physical is the chunk that tells the size of a pixel.
func physical(dpi float64) []byte {
	perMetre := uint32(math.Round(dpi / 0.0254))
	chunk := []byte{0, 0, 0, 9, 'p', 'H', 'Y', 's'}
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // per metre
	return binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
}
