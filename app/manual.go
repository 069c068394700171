package app

import (
	"regexp"
	"strings"

	"hexapla/assets"
	"hexapla/widgets"
	"hexapla/widgets/typeset"
)

// The manual ships in every language of the interface. It is set by our own engine: the toolkit's
// Markdown would order Persian and Arabic with names in Latin letters wrongly, from the left.

// showManual shows the manual that ships with the program.
func (d *Desk) showManual() {
	d.showSheet(L("Manual"), widgets.NewProse(passagesOf(manual(spoken.Load().ID))...))
}

// manual is the text in a language, else in English.
func manual(language string) string {
	data, err := assets.Files.ReadFile("manual/manual." + language + ".md")
	if err != nil {
		data, _ = assets.Files.ReadFile("manual/manual.md") // embedded, as a test tells
	}
	return string(data)
}

// named is a word of the interface in the text of the manual: shown as the interface has it.
var named = regexp.MustCompile(`\{([^{}]+)\}`)

// passagesOf sets a simple Markdown: headings, lists, paragraphs and strong words.
func passagesOf(markdown string) []widgets.Passage {
	markdown = named.ReplaceAllStringFunc(markdown, func(w string) string { return L(w[1 : len(w)-1]) })
	var out []widgets.Passage
	for _, block := range strings.Split(markdown, "\n\n") {
		for _, p := range blockOf(strings.TrimSpace(block)) {
			if p.Text != "" {
				out = append(out, strong(p))
			}
		}
	}
	return out
}

// blockOf is the passages of a block: a heading, the items of a list, or a paragraph.
func blockOf(block string) []widgets.Passage {
	const gap = 10
	if rest, ok := strings.CutPrefix(block, "## "); ok {
		return []widgets.Passage{{Text: rest, Bold: true, Size: 15, Gap: 1.6 * gap}}
	}
	if rest, ok := strings.CutPrefix(block, "# "); ok {
		return []widgets.Passage{{Text: rest, Bold: true, Size: 20}}
	}
	if !strings.HasPrefix(block, "* ") {
		return []widgets.Passage{{Text: strings.ReplaceAll(block, "\n", " "), Gap: gap}}
	}
	var out []widgets.Passage
	for _, item := range strings.Split(block, "\n") {
		text := strings.TrimPrefix(item, "* ")
		if leftward() {
			text = "\u200f" + text // the sign before the words has no direction of its own
		}
		out = append(out, widgets.Passage{Text: text, Gap: gap / 3})
	}
	return out
}

// strong makes what stands between two pairs of stars bold.
func strong(p widgets.Passage) widgets.Passage {
	parts := strings.Split(p.Text, "**")
	p.Text = strings.Join(parts, "")
	at := 0
	for i, part := range parts {
		if i%2 == 1 && part != "" {
			p.Runs = append(p.Runs, typeset.Run{Start: at, End: at + len(part), Style: typeset.Style{Family: typeset.Sans, Bold: true}})
		}
		at += len(part)
	}
	return p
}
