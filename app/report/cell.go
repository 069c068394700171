package report

import "strings"

// Cell makes text safe as a cell of a table: what a spreadsheet would take for a formula gets an apostrophe before
// it, as OWASP advises. Numbers are written as numbers and do not pass here.
func Cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(s)[0]) {
		return "'" + s
	}
	return s
}
