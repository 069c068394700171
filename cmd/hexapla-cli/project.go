package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/app/store"
	"hexapla/assets"
)

func newProject(c *cli) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "project",
		Short: "Make, fill, look at, check and export project files",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usageError{errors.New("project takes one of: new, add, info, check, export")}
		},
	}
	cmd.AddCommand(newProjectNew(c), newProjectAdd(c), newProjectInfo(c), newProjectCheck(c), newProjectExport(c))
	return cmd
}

func newProjectNew(c *cli) *cobra.Command {
	var coder string
	cmd := &cobra.Command{
		Use:   "new PROJECT.hexapla [FILE...]",
		Short: "Make a project, with articles if files are named",
		Args:  atLeast(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := store.Create(args[0])
			if err != nil {
				return err
			}
			defer p.Close()
			if len(args) == 1 {
				return nil
			}
			return c.addTo(p, coder, args[1:])
		},
	}
	coderFlag(cmd, &coder)
	return cmd
}

func newProjectAdd(c *cli) *cobra.Command {
	var coder string
	cmd := c.onProject("add PROJECT.hexapla FILE...", "Add articles to a project", atLeast(2),
		func(p *store.Project, files []string) error { return c.addTo(p, coder, files) })
	coderFlag(cmd, &coder)
	return cmd
}

// coderFlag names who decides, by default the user of the machine.
func coderFlag(cmd *cobra.Command, coder *string) {
	name := "unknown"
	if u, err := user.Current(); err == nil {
		name = u.Username
		if u.Name != "" {
			name = u.Name
		}
	}
	cmd.Flags().StringVar(coder, "coder", name, "who makes the decisions")
}

// addTo adds the articles of files, and the links that the files hold, to a project.
func (c *cli) addTo(p *store.Project, coder string, files []string) error {
	resources, err := analysis.LoadResources(assets.Files)
	if err != nil {
		return err
	}
	o := c.formatOptions(resources, false)
	added, failed := 0, 0
	paths := c.expand(files)
	for i, path := range paths {
		c.progress("reading", i, len(paths))
		in := &input{}
		if err := c.readInto(in, path, o); err != nil {
			fmt.Fprintf(c.stderr, "hexapla-cli: %v\n", err)
			failed++
			continue
		}
		n, err := in.store(p, coder)
		if err != nil {
			return err
		}
		added += n
	}
	c.progress("reading", len(paths), len(paths))
	fmt.Fprintf(c.stdout, "%s: %d articles added\n", p.Path(), added)
	if failed == len(paths) {
		return errors.New("no file could be read")
	}
	return nil
}

// store puts what was read into a project and returns how many articles are new on its table.
func (in *input) store(p *store.Project, coder string) (int, error) {
	at := time.Now()
	made, err := p.Add(coder, at, in.articles)
	if err != nil || len(made) == 0 {
		return 0, err
	}
	var acts []article.Act
	for _, d := range in.log {
		if _, done := d.Act.(article.AddArticle); !done {
			acts = append(acts, d.Act)
		}
	}
	if len(acts) > 0 {
		_, err = p.Append(coder, at, acts...)
	}
	return len(made), err
}

// projectInfo is what project info --json prints.
type projectInfo struct {
	File      string        `json:"file"`
	Articles  []articleInfo `json:"articles"`
	Decisions int           `json:"decisions"`
	Coders    []string      `json:"coders"`
	Last      string        `json:"last"` // when the last decision was made
	Orphaned  []string      `json:"orphaned"`
}

type articleInfo struct {
	ID       article.ID `json:"id"`
	File     string     `json:"file"`
	Format   string     `json:"format"`
	Title    string     `json:"title"`
	Outlet   string     `json:"outlet"`
	Date     string     `json:"date"`
	Language string     `json:"language"`
	Story    string     `json:"story"`
	Bytes    int        `json:"bytes"`
}

