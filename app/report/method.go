package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hexapla/analysis"
)

// method is how the report was computed: enough to do it again.
type method struct {
	Paragraphs []string
	Settings   [][2]string
	Rules      []rule // of the differences
	Codes      []rule // of the stances
	Inputs     []input
	Program    string
	Digest     string // of all inputs in one
}

// rule is a named feature that weighed in, and how often.
type rule struct {
	Name      string
	Times     int
	Low, High float64
}

// Weight is the rule's weight, or the range of it.
func (r rule) Weight() string {
	if r.High-r.Low < 0.005 {
		return signed(r.Low)
	}
	return signed(r.Low) + " … " + signed(r.High)
}

type input struct{ Siglum, File, Hash string }

func newMethod(r *analysis.Result, o Options, w words) method {
	m := method{Program: w.say("program", cmp.Or(o.Version, "0.1.0"))}
	for _, key := range []string{"method align", "method triage", "method statements", "method curves", "method person"} {
		m.Paragraphs = append(m.Paragraphs, w.say(key))
	}
	m.Settings = settings(r, o, w)
	differences, codes := map[string]rule{}, map[string]rule{}
	for _, c := range r.Comparisons {
		for _, d := range c.Differences {
			for _, e := range d.Evidence {
				weigh(differences, w.tongue.Rule(e.Feature)+" ("+e.Feature+")", e.Weight)
			}
		}
	}
	for _, c := range r.Codings {
		for _, e := range c.Evidence {
			weigh(codes, e.Rule, e.Weight)
		}
	}
	m.Rules, m.Codes = ranked(differences), ranked(codes)
	for _, v := range r.Versions {
		m.Inputs = append(m.Inputs, input{File: v.Article.File, Hash: hash(v.Article.Raw)})
	}
	m.Digest = digest(m.Inputs, w)
	return m
}

func settings(r *analysis.Result, o Options, w words) [][2]string {
	people := map[string]int{}
	for _, x := range r.State.Reviews {
		people[x.Coder]++
	}
	for _, x := range r.State.Codes {
		people[x.Coder]++
	}
	coders := ""
	for _, name := range slices.Sorted(maps.Keys(people)) {
		if coders != "" {
			coders += ", "
		}
		coders += fmt.Sprintf("%s (%d)", name, people[name])
	}
	out := [][2]string{
		{w.say("setting template"), o.Template},
		{w.say("setting differences"), w.optional(fmt.Sprintf("setting reviewed %t", o.Include.ReviewedOnly))},
		{w.say("setting threshold"), "0.5"},
		{w.say("setting bandwidth"), fmt.Sprintf("%.0f", r.Bandwidth)},
		{w.say("setting issues"), fmt.Sprint(len(r.Codebook.Issues))},
		{w.say("setting decisions"), cmp.Or(coders, w.say("nobody"))},
	}
	if a := reliability(r); a != "" {
		out = append(out, [2]string{w.say("setting reliability"), a})
	}
	for _, i := range r.Codebook.Issues {
		if o.Issue == "" || o.Issue == i.ID {
			out = append(out, [2]string{w.say("setting issue", i.ID), i.Proposition})
		}
	}
	return out
}

func weigh(rules map[string]rule, name string, weight float64) {
	x, known := rules[name]
	if !known {
		x = rule{Name: name, Low: weight, High: weight}
	}
	x.Times++
	x.Low, x.High = min(x.Low, weight), max(x.High, weight)
	rules[name] = x
}

func ranked(rules map[string]rule) []rule {
	return slices.SortedFunc(maps.Values(rules), func(a, b rule) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(a.Name, b.Name))
	})
}

// digest names all inputs in one hash, that of their hashes in alphabetical order.
func digest(inputs []input, w words) string {
	if len(inputs) == 0 {
		return ""
	}
	var all []string
	for _, i := range inputs {
		all = append(all, i.Hash)
	}
	slices.Sort(all)
	return w.sayN("inputs digest", len(all), len(all), hash([]byte(strings.Join(all, "\n"))))
}

func hash(raw []byte) string {
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}
