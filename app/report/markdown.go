package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"hexapla/analysis"
	"hexapla/widgets/scene"
)

// writeMarkdown writes the content as CommonMark with tables. Text of articles is escaped so that no mark of it is
// read as markup, HTML included.
func writeMarkdown(w io.Writer, r *analysis.Result, o Options) error {
	c, err := newContent(r, o)
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	m := markdown{b, c}
	m.line("# %s", md(c.Title))
	m.line("%s", md(strings.Join(nonEmpty(c.Kicker, c.Date), " · ")))
	if c.Question != "" {
		m.line("**%s:** %s", md(c.Say("question")), md(c.Question))
	}
	for _, part := range Parts {
		if c.Has(part) {
			m.line("## %s", md(c.Say("part "+string(part))))
			m.part(part)
		}
	}
	return b.Flush()
}

type markdown struct {
	*bufio.Writer
	c *content
}

func (m markdown) line(format string, args ...any) { fmt.Fprintf(m, format+"\n\n", args...) }

func (m markdown) part(p Part) {
	c := m.c
	switch p {
	case Summary:
		for _, s := range c.Summary {
			m.line("%s", md(s))
		}
	case Versions:
		m.table(c.Say("column siglum"), c.Say("column text"), c.Say("column outlet"), c.Say("column date"), c.Say("column language"), c.Say("column size"))
		for _, v := range c.Versions {
			m.row(v.Siglum, v.Title, v.Outlet, v.Date, v.Language, v.Size)
		}
		m.line("")
		if n := len(c.MoreVersions); n > 0 {
			m.line("%s", md(c.words.sayN("more versions", n, n)))
		}
	case ScoreCard:
		m.table(c.Say("column siglum"), c.Say("column type"), c.Say("column minor"), c.Say("column major"), c.Say("column critical"), c.Say("column quality"))
		for _, s := range c.ScoreCard {
			m.row(s.Siglum, s.Title, "", "", "", c.Figure("%.1f", s.Quality))
			for _, t := range s.Types {
				m.row("", c.MQM(t.Type), c.Figure("%d", t.Minor), c.Figure("%d", t.Major), c.Figure("%d", t.Critical), "")
			}
		}
		m.line("")
		m.line("%s", md(c.Say("score formula")))
	case Meaning:
		for _, x := range c.Comparisons {
			m.differences(x)
		}
	case Differences:
		m.table(c.Say("column row"), c.Say("column kind"), c.Say("column readings"), c.Say("column severity"))
		for _, x := range c.Comparisons {
			for _, d := range x.All {
				m.row(c.Figure("%d", d.Row), d.Name, readings(d), c.Figure("%.2f", d.Severity))
			}
		}
		m.line("")
	case Passages:
		for _, x := range c.Comparisons {
			m.passages(x)
		}
	case Positions:
		m.grid(c.Grid, "heat map caption")
	case Agreement:
		m.grid(c.Agreement, "agreement caption")
		for _, s := range c.Near {
			m.line("%s", md(s))
		}
	case Statements:
		m.table(c.Say("column date"), c.Say("column actor"), c.Say("column statement"), c.Say("column position"))
		for _, s := range c.Statements {
			m.row(s.Date, strings.Join(nonEmpty(s.Actor, other(s.Speaker, s.Actor), s.Outlet), ", "), joined(s.Sentence), stances(s))
		}
		m.line("")
		if n := len(c.MoreStatements); n > 0 {
			m.line("%s", md(c.words.sayN("more statements", n, n)))
		}
	case Notes:
		for _, n := range c.Notes {
			m.line("- %s (%s)", md(n.Text), md(strings.Join(nonEmpty(n.Who, n.Where, n.Quote), " · ")))
		}
	case Method:
		m.method()
	}
}

func (m markdown) table(heads ...string) {
	m.row(heads...)
	m.WriteString(strings.Repeat("|---", len(heads)) + "|\n")
}

func (m markdown) row(cells ...string) {
	for _, c := range cells {
		m.WriteString("| " + md(flat(c)) + " ")
	}
	m.WriteString("|\n")
}

func (m markdown) differences(x comparison) {
	if len(x.Meaning) == 0 {
		m.line("%s", md(m.c.Say("found nothing")))
	}
	for _, d := range x.Meaning {
		m.line("**%s %s** · %s · %.2f%s", d.Badge, md(d.Name), md(m.c.Say("row", d.Row)), d.Severity, md(status(d)))
		m.line("%s", md(d.Reason))
		for _, v := range d.Readings {
			text := "∅ " + m.c.Say("no counterpart")
			if !v.Missing {
				text = v.Text
			}
			fmt.Fprintf(m, "- **%s:** %s**%s**%s\n", md(v.Siglum), md(flat(v.Before)), strings.TrimSpace(md(flat(text))), md(flat(v.After)))
		}
		m.line("")
		if d.Note != "" {
			m.line("> %s", md(flat(d.Note)))
		}
	}
	if n := len(x.More); n > 0 {
		m.line("%s", md(m.c.words.sayN("more differences", n, n)))
	}
}

func (m markdown) passages(x comparison) {
	heads := []string{m.c.Say("column row")}
	for _, v := range x.Columns {
		heads = append(heads, v.Siglum)
	}
	m.table(heads...)
	for _, line := range x.Rows {
		fmt.Fprintf(m, "| %d ", line.Number)
		for _, cell := range line.Cells {
			m.WriteString("| ")
			if cell.Missing {
				m.WriteString("∅")
			}
			for _, p := range cell.Pieces {
				switch text := md(flat(p.Text)); {
				case p.Dress == "gap":
					m.WriteString("∅")
				case p.Dress != "" && strings.TrimSpace(text) != "":
					m.WriteString("**" + strings.TrimSpace(text) + "**" + text[len(strings.TrimRight(text, " ")):])
				default:
					m.WriteString(text)
				}
			}
			m.WriteString(" ")
		}
		m.WriteString("|\n")
	}
	m.line("")
}

func (m markdown) grid(g scene.Grid, caption string) {
	m.table(append([]string{""}, g.Columns...)...)
	for i, name := range g.Rows {
		cells := []string{name}
		for _, cell := range g.Cells[i] {
			cells = append(cells, meanOf(cell))
		}
		m.row(cells...)
	}
	m.line("")
	m.line("%s", md(m.c.Say(caption)))
}

func (m markdown) method() {
	c := m.c
	for _, p := range c.Method.Paragraphs {
		m.line("%s", md(p))
	}
	for _, s := range c.Method.Settings {
		fmt.Fprintf(m, "- %s: %s\n", md(s[0]), md(s[1]))
	}
	m.line("")
	m.table(c.Say("column file"), "SHA-256")
	for _, i := range c.Method.Inputs {
		m.row(i.File, i.Hash)
	}
	m.line("")
	m.line("%s", md(strings.Join(nonEmpty(c.Method.Digest, c.Method.Program), " · ")))
}

// md escapes what CommonMark takes for markup.
func md(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&$=", r) {
			b.WriteByte('\\')
		}
		if r == '\n' || r == '\r' {
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}
