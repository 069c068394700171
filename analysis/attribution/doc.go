// Package attribution finds who says what: actors, and statements with their source, cue and
// content.
//
// It is for whatever charts, compares or reports what actors say. It does not judge what is said
// (positions), and it knows no versions: links between them are given to Utterances as plain values.
//
// # Layers
//
// A speech is its speaker's, sentence by sentence. A transcript is parted by its labels. All other
// text goes through the words of saying (hits, subject, complement; script where words are not
// parted by blanks), "according to", nouns ("the claim that"), captions and headlines; then
// continuations gives the sentences between to whoever holds the floor. What is found is named last,
// when the whole document's persons are known (people, scene, cast).
//
// # Why rules
//
// A sceptic must be able to ask of every statement why it is there. Each carries the rule that found
// it, and the share of cases in which that rule was right where it was measured. Two things are
// learnt, as no rule of thumb does well: parts of speech (tagger), and whether a sentence without a
// word of saying goes on in a speaker's voice (voice.tsv, a sum of named features). Both are tables
// with their origin beside them; assets/attribution/gen makes them.
//
// # Why nothing fails
//
// Quotation marks come odd, doubled, missing, of two languages at once. A mark spoils its own
// paragraph at most, and a sentence without end is looked at in pieces.
package attribution
