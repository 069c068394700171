package report

import (
	"fmt"
	"strings"

	"hexapla/widgets/scene"
)

// The small phrases that several formats share.

// readings are the wordings of a difference on one line.
func readings(d difference) string {
	var parts []string
	for _, v := range d.Readings {
		text := v.Text
		if v.Missing {
			text = "∅"
		}
		parts = append(parts, v.Siglum+": "+flat(text))
	}
	return strings.Join(parts, " | ")
}

// status is what people said of a difference, behind a dot; nothing while it is open.
func status(d difference) string {
	if d.Status == "" || d.Status == "open" {
		return ""
	}
	return " · " + strings.Join(nonEmpty(d.StatusName, d.Coder), ", ")
}

// stances are the codings of a statement on one line.
func stances(s statement) string {
	var parts []string
	for _, c := range s.Codings {
		parts = append(parts, strings.Join(nonEmpty(c.Stance, c.Issue), " "))
	}
	return strings.Join(parts, "; ")
}

func meanOf(c scene.Cell) string {
	if c.N == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%d)", scene.Signed(c.Value, 1), c.N)
}

// joined is the text of pieces.
func joined(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// other is s unless it says the same as t.
func other(s, t string) string {
	if s == t {
		return ""
	}
	return s
}

func nonEmpty(list ...string) []string {
	out := list[:0]
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
