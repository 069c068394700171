package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

// ErrBinary says that bytes are no text in any encoding.
var ErrBinary = errors.New("not a text in any known encoding")

// Decode turns the bytes of a file into UTF-8 and says which encoding they were in, by its WHATWG
// name. hint is what a header or the markup claims, and may be empty or wrong; for what the user
// demands there is DecodeAs.
//
// The order is: byte order mark, the hint if the bytes bear it out, valid UTF-8, UTF-16 by its NULs, and
// then whichever legacy encoding gives the most plausible text. Bytes that are UTF-8 already come
// back as they are, less a byte order mark.
func Decode(data []byte, hint string) (s, name string, err error) {
	if s, name, ok := decodeMarked(data); ok {
		return s, name, nil
	}
	valid := utf8.Valid(data)
	if valid && bytes.Contains(data, []byte("\x1b$")) {
		if s, ok := decodeClean(data, japanese.ISO2022JP); ok {
			return s, "iso-2022-jp", nil
		}
	}
	if valid && bytes.IndexByte(data, 0) < 0 {
		return string(data), "utf-8", nil
	}
	if e, name, ok := lookup(hint); ok && name != "utf-8" {
		if s, ok := decodeClean(data, e); ok {
			return s, name, nil
		}
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return decodeWide(data)
	}
	name, ok := mostPlausible(data)
	if !ok {
		return "", "", ErrBinary
	}
	s, err = DecodeAs(data, name)
	return s, name, err
}

// DecodeAs decodes data as the named encoding, whatever the bytes say; what does not fit becomes
// U+FFFD.
func DecodeAs(data []byte, name string) (string, error) {
	if s, marked, ok := decodeMarked(data); ok && strings.HasPrefix(strings.ToLower(name), marked[:5]) {
		return s, nil
	}
	e, canonical, ok := lookup(name)
	if !ok {
		return "", fmt.Errorf("unknown encoding %q; try utf-8, gb18030, big5, shift_jis, euc-kr, windows-1251, windows-1256, koi8-r", name)
	}
	if canonical == "utf-8" {
		return strings.ToValidUTF8(string(data), "\uFFFD"), nil
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decoding as %s: %w", canonical, err)
	}
	return string(out), nil
}

// lookup finds an encoding by any of its names.
func lookup(name string) (e encoding.Encoding, canonical string, ok bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	if name == "" {
		return nil, "", false
	}
	if strings.HasPrefix(name, "gb") { // labels of the older sets are mostly wrong about their age
		name = "gb18030"
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, "", false
	}
	canonical, err = htmlindex.Name(e)
	return e, canonical, err == nil && canonical != "replacement"
}

// decodeMarked decodes what begins with a byte order mark.
func decodeMarked(data []byte) (s, name string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")):
		return strings.ToValidUTF8(string(data[3:]), "\uFFFD"), "utf-8", true
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return decodeUTF16(data[2:], unicode.LittleEndian), "utf-16le", true
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return decodeUTF16(data[2:], unicode.BigEndian), "utf-16be", true
	}
	return "", "", false
}

func decodeUTF16(data []byte, order unicode.Endianness) string {
	out, _ := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data) // odd bytes become U+FFFD
	return string(out)
}

// decodeClean decodes data if the encoding fits all of it but a few stray bytes.
func decodeClean(data []byte, e encoding.Encoding) (string, bool) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	const strays = 200 // one byte in so many may be damaged
	return string(out), bytes.Count(out, []byte("\uFFFD")) <= len(data)/strays
}

// decodeWide decodes data that contains NULs: UTF-16 without a mark, in whichever order of bytes
// makes a text, or no text at all.
func decodeWide(data []byte) (s, name string, err error) {
	if utf8.Valid(data) && bytes.Count(data, []byte{0}) <= len(data)/1000 {
		return string(data), "utf-8", nil // a stray NUL in a text
	}
	if len(data)%2 != 0 {
		return "", "", ErrBinary
	}
	little, big := decodeUTF16(data, unicode.LittleEndian), decodeUTF16(data, unicode.BigEndian)
	l, b := plausibility(little)+latin(little), plausibility(big)+latin(big)
	switch {
	case max(l, b) <= 0:
		return "", "", ErrBinary
	case l >= b:
		return little, "utf-16le", nil
	default:
		return big, "utf-16be", nil
	}
}

// latin is the worth of ASCII letters and digits where any unit of two bytes might be anything.
func latin(s string) float64 {
	var n float64
	for i := range len(s) {
		if b := s[i]; 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == ' ' {
			n += 2
		}
	}
	return n
}
