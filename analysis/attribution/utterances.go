package attribution

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"hexapla/analysis/article"
	"hexapla/analysis/text"
)

// Utterances sets Utterance of the statements that report one saying, across versions through
// links, and across reports of one event by actor, date and wording. A statement alone is an
// utterance of its own. Statements whose speakers differ are joined by links all the same: that
// versions disagree about the speaker is a finding.
func Utterances(statements []Statement, docs []Document, links []SegmentLink) {
	u := &union{parent: make([]int, len(statements))}
	for i := range u.parent {
		u.parent[i] = i
	}
	u.linked(statements, links)
	u.alike(statements, docs)
	names := map[int]string{}
	for i, s := range statements {
		root := u.find(i)
		if have, ok := names[root]; !ok || s.ID < have {
			names[root] = s.ID
		}
	}
	for i := range statements {
		statements[i].Utterance = names[u.find(i)]
	}
}

// union joins numbers into sets.
type union struct{ parent []int }

func (u *union) find(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *union) join(i, j int) { u.parent[u.find(i)] = u.find(j) }

// linked joins the statements of corresponding segments, one to one: first those of one actor and
// depth, then the rest in order.
func (u *union) linked(statements []Statement, links []SegmentLink) {
	byArticle := map[article.ID][]int{}
	for i, s := range statements {
		byArticle[s.Article] = append(byArticle[s.Article], i)
	}
	for _, l := range links {
		a, b := inSegment(statements, byArticle[l.A], l.ASegment), inSegment(statements, byArticle[l.B], l.BSegment)
		taken := map[int]bool{}
		for pass := range 3 {
			for _, i := range a {
				for _, j := range b {
					if !taken[i] && !taken[j] && pairs(statements[i], statements[j], pass) {
						taken[i], taken[j] = true, true
						u.join(i, j)
					}
				}
			}
		}
	}
}

// inSegment is the statements whose content mostly lies in the segment, or fills it.
func inSegment(statements []Statement, of []int, segment text.Span) []int {
	var out []int
	for _, i := range of {
		shared, length := 0, 0
		for _, p := range statements[i].Content {
			shared += max(0, min(p.End, segment.End)-max(p.Start, segment.Start))
			length += p.Len()
		}
		if shared > 0 && (shared*2 > length || shared*2 > segment.Len()) {
			out = append(out, i)
		}
	}
	return out
}

// pairs reports whether two linked statements belong together: in the first pass those of one
// actor, way and depth, in the second of one actor, in the last of one depth.
func pairs(a, b Statement, pass int) bool {
	depth := (a.Within == "") == (b.Within == "")
	switch pass {
	case 0:
		return a.Actor == b.Actor && depth && a.Continues == b.Continues
	case 1:
		return a.Actor == b.Actor && depth
	}
	return depth
}

// near is how many days two reports of one saying may lie apart.
const near = 3

// alike joins statements of one actor whose dates are near and whose words are mostly the same.
func (u *union) alike(statements []Statement, docs []Document) {
	byID := map[article.ID]*Document{}
	for i := range docs {
		byID[docs[i].ID] = &docs[i]
	}
	groups := map[string][]int{}
	bags := make([][]string, len(statements))
	days := make([]int, len(statements))
	for i, s := range statements {
		d := byID[s.Article]
		day, err := time.Parse(time.DateOnly, s.Date)
		if d == nil || s.Actor == "" || err != nil || s.Rule == "speech" {
			continue
		}
		days[i] = int(day.Unix() / 86400)
		if bags[i] = bag(s, d); len(bags[i]) >= 4 {
			key := s.Actor + "\x00" + string(d.Language)
			groups[key] = append(groups[key], i)
		}
	}
	for _, group := range groups { // joining is the same in any order
		slices.SortFunc(group, func(i, j int) int {
			return cmp.Or(cmp.Compare(days[i], days[j]), cmp.Compare(statements[i].ID, statements[j].ID))
		})
		for n, i := range group {
			for _, j := range group[n+1:] {
				if days[j]-days[i] > near {
					break
				}
				if statements[i].Article != statements[j].Article && sameWords(bags[i], bags[j]) {
					u.join(i, j)
				}
			}
		}
	}
}

// bag is the distinct words of a statement longer than three letters, sorted; pairs of signs where
// words are not parted.
func bag(s Statement, d *Document) []string {
	var out []string
	for _, p := range s.Content {
		part := strings.ToLower(p.Of(d.Text))
		if d.Language.Spaceless() {
			runes := []rune(part)
			for i := 0; i+1 < len(runes); i++ {
				if unicode.IsLetter(runes[i]) && unicode.IsLetter(runes[i+1]) {
					out = append(out, string(runes[i:i+2]))
				}
			}
			continue
		}
		for _, w := range strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(w) > 3 || w[0] >= '0' && w[0] <= '9' {
				out = append(out, w)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameWords reports whether most words of the shorter bag are in the longer, and neither is a
// small part of the other.
func sameWords(a, b []string) bool {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			shared++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	short, all := min(len(a), len(b)), len(a)+len(b)-shared
	return shared*10 >= short*7 && shared*5 >= all*2
}
