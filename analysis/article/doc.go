// Package article is the ground state of a project: the articles as they were loaded, and what
// people decided about them.
//
// An Article is immutable; a correction of its metadata or text is a Decision, and the article as
// seen is the fold of the log over the article as read. Nothing here is derived by analysis, reads
// files or knows a screen.
package article
