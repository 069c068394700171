package attribution

import (
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"strconv"
	"strings"
)

// model is a logistic model over named features: the sum of their weights says how likely.
type model map[string]float64

// loadModel reads a table of feature and weight.
func loadModel(fsys fs.FS, file string) (model, error) {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return nil, err
	}
	out := model{}
	for n, line := range bytes.Split(data, []byte("\n")) {
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		feature, value, ok := strings.Cut(string(line), "\t")
		if !ok {
			return nil, fmt.Errorf("%s line %d: no figure", file, n+1)
		}
		if out[feature], err = strconv.ParseFloat(value, 64); err != nil {
			return nil, fmt.Errorf("%s line %d: %w", file, n+1, err)
		}
	}
	return out, nil
}

// probability of yes, given the features.
func (m model) probability(features []string) float64 {
	z := 0.0
	for _, f := range features {
		z += m[f]
	}
	return 1 / (1 + math.Exp(-z))
}
