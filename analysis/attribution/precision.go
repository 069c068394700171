package attribution

import (
	"bytes"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// loadPrecision reads the measured precision of each rule.
func loadPrecision(fsys fs.FS) (map[string]float64, error) {
	data, err := fs.ReadFile(fsys, "attribution/precision.tsv")
	if err != nil {
		return nil, err
	}
	out := map[string]float64{}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		fields := strings.Split(string(line), "\t")
		if len(fields) < 2 {
			return nil, fmt.Errorf("precision.tsv line %d: no figure", n+1)
		}
		if out[fields[0]], err = strconv.ParseFloat(fields[1], 64); err != nil {
			return nil, fmt.Errorf("precision.tsv line %d: %w", n+1, err)
		}
	}
	return out, nil
}

// precision is how often the rule was right where it was measured; of a rule never measured, a coin's.
func (t *Tables) precision(rule string) float64 {
	if t != nil {
		if p, ok := t.measured[rule]; ok {
			return p
		}
	}
	return 0.5
}
