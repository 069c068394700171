package formats

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// head is what the top of a text tells: headline, byline, dateline.
type head struct {
	title    article.Field
	outlet   article.Field
	author   article.Field
	place    article.Field
	on       written // publication
	dateSpan text.Span
}

// line is a line of the top that is not blank, without the blanks around it.
type line struct {
	text.Span
	text      string
	blankNext bool // an empty line, or nothing, follows
}

// headOf reads the top of a text: a headline if there is one, lines with author, date or source,
// and the dateline at the beginning of the first paragraphs.
func headOf(s string) head {
	var h head
	lines := topLines(s)
	if len(lines) > 0 && isTitle(lines) {
		h.setTitle(lines[0])
		lines = lines[1:]
	}
	for len(lines) > 0 && h.credit(lines[0]) {
		lines = lines[1:]
	}
	for _, l := range lines[:min(2, len(lines))] {
		if d, ok := datelineOf(l.text); ok {
			h.take(d, l)
			break
		}
	}
	return h
}

// topLines returns the first lines of a text.
func topLines(s string) []line {
	const most, far = 8, 6000
	var out []line
	at := 0
	for l := range strings.Lines(s) {
		trimmed := strings.TrimFunc(l, unicode.IsSpace)
		switch {
		case trimmed != "":
			if len(out) == most {
				return out
			}
			start := at + strings.Index(l, trimmed)
			out = append(out, line{text.Span{Start: start, End: start + len(trimmed)}, trimmed, true})
			if len(out) > 1 && s[out[len(out)-2].End:start] != "" {
				gap := s[out[len(out)-2].End:start]
				out[len(out)-2].blankNext = strings.Count(gap, "\n") > 1
			}
		case len(out) == 0:
			// blank lines before the text
		}
		if at += len(l); at > far {
			break
		}
	}
	return out
}

const widestTitle = 160 // a wide character counts two

// isTitle reports whether the first line is a headline: short, no sentence, and parted from what
// follows by an empty line, by being much shorter, or by the dateline that follows.
func isTitle(lines []line) bool {
	if len(lines) < 2 {
		return false
	}
	l, next := lines[0], lines[1]
	if width(l.text) > widestTitle || isSentence(l.text) || salutation.MatchString(l.text) || label.MatchString(l.text) {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(l.text); unicode.IsLower(first) || strings.ContainsRune("-–—•*·", first) {
		return false
	}
	if _, ok := datelineOf(l.text); ok {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(next.text); unicode.IsLower(first) {
		return false
	}
	if _, outlet := cutOutlet(l.text); outlet != "" {
		return true
	}
	if l.blankNext || width(next.text) > width(l.text)*3/2 && width(l.text) < 100 {
		return true
	}
	_, ok := datelineOf(next.text)
	return ok
}

var (
	salutation = regexp.MustCompile(`(?i)^(in the name of |mr\.? |mrs\.? |ms\.? |madam|your |excellenc|distinguished |ladies |honou?rable |dear |thank |بسم|به نام|各位|尊敬的|主席|уважаем|господин|sehr geehrte|monsieur|mesdames|señor)`)
	label      = regexp.MustCompile(`^(?:Q|A|\p{Lu}[\p{Lu}.' -]*):?\s*(?:\s\s|:)|^Q\s`)
	inside     = regexp.MustCompile(`\p{Ll}{4}[.!?]["'”»)]* +["'“«(]*\p{Lu}|[。！？؟۔].`)
	acronym    = regexp.MustCompile(`(?:\p{Lu}\.){2,}$`)
)

// isSentence reports whether the line ends as a sentence or a part of one, or holds an end of one.
func isSentence(s string) bool {
	bare := strings.TrimRight(s, `"'”’»」』)）]`)
	last, _ := utf8.DecodeLastRuneInString(bare)
	return strings.ContainsRune(".。!！?？…;；:：,，、؟؛۔،", last) && !acronym.MatchString(bare) || inside.MatchString(s)
}

func width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			n++
		}
	}
	return n
}

// setTitle takes a line for the headline. An outlet at its end is no part of it.
func (h *head) setTitle(l line) {
	value, outlet := cutOutlet(strings.TrimLeft(l.text, "# "))
	h.title = article.Field{Value: value, Origin: article.FromText, Span: l.Span}
	if outlet != "" {
		h.outlet = article.Field{Value: outlet, Origin: article.FromText}
	}
}

var tail = regexp.MustCompile(`^(.+?)\s*[-–—|_·]\s*([^-–—|_·]{2,40})$`)

// cutOutlet parts "Talks resume - Xinhuanet" if the table knows the outlet.
func cutOutlet(title string) (bare, outlet string) {
	bare = title
	for range 2 { // "Talks resume_News_Xinhuanet"
		m := tail.FindStringSubmatch(bare)
		if m == nil {
			break
		}
		name := outlets.named(m[2])
		if name == "" {
			break
		}
		bare, outlet = m[1], name
	}
	return bare, outlet
}

var (
	byline = regexp.MustCompile(`^(?:By|BY|Von|Par|Por|Автор:?|Reporter:|Reporters:|Author:)\s+(\p{Lu}[^.]{3,80})$|^(?:记者|文|作者|نویسنده)\s*[:：/丨|]?\s*(.{2,30})$`)
	source = regexp.MustCompile(`^(?:Source|Quelle|Источник|来源|稿源|منبع|المصدر)\s*[:：]\s*([^|\d]{2,40}?)\s*(?:[|\d].*)?$`)
)

