package formats

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
)

//go:embed outlets.txt
var outletTable string

// outletNames knows outlets by their names in several languages and by their addresses.
type outletNames struct {
	byName map[string]string // folded alias → name
	byHost map[string]string
	latin  string // alternatives of a regular expression, the longest first
	han    string
	arabic string
}

var outlets = parseOutlets(outletTable)

// parseOutlets reads lines "Name: alias, alias; host, host". The name is an alias of itself.
func parseOutlets(table string) outletNames {
	o := outletNames{byName: map[string]string{}, byHost: map[string]string{}}
	var latin, han, arabic []string
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		name, rest, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		aliases, hosts, _ := strings.Cut(rest, ";")
		for _, alias := range append(strings.Split(aliases, ","), name) {
			alias = strings.TrimSpace(alias)
			if alias == "" {
				continue
			}
			o.byName[fold(alias)] = name
			quoted := strings.ReplaceAll(regexp.QuoteMeta(level(alias)), " ", `[ \x{200c}]?`)
			switch {
			case hasHan(alias):
				han = append(han, quoted)
			case hasArabic(alias):
				arabic = append(arabic, quoted)
			default:
				latin = append(latin, strings.ReplaceAll(quoted, `[ \x{200c}]?`, " "))
			}
		}
		for _, host := range strings.Split(hosts, ",") {
			if host = strings.TrimSpace(host); host != "" {
				o.byHost[host] = name
			}
		}
	}
	longestFirst := func(list []string) string {
		slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
		return strings.Join(list, "|")
	}
	o.latin, o.han, o.arabic = longestFirst(latin), longestFirst(han), longestFirst(arabic)
	return o
}

// named returns the outlet of the name, "" where the table has none.
func (o outletNames) named(name string) string { return o.byName[fold(name)] }

// at returns the outlet of a host or of a domain above it.
func (o outletNames) at(host string) string {
	host = strings.TrimPrefix(strings.ToLower(host), "www.")
	for host != "" {
		if name, ok := o.byHost[host]; ok {
			return name
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return ""
}

// fold makes names comparable: small letters, no marks at the end, no differing blanks.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(level(s), " .-–—|_·:：")), " "))
}
