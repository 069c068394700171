// Package analysis derives everything that Hexapla shows: Run takes a project, which is articles
// and decisions, and returns a Result. Both are immutable values.
//
// It opens no files, uses no network and reads no clock; it knows no screen. Its packages below, a
// line importing only lines under it:
//
//	positions     utterance, stance, codebook, agreement, timeline
//	wording       triage, collate, align, diff, metrics
//	attribution   who says: actors, source, cue, content
//	stories       which articles tell the same
//	entity        numbers, dates, names, transliteration
//	article       Article, Decision, Anchor; formats: readers
//	text, lexicon language, segments, tokens, norms; bilingual entries
//	dict          large tables in little memory
//
// # Why a memo
//
// A reviewer confirms, dismisses and corrects while a long analysis runs. What depends on one
// article, one pair of versions or one story is derived once and kept by the hash of all it was
// derived from (Memo), so that a decision costs only what it touches.
package analysis
