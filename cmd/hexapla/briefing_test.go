//go:build window

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// threeArticles report one event; the second and third depart from the first.
var threeArticles = []string{
	`Iran and the United States resume talks in Vienna

Vienna, August 8, 2022 (Xinhua) -- Iran and the United States resumed talks on the nuclear agreement on Monday after a lapse of five months. "The nuclear agreement must be fully restored," said Wang Qun, the Chinese envoy. The European Union has put forward a text of 25 pages.`,
	`Iran and the United States back at the table in Vienna

Vienna, August 8, 2022 (Example News) -- Iran and the United States resumed talks on the nuclear agreement on Monday after a lapse of four months. "The nuclear agreement may be restored," said Wang Qun, the Chinese envoy. The European Union has put forward a text of 25 pages.`,
	`Talks on the Iran deal resume

Vienna, August 8, 2022 (Sample Agency) -- Iraq and the United States resumed talks on the nuclear agreement on Monday after a lapse of five months. "The nuclear agreement must not be restored," said Wang Qun, the Chinese envoy. The European Union has put forward a text of 25 pages.`,
}

// TestBriefingInFiveClicks pastes three articles and hands on their briefing: a click for each article,
// one to the report, one to write it.
func TestBriefingInFiveClicks(t *testing.T) {
	w := openDisplay(t, size)
	w.start()
	w.settle("briefing-start")
	clicks := 0
	click := func(button string) {
		w.clickOn(button)
		clicks++
	}
	for _, text := range threeArticles {
		w.copied(text)
		click("Paste an article")
		w.wait("imported 1 known 0 failed 0")
		w.settle("briefing-pasted")
	}
	click("Report")
	w.wait("screen report")
	w.settle("briefing-report")
	click("Export…")
	w.wait("wrote")
	if clicks != 5 {
		t.Errorf("it took %d clicks", clicks)
	}
	w.checkBriefing()
}

// TestBriefingByKeys does the same without the mouse.
func TestBriefingByKeys(t *testing.T) {
	w := openDisplay(t, "1280x720")
	w.do("mousemove", "1279", "719")
	w.start()
	for _, text := range threeArticles {
		w.copied(text)
		w.key("ctrl+v")
		w.wait("imported 1 known 0 failed 0")
	}
	w.key("ctrl+e")
	w.wait("screen report")
	w.key("ctrl+e") // it waits for the analysis by itself
	w.wait("wrote")
	w.settle("briefing-keys")
	w.checkBriefing()
}

// copied puts a text on the clipboard, as another program does.
func (w *window) copied(text string) {
	w.t.Helper()
	cmd := exec.Command("xclip", "-selection", "clipboard", "-in")
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display)
	cmd.Stdin = strings.NewReader(text)
	if err := cmd.Run(); err != nil {
		w.t.Fatal(err)
	}
}

// checkBriefing looks for what the three articles disagree on in the only report of the home folder.
func (w *window) checkBriefing() {
	w.t.Helper()
	reports, _ := filepath.Glob(filepath.Join(w.home, "*-briefing.html"))
	if len(reports) != 1 {
		w.t.Fatalf("reports in the home folder: %v", reports)
	}
	data, err := os.ReadFile(reports[0])
	if err != nil {
		w.t.Fatal(err)
	}
	for _, want := range []string{"Wang Qun", "Iraq", "four", "must not", "may be"} {
		if !strings.Contains(string(data), want) {
			w.t.Errorf("the briefing does not have %q", want)
		}
	}
}
