package entity

// Chinese and Japanese numbers: 一百二十万, 三成, 百分之五, 二〇二一, 两.

var hanDigits = map[string]float64{
	"零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2, "兩": 2,
	"壹": 1, "贰": 2, "叁": 3,
}

var hanScales = map[string]float64{"十": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}

var hanTimes = map[string]float64{"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "千": 1e3, "百": 100}

// hanNumberAt reads a number in Han signs. A single sign counts only where a sign after it makes
// it a number: 一 alone begins a hundred ordinary words.
func hanNumberAt(ls []lexeme, i int) quantity {
	if v, n := percentBefore(ls, i); n > 0 {
		return quantity{value: v, percent: true, n: n, words: true}
	}
	if ls[i].word == "半" && i+1 < len(ls) && ls[i+1].word == "数" {
		return quantity{value: 0.5, n: 2, words: true}
	}
	if ls[i].word == "一" && i+1 < len(ls) && ls[i+1].word == "半" {
		return quantity{value: 0.5, n: 2, words: true}
	}
	if q := vagueHan(ls, i); q.n > 0 {
		return q
	}
	v, n := hanValue(ls, i)
	if n == 0 {
		return quantity{}
	}
	q := quantity{value: v, n: n, words: true}
	if i > 0 && ls[i-1].word == "第" {
		q.ordinal = true
		q.weak = v <= 2
		return q
	}
	if i+n < len(ls) && ls[i+n].word == "成" && v > 1 && v < 10 {
		return quantity{value: v * 10, percent: true, n: n + 1, words: true}
	}
	if n == 1 && !countable(ls, i) {
		return quantity{}
	}
	q.weak = v == 1 || n == 1 && v == 2
	return q
}

// percentBefore reads 百分之 and the number after it.
func percentBefore(ls []lexeme, i int) (float64, int) {
	if i+3 >= len(ls) || ls[i].word != "百" || ls[i+1].word != "分" || ls[i+2].word != "之" {
		return 0, 0
	}
	if ls[i+3].isNumber() {
		return ls[i+3].value, 4
	}
	v, n := hanValue(ls, i+3)
	if n == 0 {
		return 0, 0
	}
	return v, n + 3
}

// vagueHan reads 数千, 数百万, 几十.
func vagueHan(ls []lexeme, i int) quantity {
	if ls[i].word != "数" && ls[i].word != "几" && ls[i].word != "上" {
		return quantity{}
	}
	value, n := 1.0, 1
	for i+n < len(ls) {
		if v, ok := hanScales[ls[i+n].word]; ok {
			value *= v
		} else if v, ok := hanTimes[ls[i+n].word]; ok {
			value *= v
		} else {
			break
		}
		n++
	}
	if n == 1 {
		return quantity{}
	}
	return quantity{value: value, n: n, vague: true, words: true}
}

// hanValue reads signs for digits and scales; n is how many.
func hanValue(ls []lexeme, i int) (value float64, n int) {
	var total, section, digit float64
	digits, scales := 0, 0
	for ; i+n < len(ls); n++ {
		w := ls[i+n].word
		if n > 0 && !ls[i+n].glued {
			break
		}
		if d, ok := hanDigits[w]; ok {
			if digits > 0 && scales == 0 {
				digit = digit*10 + d // 二〇二一
			} else {
				digit = d
			}
			digits++
		} else if s, ok := hanScales[w]; ok && (n > 0 || leads(ls, i)) {
			section += max(digit, 1) * s
			digit = 0
			scales++
		} else if s, ok := hanTimes[w]; ok && n > 0 {
			total = (total + section + digit) * s
			section, digit = 0, 0
			scales++
		} else {
			break
		}
	}
	return total + section + digit, n
}

// leads reports whether the scale at i begins a number: 十五, 廿八, 千亿, 百万.
func leads(ls []lexeme, i int) bool {
	switch ls[i].word {
	case "十", "廿", "卅":
		return true
	}
	if i+1 >= len(ls) {
		return false
	}
	next := ls[i+1].word
	return next == "万" || next == "萬" || next == "亿" || next == "億"
}

// classifiers stand between a number and what it counts, and say nothing by themselves.
var classifiers = map[string]bool{
	"个": true, "個": true, "名": true, "位": true, "条": true, "條": true, "项": true, "項": true, "家": true, "艘": true, "架": true, "枚": true,
	"座": true, "所": true, "份": true, "辆": true, "支": true, "只": true, "头": true, "頭": true, "台": true, "张": true,
}

// countable reports whether the sign after a single digit makes it a number.
func countable(ls []lexeme, i int) bool {
	if i+1 >= len(ls) {
		return false
	}
	if ls[i].word == "一" && ls[i+1].word == "起" {
		return false // "together"
	}
	switch ls[i+1].word {
	case "个", "個", "名", "人", "位", "国", "國", "方", "年", "月", "日", "天", "次", "轮", "輪", "项", "項", "条", "條", "家", "艘", "架", "枚", "点", "點", "小", "倍", "岁", "歲", "周", "公", "吨", "米", "元", "起", "场", "座", "所", "份", "级", "层", "票", "辆", "美", "欧", "英", "卢", "千", "桶", "万", "亿", "分", "厘", "立", "多", "余", "口", "支", "只", "頭", "头", "台", "届", "段", "句", "张", "种", "者":
		return true
	}
	return false
}
