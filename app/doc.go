// Package app is the window: it translates results into values for widgets, and gestures into calls
// of the session, and does nothing else.
//
// A Desk is one window on one session. Each screen is a file of its own with a type that builds its
// widgets once and shows a new state when the session says what changed. Everything that can be done
// is a command in one table (commands.go), from which menus, shortcuts and the palette are made.
//
// # Why the session decides
//
// A screen holds nothing that would be lost with it: what is looked at is the session's View, what
// was decided is its log. So a screen can be thrown away and built anew in another language or
// theme, and a project opens where it was closed.
package app
