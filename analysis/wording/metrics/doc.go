// Package metrics scores versions against references (BLEU, chrF, TER as sacreBLEU computes them)
// and against each other.
package metrics
