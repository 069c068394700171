package article

import (
	"strings"
	"testing"
)

func TestRepeated(t *testing.T) {
	notes := Repeated([]Article{
		{ID: "a", File: "a.txt", Text: "Talks resumed.\n"}, {ID: "b", File: "b.txt", Text: "Talks ended."},
		{ID: "c", File: "c.txt", Text: " Talks\tresumed. ", Meta: Meta{Date: Field{Value: "2022-08-08"}}}, {ID: "d"}, {ID: "e"},
	})
	if len(notes) != 1 || notes[0].Article != "c" || !strings.HasPrefix(notes[0].Message, "c.txt (2022-08-08) has the same words as a.txt;") {
		t.Errorf("%+v", notes)
	}
}
