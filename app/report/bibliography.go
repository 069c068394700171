package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hexapla/analysis"
)

// source is an article as a bibliography lists it, in the fields of CSL-JSON.
type source struct {
	ID        string  `json:"id"`
	Type      string  `json:"type"`
	Title     string  `json:"title"`
	Author    []named `json:"author,omitempty"`
	Container string  `json:"container-title,omitempty"`
	Place     string  `json:"publisher-place,omitempty"`
	Issued    *issued `json:"issued,omitempty"`
	Language  string  `json:"language,omitempty"`
	URL       string  `json:"URL,omitempty"`
	Note      string  `json:"note,omitempty"`
}

type named struct {
	Literal string `json:"literal"`
}

type issued struct {
	Parts [][]int `json:"date-parts"`
}

func sources(r *analysis.Result) []source {
	out := []source{}
	for i, v := range r.Versions {
		m := v.Article.Meta
		s := source{
			ID: fmt.Sprintf("hexapla%d", i+1), Type: "article-newspaper", Title: m.Title.Value, Container: m.Outlet.Value, Place: m.Place.Value,
			Language: string(v.Language), URL: m.URL.Value, Note: "SHA-256 " + hash(v.Article.Raw),
		}
		if s.Title == "" {
			s.Title = v.Article.File
		}
		if m.Author.Value != "" {
			s.Author = []named{{m.Author.Value}}
		}
		s.Issued = issuedOn(m.Date.Value)
		out = append(out, s)
	}
	return out
}

func issuedOn(iso string) *issued {
	var parts []int
	for _, p := range strings.Split(iso, "-") {
		n, err := strconv.Atoi(p)
		if err != nil || n <= 0 {
			return nil
		}
		parts = append(parts, n)
	}
	if len(parts) == 0 || len(parts) > 3 {
		return nil
	}
	return &issued{[][]int{parts}}
}

// writeCSL writes the articles as CSL-JSON.
func writeCSL(w io.Writer, r *analysis.Result, _ Options) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(sources(r))
}

// writeBibTeX writes the articles as BibTeX in UTF-8, as biber reads it.
func writeBibTeX(w io.Writer, r *analysis.Result, _ Options) error {
	b := bufio.NewWriter(w)
	for _, s := range sources(r) {
		fmt.Fprintf(b, "@article{%s,\n", s.ID)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(b, "  %s = {%s},\n", name, tex(value))
			}
		}
		field("title", "{"+s.Title+"}")
		for _, a := range s.Author {
			field("author", "{"+a.Literal+"}")
		}
		field("journal", s.Container)
		field("address", s.Place)
		if s.Issued != nil {
			date := ""
			for i, n := range s.Issued.Parts[0] {
				if i > 0 {
					date += "-"
				}
				date += fmt.Sprintf("%02d", n)
			}
			field("date", date)
			field("year", strconv.Itoa(s.Issued.Parts[0][0]))
		}
		field("langid", s.Language)
		field("url", s.URL)
		field("note", s.Note)
		b.WriteString("}\n\n")
	}
	return b.Flush()
}

// tex escapes what TeX takes for a command; the outer braces of a value that asks for them stay.
func tex(s string) string {
	open, inner, shut := "", s, ""
	if strings.HasPrefix(s, "{") && strings.HasSuffix(s, "}") && len(s) >= 2 {
		open, inner, shut = "{", s[1:len(s)-1], "}"
	}
	inner = strings.NewReplacer(
		"\\", `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`, "\n", " ", "\r", " ", "\x00", "",
	).Replace(inner)
	return open + inner + shut
}
