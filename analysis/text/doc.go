// Package text knows what a language, a sentence, a word and a comparable form of a word are.
//
// It is for every other package of the analysis: they speak of spans of bytes into the text as
// read, and get them here. It is not for anything that compares two texts (wording), nor for what
// words mean (lexicon, entity).
//
// # Why a Model
//
// Chinese and Japanese words, the detection of languages and abbreviations need tables of a few
// megabytes. The tables are a value, loaded once by the caller from a file system it chooses; a
// zero Model knows Unicode's rules alone and is useful. A Model is immutable after loading and safe
// for concurrent use; tables of a language that nobody asks for are never decoded.
//
// # Offsets
//
// All offsets are bytes, half open, into UTF-8; every span begins and ends on a grapheme boundary.
package text
