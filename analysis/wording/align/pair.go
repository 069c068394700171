package align

import "context"

func pairBeads(ctx context.Context, a, b *sideWords, o Options) ([]bead, error) {
	couples := known(a, b, o)
	t := newTable(a, b, couples)
	m := newModel(a, b)
	var beads []bead
	for round := 0; round < 2; round++ {
		fixed := anchors(chain(guesses(a, b, t, 3), len(b.bags)), len(a.bags), len(b.bags), 0.1)
		c := corridorAround(fixed, len(a.bags), len(b.bags))
		s := &scorer{evidence: newEvidence(a, b, t), model: m, lexical: 1}
		l, err := weigh(ctx, s, c, nil)
		if err != nil {
			return nil, err
		}
		beads = l.best(func(k, at int) float32 { return l.scores[k][at] })
		break
	}
	return beads, nil
}
