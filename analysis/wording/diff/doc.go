// Package diff is the engine for words: the shortest edit between two sequences, and its clean-up
// for readers.
package diff
