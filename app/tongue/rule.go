package tongue

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"hexapla/assets"
)

// Rule says in plain words what a rule of triage goes by. Rules are named as their weights are, in parts: what has no
// words of its own is said as the rule that it belongs to, and "number.weakly lost" as "number". What is unknown stays
// as it is.
func (t *Tongue) Rule(feature string) string {
	words := rules()[t.ID]
	for name := feature; name != ""; name = name[:max(0, strings.LastIndexAny(name, ". "))] {
		if s := words[name]; s != "" {
			return s
		}
	}
	return feature
}

// rules are the words by language and rule.
var rules = sync.OnceValue(func() map[string]map[string]string {
	data, err := assets.Files.ReadFile("i18n/rules.tsv")
	if err != nil {
		panic(err) // embedded
	}
	out := map[string]map[string]string{}
	var languages []string
	for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		f := strings.Split(line, "\t")
		if names, ok := strings.CutPrefix(line, "# feature\t"); ok {
			languages = strings.Split(names, "\t")
			for _, l := range languages {
				out[l] = map[string]string{}
			}
		}
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(f) != len(languages)+1 || slices.Contains(f, "") {
			panic(fmt.Sprintf("i18n/rules.tsv:%d: %d fields", n+1, len(f)))
		}
		for i, l := range languages {
			out[l][f[0]] = f[i+1]
		}
	}
	return out
})
