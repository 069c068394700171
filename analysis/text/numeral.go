package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// foldNumber writes a number, in whatever digits or words, as ASCII digits with a decimal point.
func (m *Model) foldNumber(s string, lang Language) (string, bool) {
	if n, ok := m.numberWord(s, lang); ok {
		return n, true
	}
	if n, ok := chineseNumber(s); ok {
		return n, true
	}
	plain := asciiDigits(s)
	if plain == "" || plain[0] < '0' || plain[0] > '9' {
		return "", false
	}
	if n, ok := ordinalNumber(plain); ok {
		return n, true
	}
	return separators(plain, decimalComma(lang)), true
}

// numberWord looks a word of number up; twenty-five is two.
func (m *Model) numberWord(s string, lang Language) (string, bool) {
	if m == nil || m.numbers[lang] == nil {
		return "", false
	}
	words := m.numbers[lang]
	lower := strings.ToLower(s)
	if n, ok := words[lower]; ok {
		return n, true
	}
	tens, ones, found := strings.Cut(lower, "-")
	if !found || len(words[tens]) != 2 || strings.TrimSuffix(words[ones], ".") == "" || len(strings.TrimSuffix(words[ones], ".")) != 1 {
		return "", false
	}
	return words[tens][:1] + words[ones], true
}

// asciiDigits writes the digits and separators of any script in ASCII; "" if there are none.
func asciiDigits(s string) string {
	if isASCII(s) {
		return s
	}
	found := false
	out := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			found = true
			return '0' + rune(digitValue(r))
		case r == '٫':
			return '.'
		case r == '٬', r == '\u00A0', r == '\u202F', r == '\u2009':
			return -1
		case r == '٪', r == '％':
			return '%'
		case r == '：':
			return ':'
		}
		return r
	}, s)
	if !found {
		return ""
	}
	return out
}

// digitValue is the value of a decimal digit: digits stand in runs of ten from a zero on.
func digitValue(r rune) int {
	zero := r
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	if r >= 0x1D7CE && r <= 0x1D7FF { // five runs follow each other
		return int(r-0x1D7CE) % 10
	}
	return int(r - zero)
}

// ordinalNumber writes 1st, 22nd as 1., 22.
func ordinalNumber(s string) (string, bool) {
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz")
	switch s[len(digits):] {
	case "st", "nd", "rd", "th":
		return digits + ".", true
	}
	return "", false
}

// separators takes out what groups digits and writes the decimal mark as a point.
func separators(s string, comma bool) string {
	s = strings.ReplaceAll(s, " ", "")
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	switch {
	case commas > 0 && points > 0:
		if strings.LastIndexByte(s, ',') > strings.LastIndexByte(s, '.') {
			return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
		}
		return strings.ReplaceAll(s, ",", "")
	case commas > 1, commas == 1 && !comma && grouping(s, ','):
		return strings.ReplaceAll(s, ",", "")
	case points == 1 && comma && grouping(s, '.'), points > 1 && grouping(s[strings.LastIndexByte(s, '.')-1:], '.'):
		return strings.ReplaceAll(s, ".", "")
	default:
		return strings.ReplaceAll(s, ",", ".")
	}
}

// grouping reports whether three digits follow the last mark and fewer than four precede it.
func grouping(s string, mark byte) bool {
	i := strings.LastIndexByte(s, mark)
	end := i + 1
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	return end-i-1 == 3 && i > 0 && i < 4 && s[0] != '0'
}

// decimalComma reports whether the language writes decimals behind a comma.
func decimalComma(lang Language) bool {
	switch lang {
	case "en", "zh", "ja", "ko", "he", "hi", "th", "ar", "fa", "ur", "":
		return false
	}
	return true
}

// chineseNumber reads 三百二十万, 二〇〇八 and 1.2亿.
func chineseNumber(s string) (string, bool) {
	if isASCII(s) || !strings.ContainsAny(s, chineseDigits+chineseUnits) {
		return "", false
	}
	if rest, ok := strings.CutPrefix(s, percentage); ok {
		n, ok := chineseNumber(rest)
		return n + "%", ok
	}
	if row, ok := digitRow(s); ok {
		return row, true
	}
	return unitSum(asciiDigits(s), s)
}

const (
	chineseDigits = "〇零一二三四五六七八九两兩"
	chineseUnits  = "十百千万萬亿億兆"
)

func digitOf(r rune) (int, bool) {
	switch r {
	case '〇', '零':
		return 0, true
	case '两', '兩':
		return 2, true
	}
	if i := strings.IndexRune("一二三四五六七八九", r); i >= 0 {
		return i/3 + 1, true
	}
	return 0, false
}

func unitValue(r rune) float64 {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1e3
	case '万', '萬':
		return 1e4
	case '亿', '億':
		return 1e8
	case '兆':
		return 1e12
	}
	return 0
}

// digitRow reads digits without units, as years are written.
func digitRow(s string) (string, bool) {
	var out strings.Builder
	for _, r := range s {
		d, ok := digitOf(r)
		if !ok {
			return "", false
		}
		out.WriteByte(byte('0' + d))
	}
	return out.String(), true
}

// unitSum reads digits with units: 三百二十万 is (3·100 + 2·10) · 10,000, and 1万2千 is 12,000. plain is s with ASCII
// digits if it has digits.
func unitSum(plain, s string) (string, bool) {
	if plain == "" {
		plain = s
	}
	var total, section, digit float64
	for len(plain) > 0 {
		if n, size := leadingNumber(plain); size > 0 {
			digit, plain = n, plain[size:]
			continue
		}
		r, size := utf8.DecodeRuneInString(plain)
		plain = plain[size:]
		if d, ok := digitOf(r); ok {
			digit = float64(d)
			continue
		}
		unit := unitValue(r)
		switch {
		case unit == 0:
			return "", false
		case unit < 1e4:
			section += one(digit) * unit
		case total > 0 && total < unit: // 一万亿
			total = (total + section + digit) * unit
			section = 0
		default:
			total += one(section+digit) * unit
			section = 0
		}
		digit = 0
	}
	return strconv.FormatFloat(total+section+digit, 'f', -1, 64), true
}

// one is what a unit without a digit before it counts.
func one(n float64) float64 {
	if n == 0 {
		return 1
	}
	return n
}

// leadingNumber reads the ASCII number that s begins with.
func leadingNumber(s string) (n float64, size int) {
	for size < len(s) && ('0' <= s[size] && s[size] <= '9' || s[size] == '.' || s[size] == ',') {
		size++
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(s[:size], ",", ""), 64)
	if err != nil {
		return 0, 0
	}
	return n, size
}
