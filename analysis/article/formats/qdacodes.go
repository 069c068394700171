package formats

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// qdaRole is what the codes below a heading of the codebook are to us. A codebook of any other make
// holds issues.
type qdaRole string

const (
	roleIssue     qdaRole = "issue"
	roleActor     qdaRole = "actor"
	roleSpeaker   qdaRole = "speaker"
	roleStance    qdaRole = "stance"
	roleForce     qdaRole = "force"
	roleCertainty qdaRole = "certainty"
)

var qdaHeadings = map[string]qdaRole{
	"issue": roleIssue, "issues": roleIssue, "concept": roleIssue, "concepts": roleIssue, "topic": roleIssue, "topics": roleIssue,
	"actor": roleActor, "actors": roleActor, "organization": roleActor, "organisation": roleActor, "organizations": roleActor, "organisations": roleActor,
	"speaker": roleSpeaker, "speakers": roleSpeaker, "person": roleSpeaker, "persons": roleSpeaker, "people": roleSpeaker,
	"stance": roleStance, "position": roleStance, "agreement": roleStance, "sentiment": roleStance, "attitude": roleStance,
	"force": roleForce, "certainty": roleCertainty,
}

// qdaStances are the stances that codes have as names, beside numbers.
var qdaStances = map[string]float64{
	"pro": 1, "for": 1, "support": 1, "supports": 1, "agree": 1, "agreement": 1, "yes": 1, "positive": 1, "favour": 1, "favor": 1,
	"con": -1, "contra": -1, "against": -1, "oppose": -1, "opposes": -1, "disagree": -1, "disagreement": -1, "no": -1, "negative": -1,
	"neutral": 0, "mixed": 0,
}

// qdaMeaning is what a code stands for.
type qdaMeaning struct {
	role        qdaRole
	name        string
	parent      string // the actor of a speaker
	description string
	codable     bool
	stance      float64
	known       bool // of a stance: it is one
}

// meanings finds out what codes stand for, by the headings above them.
func (q *qdaReader) meanings(codes []qdaCode, role qdaRole, above []string) {
	const deepest = 32
	if len(above) > deepest {
		return
	}
	for _, c := range codes {
		name := oneLine(c.Name)
		if heading := qdaHeadings[strings.ToLower(name)]; role == "" && heading != "" && len(c.Codes) > 0 {
			q.meanings(c.Codes, heading, nil)
			continue
		}
		m := qdaMeaning{role: cmp.Or(role, roleIssue), name: name, description: strings.TrimSpace(c.Description), codable: c.Codable != "false" && c.Codable != "0"}
		switch {
		case m.role == roleActor && len(above) > 0:
			m.role, m.parent = roleSpeaker, above[0]
		case m.role == roleStance:
			m.stance, m.known = stanceOf(name)
		case m.role == roleIssue && len(above) > 0 && q.taken(name):
			m.name = above[len(above)-1] + ": " + name
		}
		under := m.name
		if m.role == roleActor && q.own() {
			under = cmp.Or(m.description, m.name)
		}
		if id := guid(c.GUID); id != "" {
			if _, twice := q.codes[id]; !twice {
				q.order = append(q.order, id)
			}
			q.codes[id] = m
		}
		q.meanings(c.Codes, m.role.below(), append(slices.Clone(above), under))
	}
}

// below is the role of the codes under a code of the role.
func (r qdaRole) below() qdaRole {
	if r == roleSpeaker {
		return roleActor
	}
	return r
}

func (q *qdaReader) taken(issue string) bool {
	for _, m := range q.codes {
		if m.role == roleIssue && m.name == issue {
			return true
		}
	}
	return false
}

// own reports whether this program wrote the project, and says more in descriptions than others.
func (q *qdaReader) own() bool { return strings.HasPrefix(q.project.Origin, "Hexapla") }

func stanceOf(name string) (float64, bool) {
	name = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(name, "−", "-")))
	if n, err := strconv.ParseFloat(name, 64); err == nil && n >= -2 && n <= 2 {
		return n, true
	}
	n, ok := qdaStances[name]
	return n, ok
}

// issues are the issues of the codebook.
func (q *qdaReader) issues() []article.Act {
	var out []article.Act
	done := map[string]bool{}
	for _, id := range q.order {
		m := q.codes[id]
		if m.role != roleIssue || !m.codable || m.name == "" || done[m.name] {
			continue
		}
		done[m.name] = true
		set := article.SetIssue{ID: m.name, Proposition: cmp.Or(oneLine(m.description), m.name), About: []string{m.name}}
		if q.own() {
			set = ownIssue(m)
		}
		out = append(out, set)
	}
	return out
}

// ownIssue reads back an issue whose description holds the proposition and then, a line each, the
// words about it, for it and against it.
func ownIssue(m qdaMeaning) article.SetIssue {
	set := article.SetIssue{ID: m.name}
	for i, l := range strings.Split(m.description, "\n") {
		heading, rest, _ := strings.Cut(l, ": ")
		switch {
		case i == 0:
			set.Proposition = strings.TrimSpace(l)
		case heading == "About":
			set.About = strings.Split(strings.TrimSpace(rest), "; ")
		case heading == "For":
			set.For = strings.Split(strings.TrimSpace(rest), "; ")
		case heading == "Against":
			set.Against = strings.Split(strings.TrimSpace(rest), "; ")
		case heading == "Pro":
			set.Pro = strings.Split(strings.TrimSpace(rest), "; ")
		case heading == "Con":
			set.Con = strings.Split(strings.TrimSpace(rest), "; ")
		}
	}
	return set
}

