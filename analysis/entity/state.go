package entity

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"hexapla/analysis/text"
)

// Role is how a name points at a state.
type Role uint8

// The roles, the most direct first.
const (
	NoRole  Role = iota
	Country      // Iran, 伊朗
	People       // Iranian, иранский
	Short        // 中方, 美: a sign that stands for the state in compounds
	Capital      // Tehran
	Seat         // the Kremlin
)

var roles = map[string]Role{"name": Country, "people": People, "short": Short, "capital": Capital, "seat": Seat}

// State returns the ISO 3166-1 alpha-3 code of the state that name names, in any of the languages
// of the table, as a country or a people; "" if it names none. Capitals and seats of government
// are left to StateAs, as they are places too.
func (t *Tables) State(name string) (iso3 string) {
	iso3, role := t.StateAs(name)
	if role == Country || role == People || role == Short {
		return iso3
	}
	return ""
}

// StateAs is State with the role of the name, capitals and seats of government included.
func (t *Tables) StateAs(name string) (iso3 string, role Role) {
	if t == nil {
		return "", NoRole
	}
	key := nameKey(name)
	for _, k := range []string{key, strings.TrimPrefix(key, "the "), strings.TrimSuffix(key, "s")} {
		if s, ok := t.states[k]; ok {
			return s.iso3, s.role
		}
	}
	for _, lang := range []text.Language{"ru", "de", "ar"} {
		if s, ok := t.inflected[inflectionKey(key, lang)]; ok && s.lang == lang {
			return s.iso3, s.role
		}
	}
	return "", NoRole
}

// StateName returns the name by which people of a language know a state, English where CLDR has none
// in it. What is no state stays as it is.
func (t *Tables) StateName(iso3 string, lang text.Language) string {
	region, err := language.ParseRegion(iso3)
	if t == nil || err != nil || !region.IsCountry() {
		return iso3
	}
	for _, l := range []text.Language{lang, "en"} {
		tag, err := language.Parse(string(l))
		if err != nil {
			continue
		}
		if names := display.Regions(tag); names != nil {
			if name := names.Name(region); name != "" {
				return name
			}
		}
	}
	return iso3
}

// state is what a name points at.
type state struct {
	iso3 string
	role Role
	lang text.Language
}

// loadStates adds the names of a table. A name that is there already keeps its meaning unless the
// new one is more direct: "Luxembourg" is the state before it is its capital.
func (t *Tables) loadStates(fsys fs.FS, file string) error {
	return eachLine(fsys, file, 4, func(f []string) error {
		role, ok := roles[f[2]]
		if !ok {
			return fmt.Errorf("unknown kind %q", f[2])
		}
		s := state{iso3: f[0], role: role, lang: text.Language(f[1])}
		for _, name := range strings.Split(f[3], "|") {
			t.addState(name, s)
		}
		return nil
	})
}

func (t *Tables) addState(name string, s state) {
	key := nameKey(name)
	if old, ok := t.states[key]; !ok || s.role < old.role {
		t.states[key] = s
	}
	if k := inflectionKey(key, s.lang); k != "" {
		if old, ok := t.inflected[k]; !ok || s.role < old.role {
			t.inflected[k] = s
		}
	}
	t.names.add(s.lang, name, thing{value: s.iso3, role: s.role})
}

// eachLine calls f with the fields of each line of a table that is parted by tabs; lines that
// begin with # are comments.
func eachLine(fsys fs.FS, file string, fields int, f func([]string) error) error {
	in, err := fsys.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	lines := bufio.NewScanner(in)
	for n := 1; lines.Scan(); n++ {
		if line := lines.Text(); line != "" && line[0] != '#' {
			parts := strings.Split(line, "\t")
			if len(parts) != fields {
				return fmt.Errorf("%s:%d: %d fields, want %d", file, n, len(parts), fields)
			}
			if err := f(parts); err != nil {
				return fmt.Errorf("%s:%d: %w", file, n, err)
			}
		}
	}
	return lines.Err()
}
