package analysis

import (
	"hexapla/analysis/wording/triage"
)

// WordLinks says which words of one column stand for which of another.
type WordLinks struct {
	A, B int             // columns, A before B
	Rows [][]triage.Link // by row
}

// links links the words of every two columns of one language.
func (d *derivation) links(in triage.Input) []WordLinks {
	var out []WordLinks
	o := d.triageOptions()
	for a := range in.Versions {
		for b := a + 1; b < len(in.Versions); b++ {
			if in.Versions[a].Language != in.Versions[b].Language {
				continue
			}
			rows, err := triage.Links(d.ctx, in, a, b, o)
			d.fail(err)
			out = append(out, WordLinks{a, b, rows})
		}
	}
	return out
}

func (d *derivation) triageOptions() triage.Options {
	return triage.Options{Model: d.resources.Text, Lexicons: d.resources.Lexicons, Tables: d.resources.Triage}
}
