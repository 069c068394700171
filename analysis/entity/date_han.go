package entity

import "strconv"

// hanDate reads 2021年12月11日, 12月11日, 11日, 8月, 2021年, with digits of either kind.
func (r *calendarReader) hanDate(i int) (Kind, string, int) {
	var d day
	n := 0
	if v, k := r.hanInteger(i); k > 0 && r.at(i+k).word == "年" && v >= 1100 && v <= 2150 {
		d.year = v
		n = k + 1
	}
	if v, k := r.hanInteger(i + n); k > 0 && (r.at(i+n+k).word == "月" && r.at(i+n+k+1).word != "份" || r.at(i+n+k).word == "月") && v >= 1 && v <= 12 {
		d.month = v
		n += k + 1
	}
	if v, k := r.hanInteger(i + n); k > 0 && v >= 1 && v <= 31 {
		switch r.at(i + n + k).word {
		case "日", "号", "號":
			d.day = v
			n += k + 1
		}
	}
	if n == 0 {
		return Date, "", 0
	}
	return Date, d.Value(), n
}

func (r *calendarReader) hanInteger(i int) (value, n int) {
	if v := r.integer(i); v >= 0 {
		return v, 1
	}
	if i >= len(r.ls) {
		return 0, 0
	}
	v, n := hanValue(r.ls, i)
	return int(v), n
}

// hanWeekday reads 星期一, 周一, 礼拜日.
func (r *calendarReader) hanWeekday(i int) (Kind, string, int) {
	n := 0
	switch w, next := r.at(i).word, r.at(i+1).word; {
	case w == "星" && next == "期", w == "礼" && next == "拜", w == "禮" && next == "拜":
		n = 2
	case w == "周" || w == "週":
		n = 1
	default:
		return Date, "", 0
	}
	switch v := r.at(i + n).word; v {
	case "日", "天":
		return Date, "w7", n + 1
	case "一", "二", "三", "四", "五", "六":
		return Date, "w" + strconv.Itoa(int(hanDigits[v])), n + 1
	}
	return Date, "", 0
}

// hanTime reads 下午5时30分, 17点半, 上午九点.
func (r *calendarReader) hanTime(i int) (Kind, string, int) {
	half, sure, n := 0, false, 0
	switch r.at(i).word + r.at(i+1).word {
	case "上午", "早上", "凌晨", "清晨", "午前":
		sure, n = true, 2
	case "下午", "晚上", "傍晚", "午後":
		half, sure, n = 12, true, 2
	case "中午", "正午":
		return Time, clockValue(12, 0, true), 2
	case "午夜":
		return Time, clockValue(0, 0, true), 2
	}
	h, k := r.hanInteger(i + n)
	if k == 0 || h > 24 {
		return Time, "", 0
	}
	n += k
	switch w := r.at(i + n).word; {
	case w == "时" || w == "時", w == "点" && r.at(i+n+1).mark == 0 && r.at(i+n+1).word != "", w == "點":
		n++
	default:
		return Time, "", 0
	}
	minute := 0
	if m, k := r.hanInteger(i + n); k > 0 && r.at(i+n+k).word == "分" && m < 60 {
		minute = m
		n += k + 1
	} else if r.at(i+n).word == "半" {
		minute = 30
		n++
	}
	if sure {
		return Time, clockValue(h%12+half, minute, true), n
	}
	return Time, clockValue(h, minute, h > 12), n
}

// hanRelative reads 今天, 昨日, 明天, 当天.
func (r *calendarReader) hanRelative(i int) (Kind, string, int) {
	next := r.at(i + 1).word
	if next != "天" && next != "日" {
		return Date, "", 0
	}
	switch r.at(i).word {
	case "今":
		return Date, "r0", 2
	case "昨":
		return Date, "r-1", 2
	case "明":
		return Date, "r1", 2
	}
	return Date, "", 0
}
