package article

import "slices"

// Undoable returns what Undo and Redo would act on next: the latest step that counts, and the one
// undone last with nothing new decided since. Either is empty where there is none.
func Undoable(log []Decision) (undo, redo []Decision) {
	at := steps(log)
	var done, undone []int64 // steps; a new one ends what can be redone
	move := func(from, to []int64, seq int64) ([]int64, []int64) {
		step, known := at[seq]
		if k := lastIndex(from, step); known && k >= 0 {
			return slices.Delete(from, k, k+1), append(to, step)
		}
		return from, to
	}
	for _, d := range log {
		switch a := d.Act.(type) {
		case Undo:
			done, undone = move(done, undone, a.Of)
		case Redo:
			undone, done = move(undone, done, a.Of)
		default:
			if len(done) == 0 || done[len(done)-1] != d.step() {
				done = append(done, d.step())
			}
			undone = nil
		}
	}
	return lastOf(log, done), lastOf(log, undone)
}

// steps tells the step of every decision.
func steps(log []Decision) map[int64]int64 {
	out := make(map[int64]int64, len(log))
	for _, d := range log {
		out[d.Seq] = d.step()
	}
	return out
}

func lastIndex(list []int64, v int64) int {
	for k := len(list) - 1; k >= 0; k-- {
		if list[k] == v {
			return k
		}
	}
	return -1
}

// lastOf returns the decisions of the last of the steps.
func lastOf(log []Decision, steps []int64) []Decision {
	if len(steps) == 0 {
		return nil
	}
	return StepOf(log, steps[len(steps)-1])
}

// StepOf returns the decisions of the step that the decision seq belongs to, in their order.
func StepOf(log []Decision, seq int64) []Decision {
	step := seq
	for _, d := range log {
		if d.Seq == seq {
			step = d.step()
		}
	}
	var out []Decision
	for _, d := range log {
		if d.step() == step && !isStep(d.Act) {
			out = append(out, d)
		}
	}
	return out
}

// Affected returns what a decision of the log invalidates: for Undo and Redo, what the step that
// they name does.
func Affected(log []Decision, d Decision) Affects {
	of := int64(0)
	switch a := d.Act.(type) {
	case Undo:
		of = a.Of
	case Redo:
		of = a.Of
	default:
		return d.Act.Affects()
	}
	all := AffectsNothing
	for _, other := range StepOf(log, of) {
		all |= other.Act.Affects()
	}
	return all
}