func newProjectInfo(c *cli) *cobra.Command {
	var asJSON bool
	cmd := c.onProject("info PROJECT.hexapla", "Tell what a project holds", exactly(1), func(p *store.Project, _ []string) error {
		info, err := infoOf(p)
		if err != nil {
			return err
		}
		if asJSON {
			return c.print(info)
		}
		c.printInfo(info)
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func infoOf(p *store.Project) (projectInfo, error) {
	info := projectInfo{File: p.Path(), Articles: []articleInfo{}, Coders: []string{}, Orphaned: []string{}}
	articles, err := p.Articles()
	if err != nil {
		return info, err
	}
	log, err := p.Log()
	if err != nil {
		return info, err
	}
	state := article.Fold(articles, log)
	for _, a := range state.Articles {
		m := a.Meta
		info.Articles = append(info.Articles, articleInfo{
			a.ID, a.File, a.Format, m.Title.Value, m.Outlet.Value, m.Date.Value, m.Language.Value, m.Story.Value, len(a.Text),
		})
	}
	info.Decisions = len(log)
	seen := map[string]bool{}
	for _, d := range log {
		if !seen[d.Coder] {
			seen[d.Coder] = true
			info.Coders = append(info.Coders, d.Coder)
		}
		info.Last = d.At.Format(time.RFC3339)
	}
	for _, o := range article.Orphans(state) {
		info.Orphaned = append(info.Orphaned, article.Describe(o.Act).String())
	}
	return info, nil
}

func (c *cli) printInfo(info projectInfo) {
	fmt.Fprintf(c.stdout, "%s: %d articles, %d decisions\n", info.File, len(info.Articles), info.Decisions)
	for _, a := range info.Articles {
		fmt.Fprintf(c.stdout, "%s\t%s\t%s\t%s\t%s\n", a.Date, a.Language, a.Outlet, a.File, a.Title)
	}
	for _, o := range info.Orphaned {
		fmt.Fprintf(c.stdout, "no longer fits its text: %s\n", o)
	}
}

func newProjectCheck(c *cli) *cobra.Command {
	return c.onProject("check PROJECT.hexapla", "Check that a project file is whole", exactly(1), func(p *store.Project, _ []string) error {
		if err := p.Check(); err != nil {
			return err
		}
		info, err := infoOf(p)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.stdout, "%s is whole: %d articles, %d decisions, %d no longer fit their text\n",
			p.Path(), len(info.Articles), info.Decisions, len(info.Orphaned))
		return nil
	})
}

// exported is what project export writes: all of the ground state, for other programs and for audit.
type exported struct {
	Articles  []exportedArticle  `json:"articles"`
	Decisions []exportedDecision `json:"decisions"`
}

type exportedArticle struct {
	ID       article.ID     `json:"id"`
	File     string         `json:"file"`
	Path     string         `json:"path"`
	Format   string         `json:"format"`
	Encoding string         `json:"encoding"`
	Meta     article.Meta   `json:"meta"`
	Text     string         `json:"text"` // as imported; corrections are among the decisions
	Notes    []article.Note `json:"notes,omitempty"`
}

type exportedDecision struct {
	Seq   int64           `json:"seq"`
	At    time.Time       `json:"at"`
	Coder string          `json:"coder"`
	Kind  string          `json:"kind"`
	What  string          `json:"what"`
	Act   json.RawMessage `json:"act"`
}

func newProjectExport(c *cli) *cobra.Command {
	var out string
	cmd := c.onProject("export PROJECT.hexapla", "Write articles and decisions as JSON, or a copy of the project", exactly(1),
		func(p *store.Project, _ []string) error { return c.export(p, out) })
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write: .json, or .hexapla for a compact copy")
	return cmd
}

// export writes a copy of a project, or what it holds as JSON; "" is standard output.
func (c *cli) export(p *store.Project, out string) error {
	if filepath.Ext(out) == ".hexapla" {
		return p.SaveAs(out)
	}
	all, err := exportOf(p)
	if err != nil {
		return err
	}
	if out == "" {
		return c.print(all)
	}
	data, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(data, '\n'), 0o666)
}

func exportOf(p *store.Project) (exported, error) {
	out := exported{Articles: []exportedArticle{}, Decisions: []exportedDecision{}}
	articles, err := p.Articles()
	if err != nil {
		return out, err
	}
	log, err := p.Log()
	if err != nil {
		return out, err
	}
	for _, a := range articles {
		out.Articles = append(out.Articles, exportedArticle{a.ID, a.File, a.Path, a.Format, a.Encoding, a.Meta, a.Text, a.Notes})
	}
	for _, d := range log {
		data, err := article.EncodeAct(d.Act)
		if err != nil {
			return out, err
		}
		out.Decisions = append(out.Decisions, exportedDecision{d.Seq, d.At, d.Coder, d.Act.Kind(), article.Describe(d.Act).String(), data})
	}
	return out, nil
}

// onProject is a subcommand that does something with the project that is its first argument.
func (c *cli) onProject(use, short string, args cobra.PositionalArgs, do func(p *store.Project, rest []string) error) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: args, RunE: func(_ *cobra.Command, args []string) error {
		p, err := store.Open(args[0])
		if err != nil {
			return err
		}
		defer p.Close()
		return do(p, args[1:])
	}}
}
