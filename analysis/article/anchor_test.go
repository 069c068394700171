package article

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"hexapla/analysis/text"
)

func TestResolve(t *testing.T) {
	const s = "Iran spoke. Then Iraq spoke. Then Iran spoke again, at length, of sanctions and of oil."
	find := func(quote string, nth int) Anchor {
		from := 0
		for range nth {
			from += strings.Index(s[from:], quote) + 1
		}
		start := from + strings.Index(s[from:], quote)
		return AnchorAt("a", s, text.Span{Start: start, End: start + len(quote)})
	}
	for _, c := range []struct {
		name   string
		anchor Anchor
		now    string
		want   string // with what follows it
	}{
		{"unchanged", find("Iran", 1), s, "Iran spoke again"},
		{"text before it", find("Iran", 1), "In Vienna. " + s, "Iran spoke again"},
		{"text before it gone", find("Iran", 1), s[12:], "Iran spoke again"},
		{"another of the same at its place", find("Iran", 1), strings.Repeat("Iran ", 12) + s[12:], "Iran spoke again"},
		{"edited inside", find("Iran spoke again, at length, of sanctions", 0), strings.ReplaceAll(s, "at length, of", "in brief, of"), "Iran spoke again, in brief, of sanctions"},
		{"gone", find("Iraq", 0), strings.ReplaceAll(s, "Iraq", "Oman"), ""},
		{"no text", find("Iraq", 0), "", ""},
		{"place without a quote", AnchorAt("a", s, text.Span{Start: 29, End: 29}), "So: " + s, "Then Iran"},
		{"nowhere", Anchor{}, s, ""},
		{"out of bounds", Anchor{Start: -5, End: 900, Quote: "x"}, s, ""},
	} {
		p, ok := c.anchor.Resolve(c.now)
		if ok != (c.want != "") || ok && !strings.HasPrefix(c.now[p.Start:], c.want) {
			t.Errorf("%s: %v, %v, want at %q", c.name, p, ok, c.want)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("王群说，谈判恢复了。伊朗同意了，美国没有。", 6, 30, 9, "，今天，")
	f.Add(strings.Repeat("word ", 100), 50, 300, 3, "x")
	f.Fuzz(func(t *testing.T, s string, start, end, edit int, insert string) {
		s, insert = strings.ToValidUTF8(s, "?"), strings.ToValidUTF8(insert, "?")
		start, end = min(max(start, 0), len(s)), min(max(end, 0), len(s))
		start, end = wholeRune(s, min(start, end)), wholeRune(s, max(start, end))
		a := AnchorAt("a", s, text.Span{Start: start, End: end})
		if p, ok := a.Resolve(s); ok && p.Of(s) != a.Quote || !ok && s != "" {
			t.Fatalf("%+v is not found in its own text: %v, %v", a, p, ok)
		}
		edit = wholeRune(s, min(max(edit, 0), len(s)))
		now := s[:edit] + insert + s[edit:]
		if p, ok := a.Resolve(now); ok && (p.Start < 0 || p.End > len(now) || p.Start > p.End || !utf8.ValidString(p.Of(now))) {
			t.Fatalf("%+v resolved to %v of %q", a, p, now)
		}
	})
}

func TestResolveIsQuickWhenAllIsGone(t *testing.T) {
	long := strings.Repeat("a", 1<<20)
	a := Anchor{Start: 1000, End: 1000 + 5000, Quote: strings.Repeat("ab", 2500)}
	begin := time.Now()
	if _, ok := a.Resolve(long); ok {
		t.Error("found what is not there")
	}
	if took := time.Since(begin); took > time.Second {
		t.Errorf("took %v", took)
	}
}
