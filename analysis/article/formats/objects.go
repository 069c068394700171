package formats

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
)

// readJSON reads objects, one a line or in a list, each with a text.
func readJSON(in input, o Options) (found, error) {
	s, encoding, err := decode(in, "", o)
	if err != nil {
		return found{}, err
	}
	list, err := objectsIn(s)
	if err != nil {
		return found{}, in.refuse("is not JSON (%v); check how it was made", err)
	}
	t := table{format: jsonLines, encoding: encoding}
	names := map[string]bool{}
	for _, object := range list {
		for name := range object {
			names[name] = true
		}
	}
	t.heading = slices.Sorted(maps.Keys(names))
	for _, object := range list {
		row := make([]string, len(t.heading))
		for i, name := range t.heading {
			row[i] = cellOf(object[name])
		}
		t.rows = append(t.rows, row)
	}
	return t.read(in, o)
}

// objectsIn returns the objects of a file of JSON: one after the other, in a list, or in a list
// that is a value of the one object.
func objectsIn(s string) ([]map[string]any, error) {
	d := json.NewDecoder(strings.NewReader(s))
	d.UseNumber()
	var out []map[string]any
	for len(out) < mostRows {
		var value any
		if err := d.Decode(&value); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, err
		}
		switch v := value.(type) {
		case map[string]any:
			if inner := listIn(v); inner != nil {
				out = append(out, inner...)
			} else {
				out = append(out, v)
			}
		case []any:
			out = append(out, objectsOf(v)...)
		}
	}
	return out[:min(len(out), mostRows)], nil
}

// listIn returns the longest list of objects among the values.
func listIn(object map[string]any) []map[string]any {
	var best []map[string]any
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if list, ok := object[name].([]any); ok {
			if found := objectsOf(list); len(found) > len(best) {
				best = found
			}
		}
	}
	if textKey(object) {
		return nil
	}
	return best
}

func textKey(object map[string]any) bool {
	for name, value := range object {
		if _, is := value.(string); is && textHeadings[headingOf(name)] {
			return true
		}
	}
	return false
}

func objectsOf(list []any) []map[string]any {
	var out []map[string]any
	for _, x := range list {
		if object, ok := x.(map[string]any); ok {
			out = append(out, object)
		}
	}
	return out
}

func cellOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case []any:
		var parts []string
		for _, x := range v {
			if s := cellOf(x); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	case map[string]any:
		return stringIn(v)
	}
	return ""
}
