package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hexapla/analysis/article"
)

func TestTermbases(t *testing.T) {
	resources := shipped(t)
	want := []article.Term{{Source: "核协议", Target: "nuclear deal", From: "zh", To: "en"}}
	for name, data := range map[string]string{
		"named":          "source,target,from,to\n核协议,nuclear deal,zh,en\n",
		"languages":      "zh;en\n核协议;nuclear deal\n",
		"language names": "Chinese\tEnglish\n核协议\tnuclear deal\n",
		"regions":        "zh-CN,en_GB\n核协议,nuclear deal\n",
		"bare":           "核协议,nuclear deal\n",
		"marked":         "\uFEFFzh,note,en\n核协议,of 2015,nuclear deal\n,,\n",
	} {
		got, err := readTerms(resources.Text, []byte(data))
		if name == "bare" && len(got) == 1 {
			got[0].To = "en" // two words are few to tell a language from
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	for _, data := range []string{"", "only one column\nand a line\n"} {
		if got, err := readTerms(resources.Text, []byte(data)); err == nil {
			t.Errorf("%q gives %v", data, got)
		}
	}
	several, err := readTerms(resources.Text, []byte("zh,en,fr\n核协议,nuclear deal | nuclear agreement,accord nucléaire\n"))
	if err != nil || len(several) != 3 {
		t.Fatalf("several renderings are %v, %v", several, err)
	}
	if back, err := readTerms(resources.Text, writeTerms(several)); err != nil || !slices.Equal(back, several) {
		t.Errorf("what is written comes back as %v, %v", back, err)
	}
}

func FuzzReadTerms(f *testing.F) {
	f.Add([]byte("zh,en\n核协议,nuclear deal\n"))
	f.Add([]byte("a;\"b\n\xff,"))
	resources := shipped(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		terms, err := readTerms(resources.Text, data)
		if err == nil && len(terms) == 0 {
			t.Error("neither terms nor an error")
		}
		for _, term := range terms {
			if term.Source == "" || term.Target == "" {
				t.Errorf("a term is %+v", term)
			}
		}
	})
}

func TestTermbaseIsOneStep(t *testing.T) {
	u := openSample(t)
	path := filepath.Join(t.TempDir(), "terms.csv")
	if err := os.WriteFile(path, []byte("zh,en\n协议,agreement\n协议,accord\n谈判,talks\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	u.loadTermbase(path)
	u.wait()
	terms := u.session.State().Terms
	if len(terms) != 3 {
		t.Fatalf("the glossary holds %v", terms)
	}
	u.loadTermbase(path)
	u.wait()
	if n := len(u.session.State().Terms); n != 3 {
		t.Errorf("loaded twice it holds %d terms", n)
	}
	u.removeTerm(terms[0])
	u.wait()
	if got := u.session.State().Terms; !slices.Equal(got, terms[1:]) && !slices.Contains(got, terms[1]) || len(got) != 2 {
		t.Errorf("after a removal it holds %v", got)
	}
}

func TestTermFromDifference(t *testing.T) {
	u := openSample(t)
	c := u.compare()
	for i := range c.page.comparison.Differences {
		d := &c.page.comparison.Differences[i]
		if len(c.page.wordings(d)) < 2 {
			continue
		}
		c.lookAt(i)
		term := c.page.termOf(d)
		u.setTerm(term, term.Source, term.Target)
		u.wait()
		if !slices.Contains(u.session.State().Terms, term) {
			t.Errorf("%+v is not in the glossary %v", term, u.session.State().Terms)
		}
		return
	}
	t.Fatal("no difference has two wordings")
}
