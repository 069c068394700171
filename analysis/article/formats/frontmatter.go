package formats

import (
	"strings"

	"gopkg.in/yaml.v3"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

const longestFrontMatter = 64 << 10

// frontMatter parts a YAML block between lines of dashes from the text below it. It reports false
// where there is none, or where what stands there is no list of keys and values.
func frontMatter(s string) (article.Meta, string, bool) {
	first, rest, ok := strings.Cut(s, "\n")
	if !ok || strings.TrimRight(first, " \r") != "---" {
		return article.Meta{}, s, false
	}
	at := 0
	for l := range strings.Lines(rest) {
		if bare := strings.TrimRight(l, " \r\n"); bare == "---" || bare == "..." {
			meta, ok := metaOf(rest[:at])
			if !ok {
				return article.Meta{}, s, false
			}
			return meta, strings.TrimLeft(rest[at+len(l):], "\r\n"), true
		}
		if at += len(l); at > longestFrontMatter {
			break
		}
	}
	return article.Meta{}, s, false
}

// metaOf reads keys and values; a key that means nothing here is passed over.
func metaOf(block string) (article.Meta, bool) {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(block), &root); err != nil {
		return looseMeta(block)
	}
	if len(root.Content) != 1 || root.Content[0].Kind != yaml.MappingNode {
		return article.Meta{}, false
	}
	var m article.Meta
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		setMeta(&m, pairs[i].Value, valueOf(pairs[i+1]), article.FromFrontMatter)
	}
	return m, true
}

// looseMeta reads a block that is not quite YAML, as where a title holds a colon: "key: value", each
// on its line.
func looseMeta(block string) (article.Meta, bool) {
	var m article.Meta
	for l := range strings.Lines(block) {
		key, value, ok := strings.Cut(l, ":")
		if !ok {
			if strings.TrimSpace(l) != "" {
				return article.Meta{}, false
			}
			continue
		}
		setMeta(&m, key, strings.Trim(oneLine(value), `"'`), article.FromFrontMatter)
	}
	return m, m != article.Meta{}
}

// valueOf writes a value or a list of values on one line.
func valueOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return oneLine(n.Value)
	case yaml.SequenceNode:
		var out []string
		for _, c := range n.Content {
			if c.Kind == yaml.ScalarNode {
				out = append(out, oneLine(c.Value))
			}
		}
		return strings.Join(out, ", ")
	case yaml.MappingNode: // author: {name: …}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "name" && n.Content[i+1].Kind == yaml.ScalarNode {
				return oneLine(n.Content[i+1].Value)
			}
		}
	}
	return ""
}

// oneLine collapses white space and drops what only steers the breaking of lines.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unseenRune(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// metaKeys maps the keys in use to the fields of Meta.
var metaKeys = func() map[string]string {
	out := map[string]string{}
	for field, keys := range map[string]string{
		"title":         "title headline name subject",
		"outlet":        "outlet source publisher publication agency site site_name newspaper medium",
		"author":        "author authors byline by creator reporter",
		"place":         "place location city dateline",
		"date":          "date published published_time published_at publication_date date_published pubdate pub_date issued day created",
		"language":      "language lang locale",
		"role":          "role",
		"translated_of": "translated_of translation_of translated_from original_language original",
		"speaker":       "speaker actor country delegation",
		"label":         "label note description",
		"url":           "url link source_url permalink canonical original_url uri",
		"story":         "story event group",
		"tags":          "tags keywords categories category",
	} {
		for _, k := range strings.Fields(keys) {
			out[k] = field
		}
	}
	return out
}()

// setMeta sets the field that a key means, if the value is of use and nothing stronger is there.
func setMeta(m *article.Meta, key, value string, origin article.Origin) {
	key = strings.NewReplacer(" ", "_", "-", "_", ":", "_").Replace(strings.ToLower(strings.TrimSpace(key)))
	name, ok := metaKeys[key]
	if !ok || value == "" {
		return
	}
	if isAddress(value) && name == "outlet" {
		name = "url"
	}
	switch name {
	case "date":
		if value = isoDay(value); value == "" {
			return
		}
	case "language":
		if value = languageCode(value); value == "" {
			return
		}
	case "author":
		value = cleanAuthor(value)
	case "outlet":
		if known := outlets.named(value); known != "" {
			value = known
		}
	}
	offer(m.Field(name), article.Field{Value: value, Origin: origin})
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// languageCode returns the two letters of a language tag or the code of a language's name.
func languageCode(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")), "-")
	if known, ok := languageNames[code]; ok {
		return known
	}
	if len(code) == 2 && code[0] >= 'a' && code[0] <= 'z' && code[1] >= 'a' && code[1] <= 'z' {
		return string(text.Language(code))
	}
	return ""
}

var languageNames = map[string]string{
	"english": "en", "chinese": "zh", "russian": "ru", "persian": "fa", "farsi": "fa", "arabic": "ar", "german": "de",
	"french": "fr", "spanish": "es", "japanese": "ja", "korean": "ko", "turkish": "tr", "hebrew": "he", "italian": "it",
	"portuguese": "pt", "ukrainian": "uk", "eng": "en", "zho": "zh", "chi": "zh", "cmn": "zh", "rus": "ru", "fas": "fa",
	"per": "fa", "pes": "fa", "ara": "ar", "arb": "ar", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es",
	"jpn": "ja", "kor": "ko", "tur": "tr", "heb": "he", "ita": "it", "por": "pt", "ukr": "uk", "iw": "he",
	"中文": "zh", "русский": "ru", "فارسی": "fa", "العربية": "ar", "deutsch": "de", "français": "fr", "español": "es",
}
