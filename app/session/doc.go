// Package session is the one place where the state of an open project lives: the project file, the
// decisions, the result as last derived, the job under way, what is selected.
//
// Views ask it for values and send it gestures; it knows no window. It does not analyse (package
// analysis) and does not know SQL (package store).
//
// # Why one goroutine
//
// A Session is used from one goroutine, the window's. Jobs run beside it on immutable values and
// come back through Options.Post; a result of an older revision is dropped in one place (settle).
// So no view locks anything, and none checks for staleness.
package session
