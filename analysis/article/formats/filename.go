package formats

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"hexapla/analysis/article"
)

// nameParts is what a file's name tells.
type nameParts struct {
	speaker  string
	session  int // of the UN General Assembly
	year     int
	date     string // ISO day
	title    string
	language string
	outlet   string
	role     string
}

var (
	debate    = regexp.MustCompile(`^([A-Z]{2,4})_(\d{1,2})_((?:19|20)\d\d)$`)
	isoInName = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)`)
	dmyInName = regexp.MustCompile(`(?:^|[^0-9])(0?[1-9]|[12]\d|3[01])[-_.](0?[1-9]|1[0-2])[-_.]((?:19|20)\d\d)(?:[^0-9]|$)`)
	yearOnly  = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)(?:[^0-9]|$)`)
	langTail  = regexp.MustCompile(`[._-]([A-Za-z]{2})(?:[-_](?:[A-Z]{2}|Han[st]|cn|tw|hk|us|gb|uk))?$`)
	wordsOnly = regexp.MustCompile(`[-_. ]+`)
)

// fromName reads a file's name: "CHN_77_2022.txt", "2022-08-08-title.md", "cns-2022-08-08.en.txt".
func fromName(name string) nameParts {
	var p nameParts
	stem := name
	if i := strings.LastIndexByte(stem, '.'); i > 0 && len(stem)-i <= 9 {
		stem = stem[:i]
	}
	if m := debate.FindStringSubmatch(stem); m != nil {
		session, _ := strconv.Atoi(m[2])
		p.speaker, p.year = m[1], atoi(m[3])
		if session+1945 == p.year {
			p.session = session
		}
		return p
	}
	if m := langTail.FindStringSubmatch(stem); m != nil && knownLanguage[strings.ToLower(m[1])] {
		p.language = strings.ToLower(m[1])
		stem = stem[:len(stem)-len(m[0])]
	}
	rest := stem
	if m := isoInName.FindStringSubmatchIndex(stem); m != nil {
		p.date = day(atoi(stem[m[2]:m[3]]), atoi(stem[m[4]:m[5]]), atoi(stem[m[6]:m[7]]))
		rest = stem[:m[2]] + " " + stem[m[7]:]
	} else if m := dmyInName.FindStringSubmatchIndex(stem); m != nil {
		p.date = day(atoi(stem[m[6]:m[7]]), atoi(stem[m[4]:m[5]]), atoi(stem[m[2]:m[3]]))
		rest = stem[:m[2]] + " " + stem[m[7]:]
	}
	if p.date != "" {
		p.year = atoi(p.date[:4])
	} else if m := yearOnly.FindStringSubmatch(stem); m != nil {
		p.year = atoi(m[1])
	}
	p.words(strings.Fields(wordsOnly.ReplaceAllString(rest, " ")))
	return p
}

// words looks for an outlet and a role among the words of the name; many words are a title.
func (p *nameParts) words(words []string) {
	if len(words) > 0 {
		switch strings.ToLower(words[0]) {
		case "src", "source", "original":
			p.role = "original"
		case "ref", "reference", "hyp", "hypothesis", "mt", "translation":
			p.role = "translation"
		}
		for n := min(4, len(words)); n > 0 && p.outlet == ""; n-- {
			p.outlet = outlets.named(strings.Join(words[:n], " "))
		}
	}
	letters := func(w string) bool { return strings.ContainsFunc(w, unicode.IsLetter) }
	if len(words) >= 3 && slices.ContainsFunc(words, letters) && p.role == "" {
		title := strings.Join(words, " ")
		p.title = strings.ToUpper(title[:1]) + title[1:]
		if title[0] >= 0x80 {
			p.title = title
		}
	}
}

// offer fills the fields that nothing stronger gave.
func (p nameParts) offer(m *article.Meta) {
	from := func(value string) article.Field { return article.Field{Value: value, Origin: article.FromFileName} }
	offer(&m.Speaker, from(p.speaker))
	offer(&m.Outlet, from(p.outlet))
	offer(&m.Role, from(p.role))
	offer(&m.Title, from(p.title))
	offer(&m.Date, from(p.date))
	if p.session > 0 {
		offer(&m.Date, article.Field{
			Value: day(p.year, 9, 24), Origin: article.FromFileName, Guess: true,
			Why: fmt.Sprintf("the name says session %d of %d, and the General Debate of the United Nations is held in late September", p.session, p.year),
		})
	}
}

// knownLanguage are the codes that may end a file's name; others are more likely words.
var knownLanguage = func() map[string]bool {
	out := map[string]bool{}
	for _, code := range strings.Fields("ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl ps pt ro ru sk sl sr sv sw ta th tr uk ur uz vi zh") {
		out[code] = true
	}
	return out
}()

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
