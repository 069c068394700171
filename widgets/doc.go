// Package widgets holds the parts of the screens: the aligned columns of an article, tables, the
// minimap, badges, pills, and the theme that gives them their colours.
//
// # Why
//
// A widget takes plain values (rows, cells, spans, marks) and tells what the person did by functions
// named OnX; it knows no article, difference or statement. So it can be looked at and tested alone, and a
// screen is nothing but a translation of results to values and of gestures to decisions.
//
// Text of articles is set by typeset and painted into images, one for each visible cell, which are
// recycled while scrolling: memory stays flat and every script is right, which no text widget of the
// toolkit achieves. State lives in the widgets, never in their renderers, which the toolkit may discard.
//
// All of it belongs to the goroutine of the window.
package widgets
