package attribution

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// officeForm is one way to call an office.
type officeForm struct{ form, office string }

// loadOffices reads offices.tsv, longest forms first.
func loadOffices(fsys fs.FS) ([]officeForm, error) {
	data, err := fs.ReadFile(fsys, "attribution/offices.tsv")
	if err != nil {
		return nil, err
	}
	var out []officeForm
	for n, line := range strings.Split(string(bytes.TrimSpace(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		office, forms, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("offices.tsv line %d: no forms", n+1)
		}
		for form := range strings.SplitSeq(forms, "|") {
			out = append(out, officeForm{form, office})
		}
	}
	slices.SortStableFunc(out, func(a, b officeForm) int { return cmp.Compare(len(b.form), len(a.form)) })
	return out, nil
}

// offices are the offices that a role names, whatever the language: "foreign minister" in 中国外交部长.
func (t *Tables) offices(role string) []string {
	if t == nil || role == "" {
		return nil
	}
	rest := strings.ToLower(role)
	var out []string
	for _, o := range t.officeForms {
		at := strings.Index(rest, o.form)
		if at < 0 || !standsAlone(rest, at, at+len(o.form)) {
			continue
		}
		rest = rest[:at] + strings.Repeat("\x00", len(o.form)) + rest[at+len(o.form):]
		if !slices.Contains(out, o.office) {
			out = append(out, o.office)
		}
	}
	slices.Sort(out)
	return out
}

// standsAlone reports whether no letter touches the form, in scripts that part words; German ends
// its compounds with an office.
func standsAlone(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	first, _ := utf8.DecodeRuneInString(s[start:])
	if unicode.Is(unicode.Han, first) {
		return true
	}
	return (start == 0 || !unicode.IsLetter(before)) && (end == len(s) || !unicode.IsLetter(after) || after == 's')
}
