package positions

// An act in the infinitive is not told of but meant by somebody ("the decision to leave") or judged ("it is
// wrong to leave"): what counts is what is said of the decision.

// decision is where the noun stands whose infinitive an act is, 0 if it is of none: "the decision of the
// Government to lift".
func (r *reader) decision(c cue) int {
	const far = 8 // words
	if r.free || c.from < 2 || !r.is(infinite, c.from-1) {
		return 0
	}
	for k := c.from - 2; k >= max(1, c.from-1-far) && !r.tokens[k].mark && !r.cueAt(k) && !r.is(opens, k); k-- {
		if decisions[r.tokens[k].norm] {
			return k
		}
	}
	return 0
}

// decisions are the nouns for what somebody means to do.
var decisions = map[string]bool{
	"decision": true, "decisions": true, "move": true, "moves": true, "plan": true, "plans": true, "intention": true, "intentions": true,
	"attempt": true, "attempts": true, "choice": true, "announcement": true, "step": true, "steps": true, "vote": true, "refusal": true,
}

// opinionOn is what the words close before token i say of what it names.
func (r *reader) opinionOn(i int) (float64, bool) {
	const near = 4 // words
	for k := len(r.cues) - 1; k >= 0; k-- {
		c := r.cues[k]
		if c.to > i || !c.class.acts() && !c.class.judges() || strengths[c.class] == 0 {
			continue
		}
		if r.words(c.to, i) > near || r.breaks(c.to, i) != together {
			return 0, false
		}
		r.used[k] = true
		v := sign(strengths[c.class])
		if !r.negation(c.from, 3).Empty() {
			v = -v
		}
		return v, true
	}
	return 0, false
}

// wrongTo reports whether an infinitive hangs on a word of blame: "it is not legitimate to".
func (r *reader) wrongTo(c cue) bool {
	const near = 14 // words
	for k := len(r.cues) - 1; k >= 0; k-- {
		j := r.cues[k]
		if j.to > c.from || !j.class.judges() {
			continue
		}
		if r.words(j.to, c.from) > near || r.breaks(j.to, c.from) >= clauseBreak || !r.any(copula, j.from-4, j.from) {
			return false
		}
		return strengths[j.class] < 0 == r.negation(j.from, 2).Empty()
	}
	return false
}
