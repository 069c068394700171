package formats

// UnknownColumns is the error of a table of which no column looks like texts. Whoever can ask a
// person asks which column holds what, and reads it again with Options.Columns.
type UnknownColumns struct {
	File    string
	Entry   string         // its name in an archive, those of archives in archives before it, parted by #
	Heading []string       // nil where the table has none that is known as one
	Rows    [][]string     // the first ones
	Known   map[string]int // columns by what their headings say they hold, from 0
}

const sampledRows = 5

func (e *UnknownColumns) Error() string {
	return e.File + " has no column of texts; say which one it is, as in text=Body"
}
