package article

import "slices"

// Undoable returns what Undo and Redo would act on next: the latest decision that counts, and the
// one undone last with nothing new decided since. Either is nil where there is none.
func Undoable(log []Decision) (undo, redo *Decision) {
	var done, undone []int // indexes into log; a new decision ends what can be redone
	move := func(from, to []int, seq int64) ([]int, []int) {
		for k := len(from) - 1; k >= 0; k-- {
			if i := from[k]; log[i].Seq == seq {
				return slices.Delete(from, k, k+1), append(to, i)
			}
		}
		return from, to
	}
	for i, d := range log {
		switch a := d.Act.(type) {
		case Undo:
			done, undone = move(done, undone, a.Of)
		case Redo:
			undone, done = move(undone, done, a.Of)
		default:
			done, undone = append(done, i), nil
		}
	}
	return last(log, done), last(log, undone)
}

func last(log []Decision, at []int) *Decision {
	if len(at) == 0 {
		return nil
	}
	return &log[at[len(at)-1]]
}

// Affected returns what a decision of the log invalidates: for Undo and Redo, what the act that
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
	for i := len(log) - 1; i >= 0; i-- {
		if log[i].Seq == of {
			return log[i].Act.Affects()
		}
	}
	return AffectsNothing
}
