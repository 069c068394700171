package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lattice finds the cheapest way to cut a run of ideographs and kana into words: every word costs
// what its frequency makes it, and the sum is to be least.
type lattice struct {
	// immutable
	s          string
	run        []Token // the atoms
	words      *wordList
	simplified map[rune]rune // the list has simplified characters only; nil if it has all

	plain string  // the run in the list's characters
	ends  []int32 // of the atoms in plain
	best  []node
}

// node is the best way to reach the end of an atom.
type node struct {
	cost  int32
	from  int32
	known bool // the last word is in the list
}

const (
	unknownCost = 270 // of an atom that is in no word
	numeralCost = 90  // of a row of numerals
)

// cut returns the words of the run.
func (d *lattice) cut() []Token {
	d.prepare()
	n := len(d.run)
	d.best = make([]node, n+1)
	for i := range d.best {
		d.best[i].cost = math.MaxInt32
	}
	d.best[0].cost = 0
	for i := range n {
		d.step(i)
	}
	return d.tokens()
}

// prepare writes the run in the characters of the list.
func (d *lattice) prepare() {
	d.ends = make([]int32, len(d.run))
	var plain strings.Builder
	for i, t := range d.run {
		for _, r := range t.Of(d.s) {
			if to, ok := d.simplified[r]; ok {
				r = to
			}
			plain.WriteRune(r)
		}
		d.ends[i] = int32(plain.Len())
	}
	d.plain = plain.String()
}

// step tries all words that begin with atom i.
func (d *lattice) step(i int) {
	at := int32(0)
	if i > 0 {
		at = d.ends[i-1]
	}
	const longest = 64 // bytes
	rest := d.plain[at:min(len(d.plain), int(at)+longest)]
	for len(rest) > 0 && len(rest) < len(d.plain)-int(at) && !utf8.RuneStart(d.plain[int(at)+len(rest)]) {
		rest = rest[:len(rest)-1]
	}
	d.offer(i, i, unknownCost, false)
	last := i
	d.words.matches(rest, func(length int, cost byte) {
		for last < len(d.run) && d.ends[last] < at+int32(length) {
			last++
		}
		if last < len(d.run) && d.ends[last] == at+int32(length) {
			d.offer(i, last, int32(cost), true)
		}
	})
	if end := d.numerals(i); end > i {
		d.offer(i, end, numeralCost, true)
	}
}

// offer proposes atoms i to last as one word.
func (d *lattice) offer(i, last int, cost int32, known bool) {
	cost += d.best[i].cost
	if cost < d.best[last+1].cost {
		d.best[last+1] = node{cost, int32(i), known}
	}
}

// numerals returns the last atom of the row of numerals at i, i if there are fewer than two; 百分之 before
// them makes them a percentage.
func (d *lattice) numerals(i int) int {
	from := i
	at := d.run[i].Start
	if strings.HasPrefix(d.s[at:d.run[len(d.run)-1].End], percentage) && i+3 < len(d.run) && d.run[i+2].End == at+len(percentage) {
		from = i + 3
	}
	last := from - 1
	const longest = 16
	for last+1 < len(d.run) && last-from < longest && isNumeral(d.run[last+1].Of(d.s)) {
		last++
	}
	if last < from {
		return i
	}
	return last
}

// percentage is what Chinese writes before a percentage.
const percentage = "百分之"

func isNumeral(s string) bool {
	return strings.Contains("〇零一二三四五六七八九十百千万亿两兩萬億兆廿卅", s)
}

// tokens reads the cheapest way back and joins what the list does not know.
func (d *lattice) tokens() []Token {
	var spans []node // from and, as cost, to
	for i := int32(len(d.run)); i > 0; i = d.best[i].from {
		spans = append(spans, node{cost: i, from: d.best[i].from, known: d.best[i].known})
	}
	var out []Token
	for k := len(spans) - 1; k >= 0; k-- {
		last := d.name(spans, k)
		t := Token{Span: Span{d.run[spans[k].from].Start, d.run[spans[last].cost-1].End}}
		if numeric(t.Of(d.s)) {
			t.Kind = Number
		}
		out = append(out, t)
		k = last
	}
	return out
}

// name returns the last of the words that make a name with word k (words are numbered backwards): a
// surname with one or two characters that stand alone, three characters or more that render foreign
// sounds, or characters that no word has.
func (d *lattice) name(spans []node, k int) int {
	single := func(k int) (rune, bool) {
		if k < 0 || spans[k].cost-spans[k].from != 1 {
			return 0, false
		}
		r, size := utf8.DecodeRuneInString(d.run[spans[k].from].Of(d.s))
		return r, size == d.run[spans[k].from].Len() && unicode.Is(unicode.Han, r)
	}
	r, ok := single(k)
	if !ok {
		return d.foreign(spans, k)
	}
	last := k
	if !spans[k].known {
		for last-1 >= 0 && !spans[last-1].known && k-last < 3 {
			if _, ok := single(last - 1); !ok {
				break
			}
			last--
		}
		return last
	}
	if last = d.foreign(spans, k); last < k {
		return last
	}
	last = k
	if strings.ContainsRune(surnames, r) {
		for range 2 {
			if q, ok := single(last - 1); ok && !strings.ContainsRune(grammatical, q) && !strings.ContainsRune(surnames, q) && !isNumeral(string(q)) {
				last--
			}
		}
	}
	return last
}

// foreign returns the last of the words from k on that together render a foreign name: characters used
// for their sound, at least three, and at least two of them standing alone.
func (d *lattice) foreign(spans []node, k int) int {
	last, characters, alone := k+1, 0, 0
	for n := k; n >= 0; n-- {
		s := d.s[d.run[spans[n].from].Start:d.run[spans[n].cost-1].End]
		if strings.Trim(s, foreignSounds) != "" {
			break
		}
		count := utf8.RuneCountInString(s)
		characters += count
		if count == 1 {
			alone++
		}
		last = n
	}
	if alone < 2 || characters < 3 {
		return k
	}
	return last
}

func numeric(s string) bool {
	s = strings.TrimPrefix(s, percentage)
	for _, r := range s {
		if !isNumeral(string(r)) {
			return false
		}
	}
	return s != "" && s != "万一" && s != "千万" && s != "萬一" && s != "千萬" && s != "万千"
}

const (
	surnames      = "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚庞樊殷施翟倪严牛温芦俞葛邢岑習习栗張劉陳楊趙黃吳孫羅鄭謝韓馮蕭鄧許傅呂蘇盧蔣賈葉閻戴鍾譚鄒陸顧龍錢湯賀賴龔龐嚴盧"
	foreignSounds = "阿埃艾奥巴贝本比博卜布查茨达德蒂杜多恩尔法菲费弗夫福盖戈格哈赫霍基吉加贾杰卡科克库拉莱兰劳勒雷里利列林隆卢鲁罗洛马玛迈曼梅门蒙米莫姆穆纳娜内尼努诺欧帕佩皮普奇齐乔切萨塞桑沙什史斯苏索塔泰坦特提图托瓦万威维韦沃乌西希夏辛休雅亚扬耶伊因尤约泽扎兹詹朱爾馬羅蘭達魯蓋貝盧維韋歐亞諾齊喬薩蘇圖烏約澤"
	grammatical   = "的了在是和与及将对向等就也都被把从为有说称表示到于或但而又不没很更最已正曾各该这那其之上中下里后前时以因由请问答道我你他她它们會將對從為說稱後與們個这就要能可"
)
