package app

import (
	"bytes"
	"context"
	"encoding/hex"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// The toolkit's clipboard is plain text. What a browser or a word processor put beside it, paragraphs
// and headings marked as such, is asked of a small program of the system where there is one; without
// it pasting goes on with the plain text.

// richWait is how long such a program may take.
const richWait = time.Second

// A richSource is a way to the clipboard's web page.
type richSource struct {
	needs   string // an environment variable, "" for none
	command []string
	decode  func([]byte) []byte
}

// richSources are the ways of each system, the likeliest first.
var richSources = map[string][]richSource{
	"linux":   {{"WAYLAND_DISPLAY", []string{"wl-paste", "--no-newline", "--type", "text/html"}, plainPage}, {"DISPLAY", []string{"xclip", "-selection", "clipboard", "-target", "text/html", "-out"}, plainPage}},
	"darwin":  {{"", []string{"osascript", "-e", "the clipboard as «class HTML»"}, appleHex}},
	"windows": {{"", []string{"powershell", "-NoProfile", "-NonInteractive", "-Command", "Get-Clipboard -TextFormatType Html -Raw"}, windowsFragment}},
}

// richClipboard is the page on the clipboard, nil where there is none or nobody who tells.
func richClipboard(ctx context.Context) []byte {
	ctx, cancel := context.WithTimeout(ctx, richWait)
	defer cancel()
	for _, s := range richSources[runtime.GOOS] {
		if s.needs != "" && os.Getenv(s.needs) == "" {
			continue
		}
		path, err := exec.LookPath(s.command[0])
		if err != nil {
			continue
		}
		if out, err := exec.CommandContext(ctx, path, s.command[1:]...).Output(); err == nil && len(bytes.TrimSpace(out)) > 0 {
			return s.decode(out)
		}
	}
	return nil
}

// plainPage drops the mark that some programs put before UTF-8; the reader of pages tells UTF-16.
func plainPage(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) }

var appleData = regexp.MustCompile(`«data HTML([0-9A-Fa-f]*)»`)

// appleHex reads how AppleScript writes data.
func appleHex(data []byte) []byte {
	m := appleData.FindSubmatch(data)
	if m == nil {
		return nil
	}
	out, err := hex.DecodeString(string(m[1]))
	if err != nil {
		return nil
	}
	return out
}

var fragmentAt = regexp.MustCompile(`(?m)^(StartHTML|EndHTML):(\d+)`)

// windowsFragment takes off the head of Windows' clipboard format, which says where the page begins
// and ends.
func windowsFragment(data []byte) []byte {
	start, end := 0, len(data)
	for _, m := range fragmentAt.FindAllSubmatch(data, -1) {
		n, err := strconv.Atoi(string(m[2]))
		if err != nil || n < 0 || n > len(data) {
			continue
		}
		if strings.HasPrefix(string(m[1]), "Start") {
			start = n
		} else {
			end = n
		}
	}
	if start >= end {
		return nil
	}
	return data[start:end]
}
