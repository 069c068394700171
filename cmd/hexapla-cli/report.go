package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hexapla/analysis"
	"hexapla/analysis/article"
	"hexapla/analysis/positions"
	"hexapla/app/report"
)

func newReport(c *cli) *cobra.Command {
	var outs []string
	var codebook, by, logo, style string
	var separate, lines bool
	var o report.Options
	cmd := &cobra.Command{
		Use:   "report -o REPORT.html FILE...",
		Short: "Write a report that others can read and check",
		Long: "Write a report of the comparison and the positions. The ending of the file chooses the format: " + endings() +
			".\nWith several -o one analysis makes several reports. Files whose metadata name no story are taken for versions of one; --separate says that they are not.",
		Args: atLeast(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(outs) == 0 {
				return usageError{errors.New("report needs -o REPORT." + string(report.HTML) + " or another ending: " + endings())}
			}
			for _, out := range outs {
				if _, err := report.FormatOf(out); err != nil {
					return usageError{err}
				}
			}
			unit, err := unitOf(by)
			if err != nil {
				return err
			}
			if logo != "" {
				if o.Logo, err = os.ReadFile(logo); err != nil {
					return err
				}
			}
			if style != "" {
				if info, err := os.Stat(style); err != nil || !info.IsDir() {
					return usageError{fmt.Errorf("--style takes a folder, which %s is not", style)}
				}
				o.Templates = report.Style(os.DirFS(style))
			}
			in, err := c.read(files, lines)
			if err != nil {
				return err
			}
			a := analysis.Options{Stages: analysis.Everything &^ analysis.Grouping, By: unit, OneStory: !separate && oneStory(in), ByLine: lines}
			if a.Codebook, err = readCodebook(codebook); err != nil {
				return err
			}
			r, err := c.analyse(cmd.Context(), in, a)
			if err != nil {
				return err
			}
			if o.Now == "" {
				o.Now = time.Now().Format(time.DateOnly)
			}
			return c.writeReports(cmd.Context(), outs, r, o)
		},
	}
	f := cmd.Flags()
	f.StringArrayVarP(&outs, "output", "o", nil, "the file to write; its ending tells the format; may be given several times")
	f.StringVar(&o.Title, "title", "", "title of the report")
	f.StringVar(&o.Question, "question", "", "what the reader wants to know")
	f.StringVar(&o.Template, "template", "", "one of briefing, apparatus, translation-review, dossier, or of those in the --style folder")
	f.StringVar(&o.Language, "language", "", "language of the report's own words: "+strings.Join(report.Languages(), ", "))
	f.StringVar(&o.Issue, "issue", "", "only this issue")
	f.StringVar(&o.Story, "story", "", "only the comparison of this story")
	f.StringVar(&o.Table, "table", "", "for .csv: one of "+strings.Join(report.Tables, ", "))
	f.IntVar(&o.Base, "base", 0, "number of the version that others are compared with, from 0")
	f.StringVar(&o.Now, "date", "", "day that the report bears, as 2022-08-08; today if not given")
	f.BoolVar(&o.Include.ReviewedOnly, "reviewed", false, "only what a person confirmed")
	f.BoolVar(&o.Include.Folded, "all", false, "harmless differences, too")
	f.BoolVar(&o.Include.WithoutNotes, "without-notes", false, "leave out the reviewers' notes")
	f.StringVar(&style, "style", "", "folder with files in the place of the built-in templates.yaml, report.html, report.css and words.LANGUAGE.yaml")
	f.StringVar(&logo, "logo", "", "PNG or JPEG for the title page")
	f.StringVar(&by, "by", string(positions.Month), "day, week, month or year")
	f.StringVar(&codebook, "codebook", "", "YAML file of issues, in place of the built-in ones")
	f.BoolVar(&separate, "separate", false, "the files are not versions of one story")
	f.BoolVar(&lines, "lines", false, "the input is one segment per line, aligned line by line")
	return cmd
}

// writeReports writes each file in the format of its ending.
func (c *cli) writeReports(ctx context.Context, outs []string, r *analysis.Result, o report.Options) error {
	for _, out := range outs {
		format, err := report.FormatOf(out)
		if err != nil {
			return err
		}
		o.Progress = func(done, total int) { c.progress("writing "+filepath.Base(out), done, total) }
		if err := writeFile(out, func(w io.Writer) error { return report.Write(ctx, w, format, r, o) }); err != nil {
			return err
		}
	}
	return nil
}

func endings() string {
	var out []string
	for _, f := range report.Formats() {
		out = append(out, "."+string(f))
	}
	return strings.Join(out, " ")
}

// mostVersions is how many files are taken for versions of one story when nothing else is known.
const mostVersions = 16

func oneStory(in *input) bool {
	said := slices.ContainsFunc(in.log, func(d article.Decision) bool {
		_, added := d.Act.(article.AddArticle)
		return !added
	})
	grouped := slices.ContainsFunc(in.articles, func(a article.Article) bool { return a.Meta.Story.Value != "" })
	return !said && !grouped && len(in.articles) <= mostVersions
}

// unitOf checks the value of --by.
func unitOf(by string) (positions.Unit, error) {
	switch u := positions.Unit(by); u {
	case positions.Day, positions.Week, positions.Month, positions.Year:
		return u, nil
	}
	return "", usageError{fmt.Errorf("--by takes day, week, month or year, not %q", by)}
}

// writeFile writes beside the file and renames, so that a failure leaves no half of it.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
