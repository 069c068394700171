package session

import (
	"encoding/json"
	"reflect"
	"slices"
	"time"

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
	Looks     []ColumnLook `json:"looks,omitempty"`  // columns that are set in their own way
	Plain     []string     `json:"plain,omitempty"`  // classes of difference that are not highlighted
	Row       int          `json:"row"`              // the row selected
	Looked    int          `json:"looked,omitempty"` // one more than the difference looked at
	Grain     string       `json:"grain,omitempty"`  // how much a difference marks: "sentences", "letters"; "" is words
	Top       float64      `json:"top"`              // scroll offset of the comparison
	Selected  []article.ID `json:"selected,omitempty"`
	Article   article.ID   `json:"article"` // the article shown beside the library
	Statement string       `json:"statement"`
	Issue     string       `json:"issue"`
	Unit      string       `json:"unit"`
	Bandwidth float64      `json:"bandwidth"`
	Sort      string       `json:"sort"`
	Folded    bool         `json:"folded"`           // harmless differences are shown, too
	Unlike    uint32       `json:"unlike,omitempty"` // classes of difference (text.Fold) ignored or not, other than at first
}

// ColumnLook is how the column of an article is set; the zero value is as all are.
type ColumnLook struct {
	Article   article.ID `json:"article"`
	Sans      bool       `json:"sans,omitempty"`      // without serifs
	Direction string     `json:"direction,omitempty"` // "left" or "right", where the writing begins; "" lets the text say
	Pinned    bool       `json:"pinned,omitempty"`    // stays at the front
	Width     float32    `json:"width,omitempty"`     // 0: a share of the room
	Size      float32    `json:"size,omitempty"`      // of the letters, as a part of the usual one; 0: as usual
}

// Column is how the column of an article is set.
func (v *View) Column(id article.ID) ColumnLook {
	for _, l := range v.Looks {
		if l.Article == id {
			return l
		}
	}
	return ColumnLook{Article: id}
}

// SetColumn sets the column of an article in another way.
func (v *View) SetColumn(l ColumnLook) {
	looks := slices.DeleteFunc(slices.Clone(v.Looks), func(o ColumnLook) bool { return o.Article == l.Article })
	if l != (ColumnLook{Article: l.Article}) {
		looks = append(looks, l)
	}
	v.Looks = looks
}

// View returns what the user looks at.
func (s *Session) View() View { return s.view }

// Look changes what the user looks at, and tells the listeners.
func (s *Session) Look(change func(*View)) {
	if s.Remember(change) {
		s.changed(Looking)
	}
}

// LookAll changes what all windows on the project look at, and tells their listeners: for what the
// derived state depends on, which they share.
func (s *Session) LookAll(change func(*View)) {
	for _, other := range slices.Clone(s.sessions) {
		other.Look(change)
	}
}

// Remember changes what the user looks at without telling anybody: for what follows the pointer, such
// as a scroll offset. It reports whether anything changed.
func (s *Session) Remember(change func(*View)) bool {
	before := s.view
	change(&s.view)
	if reflect.DeepEqual(before, s.view) {
		return false
	}
	s.saveSoon()
	return true
}

// viewDelay is how long a view waits to be saved: nobody writes at every step of a scroll.
const viewDelay = 300 * time.Millisecond

// saveSoon saves the view beside the window, once for all changes within the delay. Close saves what
// is left.
func (s *Session) saveSoon() {
	if s.saving {
		return
	}
	s.saving = true
	time.AfterFunc(viewDelay, func() { s.options.Post(s.saveView) })
}

// Flush saves what waits to be saved, and returns when it is.
func (s *Session) Flush() {
	s.saveView()
	s.views.Wait()
}

// saveView saves what the user looks at. A view that cannot be saved is no loss of work: the next one
// is saved again.
func (s *Session) saveView() {
	if !s.saving || s.closed || s.guest {
		return
	}
	s.saving = false
	data, _ := json.Marshal(s.view) // a View always marshals
	project := s.project
	s.views.Add(1)
	go func() {
		defer s.views.Done()
		_ = project.SetView("view", string(data))
	}()
}

func loadView(p *store.Project) View {
	v := View{Screen: "library"}
	if saved, err := p.View("view"); err == nil && saved != "" {
		_ = json.Unmarshal([]byte(saved), &v) // a view of another version of the program: as far as it fits
	}
	return v
}
