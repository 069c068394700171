package main

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"hexapla/analysis/text"
)

// languages whose names are worth their bytes: those that Hexapla reads and their neighbours.
var languages = strings.Fields(`en zh ru ar de fr es ja fa uk pt it tr he ko hi pl nl sv no da fi cs sk hu ro bg el sr hr sl
	lt lv et is ga sq mk ka hy az kk uz ky tg tk mn id ms vi th tl bn ur ps ta te ml mr gu pa ne si my km lo sw am af ca eu gl be cy ku`)

func langOf(s string) text.Language { return text.Language(s) }

// names reads from CLDR what countries, languages, cities (of time zones), months and weekdays are
// called: one line each, one column per language, alternatives parted by "|".
func names(dir string) (string, error) {
	concepts := map[string]map[string][]string{}
	for _, lang := range languages {
		for _, file := range []struct {
			path string
			take func(map[string]any) map[string][]string
		}{
			{"npm/cldr-localenames-full/package/main/" + lang + "/territories.json", below("localeDisplayNames", "territories")},
			{"npm/cldr-localenames-full/package/main/" + lang + "/languages.json", below("localeDisplayNames", "languages")},
			{"npm/cldr-dates-full/package/main/" + lang + "/timeZoneNames.json", cities},
			{"npm/cldr-dates-full/package/main/" + lang + "/ca-gregorian.json", calendar},
		} {
			found, err := readCLDR(filepath.Join(dir, file.path), lang)
			if err != nil {
				return "", err
			}
			for id, forms := range file.take(found) {
				if concepts[id] == nil {
					concepts[id] = map[string][]string{}
				}
				for _, f := range forms {
					if k := namesKey(f, lang); k != "" && !slices.Contains(concepts[id][lang], k) {
						concepts[id][lang] = append(concepts[id][lang], k)
					}
				}
			}
		}
	}
	var out strings.Builder
	out.WriteString(strings.Join(languages, "\t") + "\n")
	seen := map[string]bool{}
	for _, id := range sortedKeys(concepts) {
		row := make([]string, len(languages))
		for i, lang := range languages {
			row[i] = strings.Join(concepts[id][lang], "|")
		}
		line := strings.Join(row, "\t")
		if row[0] == "" || seen[line] {
			continue
		}
		seen[line] = true
		out.WriteString(line + "\n")
	}
	return out.String(), nil
}

func readCLDR(file, lang string) (map[string]any, error) {
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	return sub(all, "main", lang), nil
}

func sub(m map[string]any, path ...string) map[string]any {
	for _, p := range path {
		m, _ = m[p].(map[string]any)
	}
	return m
}

// below takes the strings under a path; "-alt-short" and the like are further names of the same.
func below(path ...string) func(map[string]any) map[string][]string {
	return func(m map[string]any) map[string][]string {
		found := sub(m, path...)
		out := map[string][]string{}
		for _, id := range sortedKeys(found) {
			name, ok := found[id].(string)
			base, alternative, isAlternative := strings.Cut(id, "-alt-")
			if !ok || isAlternative && alternative == "menu" || base == "UN" && len(name) < 4 || path[len(path)-1] == "languages" && strings.ContainsAny(base, "-_") {
				continue
			}
			out[path[len(path)-1]+"/"+base] = append(out[path[len(path)-1]+"/"+base], name)
		}
		return out
	}
}

// cities takes the example cities of the time zones.
func cities(m map[string]any) map[string][]string {
	out := map[string][]string{}
	var walk func(id string, m map[string]any)
	walk = func(id string, m map[string]any) {
		for k, v := range m {
			switch v := v.(type) {
			case map[string]any:
				walk(id+"/"+k, v)
			case string:
				if k == "exemplarCity" {
					out[id] = []string{v}
				}
			}
		}
	}
	walk("zone", sub(m, "dates", "timeZoneNames", "zone"))
	return out
}

// calendar takes the months, in the forms that stand in dates and alone, and the days of the week.
func calendar(m map[string]any) map[string][]string {
	out := map[string][]string{}
	gregorian := sub(m, "dates", "calendars", "gregorian")
	for _, kind := range []string{"months", "days"} {
		for _, use := range []string{"format", "stand-alone"} {
			wide := sub(gregorian, kind, use, "wide")
			for _, id := range sortedKeys(wide) {
				if name, ok := wide[id].(string); ok {
					out[kind+"/"+id] = append(out[kind+"/"+id], name)
				}
			}
		}
	}
	return out
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func mostFrequent[K cmp.Ordered](count map[K]int) K {
	keys := sortedKeys(count)
	sort.SliceStable(keys, func(i, j int) bool { return count[keys[i]] > count[keys[j]] })
	return keys[0]
}
