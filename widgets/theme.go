package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Mode says which palette a theme takes.
type Mode uint8

const (
	System Mode = iota // light or dark as the desktop says
	Light
	Dark
	HighContrast
)

// Theme dresses the toolkit's own widgets as ours: the palette, text of 13 px, corners of 6, and a font
// that adds Chinese, Japanese, Korean, Arabic, Hebrew and Devanagari to the built-in one.
type Theme struct {
	Mode      Mode
	TextScale float32 // 0 counts as 1
	WorldBold bool    // bold text of the toolkit's widgets needs those scripts, too
}

// Palette is the one in force for the desktop's variant.
func (t *Theme) Palette(variant fyne.ThemeVariant) *Palette {
	switch {
	case t.Mode == HighContrast:
		return ContrastPalette
	case t.Mode == Dark, t.Mode == System && variant == theme.VariantDark:
		return DarkPalette
	}
	return LightPalette
}

func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.Palette(variant)
	switch name {
	case theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground:
		return p.Panel
	case theme.ColorNameHeaderBackground:
		return p.Background
	case theme.ColorNameButton, theme.ColorNameDisabledButton:
		return p.Background
	case theme.ColorNameForeground:
		return p.Ink
	case theme.ColorNameDisabled, theme.ColorNamePlaceHolder:
		return p.Muted
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return p.Accent
	case theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return p.OnAccent
	case theme.ColorNameInputBorder:
		return p.Border
	case theme.ColorNameSeparator:
		return p.Hairline
	case theme.ColorNameSelection:
		return p.SoftAccent
	case theme.ColorNameHover:
		return translucent(p.Ink, 0x12)
	case theme.ColorNamePressed:
		return translucent(p.Ink, 0x24)
	case theme.ColorNameFocus:
		return translucent(p.Accent, 0x60)
	case theme.ColorNameScrollBar:
		return translucent(p.Muted, 0xA0)
	case theme.ColorNameScrollBarBackground:
		return color.Transparent
	case theme.ColorNameShadow:
		// The toolkit draws the bars of splits with it, and veils the window behind a dialog.
		if p == DarkPalette {
			return color.NRGBA{A: 0x80}
		}
		return translucent(p.Ink, 0x30)
	case theme.ColorNameError:
		return p.Kinds[Meaning].Ink
	case theme.ColorNameSuccess:
		return p.Kinds[Addition].Ink
	case theme.ColorNameWarning:
		return p.Kinds[Substitution].Ink
	}
	if p == DarkPalette {
		return theme.DefaultTheme().Color(name, theme.VariantDark)
	}
	return theme.DefaultTheme().Color(name, theme.VariantLight)
}

func translucent(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// Font returns the font for the scripts that the built-in ones lack; the toolkit falls back to these for Latin,
// Cyrillic and Greek, in the style asked for. Its line is theirs, so mixed text keeps its height. The toolkit reads a copy a
// style, of many megabytes: where the interface is not written in these scripts, bold does without.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol || style.Bold && !t.WorldBold {
		return theme.DefaultTheme().Font(style)
	}
	return worldFont{}
}

func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	scale := t.TextScale
	if scale == 0 {
		scale = 1
	}
	switch name {
	case theme.SizeNameText:
		return baseText * scale
	case theme.SizeNameCaptionText:
		return 11 * scale
	case theme.SizeNameSubHeadingText:
		return 15 * scale
	case theme.SizeNameHeadingText:
		return 20 * scale
	case theme.SizeNameInlineIcon:
		return 16 * scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 4
	}
	return theme.DefaultTheme().Size(name)
}

// ArticleText is the size of articles at scale 1, baseText that of the interface.
const (
	ArticleText = 15
	baseText    = 13
)

// paletteOf is the palette in force where a widget stands.
func paletteOf(o fyne.CanvasObject) *Palette {
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	if t, ok := theme.CurrentForWidget(o).(interface {
		Palette(fyne.ThemeVariant) *Palette
	}); ok {
		return t.Palette(variant)
	}
	if variant == theme.VariantDark {
		return DarkPalette
	}
	return LightPalette
}

// textScale is how much larger than designed the person wants text where a widget stands.
func textScale(o fyne.CanvasObject) float32 {
	return theme.CurrentForWidget(o).Size(theme.SizeNameText) / baseText
}
