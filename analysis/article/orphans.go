package article

// Orphan is a decision that counts but whose place is gone from the text.
type Orphan struct {
	Act  Act
	Lost []Anchor // the anchors that no longer resolve
}

// Orphans returns the decisions of a state that no longer fit the articles on the table, in the
// order of the state. They are kept and saved; the user says what becomes of them.
func Orphans(s State) []Orphan {
	texts := map[ID]string{}
	for _, a := range s.Articles {
		texts[a.ID] = a.Text
	}
	var out []Orphan
	each(s, func(a Act) {
		if lost := unresolved(texts, Anchors(a)); len(lost) > 0 {
			out = append(out, Orphan{a, lost})
		}
	})
	return out
}

// each calls f with every act of the state that has a place in a text.
func each(s State, f func(Act)) {
	for _, a := range s.Pins {
		f(a)
	}
	for _, a := range s.Apart {
		f(a)
	}
	for _, a := range s.Reviews {
		f(a.Review)
	}
	for _, a := range s.Notes {
		f(a.Annotate)
	}
	for _, a := range s.Statements {
		f(a)
	}
	for _, a := range s.Judged {
		f(a.JudgeStatement)
	}
	for _, a := range s.SameSaying {
		f(a)
	}
	for _, a := range s.Unlinked {
		f(a)
	}
	for _, a := range s.Codes {
		f(a.Code)
	}
}

// unresolved returns the anchors that have no place, as their quote or their article is gone.
func unresolved(texts map[ID]string, anchors []Anchor) []Anchor {
	var lost []Anchor
	for _, a := range anchors {
		s, there := texts[a.Article]
		if !there {
			lost = append(lost, a)
			continue
		}
		if _, ok := a.Resolve(s); !ok {
			lost = append(lost, a)
		}
	}
	return lost
}

// Anchors returns the places that an act speaks of.
func Anchors(a Act) []Anchor {
	switch a := a.(type) {
	case PinLink:
		return a.Sides
	case Unlink:
		return a.Sides
	case Review:
		return a.Places
	case Annotate:
		return []Anchor{a.Place}
	case SetStatement:
		out := append([]Anchor{}, a.Content...)
		for _, part := range []*Anchor{a.Source, a.Cue} {
			if part != nil {
				out = append(out, *part)
			}
		}
		return out
	case JudgeStatement:
		return a.Content
	case SameUtterance:
		return a.Statements
	case SplitUtterance:
		return []Anchor{a.Statement}
	case Code:
		return a.Content
	}
	return nil
}
