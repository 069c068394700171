package widgets

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// inWindow puts an object into a window of a size, under a theme.
func inWindow(t testing.TB, mode Mode, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(&Theme{Mode: mode})
	window := test.NewTempWindow(t, o)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(w, h))
	return window
}

// looks compares a widget in the light and in the dark theme with its goldens. Build makes it anew under each.
func looks(t *testing.T, name string, w, h float32, build func() fyne.CanvasObject) {
	t.Helper()
	for suffix, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		window := inWindow(t, mode, canvas.NewRectangle(color.Transparent), w, h)
		ground := canvas.NewRectangle((&Theme{Mode: mode}).Palette(0).Panel)
		window.SetContent(container.NewStack(ground, build()))
		window.Resize(fyne.NewSize(w, h))
		test.AssertRendersToImage(t, name+"-"+suffix+".png", window.Canvas())
	}
}

// spanOf marks the first place of a part.
func spanOf(text, part string, kind Kind) Span {
	i := strings.Index(text, part)
	if i < 0 {
		panic("no " + part)
	}
	return Span{Start: i, End: i + len(part), Kind: kind}
}

func cellOf(text string, spans ...Span) Cell { return Cell{Text: text, Spans: spans} }

// versions are four columns of a short story, as the design shows them.
func versions() ([]Column, []Row) {
	columns := []Column{
		{Title: "Wang Qun: hopes the US will decide", Subtitle: "China News Service · English A · 482 words", Chip: "Base", Language: "en"},
		{Title: "Chinese envoy urges Washington", Subtitle: "English B · 455 words", Language: "en"},
		{Title: "王群：希望美方立即作出政治决断", Subtitle: "中新社 · 771 字", Language: "zh"},
		{Title: "وانگ چون: امیدواریم تصمیم بگیرند", Subtitle: "ایرنا · فارسی", Language: "fa"},
	}
	will, may := "it is hoped that the United States will immediately make a political decision.", "China hopes that the US may soon consider a political decision."
	zh, fa := "希望美方立即作出政治决断，推动谈判早日达成协议。", "امید می‌رود ایالات متحده «فوراً» تصمیم سیاسی بگیرد (در 2022)."
	rows := []Row{
		{Label: "¶1·1", Cells: []Cell{cellOf("The United States and Iran resumed negotiations after five months.", spanOf("The United States and Iran resumed negotiations after five months.", "five", Substitution)),
			cellOf("Washington and Tehran have resumed talks."), cellOf("时隔五个月后，美伊恢复谈判。"), cellOf("آمریکا و ایران مذاکرات درباره برجام (JCPOA) را از سر گرفتند.")}},
		{Label: "¶2·1", Badges: []Badge{{Sign: "◇", Kind: Meaning, Tip: "modality"}, {Sign: "≈", Kind: Substitution}}, Cells: []Cell{
			cellOf(will, spanOf(will, "immediately make", Substitution)), cellOf(may, spanOf(may, "may soon consider", Substitution)),
			cellOf(zh, spanOf(zh, "立即", Transposition)), cellOf(fa, spanOf(fa, "فوراً", Omission))}},
		{Label: "¶5·1", Badges: []Badge{{Sign: "−", Kind: Meaning}}, Cells: []Cell{cellOf("But it will be fleeting.", spanOf("But it will be fleeting.", "fleeting", Addition)),
			{Missing: "no counterpart in this version"}, cellOf("这一机遇将稍纵即逝。"), {Missing: "no counterpart in this version"}}},
		{Label: "¶6", Muted: true, Cells: []Cell{cellOf("Found here.", spanOf("Found here.", "Found", Found)), cellOf("Noted.", Span{Start: 0, End: 5, Kind: Noted, Current: true}), cellOf("注。"), cellOf("یادداشت")}},
	}
	return columns, rows
}

// long is a story of n rows in two columns.
func long(n int) ([]Column, []Row) {
	rows := make([]Row, n)
	for i := range rows {
		text := fmt.Sprintf("Row %d. %s", i, strings.Repeat("words of a sentence ", 1+i%7))
		rows[i] = Row{Label: fmt.Sprintf("¶%d", i), Cells: []Cell{{Text: text, Spans: []Span{{Start: 0, End: 3, Kind: Substitution, ID: i}}}, {Text: text}}}
	}
	return []Column{{Title: "A"}, {Title: "B"}}, rows
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}
