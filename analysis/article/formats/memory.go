package formats

import (
	"encoding/xml"
	"slices"
	"strings"

	"hexapla/analysis/article"
)

// nativeCodes are the inline elements of TMX and XLIFF whose content is formatting, not text.
var nativeCodes = setOf("bpt ept ph it ut")

// readTMX reads a translation memory: a version a language, its units linked.
func readTMX(in input, o Options) (found, error) {
	p := parallel{format: "tmx", encoding: "utf-8"}
	source := ""
	r := newXMLReader(in.data)
	for t := r.next(); t != nil; t = r.next() {
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "header":
			source = xmlAttribute(e, "srclang")
			if source != "" && source != "*all*" {
				p.side(source)
			}
		case "tu":
			p.unit(r)
		}
	}
	p.sides = slices.Clone(p.sides)
	for i, side := range p.sides {
		switch {
		case strings.EqualFold(side.key, source):
			p.sides[i].role = "original"
		case source != "" && source != "*all*":
			p.sides[i].role = "translation"
		}
	}
	if len(p.rows) == 0 {
		return found{}, in.refuse("holds no translation units; there is nothing to read")
	}
	return p.found(in)
}

// side returns the number of the version that the file calls key, a new one if need be.
func (p *parallel) side(key string) int {
	at := slices.IndexFunc(p.sides, func(v version) bool { return strings.EqualFold(v.key, key) })
	if at < 0 {
		const mostSides = 64
		if len(p.sides) == mostSides {
			return mostSides - 1
		}
		at = len(p.sides)
		p.sides = append(p.sides, version{key: key, language: languageCode(key)})
		for i := range p.rows {
			p.rows[i] = append(p.rows[i], "")
		}
	}
	return at
}

// unit reads one unit of a translation memory.
func (p *parallel) unit(r *xmlReader) {
	row := len(p.rows)
	p.rows = append(p.rows, make([]string, len(p.sides)))
	side := -1
	for {
		switch t := r.next().(type) {
		case nil:
			return
		case xml.StartElement:
			switch t.Name.Local {
			case "tuv":
				side = p.side(xmlAttribute(t, "lang"))
			case "seg":
				s := r.content(nativeCodes)
				if side >= 0 {
					p.rows[row][side] = s
				}
			case "note", "prop":
				r.skip()
			}
		case xml.EndElement:
			if t.Name.Local == "tu" {
				return
			}
		}
	}
}

// readXLIFF reads translation units of XLIFF 1.2 and 2.x: source and target, linked.
func readXLIFF(in input, o Options) (found, error) {
	p := parallel{format: "xliff", encoding: "utf-8", sides: []version{{key: "source", role: "original"}, {key: "target", role: "translation"}}}
	r := newXMLReader(in.data)
	source, target, open := "", "", false
	end := func() {
		if open && strings.TrimSpace(source+target) != "" {
			p.rows = append(p.rows, []string{source, target})
		}
		source, target, open = "", "", false
	}
	for t := r.next(); t != nil; t = r.next() {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "xliff", "file":
				p.languages(t)
			case "trans-unit", "segment":
				end()
				open = true
			case "source":
				if s := r.content(nativeCodes); open {
					source = s
				}
			case "target":
				if s := r.content(nativeCodes); open {
					target = s
				}
			case "alt-trans", "note", "originalData", "seg-source", "ignorable":
				r.skip()
			}
		case xml.EndElement:
			if t.Name.Local == "trans-unit" || t.Name.Local == "segment" {
				end()
			}
		}
	}
	end()
	if len(p.rows) == 0 {
		return found{}, in.refuse("holds no translation units; there is nothing to read")
	}
	return p.found(in)
}

// languages takes the languages that XLIFF names, each version in its own way.
func (p *parallel) languages(e xml.StartElement) {
	for i, names := range [][]string{{"source-language", "srcLang"}, {"target-language", "trgLang"}} {
		for _, name := range names {
			if value := xmlAttribute(e, name); value != "" && p.sides[i].language == "" {
				p.sides[i].key, p.sides[i].language = value, languageCode(value)
			}
		}
	}
}

// readTBX reads a termbase: an entry of the glossary for each further language of a concept.
func readTBX(in input, o Options) (found, error) {
	type name struct{ language, term string }
	var f found
	var concept []name
	language := ""
	r := newXMLReader(in.data)
	for t := r.next(); t != nil; t = r.next() {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "langSet", "langSec":
				language = languageCode(xmlAttribute(t, "lang"))
			case "term":
				if s := oneLine(r.content(nil)); s != "" {
					concept = append(concept, name{language, s})
				}
			}
		case xml.EndElement:
			if t.Name.Local != "termEntry" && t.Name.Local != "conceptEntry" {
				continue
			}
			for _, other := range concept {
				if first := concept[0]; other.language != first.language {
					f.acts = append(f.acts, article.Term{Source: first.term, Target: other.term, From: first.language, To: other.language})
				}
			}
			concept = nil
		}
	}
	if len(f.acts) == 0 {
		return found{}, in.refuse("holds no term in two languages; there is nothing to read")
	}
	return f, nil
}

// readPO reads a gettext catalogue: messages and their translations, linked.
func readPO(in input, o Options) (found, error) {
	s, encoding, err := decode(in, "", o)
	if err != nil {
		return found{}, err
	}
	p := parallel{format: "po", encoding: encoding, sides: []version{{key: "en", language: "en", role: "original"}, {key: "translation", role: "translation"}}}
	var id, translation strings.Builder
	var into *strings.Builder
	fuzzy := 0
	end := func() {
		switch {
		case id.Len() == 0 && translation.Len() > 0:
			p.poHeader(translation.String())
		case id.Len() > 0:
			p.rows = append(p.rows, []string{id.String(), translation.String()})
		}
		id.Reset()
		translation.Reset()
		into = nil
	}
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		switch {
		case strings.HasPrefix(l, "#,") && strings.Contains(l, "fuzzy"):
			fuzzy++
		case strings.HasPrefix(l, "#"):
		case strings.HasPrefix(l, "msgid "):
			end()
			into = &id
		case strings.HasPrefix(l, "msgstr ") || strings.HasPrefix(l, "msgstr[0]"):
			into = &translation
		case strings.HasPrefix(l, "msg"):
			into = nil
		}
		if at := strings.IndexByte(l, '"'); at >= 0 && into != nil && !strings.HasPrefix(l, "#") {
			into.WriteString(unquoted(l[at:]))
		}
	}
	end()
	if len(p.rows) == 0 {
		return found{}, in.refuse("holds no messages; there is nothing to read")
	}
	if fuzzy > 0 {
		p.notes = append(p.notes, "some translations are marked as fuzzy, that is unchecked")
	}
	return p.found(in)
}

// poHeader takes the language of a catalogue from its header.
func (p *parallel) poHeader(header string) {
	for l := range strings.Lines(header) {
		if value, ok := strings.CutPrefix(l, "Language:"); ok && languageCode(value) != "" {
			p.sides[1].key, p.sides[1].language = strings.TrimSpace(value), languageCode(value)
		}
	}
}

// unquoted undoes the quoting of C.
func unquoted(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`)
	return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n", `\t`, "\t", `\r`, "").Replace(s)
}
