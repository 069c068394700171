package formats

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"hexapla/analysis/text"
)

// dateline is the beginning of a report: "BEIJING, Aug. 8 (Xinhua) --", "新华社德黑兰12月11日电（记者…）".
type dateline struct {
	outlet, place, author             string
	outletSpan, placeSpan, authorSpan text.Span
	date                              written
	dateSpan                          text.Span
}

// Pieces of the patterns, for levelled text: <P> a place, <O> an outlet, <D> a date.
const (
	latinPlace  = `(?P<p>\p{Lu}[\p{L}\p{M}.'-]*(?:[ /](?:de |del |la |el |am |an der |of |и )?\p{Lu}[\p{L}\p{M}.'-]*){0,3}(?:, \p{Lu}[\p{L}.]+)??)`
	arabicPlace = `(?P<p>\p{Arabic}{2,}(?:[ \x{200c}]\p{Arabic}{2,})?)`
	anyAgency   = `\p{Lu}[\p{L}.&'-]*(?: \p{Lu}[\p{L}.&'-]*){0,4} (?:News Agency|News Service|Press Agency|Agency)|` +
		`\p{Lu}[\p{L}-]*(?: \p{L}+)? агентство(?: новостей)?|Nachrichtenagentur \p{Lu}\p{L}+|Agence \p{Lu}\p{L}+`
	anyKhabar  = `(?:خبرگزاری|وکالة|وكالة) (?:أنباء )?\p{Arabic}{2,}?`
	anyPaper   = `\p{Han}{2,6}?(?:社|网|報|报|台)`
	dash       = `[–-]{1,2}`
	chineseDay = `(?P<D>(?:(?:(?P<y3>\d{4})年)?(?P<m3>\d{1,2})月)?(?P<d3>\d{1,2})[日號号])`
)

// patterns are the ways of writing a dateline, the more telling first.
var patterns = sync.OnceValue(func() []*regexp.Regexp {
	latinOutlet := `(?P<o>(?i:` + outlets.latin + `)|` + anyAgency + `)`
	hanOutlet := `(?P<o>` + outlets.han + `|本[报社台网]|` + anyPaper + `)`
	arabicOutlet := `(?P<o>` + outlets.arabic + `|` + anyKhabar + `)`
	date := `(?P<D>` + monthFirst + `|` + dayFirst + `)`
	reporters := `(?:\s*\((?:Reporters?|Journalists?|Correspondents?|by):? (?P<a>[^)]{2,80})\))?`
	var out []*regexp.Regexp
	for _, p := range []string{
		// BEIJING, Aug. 8 (Xinhua) --; MOSCOW, August 8. /TASS/.; Berlin, 8. August (dpa) -
		latinPlace + `[,.]? ` + date + `[.,]?\s*[(/\[]\s*` + latinOutlet + `(?:[^\p{L})/\]][^)/\]]{0,60})?[)/\]]`,
		// WIEN (dpa) -
		latinPlace + `\s*[(/]\s*` + latinOutlet + `(?:[^\p{L})/][^)/]{0,60})?[)/]\s*(?:` + dash + `|[.:])`,
		// МОСКВА, 8 авг – РИА Новости.; Вена. 8 августа. ИНТЕРФАКС -
		latinPlace + `[,.]\s*` + date + `\s*[.,]?\s*(?:` + dash + `)?\s*` + latinOutlet + `(?:\.\p{L}+)?\s*(?:[.:]|` + dash + `)`,
		// China News Agency, Berlin, August 8.; TASS, August 8; Message from Xinhua Tehran on December 11
		`(?:(?:Message|Report|News|Dispatch)\w* (?:from|by|of) )?` + latinOutlet + `[,.:;]?\s+(?:` + latinPlace + `[,:;]?\s+)??(?:on )?` + date + `(?:[^\p{L}\d]|$)` + reporters,
		// Tehran, December 11 –; WASHINGTON –
		latinPlace + `, ` + date + `\s*(?:` + dash + `|[:.])(?:\s|$)`,
		`(?P<p>\p{Lu}{3,}[\p{Lu}.'-]*(?:[ /]\p{Lu}[\p{Lu}.'-]+){0,3}(?:, \p{Lu}[\p{L}.]+)?)\s+` + dash + `\s`,
		// 新华社德黑兰12月11日电（记者…）; 中新社柏林8月8日电
		`(?:\p{Han}{2,6}:)?[【\[]?据?` + hanOutlet + `[】\]]?\s*(?P<p>\p{Han}{2,8}?)?\s*` + chineseDay + `(?:电|電|讯|訊|专电|專電|消息|报道|報道)?(?:\s*\((?:记者|記者|通讯员)?\s*(?P<a>[^)]{1,60})\))?`,
		// 【ウィーン時事】, (서울=연합뉴스)
		`[【(](?P<p>[\p{Han}\p{Katakana}\p{Hangul}ー]+?)\s*=?\s*` + hanOutlet + `[】)]`,
		// تهران، ۲۰ آذر (ایرنا); طهران (رويترز); وین – ایرنا –; به گزارش ایرنا از تهران
		arabicPlace + `\s*,?\s*(?:` + date + `(?: ?/ ?\p{Arabic}+)?,?\s*)?[(/]\s*` + arabicOutlet + `[^)/]{0,40}[)/]`,
		arabicPlace + `\s*[,–-]\s*(?:` + date + `\s*[,–-]?\s*)?` + arabicOutlet + `\s*[–:,-]`,
		arabicOutlet + `\s*[,–-]\s*` + arabicPlace + `\s*[,–-]\s*` + date,
		`به گزارش (?:خبرنگار )?` + arabicOutlet + `(?: از (?P<p>\p{Arabic}{2,}))?`,
	} {
		out = append(out, regexp.MustCompile(`^[ "“]*`+p))
	}
	return out
})

