package formats

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"hexapla/analysis/text"
)

// readRTF reads a Rich Text document.
func readRTF(in input, o Options) (found, error) {
	r := rtfReader{data: in.data, fonts: map[int]string{}, state: rtfState{codepage: "windows-1252", skipAfterUnicode: 1}}
	r.read()
	d := document{raw: in.data, format: richText, encoding: "us-ascii", text: r.out.String()}
	offer(&d.meta.Title, markup(r.title.String()))
	author := markup(cleanAuthor(r.author.String()))
	author.Guess, author.Why = true, "the document's properties name who made the file"
	offer(&d.meta.Author, author)
	return d.alone(in)
}

// rtfState is what a group of braces inherits and gives back.
type rtfState struct {
	destination      string // "" is the text itself; others are skipped but for "title" and "author"
	codepage         string
	font             int
	skipAfterUnicode int
}

// rtfReader reads control words and text one after the other.
type rtfReader struct {
	data  []byte
	fonts map[int]string // codepages

	at      int
	state   rtfState
	stack   []rtfState
	skip    int    // characters that stand in for a Unicode character
	bytes   []byte // of a codepage, not decoded yet
	high    rune   // the first half of a pair
	starred bool

	out           flow
	title, author flow
}

func (r *rtfReader) read() {
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			if len(r.stack) < deepestMarkup {
				r.stack = append(r.stack, r.state)
			}
			r.skip = 0
		case '}':
			r.flush()
			if n := len(r.stack); n > 0 {
				r.state, r.stack = r.stack[n-1], r.stack[:n-1]
			}
			r.skip = 0
		case '\\':
			r.control()
		case '\r', '\n', 0:
		default:
			r.plain(c)
		}
	}
	r.flush()
}

// plain takes one byte of text.
func (r *rtfReader) plain(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.bytes = append(r.bytes, c)
}

// flush decodes the bytes gathered.
func (r *rtfReader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	s, err := text.DecodeAs(r.bytes, r.state.codepage)
	if err != nil {
		s = strings.ToValidUTF8(string(r.bytes), "\uFFFD")
	}
	r.bytes = r.bytes[:0]
	r.write(s)
}

func (r *rtfReader) write(s string) {
	switch r.state.destination {
	case "":
		r.out.write(s)
	case "title":
		r.title.write(s)
	case "author":
		r.author.write(s)
	}
}

// control reads what follows a backslash.
func (r *rtfReader) control() {
	if r.at >= len(r.data) {
		return
	}
	c := r.data[r.at]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		r.word()
		return
	}
	r.at++
	switch c {
	case '\'':
		if r.at+2 <= len(r.data) {
			if b, err := strconv.ParseUint(string(r.data[r.at:r.at+2]), 16, 8); err == nil {
				r.at += 2
				r.plain(byte(b))
			}
		}
	case '*':
		r.starred = true
	case '~':
		r.symbol("\u00a0")
	case '_':
		r.symbol("-")
	case '-':
	case '\\', '{', '}':
		r.plain(c)
	case '\r', '\n':
		r.flush()
		r.breakParagraph()
	}
}

func (r *rtfReader) symbol(s string) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flush()
	r.write(s)
}

// word reads a control word with its number.
func (r *rtfReader) word() {
	start := r.at
	for r.at < len(r.data) && (r.data[r.at] >= 'a' && r.data[r.at] <= 'z' || r.data[r.at] >= 'A' && r.data[r.at] <= 'Z') {
		r.at++
	}
	name := string(r.data[start:r.at])
	start = r.at
	if r.at < len(r.data) && r.data[r.at] == '-' {
		r.at++
	}
	for r.at < len(r.data) && r.at-start < 11 && r.data[r.at] >= '0' && r.data[r.at] <= '9' {
		r.at++
	}
	number, err := strconv.Atoi(string(r.data[start:r.at]))
	given := err == nil
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	r.obey(name, number, given)
}

var (
	rtfSymbols = map[string]string{
		"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
		"bullet": "•", "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "zwnj": "\u200c", "zwj": "\u200d",
	}
	rtfSkipped = setOf("fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote annotation object fldinst themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl generator xmlnstbl mmathPr xe tc bkmkstart bkmkend revtbl filetbl upr atnid atnauthor nonshppict shpinst")
	rtfCharset = map[int]string{
		0: "windows-1252", 128: "shift_jis", 129: "euc-kr", 134: "gb18030", 136: "big5", 161: "windows-1253", 162: "windows-1254",
		163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250",
	}
	rtfCodepage = map[int]string{932: "shift_jis", 936: "gb18030", 949: "euc-kr", 950: "big5", 65001: "utf-8", 10000: "macintosh", 866: "ibm866"}
)

// obey carries out a control word.
func (r *rtfReader) obey(name string, number int, given bool) {
	starred := r.starred
	r.starred = false
	if name != "u" && name != "uc" {
		r.flush()
	}
	if s, ok := rtfSymbols[name]; ok {
		r.symbol(s)
		return
	}
	switch {
	case name == "u":
		r.unicode(number)
	case name == "uc":
		r.state.skipAfterUnicode = max(0, min(number, 16))
	case name == "par" || name == "sect" || name == "page":
		r.breakParagraph()
	case name == "line":
		r.breakLine()
	case name == "cell" && r.state.destination == "":
		r.out.cell()
	case name == "row" && r.state.destination == "":
		r.out.endRow()
	case name == "ansicpg":
		r.state.codepage = codepage(number)
	case name == "f" && given:
		r.font(number)
	case name == "fcharset":
		r.fonts[r.state.font] = rtfCharset[number]
	case name == "title" || name == "author":
		if r.state.destination == "info" {
			r.state.destination = name
		}
	case rtfSkipped[name] || starred && r.state.destination == "":
		r.state.destination = name
	case name == "v" && (number != 0 || !given): // hidden text
		r.state.destination = "v"
	case name == "v" && r.state.destination == "v":
		r.state.destination = ""
	}
}

func codepage(n int) string {
	if name, ok := rtfCodepage[n]; ok {
		return name
	}
	return "windows-" + strconv.Itoa(n)
}

// font changes the codepage to the font's; in the table of fonts it says which one is described.
func (r *rtfReader) font(n int) {
	r.state.font = n
	if name := r.fonts[n]; name != "" && r.state.destination == "" {
		r.state.codepage = name
	}
}

// unicode takes a character by its number and passes over its stand-in.
func (r *rtfReader) unicode(number int) {
	r.flush()
	c := rune(uint16(number))
	r.skip = r.state.skipAfterUnicode
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.high = c
	case c >= 0xDC00 && c < 0xE000:
		r.write(string(utf16.DecodeRune(r.high, c)))
		r.high = 0
	default:
		r.write(string(c))
	}
}

func (r *rtfReader) breakParagraph() {
	if r.state.destination == "" {
		r.out.paragraph()
	}
}

func (r *rtfReader) breakLine() {
	if r.state.destination == "" {
		r.out.row()
	}
}
