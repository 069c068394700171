// Package scene holds vector pictures: charts and printed pages as plain values, and the back ends that turn
// them into an image for the screen, SVG, PNG and PDF.
//
// # Why
//
// No chart library sets Chinese and Arabic labels, a toolkit object per point brings the window to five frames
// a second, and what is printed must be what was seen. So a chart is a pure function from values to a Scene
// (PositionChart, HeatMap, Timeline, …), a page of a report is a Scene too, and every back end draws the same
// few shapes. A chart knows no back end, a back end knows no chart.
//
// The unit is a pixel of a screen at scale 1, 1/96 inch; y grows downward. A Scene is deterministic: the same
// values give the same bytes of SVG, PNG and PDF.
package scene
