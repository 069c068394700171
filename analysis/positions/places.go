package positions

import (
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// addPlaces adds the names of states in the grammar's language, as CLDR has them, to the names by
// which actors are known. Words that several names share tell nothing and stay out.
func (g *grammar) addPlaces() {
	tag, err := language.Parse(string(g.language))
	if err != nil {
		return
	}
	names := display.Regions(tag)
	codes := map[string]string{}
	shared := map[string]bool{}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			region, err := language.ParseRegion(string([]rune{a, b}))
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || region.ISO3() == "ZZZ" {
				continue
			}
			words := strings.Fields(fold(names.Name(region)))
			if len(words) == 2 {
				g.names[words[0]+" "+words[1]] = region.ISO3()
			}
			for _, w := range strings.Fields(names.Name(region)) {
				w = fold(strings.Trim(w, "(),&’'"))
				if len(w) < 4 || codes[w] != "" && codes[w] != region.ISO3() {
					shared[w] = true
				}
				codes[w] = region.ISO3()
			}
		}
	}
	for w, code := range codes {
		if _, known := g.demonyms[w]; !known && !shared[w] && !g.ignored[w] && !common[w] && code != "UNO" {
			g.demonyms[w] = code
		}
	}
}

// common is words of states' names that are more often something else.
var common = map[string]bool{
	"united": true, "states": true, "kingdom": true, "republic": true, "islands": true, "island": true, "territory": true,
	"democratic": true, "african": true, "central": true, "south": true, "north": true, "minor": true, "outlying": true,
	"city": true, "coast": true, "federal": true, "western": true, "southern": true, "lands": true, "area": true,
	"saint": true, "british": true, "french": true, "ocean": true, "indian": true, "virgin": true, "heard": true, "salvador": true,
	"guinea": true, "bouvet": true, "norfolk": true, "christmas": true, "emirates": true, "arab": true, "region": true, "nations": true, "union": true, "european": true,
	"people": true, "peninsula": true, "islamic": true, "federation": true,
}

// place returns the actor that a word names or derives from: Russia and Russian are RUS.
func (g *grammar) place(word string) string {
	if code := g.demonyms[word]; code != "" || g.language != "en" {
		return code
	}
	for _, ending := range []string{"n", "an", "ian", "i", "ese", "ish", "ns", "ans", "ians", "is"} {
		stem, ok := strings.CutSuffix(word, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, vowel := range []string{"", "a", "e", "y"} {
			if code := g.demonyms[stem+vowel]; code != "" {
				return code
			}
		}
	}
	return ""
}

// placeAt returns the actor that token i names alone or with the one before it.
func (g *grammar) placeAt(tokens []token, i int) string {
	if i > 0 {
		if code := g.names[tokens[i-1].norm+" "+tokens[i].norm]; code != "" {
			return code
		}
	}
	return g.place(tokens[i].norm)
}