// datelineOf reads the dateline at the beginning of a paragraph.
func datelineOf(s string) (dateline, bool) {
	starts := runeStarts(s)
	const far = 300 // characters
	if len(starts) > far {
		s = s[:starts[far]]
	}
	levelled := level(s)
	levelStarts := runeStarts(levelled)
	for _, re := range patterns() {
		if m := re.FindStringSubmatchIndex(levelled); m != nil {
			d := dateline{}
			at := func(group string) (string, text.Span) { return original(re, m, group, s, starts, levelStarts) }
			d.outlet, d.outletSpan = at("o")
			d.place, d.placeSpan = at("p")
			d.author, d.authorSpan = at("a")
			_, d.dateSpan = at("D")
			d.date, _ = dateOf(re, levelled, m)
			if d.tidy() {
				return d, true
			}
		}
	}
	return dateline{}, false
}

// original returns a group of a match as it stands in the text before levelling.
func original(re *regexp.Regexp, m []int, group, s string, starts, levelStarts []int) (string, text.Span) {
	i := re.SubexpIndex(group)
	if i < 0 || m[2*i] < 0 || m[2*i] == m[2*i+1] {
		return "", text.Span{}
	}
	p := text.Span{Start: starts[runeAt(levelStarts, m[2*i])], End: starts[runeAt(levelStarts, m[2*i+1])]}
	return p.Of(s), p
}

// runeAt returns which rune begins at a byte.
func runeAt(starts []int, at int) int {
	for i, b := range starts {
		if b >= at {
			return i
		}
	}
	return len(starts) - 1
}

var noPlace = regexp.MustCompile(`^(?i:on|in|at|the|by|from|this|it|he|she|we|as|mon|tues|wednes|thurs|fri|satur|sun|last|q|mr|ms)(?i:day)?\b`)

// tidy gives names their usual form; it reports whether this is a dateline at all.
func (d *dateline) tidy() bool {
	if noPlace.MatchString(d.place) || months[strings.ToLower(strings.Trim(d.place, "."))] > 0 {
		return false
	}
	if name := outlets.named(d.outlet); name != "" {
		d.outlet = name
	}
	switch d.outlet {
	case "本报", "本社", "本台", "本网":
		d.outlet = ""
	}
	d.place = capitalised(strings.TrimSpace(d.place))
	d.author = strings.TrimSpace(d.author)
	return d.outlet != "" || d.place != ""
}

// capitalised turns "BEIJING" into "Beijing"; what is not all capitals stays.
func capitalised(s string) string {
	if strings.ToUpper(s) != s || strings.ToLower(s) == s || len([]rune(s)) < 4 {
		return s
	}
	begins := true
	return strings.Map(func(r rune) rune {
		defer func() { begins = !unicode.IsLetter(r) && r != '\'' }()
		if begins {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}