// credit reads a short line that names author, source or date; false for any other.
func (h *head) credit(l line) bool {
	if width(l.text) > 90 {
		return false
	}
	if m := byline.FindStringSubmatch(l.text); m != nil {
		h.author = article.Field{Value: strings.TrimSpace(m[1] + m[2]), Origin: article.FromText, Span: l.Span}
		return true
	}
	s := level(l.text)
	w, dated := dateIn(s)
	if m := source.FindStringSubmatch(s); m != nil {
		name := outlets.named(m[1])
		if name == "" {
			name = strings.TrimSpace(m[1])
		}
		h.outlet = article.Field{Value: name, Origin: article.FromText, Span: l.Span}
		if dated {
			h.on, h.dateSpan = w, l.Span
		}
		return true
	}
	if dated && w.year > 0 && onlyDate.MatchString(withoutDates(s)) {
		h.on, h.dateSpan = w, l.Span
		return true
	}
	return false
}

func withoutDates(s string) string {
	return anyDate.ReplaceAllStringFunc(s, func(part string) string {
		if _, ok := dateIn(part); ok {
			return " "
		}
		return part
	})
}

// onlyDate is what may stand on a line besides a date: weekday, time, zone, "updated".
var onlyDate = regexp.MustCompile(`(?i)^[\s,.|:;()/+–-]*(?:(?:\p{L}+day|published|updated|posted|date|time|gmt|utc|e[sd]?t|bst|cest?|a\.?m\.?|p\.?m\.?|uhr|발행|星期.|周.|تاریخ|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{4})[\s,.|:;()/+–-]*){0,8}$`)

// take takes the dateline over; what the lines above it say stays.
func (h *head) take(d dateline, l line) {
	field := func(f *article.Field, value string, at text.Span) {
		if value != "" && f.Value == "" {
			*f = article.Field{Value: value, Origin: article.FromText, Span: at.Shift(l.Start)}
		}
	}
	field(&h.outlet, d.outlet, d.outletSpan)
	field(&h.place, d.place, d.placeSpan)
	field(&h.author, d.author, d.authorSpan)
	if d.date.exists() && !h.on.exists() {
		h.on, h.dateSpan = d.date, d.dateSpan.Shift(l.Start)
	}
}

// offerTitle sets the title, and where a title that is known already stands in the text.
func (h head) offerTitle(m *article.Meta, s string) {
	if m.Title.Value == "" {
		offer(&m.Title, h.title)
		return
	}
	if m.Title.Span.Empty() {
		if bare, _ := cutOutlet(m.Title.Value); h.title.Value != "" && fold(bare) == fold(h.title.Value) {
			m.Title.Span = h.title.Span
		} else if first := topLines(s); len(first) > 0 && fold(first[0].text) == fold(m.Title.Value) {
			m.Title.Span = first[0].Span
		}
	}
}

func (h head) offerDateline(m *article.Meta) {
	offer(&m.Outlet, h.outlet)
	offer(&m.Place, h.place)
	offer(&m.Author, h.author)
}

// date is the day that the text gives. A year that it leaves out is that of the file's name, of
// other dates in the text, or the latest possible; unless the name gives a whole date it is a guess.
func (h head) date(known article.Field, named nameParts, s, today string) article.Field {
	w := h.on
	if !w.exists() || strength(known.Origin) > strength(article.FromText) {
		return article.Field{}
	}
	f := article.Field{Origin: article.FromText, Span: h.dateSpan}
	said := fmt.Sprintf("the text gives %s %d without a year; ", monthNames[w.month], w.day)
	if w.year > 0 {
		f.Value = day(w.year, w.month, w.day)
		return f
	}
	if f.Value = nearest(w, named.date); f.Value != "" {
		f.Why = said + "the year is in the file's name"
		return f
	}
	f.Guess = true
	if named.year > 0 {
		f.Value, f.Why = day(named.year, w.month, w.day), said+fmt.Sprintf("%d is in the file's name", named.year)
	} else if year := latestYear(s, today); year > 0 {
		f.Value, f.Why = day(year, w.month, w.day), said+fmt.Sprintf("%d is the latest year that it mentions", year)
	} else if len(today) >= 10 {
		year := atoi(today[:4])
		if day(year, w.month, w.day) > today[:10] {
			year--
		}
		f.Value, f.Why = day(year, w.month, w.day), said+"this is the latest such day up to today"
	}
	return f
}

var monthNames = [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// nearest completes a date with the year that brings it closest to another.
func nearest(w written, to string) string {
	if to == "" {
		return ""
	}
	year := atoi(to[:4])
	switch months := w.month - atoi(to[5:7]); {
	case months > 6:
		year--
	case months < -6:
		year++
	}
	return day(year, w.month, w.day)
}

var yearInText = regexp.MustCompile(`(?:^|[^\d.,/$€£-])((?:19[5-9]|20\d)\d)(?:[^\d%]|$)`)

// latestYear is the latest year that the text mentions and that is not to come.
func latestYear(s, today string) int {
	last := 2099
	if len(today) >= 4 {
		last = atoi(today[:4])
	}
	year := 0
	for _, m := range yearInText.FindAllStringSubmatch(level(s), -1) {
		if y := atoi(m[1]); y <= last {
			year = max(year, y)
		}
	}
	return year
}
