package positions

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// trust is how many corrections a shipped weight is worth: with fewer the weights move little.
const trust = 8

// Refit returns tables whose weights fit what people decided, by ridge regression of their stances
// on what the rules saw, drawn to the weights that ship with the program; and on how many statements.
// codings holds the machine's codings, made with t, and people's. Nothing changes where nobody
// corrected anything. Whoever refits twice from the same corrections gets about the same weights:
// what was learnt already is not learnt again on top.
func Refit(t *Tables, codings []Coding) (*Tables, int) {
	rows, wanted := t.lessons(codings)
	if len(rows) == 0 {
		return t, 0
	}
	n := len(t.rules)
	a, b := mat.NewSymDense(n, nil), mat.NewVecDense(n, nil)
	for i := range n {
		a.SetSym(i, i, trust)
	}
	for k, row := range rows {
		missing := wanted[k]
		for i, r := range t.shipped {
			missing -= row[i] * r.Weight
		}
		for i := range n {
			b.SetVec(i, b.AtVec(i)+row[i]*missing)
			for j := i; j < n; j++ {
				a.SetSym(i, j, a.At(i, j)+row[i]*row[j])
			}
		}
	}
	var change mat.VecDense
	var cholesky mat.Cholesky
	if !cholesky.Factorize(a) || cholesky.SolveVecTo(&change, b) != nil {
		return t, 0 // not reached: trust makes the matrix positive definite
	}
	weights := map[string]float64{}
	for i, r := range t.shipped {
		weights[r.ID] = math.Round((r.Weight+change.AtVec(i))*1e4) / 1e4
	}
	return t.WithWeights(weights), len(rows)
}

// lessons returns what the rules saw in each statement that people coded, by rule, and the stance that
// they gave it, in the order of statements and issues.
func (t *Tables) lessons(codings []Coding) (rows [][]float64, wanted []float64) {
	type unit struct{ statement, issue string }
	people := map[unit][]float64{}
	for _, c := range codings {
		if c.Coder != Machine {
			stance := c.Stance
			if c.None {
				stance = 0
			}
			people[unit{c.Statement, c.Issue}] = append(people[unit{c.Statement, c.Issue}], stance)
		}
	}
	machine := slices.DeleteFunc(slices.Clone(codings), func(c Coding) bool { return c.Coder != Machine })
	slices.SortStableFunc(machine, func(a, b Coding) int {
		return cmp.Or(cmp.Compare(a.Statement, b.Statement), cmp.Compare(a.Issue, b.Issue))
	})
	for _, c := range machine {
		stances := people[unit{c.Statement, c.Issue}]
		if len(stances) == 0 || len(c.Evidence) == 0 {
			continue
		}
		slices.Sort(stances)
		want := mean(stances)
		row, sum := t.features(c)
		if math.Abs(sum) > 2 && math.Abs(want) > 1.99 && sum*want > 0 {
			want = sum // beyond the end of the scale is not wrong
		}
		rows, wanted = append(rows, row), append(wanted, want)
	}
	return rows, wanted
}

// features is what each rule saw in a coding, apart from its weight, and what the coding summed up to.
func (t *Tables) features(c Coding) (row []float64, sum float64) {
	row = make([]float64, len(t.rules))
	for _, e := range c.Evidence {
		sum += e.Weight
		for i, r := range t.rules {
			if r.ID == e.Rule && r.Weight != 0 {
				row[i] += e.Weight / r.Weight
			}
		}
	}
	return row, sum
}
