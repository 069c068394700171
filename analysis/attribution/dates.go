package attribution

import (
	"strconv"
	"strings"
	"time"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

// Where the date of a statement comes from: see Statement.DateFrom.
const (
	fromText        = "text"
	fromPublication = "publication"
)

// said is the date of a statement with where it was found.
type said struct{ date, from string }

// farDate is how many bytes from its cue a date may stand.
const farDate = 600

// saidOn finds when something was said: a date in the sentence of the cue that is not part of what
// was said, the one nearest to the cue; else the day of publication. A date that the text gives
// only to the year is left open, so that no chart shows a day that nobody named.
func (r *reading) saidOn(d *draft) said {
	publication := said{r.doc.Date, fromPublication}
	if r.doc.Date == "" {
		publication.from = ""
	}
	anchor := d.Cue
	if anchor == nil || d.sentence >= len(r.sentences) {
		return publication
	}
	s := r.sentences[d.sentence]
	s.Start, s.End = max(s.Start, anchor.Start-farDate), min(s.End, anchor.End+farDate)
	best, distance := said{}, 1<<30
	for _, m := range r.datesIn(s.Span) {
		if within(m.Span, d.Content) {
			continue
		}
		away := max(anchor.Start-m.End, m.Start-anchor.End)
		if at, ok := resolve(m.Value, r.doc.Text[max(0, m.Start-40):m.Start], r.doc.Date); ok && away < distance {
			best, distance = said{at, fromText}, away
		}
	}
	if best.from == "" {
		return publication
	}
	return best
}

func within(p text.Span, spans []text.Span) bool {
	for _, q := range spans {
		if q.Overlaps(p) {
			return true
		}
	}
	return false
}

func (r *reading) datesIn(p text.Span) []entity.Mention {
	var out []entity.Mention
	for _, m := range r.dates[firstAt(r.dates, p.Start):] {
		if m.End > p.End {
			break
		}
		out = append(out, m)
	}
	return out
}

func firstAt(list []entity.Mention, at int) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if mid := (lo + hi) / 2; list[mid].Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// resolve turns a partial date into a day (or month) in the light of the day of publication: the
// latest that is not after it. before is the sentence up to the date: "last Tuesday" is a week
// earlier, "next Tuesday" is no day on which something was said.
func resolve(value, before, publication string) (string, bool) {
	published, err := time.Parse(time.DateOnly, publication)
	known := err == nil
	before = strings.ToLower(strings.TrimSpace(strings.ToValidUTF8(before, "")))
	for _, w := range []string{"next", "nächsten", "prochain", "próximo", "下周", "下月", "следующий", "следующую"} {
		if strings.HasSuffix(before, w) {
			return "", false
		}
	}
	switch {
	case strings.HasPrefix(value, "w"):
		n, err := strconv.Atoi(value[1:])
		if err != nil || !known {
			return "", false
		}
		back := (int(published.Weekday()) - n%7 + 7) % 7
		if back == 0 && endsIn(before, "last", "letzten", "vergangenen") || endsIn(before, "上周", "上星期") && back < int(published.Weekday()) {
			back += 7
		}
		return published.AddDate(0, 0, -back).Format(time.DateOnly), true
	case strings.HasPrefix(value, "r"):
		n, err := strconv.Atoi(value[1:])
		if err != nil || !known || n > 0 {
			return "", false
		}
		return published.AddDate(0, 0, n).Format(time.DateOnly), true
	}
	parts := strings.Split(value, "-")
	switch {
	case len(parts) == 1:
		return "", value != strconv.Itoa(published.Year()) && isYear(value)
	case len(parts) == 2 && parts[0] != "*":
		return value, true
	case len(parts) == 3 && parts[0] != "*" && parts[1] != "*":
		return value, true
	case !known:
		return "", false
	case len(parts) == 3 && parts[1] == "*":
		return dayOfMonth(parts[2], published)
	case len(parts) >= 2:
		return dayOfYear(parts[1:], published)
	}
	return "", false
}

func endsIn(s string, list ...string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// dayOfMonth is the last day of that number up to the day after publication: where the sun is
// already up, it is tomorrow.
func dayOfMonth(day string, published time.Time) (string, bool) {
	n, err := strconv.Atoi(day)
	if err != nil {
		return "", false
	}
	for back := range 3 {
		first := time.Date(published.Year(), published.Month()-time.Month(back), 1, 0, 0, 0, 0, time.UTC)
		at := first.AddDate(0, 0, n-1)
		if at.Month() == first.Month() && !at.After(published.AddDate(0, 0, 1)) {
			return at.Format(time.DateOnly), true
		}
	}
	return "", false
}

// dayOfYear is the last such day, or month, up to the day after publication.
func dayOfYear(parts []string, published time.Time) (string, bool) {
	month, err := strconv.Atoi(parts[0])
	if err != nil {
		return "", false
	}
	day := 1
	if len(parts) > 1 {
		if day, err = strconv.Atoi(parts[1]); err != nil {
			return "", false
		}
	}
	for back := range 5 { // 29 February may be four years away
		at := time.Date(published.Year()-back, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if int(at.Month()) == month && !at.After(published.AddDate(0, 0, 1)) {
			if len(parts) > 1 {
				return at.Format(time.DateOnly), true
			}
			return at.Format("2006-01"), true
		}
	}
	return "", false
}
