package attribution

import (
	"cmp"
	"maps"
	"slices"

	"hexapla/analysis/text"
)

// cast is everybody who speaks in some documents.
type cast struct {
	t           *Tables
	corrections Corrections
	seen        map[string]*Actor
}

func newCast(t *Tables, c Corrections) *cast {
	return &cast{t: t, corrections: c, seen: map[string]*Actor{}}
}

// speaker is who a source names.
type speaker struct {
	name   string
	actor  string
	kind   string
	role   string
	gender class
}

// assign gives each statement of a document its speaker, actor, addressee and date, and returns them.
func (c *cast) assign(r *reading, drafts []draft, m *text.Model) []Statement {
	f := floor{scene: newScene(r, c.t, m), bySource: map[text.Span]speaker{}, byID: map[string]speaker{}, dated: map[string]said{}}
	out := make([]Statement, len(drafts))
	for i := range drafts {
		who := f.holder(&drafts[i])
		s := drafts[i].Statement
		s.Speaker, s.Actor = who.name, cmp.Or(who.actor, who.name)
		if hearer := drafts[i].hearer; !hearer.Empty() {
			s.Addressee = f.scene.addressee(hearer)
		}
		when := f.occasion(&drafts[i], s.Speaker)
		s.Date, s.DateFrom = when.date, when.from
		c.correct(&s)
		c.note(s, who, r.doc.Date)
		out[i] = s
	}
	return out
}

// floor follows who has it through the statements of a document.
type floor struct {
	scene    *scene
	last     speaker
	bySource map[text.Span]speaker
	byID     map[string]speaker
	dated    map[string]said // the last day named for a speaker
}

// holder is who makes the statement.
func (f *floor) holder(d *draft) speaker {
	var who speaker
	switch {
	case d.Rule == "speech":
		who = f.scene.named(d.Speaker)
	case d.Rule == "turn":
		who = f.scene.turn(d.Speaker)
	case d.Continues && d.Source != nil && f.bySource[*d.Source].name != "":
		who = f.bySource[*d.Source]
	case d.Continues, d.Source == nil && d.Cue != nil && f.scene.r.g.dropsSubjects():
		who = f.last // "añadió que": the subject is whoever spoke before
	case d.Source != nil:
		who = f.scene.speaker(*d.Source, f.last, f.byID[d.Within])
		f.bySource[*d.Source] = who
	}
	if !d.Continues && d.Within == "" && who.name != "" {
		f.last = who
	}
	f.byID[d.ID] = who
	return who
}

// occasion is when the statement was made: as its sentence says, else as the speaker's last one.
func (f *floor) occasion(d *draft, speaker string) said {
	when := f.scene.r.saidOn(d)
	switch {
	case when.from == fromText:
		if d.Within == "" {
			f.dated[speaker] = when
		}
	case f.dated[speaker].from != "":
		return f.dated[speaker]
	}
	return when
}

// correct applies the user's decisions.
func (c *cast) correct(s *Statement) {
	if c.corrections.Split[s.Speaker] {
		s.Actor = s.Speaker
	}
	if into := c.merged(s.Speaker); into != s.Speaker {
		if c.isActor(into) {
			s.Actor = into
		} else {
			s.Speaker = into
			if s.Actor == s.Speaker {
				s.Actor = into
			}
		}
	}
	s.Actor = c.merged(s.Actor)
	s.Addressee = c.merged(s.Addressee)
}

func (c *cast) merged(name string) string {
	for range 16 { // merges may chain, and a careless user may close a circle
		into, ok := c.corrections.Merged[name]
		if !ok || into == name || c.corrections.Split[name] {
			return name
		}
		name = into
	}
	return name
}

func (c *cast) isActor(id string) bool {
	_, ok := c.t.actor(id)
	return ok
}

// note enters the speaker and whom he speaks for among the actors.
func (c *cast) note(s Statement, who speaker, day string) {
	if s.Actor != "" {
		kind := who.kind
		if s.Actor != s.Speaker && kind == "person" {
			kind = "body" // whom a person speaks for; states are known by their code
		}
		a := c.actor(s.Actor, kind)
		a.Count++
	}
	if who.kind == "person" && s.Speaker != s.Actor && s.Speaker != "" {
		p := c.actor(s.Speaker, "person")
		p.Count++
		p.For = s.Actor
		p.tenure(c.t, who.role, s.Actor, day)
		if len(who.role) > len(p.Role) || len(who.role) == len(p.Role) && who.role < p.Role {
			p.Role = who.role
		}
	}
}

func (c *cast) actor(id, kind string) *Actor {
	a := c.seen[id]
	if a == nil {
		a = &Actor{ID: id, Name: id, Kind: cmp.Or(kind, "unnamed")}
		if k, ok := c.t.actor(id); ok {
			a.Name, a.Kind = k.name, k.kind
		}
		c.seen[id] = a
	}
	return a
}

// actors returns everybody, by ID.
func (c *cast) actors() []Actor {
	var out []Actor
	for _, id := range slices.Sorted(maps.Keys(c.seen)) {
		a := c.seen[id]
		sortTenures(a.Tenures)
		if latest := forOn(a.Tenures, "2200-01-01"); latest != "" && a.Kind == "person" {
			a.For = latest
		}
		out = append(out, *c.seen[id])
	}
	return out
}

// rename gives the actors the names that the user chose.
func (c *cast) rename(r *Result) {
	for i, a := range r.Actors {
		if name, ok := c.corrections.Renamed[a.ID]; ok {
			r.Actors[i].Aliases = append(r.Actors[i].Aliases, a.Name)
			r.Actors[i].Name = name
		}
	}
}
