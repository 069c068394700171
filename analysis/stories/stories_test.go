package stories_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/entity"
	"hexapla/analysis/lexicon"
	"hexapla/analysis/stories"
	"hexapla/analysis/text"
	"hexapla/assets"
)

func options(t testing.TB) stories.Options {
	t.Helper()
	sub := func(dir string) fs.FS {
		s, err := fs.Sub(assets.Files, dir)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	m, err := text.Load(sub("text"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := entity.Load(sub("entity"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Load(sub("lexicon"))
	if err != nil {
		t.Fatal(err)
	}
	return stories.Options{Model: m, Entities: e, Lexicons: l}
}

// sample is the sample project: one interview in five renderings, and digests of ten years that share
// their phrases.
func sample(t testing.TB, o stories.Options) (texts []stories.Text, names []string) {
	t.Helper()
	err := fs.WalkDir(assets.Files, "sample", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Dir(name) == "sample" {
			return err
		}
		data, err := fs.ReadFile(assets.Files, name)
		if err != nil {
			return err
		}
		x := stories.Text{Text: string(data)}
		if front, rest, ok := strings.Cut(strings.TrimPrefix(x.Text, "---\n"), "\n---\n"); ok {
			x.Text = rest
			_, date, _ := strings.Cut(front, "\ndate: ")
			x.Date = date[:len("2022-08-08")]
		}
		x.Language, _ = o.Model.Detect(x.Text, "")
		texts, names = append(texts, x), append(names, path.Base(name))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts, names
}

func find(t testing.TB, texts []stories.Text, o stories.Options) []stories.Group {
	t.Helper()
	groups, err := stories.Find(context.Background(), texts, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return groups
}

func TestSample(t *testing.T) {
	o := options(t)
	texts, names := sample(t, o)
	renderings := 0
	for _, g := range find(t, texts, o) {
		for _, m := range g.Members {
			rendering := strings.HasPrefix(names[m.Text], "rendering") || strings.HasPrefix(names[m.Text], "cns")
			if rendering {
				renderings++
			}
			if rendering != (m.Relation == stories.Version) || rendering && m.Confidence < 0.9 {
				t.Errorf("%s: %s, %.2f", names[m.Text], m.Relation, m.Confidence)
			}
		}
	}
	if renderings != 5 {
		t.Errorf("%d of 5 renderings are in a group", renderings)
	}
}

// The order of the articles decides nothing.
func TestOrder(t *testing.T) {
	o := options(t)
	texts, names := sample(t, o)
	want := shape(find(t, texts, o), names)
	r := rand.New(rand.NewPCG(3, 4))
	for range 3 {
		r.Shuffle(len(texts), func(i, j int) {
			texts[i], texts[j] = texts[j], texts[i]
			names[i], names[j] = names[j], names[i]
		})
		if got := shape(find(t, texts, o), names); !slices.Equal(got, want) {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// shape writes groups without the numbers of their texts, in an order of their own.
func shape(groups []stories.Group, names []string) []string {
	var out []string
	for _, g := range groups {
		line := fmt.Sprintf("%.6f", g.Confidence)
		for _, m := range g.Members {
			line += fmt.Sprintf(" %s/%d/%s/%.6f", names[m.Text], m.Work, m.Relation, m.Confidence)
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}

const quake = `A strong earthquake struck the coast near Kalden early on Tuesday, killing at least 14 people and
injuring more than 230, the interior ministry said. The quake, of magnitude 6.4, was felt as far away as
the capital Orvessa, 180 kilometres to the south. Rescue teams with dogs searched the ruins of a school in
the village of Tolm, where seven children were missing. Power was cut in most of the district, and the road
to the port was blocked by a landslide. Prime Minister Anna Revik cancelled a visit to Brussels and promised
40 million crowns for rebuilding. "Nobody will spend the winter in a tent," she told reporters at the
airport. Seismologists warned of aftershocks in the coming days. The last comparable quake in the region
killed 61 people in 1987.`

const quakeRetold = `At least fourteen people died and over 230 were hurt when a powerful earthquake hit the shore
close to Kalden in the early hours of Tuesday, according to the ministry of the interior. The tremor, whose
magnitude was 6.4, could be felt even in Orvessa, the capital, which lies 180 kilometres south. In the
village of Tolm seven children were missing, and rescuers with dogs searched the rubble of a school. Most of
the district was without power; a landslide blocked the road to the port. Anna Revik, the prime minister,
called off a visit to Brussels and pledged 40 million crowns for rebuilding. She told reporters at the
airport that nobody would spend the winter in a tent. Seismologists expect aftershocks over the next days.
In 1987 the last comparable quake of the region killed 61 people.`

const quakeReported = `Opposition parties accused the government of Anna Revik on Wednesday of having ignored a report
on unsafe schools, a day after the earthquake near Kalden. In Tolm, relatives waited beside the ruins of the
school for news of the missing children while rescue teams with dogs went on searching. Doctors at the
hospital in Orvessa said that most of the injured had broken bones. The interior ministry put the number of
dead at 14. Aftershocks kept people awake, and hundreds slept in cars. Revik had promised 40 million crowns
for rebuilding at the airport; engineers called the sum too small. The landslide that blocked the road to
the port was cleared by noon. A quake of magnitude 6.4 is rare on this coast.`

const football = `Two late goals gave Orvessa United a 3-2 win over Kalden in the cup on Tuesday and a place in the
semi-final. The visitors led at half-time through a header by Jonas Brandt and a penalty, but the home side
came back after the coach had brought on three young players. The winner came in the 89th minute. Kalden's
goalkeeper said that his team had stopped playing too early. The draw takes place on Friday.`

func TestRelations(t *testing.T) {
	copied := strings.Replace(quake, "Rescue teams with dogs", "Rescue crews with dogs", 1) + " (Reporting by our staff)"
	texts := []stories.Text{
		{Text: football, Language: "en", Date: "2024-11-05"},
		{Text: quakeRetold, Language: "en", Date: "2024-11-06"},
		{Text: quakeReported, Language: "en", Date: "2024-11-06"},
		{Text: copied, Language: "en", Date: "2024-11-06"},
		{Text: quake, Language: "en", Date: "2024-11-05"},
		{Text: strings.ReplaceAll(quake, "\n", " "), Language: "en", Date: "2024-11-07"},
	}
	for name, o := range map[string]stories.Options{"tables": options(t), "no tables": {}} {
		t.Run(name, func(t *testing.T) {
			groups := find(t, texts, o)
			if len(groups) != 1 {
				t.Fatalf("%d groups: %+v", len(groups), groups)
			}
			got := map[int]stories.Relation{}
			work := map[int]int{}
			for _, m := range groups[0].Members {
				got[m.Text], work[m.Text] = m.Relation, m.Work
				if m.Identical != (m.Text == 5) {
					t.Errorf("text %d: identical is %v", m.Text, m.Identical)
				}
			}
			want := map[int]stories.Relation{1: stories.Version, 2: stories.Report, 3: stories.Duplicate, 4: stories.Version, 5: stories.Duplicate}
			for i := range texts {
				if got[i] != want[i] {
					t.Errorf("text %d is %q, want %q", i, got[i], want[i])
				}
			}
			if work[1] != work[4] || work[3] != work[4] || work[2] == work[4] {
				t.Errorf("works: %v", work)
			}
		})
	}
}

// Versions appear within weeks; a series repeats its phrases year after year, so that years make
// doubtful what the words alone would not.
func TestYearsApart(t *testing.T) {
	texts := []stories.Text{
		{Text: quake, Language: "en", Date: "2024-11-05"},
		{Text: quakeRetold, Language: "en", Date: "2019-11-05"},
	}
	for _, g := range find(t, texts, options(t)) {
		if g.Confidence > 0.8 {
			t.Errorf("got %+v", g)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add(quake, quakeRetold, "")
	f.Add("", " ", "\xff")
	f.Add(football, football, football)
	f.Fuzz(func(t *testing.T, a, b, c string) {
		texts := []stories.Text{{Text: a, Language: "en"}, {Text: b, Language: "zh"}, {Text: c, Language: "en"}}
		seen := map[int]bool{}
		for _, g := range find(t, texts, stories.Options{}) {
			if len(g.Members) < 2 {
				t.Errorf("a group of %d", len(g.Members))
			}
			for _, m := range g.Members {
				if seen[m.Text] {
					t.Errorf("text %d is in two places", m.Text)
				}
				seen[m.Text] = true
				if m.Confidence < 0 || m.Confidence > 1 || m.Confidence < g.Confidence {
					t.Errorf("confidence %v of %v", m.Confidence, g.Confidence)
				}
			}
		}
	})
}

// many makes articles of sentences drawn at random from a stock, so that they share a lot.
func many(n int) []stories.Text {
	r := rand.New(rand.NewPCG(5, 6))
	stock := strings.Split(strings.Join([]string{quake, quakeRetold, quakeReported, football}, " "), ". ")
	out := make([]stories.Text, n)
	for i := range out {
		var b strings.Builder
		for b.Len() < 3000 {
			for _, w := range strings.Fields(stock[r.IntN(len(stock))]) {
				if r.IntN(3) == 0 {
					w = fmt.Sprintf("%s%d", w, r.IntN(n))
				}
				b.WriteString(w + " ")
			}
		}
		out[i] = stories.Text{Text: b.String(), Language: "en", Date: fmt.Sprintf("2022-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))}
	}
	return out
}

func BenchmarkFind(b *testing.B) {
	o := options(b)
	for _, n := range []int{100, 1000} {
		texts := many(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				find(b, texts, o)
			}
		})
	}
}
