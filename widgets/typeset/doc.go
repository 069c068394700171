// Package typeset lays out and paints paragraphs of any script over given fonts: shaping, right-to-left
// order, line breaking, hit test, selection, glyph outlines.
//
// # Why
//
// No text widget of the toolkit holds a long article, orders mixed Arabic and Latin text or breaks
// Chinese lines, and each of them needs a screen. The article columns, the tables, the charts and the
// printed page show the same text, so one engine sets it for all of them: the window paints the glyphs
// into images, SVG and PDF draw their outlines.
//
// A text is cut into pieces that no line may break, each piece is shaped once per font and kept, and
// lines are filled with pieces. Layout and Height share that code, therefore a row is exactly as high as
// its text. All lengths are in the caller's unit (a pixel at scale 1); only Paint knows about scale.
//
// An Engine caches and must not be used by two goroutines at once; each makes its own from the same Fonts.
package typeset
