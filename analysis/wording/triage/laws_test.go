package triage_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/text"
	"hexapla/analysis/wording/align"
	"hexapla/analysis/wording/triage"
)

// story is five renderings of one text and their original; each rendering has its own faults.
func story() []triage.Version {
	versions := []triage.Version{
		version("A", "en",
			"Harbour minister Odanga said on 3 May that four piers would be closed.",
			"The port must pay 20 million dollars to Kenya before Friday, he warned.",
			"\"We will not wait any longer,\" Odanga added."),
		version("B", "en",
			"Harbour minister Odanga said on 3 May that four piers would be closed.",
			"The port must pay 20 million dollars to Ghana before Friday, he warned.",
			"\"We will not wait any longer,\" Odanga added."),
		version("C", "en",
			"Four piers would be closed, harbour minister Ondanga said on 5 May.",
			"The port should pay 20 million dollars to Kenya before Friday, he said.",
			"\"We will wait no longer, Odanga added."),
		version("D", "en",
			"Harbour minister Udanka said on May 3 that 4 piers were to be closed.",
			"The port must pay 12 million dollars to Kenya, he warned.",
			"\"We will not wait any longer,\" Udanka added."),
		version("E", "en",
			"On 3 May the harbour minister, Odanga, said four piers would close.",
			"The port must pay Kenya 20 million dollars before Friday, he warned.",
			""),
		version("ZH", "zh",
			"港口部长奥丹加5月3日说，四个码头将关闭。",
			"他警告说，港口必须在周五之前向肯尼亚支付2000万美元。",
			"“我们不会再等下去，”奥丹加补充说。"),
	}
	versions[5].Original = true
	return versions
}

