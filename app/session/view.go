package session

import (
	"encoding/json"

	"hexapla/analysis/article"
	"hexapla/app/store"
)

// View is what the user looks at. It is saved with the project, so that a project opens on the
// screen where it was closed, but it is not a decision and cannot be undone.
type View struct {
	Screen    string       `json:"screen"` // "library", "compare", "positions", "statements", "report"
	Story     string       `json:"story"`  // the comparison shown
	Base      article.ID   `json:"base"`
	Order     []article.ID `json:"order,omitempty"`  // columns as the user arranged them
	Hidden    []article.ID `json:"hidden,omitempty"` // columns put away
	Row       int          `json:"row"`              // the row selected
	Top       float64      `json:"top"`              // scroll offset of the comparison
	Selected  []article.ID `json:"selected,omitempty"`
	Article   article.ID   `json:"article"` // the article shown beside the library
	Statement string       `json:"statement"`
	Issue     string       `json:"issue"`
	Unit      string       `json:"unit"`
	Bandwidth float64      `json:"bandwidth"`
	Sort      string       `json:"sort"`
	Folded    bool         `json:"folded"` // harmless differences are shown, too
}

// View returns what the user looks at.
func (s *Session) View() View { return s.view }

// Look changes what the user looks at, and saves it.
func (s *Session) Look(change func(*View)) {
	before := s.view
	change(&s.view)
	data, _ := json.Marshal(s.view) // a View always marshals
	old, _ := json.Marshal(before)
	if string(old) == string(data) {
		return
	}
	// A view that cannot be saved is no loss of work: the next one is saved again.
	_ = s.project.SetView("view", string(data))
	s.changed(Looking)
}

func loadView(p *store.Project) View {
	v := View{Screen: "library"}
	if saved, err := p.View("view"); err == nil && saved != "" {
		_ = json.Unmarshal([]byte(saved), &v) // a view of another version of the program: as far as it fits
	}
	return v
}
