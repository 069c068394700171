package session

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/article/formats"
)

// SampleStory is the name of the story that the sample compares.
const SampleStory = "Vienna talks resume"

// sampleEvents are the markers on the sample's chart.
var sampleEvents = []article.Act{
	article.SetEvent{Date: "2013-11-24", Label: "interim agreement"},
	article.SetEvent{Date: "2015-07-14", Label: "nuclear agreement"},
	article.SetEvent{Date: "2018-05-08", Label: "United States leaves"},
	article.SetEvent{Date: "2021-04-06", Label: "Vienna talks"},
	article.SetEvent{Date: "2022-08-08", Label: "final text"},
}

// AddSample fills an empty project with the sample under fsys (the folder assets/sample): one story
// in five renderings, and digests of ten years. Every text says what it is.
func (s *Session) AddSample(fsys fs.FS) error {
	var read []article.Article
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Dir(name) == "." {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		found, err := formats.Read(path.Base(name), data, formats.Options{Model: s.options.Resources.Text})
		if err != nil {
			return err
		}
		read = append(read, found.Articles...)
		return nil
	})
	if err != nil {
		return fmt.Errorf("the built-in sample is damaged, install the program again: %w", err)
	}
	if out := s.Add(read, append(describeSeed(read), sampleEvents...)...); len(out.Failures) > 0 {
		return errors.New(strings.Join(out.Failures, "; "))
	}
	return nil
}

// describeSeed says of the one text without front matter what it is and where it belongs.
func describeSeed(articles []article.Article) []article.Act {
	var acts []article.Act
	for _, a := range articles {
		if !strings.HasPrefix(a.File, "cns-") {
			continue
		}
		set := func(field, value string) {
			acts = append(acts, article.SetMeta{Article: a.ID, Field: field, Value: value})
		}
		set("title", "Wang Qun: hopes the US will decide")
		set("outlet", "China News Service")
		set("date", "2022-08-08")
		set("role", "translation")
		set("label", "Machine translation of China News Service copy; third-party text, shown as an example")
		acts = append(acts, article.Group{Articles: []article.ID{a.ID}, Story: SampleStory})
	}
	return acts
}
