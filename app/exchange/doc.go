// Package exchange reads what analysis/article/formats reads and, beyond that, projects that are
// databases: those of Discourse Network Analyzer (.dna).
//
// # Why apart from the readers
//
// A reader of formats is a function from bytes, and opens no file. SQLite opens files; so a
// database is copied to a temporary file here, opened for reading only, and deleted again.
package exchange