// acts are the codings and notes of all articles.
func (q *qdaReader) acts(articles []article.Article) []article.Act {
	var out []article.Act
	done := map[string]bool{}
	for i, a := range articles {
		places := q.places(q.read[i], a.Text)
		for _, s := range q.read[i].Selections {
			place, ok := places[guid(s.GUID)]
			if !ok {
				continue
			}
			x := qdaCoded{q: q, article: a, places: places, at: article.AnchorAt(a.ID, a.Text, place), done: done}
			out = append(out, x.acts(s)...)
			if len(out) > mostCodings {
				return out[:mostCodings]
			}
		}
	}
	return out
}

// mostCodings bounds the decisions that one project brings.
const mostCodings = 100_000

// qdaCoded is a selection that is being read.
type qdaCoded struct {
	q       *qdaReader
	article article.Article
	places  map[string]text.Span
	at      article.Anchor
	done    map[string]bool // statements and codings that were made already
}

func (x *qdaCoded) acts(s qdaSelection) []article.Act {
	byRole := map[qdaRole]qdaMeaning{}
	for _, c := range s.Codings {
		if m, ok := x.q.codes[guid(c.Code.Target)]; ok {
			if _, taken := byRole[m.role]; !taken {
				byRole[m.role] = m
			}
		}
	}
	date, stance, exact, note := x.described(s)
	var out []article.Act
	actor, hasActor := byRole[roleActor]
	speaker, hasSpeaker := byRole[roleSpeaker]
	if hasActor || hasSpeaker {
		out = append(out, x.statement(s, actor, speaker, date)...)
	}
	for _, c := range s.Codings {
		m, ok := x.q.codes[guid(c.Code.Target)]
		if !ok || m.role != roleIssue {
			continue
		}
		code := article.Code{Content: []article.Anchor{x.at}, Issue: m.name, None: true, Note: x.by(c)}
		if st := x.beside(s, c, byRole); st.known {
			code.None, code.Stance = false, st.stance
		}
		if exact && !code.None {
			code.Stance = stance
		}
		code.Force, code.Certainty = strings.ToLower(byRole[roleForce].name), strings.ToLower(byRole[roleCertainty].name)
		out = append(out, x.coding(code, hasActor || hasSpeaker)...)
	}
	return append(out, x.annotations(s, note)...)
}

// described reads what the description of a selection tells: when it was said, the exact stance; in
// projects of other programs it is a note.
func (x *qdaCoded) described(s qdaSelection) (date string, stance float64, exact bool, note string) {
	if !x.q.own() {
		return "", 0, false, strings.TrimSpace(s.Description)
	}
	for _, part := range strings.Split(s.Description, "; ") {
		if number, ok := strings.CutPrefix(part, "stance "); ok {
			stance, exact = stanceOf(number)
		} else if part != "" {
			date = part
		}
	}
	return date, stance, exact, ""
}

func (x *qdaCoded) statement(s qdaSelection, actor, speaker qdaMeaning, date string) []article.Act {
	set := article.SetStatement{Content: []article.Anchor{x.at}, Speaker: cmp.Or(speaker.name, actor.name), Actor: cmp.Or(actor.name, speaker.parent, speaker.name), Date: date}
	if x.q.own() && actor.description != "" {
		set.Actor = actor.description
	}
	set.Source, set.Cue = x.linked(s, "source"), x.linked(s, "cue")
	if key := fmt.Sprint("statement ", x.at.Article, x.at.Start, x.at.End, set.Speaker, set.Actor); !x.done[key] {
		x.done[key] = true
		return []article.Act{set}
	}
	return nil
}

// linked is the selection that a link leads to from this one.
func (x *qdaCoded) linked(s qdaSelection, name string) *article.Anchor {
	place, ok := x.places[x.q.links[guid(s.GUID)][name]]
	if !ok {
		return nil
	}
	a := article.AnchorAt(x.article.ID, x.article.Text, place)
	return &a
}

// beside is the stance that the coder of an issue gave, or else anybody.
func (x *qdaCoded) beside(s qdaSelection, issue qdaCoding, byRole map[qdaRole]qdaMeaning) qdaMeaning {
	for _, c := range s.Codings {
		if m := x.q.codes[guid(c.Code.Target)]; m.role == roleStance && m.known && guid(c.User) == guid(issue.User) {
			return m
		}
	}
	return byRole[roleStance]
}

// coding is a coding, and a note where it would not be seen: a second coder's, as the decisions are
// all of the person who imports them, and one of a stretch that nobody said.
func (x *qdaCoded) coding(code article.Code, said bool) []article.Act {
	note := article.Annotate{Place: x.at, Note: codingNote(code)}
	key := fmt.Sprint("code ", x.at.Article, x.at.Start, x.at.End, code.Issue)
	if x.done[key] {
		return []article.Act{note}
	}
	x.done[key] = true
	if said {
		return []article.Act{code}
	}
	return []article.Act{code, note}
}

func codingNote(c article.Code) string {
	s := c.Issue
	if !c.None {
		s += fmt.Sprintf(" %+g", c.Stance)
	}
	if c.Note != "" {
		s += ": " + c.Note
	}
	return s
}

// by is who coded, with the notes on the coding.
func (x *qdaCoded) by(c qdaCoding) string {
	var parts []string
	if who := x.q.names[guid(c.User)]; who != "" {
		parts = append(parts, "coded by "+who)
	}
	for _, ref := range c.Notes {
		if note := x.q.note(ref); note != "" {
			parts = append(parts, note)
		}
	}
	return strings.Join(parts, "; ")
}

func (x *qdaCoded) annotations(s qdaSelection, described string) []article.Act {
	var out []article.Act
	if described != "" {
		out = append(out, article.Annotate{Place: x.at, Note: described})
	}
	for _, ref := range s.Notes {
		if note := x.q.note(ref); note != "" {
			out = append(out, article.Annotate{Place: x.at, Note: note})
		}
	}
	return out
}