// TestOrderOfVersions: the same differences whatever the order, but for the numbers.
func TestOrderOfVersions(t *testing.T) {
	want := canonical(story(), differences(t, byLine(story()...)))
	if len(want) < 10 {
		t.Fatalf("only %d differences", len(want))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 6 {
		versions := story()
		random.Shuffle(len(versions), func(i, j int) { versions[i], versions[j] = versions[j], versions[i] })
		got := canonical(versions, differences(t, byLine(versions...)))
		if !slices.Equal(got, want) {
			t.Fatalf("order %s:\n%s\nwant:\n%s", order(versions), strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestTwoVersionsChangePlaces: with two versions, changing places turns omissions into additions
// and leaves everything else.
func TestTwoVersionsChangePlaces(t *testing.T) {
	a := version("A", "en", "The old mill near the bridge burned down on Monday.", "Five men must leave.")
	b := version("B", "en", "The mill near the bridge burned down on Tuesday.", "Six men may leave now.")
	there, back := differences(t, byLine(a, b)), differences(t, byLine(b, a))
	kinds := func(found []triage.Difference, flip bool) []string {
		var out []string
		for _, d := range found {
			k := d.Kind
			switch {
			case flip && k == triage.Omission:
				k = triage.Addition
			case flip && k == triage.Addition:
				k = triage.Omission
			}
			out = append(out, fmt.Sprint(d.Row, k))
		}
		slices.Sort(out)
		return out
	}
	if got, want := kinds(back, true), kinds(there, false); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// canonical writes differences without the numbers of versions.
func canonical(versions []triage.Version, found []triage.Difference) []string {
	var out []string
	for _, d := range found {
		var readings, departs []string
		for _, r := range d.Readings {
			readings = append(readings, fmt.Sprintf("%s[%d:%d]", versions[r.Version].Siglum, r.Start, r.End))
		}
		for _, v := range d.Departs {
			departs = append(departs, versions[v].Siglum)
		}
		slices.Sort(readings)
		slices.Sort(departs)
		out = append(out, fmt.Sprintf("%d %s %.4f %v %v", d.Row, d.Kind, d.Severity, readings, departs))
	}
	slices.Sort(out)
	return out
}

func order(versions []triage.Version) string {
	var out []string
	for _, v := range versions {
		out = append(out, v.Siglum)
	}
	return strings.Join(out, " ")
}

// check reports what breaks the contract of Difference.
func check(in triage.Input, found []triage.Difference) error {
	for i, d := range found {
		if i > 0 && d.Row < found[i-1].Row {
			return fmt.Errorf("row %d after row %d", d.Row, found[i-1].Row)
		}
		if d.Severity < 0 || d.Severity > 1 || d.Kind == "" || !strings.HasSuffix(d.Reason, ".") {
			return fmt.Errorf("difference %+v", d)
		}
		if len(d.Readings) == 0 || !slices.IsSortedFunc(d.Readings, func(a, b triage.Reading) int { return cmp.Compare(a.Version, b.Version) }) {
			return fmt.Errorf("readings of %+v", d)
		}
		if !slices.IsSorted(d.Departs) {
			return fmt.Errorf("departing versions of %+v", d)
		}
		for _, r := range d.Readings {
			if r.Start < 0 || r.End < r.Start || r.End > len(in.Versions[r.Version].Text) {
				return fmt.Errorf("span of %+v", d)
			}
		}
		sum := 0.0
		for _, e := range d.Evidence {
			sum += e.Weight
		}
		if sum = max(0, min(1, sum)); sum-d.Severity > 1e-9 || d.Severity-sum > 1e-9 {
			return fmt.Errorf("severity %v is not the sum of %v", d.Severity, d.Evidence)
		}
	}
	return nil
}

func TestContract(t *testing.T) {
	in := byLine(story()...)
	if err := check(in, differences(t, in)); err != nil {
		t.Error(err)
	}
}

// TestIdentical: a text does not differ from itself.
func TestIdentical(t *testing.T) {
	a, b := story()[0], story()[0]
	if found := differences(t, byLine(a, b)); len(found) > 0 {
		t.Errorf("differences of a text and itself:\n%s", describe(found))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := triage.Differences(ctx, byLine(story()...), load(t), nil); err == nil {
		t.Error("no error after cancellation")
	}
}

// TestZeroOptions: without tables nothing breaks.
func TestZeroOptions(t *testing.T) {
	in := byLine(story()...)
	found, err := triage.Differences(context.Background(), in, triage.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := check(in, found); err != nil {
		t.Error(err)
	}
}

func TestSameIsNoDifference(t *testing.T) {
	in := byLine(version("A", "en", "The clerk opened the parcel."), version("B", "en", "The clerk opened the packet."))
	if len(differences(t, in)) == 0 {
		t.Fatal("no difference to begin with")
	}
	in.Same = [][2]string{{"packet", "parcel"}}
	for _, d := range differences(t, in) {
		if d.Kind != triage.Cosmetic {
			t.Errorf("after declaring the words the same: %s", d.Reason)
		}
	}
}

func TestAliasesAreOneEntity(t *testing.T) {
	in := byLine(version("A", "en", "The poet Veshnikov spoke first."), version("B", "en", "The poet Arumanov spoke first."))
	shown := func() bool {
		return slices.ContainsFunc(differences(t, in), func(d triage.Difference) bool { return d.Severity >= triage.Shown })
	}
	if !shown() {
		t.Fatal("another name is not shown")
	}
	in.Aliases = [][]string{{"Veshnikov", "Arumanov"}}
	if shown() {
		t.Error("a confirmed alias is shown")
	}
}

func TestGlossary(t *testing.T) {
	in := byLine(version("ZH", "zh", "他支持核协议。"), version("A", "en", "He supports the nuclear deal."), version("B", "en", "He supports the nuclear accord."))
	in.Glossary = []triage.GlossaryEntry{{Source: "核协议", Target: "nuclear deal", From: "zh", To: "en"}}
	departing := func() []int {
		var departs []int
		for _, d := range differences(t, in) {
			if d.Kind == triage.Term && strings.Contains(d.Reason, "glossary") {
				departs = append(departs, d.Departs...)
			}
		}
		return departs
	}
	if got := departing(); !slices.Equal(got, []int{2}) {
		t.Errorf("departing from the glossary: %v, want [2]", got)
	}
	in.Glossary = append(in.Glossary, triage.GlossaryEntry{Source: "核协议", Target: "nuclear accord", From: "zh", To: "en"})
	if got := departing(); len(got) > 0 {
		t.Errorf("departing from a glossary that allows both: %v", got)
	}
}

// TestTermInTwoWordings: one term, now this and now that within one version, with a glossary that
// allows both and with the lexicon alone.
func TestTermInTwoWordings(t *testing.T) {
	twoWays := func(in triage.Input) []int {
		var departs []int
		for _, d := range differences(t, in) {
			if d.Kind == triage.Term && strings.Contains(d.Reason, "in two ways") {
				departs = append(departs, d.Departs...)
			}
		}
		return departs
	}
	in := byLine(version("ZH", "zh", "他支持核协议。", "核协议很重要。"),
		version("A", "en", "He supports the nuclear deal.", "The nuclear accord matters."),
		version("B", "en", "He supports the nuclear accord.", "The nuclear accord matters."))
	in.Glossary = []triage.GlossaryEntry{
		{Source: "核协议", Target: "nuclear deal", From: "zh", To: "en"}, {Source: "核协议", Target: "nuclear accord", From: "zh", To: "en"}}
	if got := twoWays(in); !slices.Equal(got, []int{1}) {
		t.Errorf("with a glossary: %v, want [1]", got)
	}
	in = byLine(version("DE", "de", "Die Waffenruhe begann am Montag.", "Alle wollen eine Waffenruhe."),
		version("A", "en", "The truce began on Monday.", "Everyone wants a ceasefire."),
		version("B", "en", "The truce began on Monday.", "Everyone wants a truce."))
	if got := twoWays(in); !slices.Equal(got, []int{1}) {
		t.Errorf("with the lexicon: %v, want [1]", got)
	}
}

func TestOneNameTwoSpellings(t *testing.T) {
	in := byLine(
		version("A", "en", "President Odanga spoke.", "Odanga left early."),
		version("B", "en", "President Udanka spoke.", "Odenga left early."),
		version("C", "en", "President Odenga spoke.", "Odenga left early."))
	found := differences(t, in)
	if !slices.ContainsFunc(found, func(d triage.Difference) bool {
		return d.Kind == triage.Spelling && strings.Contains(d.Reason, "B spells one name in two ways")
	}) {
		t.Errorf("two spellings in B not found:\n%s", describe(found))
	}
}

func TestMissingSegment(t *testing.T) {
	in := byLine(version("A", "en", "One.", "The harbour was closed."), version("B", "en", "One.", ""))
	found := differences(t, in)
	if len(found) != 1 || found[0].Kind != triage.Omission || found[0].Row != 1 || found[0].Severity < triage.Shown {
		t.Errorf("got:\n%s", describe(found))
	}
}

func FuzzDifferences(f *testing.F) {
	f.Add("The minister said 5 must go.", "A minister warned \xff five may not go?", "部长说五人", uint8(0))
	f.Add("", "\"", "не́т", uint8(1))
	f.Add("ܭ", "0", "0", uint8('r'))
	f.Add("U.S.-led 10-20%", "they're n't 's", "۵ ایران", uint8(2))
	languages := []text.Language{"en", "zh", "ru", "fa", "ar", "de", "fr", "es", ""}
	o := load(f)
	f.Fuzz(func(t *testing.T, a, b, c string, lang uint8) {
		in := triage.Input{Rows: []align.Row{{Segments: [][]int{{0}, {0}, {0}}, Moved: make([]bool, 3)}}}
		for i, s := range []string{a, b, c} {
			l := text.Language("en")
			if i == 2 {
				l = languages[int(lang)%len(languages)]
			}
			in.Versions = append(in.Versions, triage.Version{Siglum: string(rune('A' + i)), Text: s, Language: l, Segments: []text.Span{{End: len(s)}}})
		}
		found, err := triage.Differences(context.Background(), in, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := check(in, found); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkPairs(b *testing.B) {
	var left, right []string
	for i := range 200 {
		left = append(left, fmt.Sprintf("The delegation of %d engineers said on Monday that the bridge over the northern river must be rebuilt before the winter comes.", i))
		right = append(right, fmt.Sprintf("On Monday the delegation, which had %d members, claimed that the northern bridge should be built again before winter.", i+i%2))
	}
	in := byLine(version("A", "en", left...), version("B", "en", right...))
	o := load(b)
	for b.Loop() {
		if _, err := triage.Differences(context.Background(), in, o, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*200/b.Elapsed().Seconds(), "pairs/s")
}

// BenchmarkTwelveVersions triages an article of some 600 words in twelve versions.
func BenchmarkTwelveVersions(b *testing.B) {
	words := strings.Fields("bridge harbour village winter engineer council river school teacher market ferry island")
	var versions []triage.Version
	for v := range 12 {
		var lines []string
		for i := range 28 {
			lines = append(lines, fmt.Sprintf("On %d May the %s near the old %s was closed, and the mayor of Lindau said that %d people must leave the %s before Friday.",
				i+1, words[(i+v/4)%12], words[(3*i+v/6)%12], 20+i+v/11, words[(i*i+v%3)%12]))
		}
		versions = append(versions, version(string(rune('A'+v)), "en", lines...))
	}
	in := byLine(versions...)
	o := load(b)
	for b.Loop() {
		if _, err := triage.Differences(context.Background(), in, o, nil); err != nil {
			b.Fatal(err)
		}
	}
}
