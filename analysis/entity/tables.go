package entity

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hexapla/analysis/text"
)

// Tables is what entity knows: names, words for numbers, calendars. Loaded once, immutable, safe
// for concurrent use. A nil Tables knows digits and capital letters alone.
type Tables struct {
	states    map[string]state  // by nameKey
	inflected map[string]state  // by inflectionKey
	bodies    map[string]string // by nameKey
	names     nameIndex
	within    map[string][]string // states that a body's names name, by body
	numbers   map[text.Language]map[string]numeral
	calendar  map[text.Language]map[string]calendarWord
	pinyin    pinyin
}

// Load reads the tables under fsys (the folder assets/entity).
func Load(fsys fs.FS) (*Tables, error) {
	t := &Tables{
		states: map[string]state{}, inflected: map[string]state{},
		bodies: map[string]string{}, names: nameIndex{}, within: map[string][]string{},
		numbers: map[text.Language]map[string]numeral{}, calendar: map[text.Language]map[string]calendarWord{},
	}
	// own.tsv is read first: its first name of a state is the one to show.
	for _, file := range []string{"own.tsv", "states.tsv"} {
		if err := t.loadStates(fsys, file); err != nil {
			return nil, err
		}
	}
	if err := t.loadBodies(fsys); err != nil {
		return nil, err
	}
	if err := t.loadNumbers(fsys); err != nil {
		return nil, err
	}
	for _, file := range []string{"calendar.tsv", "calendar-own.tsv"} {
		if err := t.loadCalendar(fsys, file); err != nil {
			return nil, err
		}
	}
	var err error
	t.pinyin, err = loadPinyin(fsys)
	return t, err
}

// Body returns the identifier of the organisation that name names ("UN", "IAEA"), in any of the
// languages of the table; "" if it names none.
func (t *Tables) Body(name string) (id string) {
	if t == nil {
		return ""
	}
	key := nameKey(name)
	if id, ok := t.bodies[key]; ok {
		return id
	}
	return t.bodies[strings.TrimPrefix(key, "the ")]
}

func (t *Tables) loadBodies(fsys fs.FS) error {
	return eachLine(fsys, "bodies.tsv", 3, func(f []string) error {
		for _, name := range strings.Split(f[2], "|") {
			key := nameKey(name)
			t.bodies[key] = f[0]
			t.names.add(text.Language(f[1]), name, thing{value: f[0]})
			t.addWithin(f[0], name, text.Language(f[1]))
		}
		return nil
	})
}

// Within returns the states that the names of a body name: the Iranian nuclear deal, Iran.
func (t *Tables) Within(body string) []string {
	if t == nil {
		return nil
	}
	return t.within[body]
}

func (t *Tables) addWithin(body, name string, lang text.Language) {
	parts := strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	if lang.Spaceless() {
		parts = nil
		for i := range name {
			for k := range name[i:] {
				if part := name[i : i+k]; utf8.RuneCountInString(part) > 1 {
					parts = append(parts, part)
				}
			}
		}
	}
	for _, part := range parts {
		if s, _ := t.StateAs(part); s != "" && len(parts) > 1 && !slices.Contains(t.within[body], s) {
			t.within[body] = append(t.within[body], s)
		}
	}
}
