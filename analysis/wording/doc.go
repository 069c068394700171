// Package wording is the folder of what compares texts: diff, align, collate, triage, metrics. Each
// is a package of its own; this one only says how they follow one another.
//
// align finds which segments correspond, collate lines up the words of corresponding segments into
// an apparatus, triage tells which entries change the meaning and why; diff is the engine for words
// under both, metrics scores versions against references.
package wording
