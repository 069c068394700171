package article

import (
	"cmp"
	"fmt"
	"strings"
)

// Repeated notes the articles that say word for word what an earlier one says: a text filed under
// two dates would count twice in every chart.
func Repeated(articles []Article) []Note {
	first := map[string]Article{}
	var out []Note
	for _, a := range articles {
		words := strings.Join(strings.Fields(a.Text), " ")
		before, known := first[words]
		if !known {
			first[words] = a
			continue
		}
		if words != "" {
			out = append(out, Note{Article: a.ID, Message: fmt.Sprintf(
				"%s has the same words as %s; take one of them off if they are one text filed twice", named(a), named(before))})
		}
	}
	return out
}

func named(a Article) string {
	name := cmp.Or(a.File, string(a.ID))
	if date := a.Meta.Date.Value; date != "" && !strings.Contains(name, date) {
		name += " (" + date + ")"
	}
	return name
}
