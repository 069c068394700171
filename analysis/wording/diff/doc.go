// Package diff is the engine for words: the shortest edit between two sequences, and its clean-up
// for readers.
//
// It is for whoever compares two versions of about the same text word by word. It is not for
// finding which sentences correspond (align), for more than two versions (collate), or for
// what a change means (triage).
//
// # Why not the usual one
//
// Myers' algorithm is quick where little differs and hopeless where much does; programs that use
// it stop early and return a coarse edit without saying so. Here it works only as long as it is
// the quickest, then gives way to bit vectors after Crochemore, Iliopoulos, Pinzon and Reid ("A
// fast and practical bit-vector algorithm for the longest common subsequence problem", 2001), split
// as Hirschberg splits, which are exact at any distance. What is too large for both is
// divided first at stretches of words that occur once on each side. The result says which of these
// it is: see Quality.
//
// # Layers
//
// Edits and its helpers know numbers only. Words knows tokens and readers, Chars the inside of a word.
package diff
