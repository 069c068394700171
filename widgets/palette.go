package widgets

import (
	"image/color"

	"hexapla/widgets/typeset"
)

// Palette names colours by their role.
type Palette struct {
	Background, Panel, Selected color.NRGBA
	Ink, Muted, Hairline        color.NRGBA
	Accent, SoftAccent          color.NRGBA
	OnAccent                    color.NRGBA // ink upon the accent
	Border                      color.NRGBA // of fields and buttons
	Hover                       color.NRGBA
	Marked                      color.NRGBA // text selected by the mouse
	Kinds                       [Soft + 1]Look
	Actors                      [8]color.NRGBA // Okabe and Ito, by turns
}

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xFF}
}

func kinds(substitution, addition, omission, transposition, meaning, found, noted, soft [2]uint32) [Soft + 1]Look {
	look := func(c [2]uint32, line typeset.Underline) Look { return Look{rgb(c[0]), rgb(c[1]), line} }
	return [Soft + 1]Look{
		Substitution:  look(substitution, typeset.Solid),
		Addition:      look(addition, typeset.Solid),
		Omission:      look(omission, typeset.Dashed),
		Transposition: look(transposition, typeset.Dotted),
		Meaning:       look(meaning, typeset.Solid),
		Found:         look(found, typeset.NoLine),
		Noted:         look(noted, typeset.Dotted),
		Soft:          look(soft, typeset.NoLine),
	}
}

var okabeIto = [8]uint32{0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0xF0E442, 0x888888}

func actors(of [8]uint32) (out [8]color.NRGBA) {
	for i, c := range of {
		out[i] = rgb(c)
	}
	return out
}

// LightPalette, DarkPalette and ContrastPalette are the three looks of the window.
var (
	LightPalette = &Palette{
		Background: rgb(0xF6F6F2), Panel: rgb(0xFFFFFF), Selected: rgb(0xF0F6FC),
		Ink: rgb(0x1B1F24), Muted: rgb(0x69707A), Hairline: rgb(0xE3E3DC),
		Accent: rgb(0x0B5FA5), SoftAccent: rgb(0xE3EFF9), OnAccent: rgb(0xFFFFFF),
		Border: rgb(0xDADAD2), Hover: rgb(0xF1F1EC), Marked: rgb(0xB9D7F2),
		Kinds: kinds([2]uint32{0xFFEFC6, 0xB26A00}, [2]uint32{0xD5F0E8, 0x0B7A5C}, [2]uint32{0xFBE0DA, 0xC23B12},
			[2]uint32{0xE8E0FA, 0x6741C7}, [2]uint32{0xFBE0DA, 0xC23B12}, [2]uint32{0xFFE45C, 0x7A5C00},
			[2]uint32{0xFFFFFF, 0x0B5FA5}, [2]uint32{0xE3EFF9, 0x0B5FA5}),
		Actors: actors(okabeIto),
	}
	DarkPalette = &Palette{
		Background: rgb(0x15181C), Panel: rgb(0x1C2025), Selected: rgb(0x202A35),
		Ink: rgb(0xE6E6E1), Muted: rgb(0x949BA5), Hairline: rgb(0x2C3138),
		Accent: rgb(0x6DB3F2), SoftAccent: rgb(0x1F3347), OnAccent: rgb(0x0E1A26),
		Border: rgb(0x3A4048), Hover: rgb(0x262B32), Marked: rgb(0x2C4E70),
		Kinds: kinds([2]uint32{0x4A3B10, 0xE0A63A}, [2]uint32{0x123E33, 0x43BF99}, [2]uint32{0x4C2118, 0xF2825D},
			[2]uint32{0x34285A, 0xB39AF5}, [2]uint32{0x4C2118, 0xF2825D}, [2]uint32{0x6B5A00, 0xFFE45C},
			[2]uint32{0x1C2025, 0x6DB3F2}, [2]uint32{0x1F3347, 0x6DB3F2}),
		Actors: actors([8]uint32{0x3D9AD6, 0xF08A3C, 0x2FBF93, 0xDE97BD, 0xF0B429, 0x7CC7F0, 0xF0E442, 0xA8AEB6}),
	}
	ContrastPalette = &Palette{
		Background: rgb(0xFFFFFF), Panel: rgb(0xFFFFFF), Selected: rgb(0xDCEBFF),
		Ink: rgb(0x000000), Muted: rgb(0x3A3A3A), Hairline: rgb(0x6A6A6A),
		Accent: rgb(0x003E9C), SoftAccent: rgb(0xDCEBFF), OnAccent: rgb(0xFFFFFF),
		Border: rgb(0x000000), Hover: rgb(0xEAEAEA), Marked: rgb(0x9CC4FF),
		Kinds: kinds([2]uint32{0xFFE08A, 0x7A4100}, [2]uint32{0xA9F0D5, 0x00523B}, [2]uint32{0xFFC9BC, 0x8F1D00},
			[2]uint32{0xD9C8FF, 0x3E159C}, [2]uint32{0xFFC9BC, 0x8F1D00}, [2]uint32{0xFFE500, 0x000000},
			[2]uint32{0xFFFFFF, 0x003E9C}, [2]uint32{0xDCEBFF, 0x003E9C}),
		Actors: actors(okabeIto),
	}
)
