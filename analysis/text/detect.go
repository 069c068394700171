package text

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Detect returns the language of s and a confidence from 0 to 1. prior, when not empty, is the
// language of the document that s is a part of; it decides where little else does.
//
// The script decides first; runs of letters and function words decide among the languages of the
// Latin, Cyrillic and Arabic scripts. A text without letters is of the prior language, with
// confidence 0.
func (m *Model) Detect(s string, prior Language) (Language, float64) {
	s = sampled(s)
	found := scriptsOf(s)
	name, share := found.main()
	switch name {
	case "":
		return prior, 0
	case "Han":
		return found.ideographic(s, prior, share)
	case "Latin", "Cyrillic", "Arabic":
		lang, p := m.letters(s, name, prior)
		return lang, p * (0.5 + 0.5*share)
	default:
		return scriptLanguages[name], share
	}
}

// sampled returns s, or the beginning, middle and end of a long text.
func sampled(s string) string {
	const part = 3000 // bytes
	if len(s) <= 3*part {
		return s
	}
	middle := len(s) / 2
	return strings.ToValidUTF8(s[:part]+" "+s[middle:middle+part]+" "+s[len(s)-part:], " ")
}

// scriptLanguages names the language of scripts that have, for our purposes, one.
var scriptLanguages = map[string]Language{
	"Hangul": "ko", "Hebrew": "he", "Greek": "el", "Devanagari": "hi", "Thai": "th", "Georgian": "ka", "Armenian": "hy",
	"Bengali": "bn", "Tamil": "ta", "Telugu": "te", "Gujarati": "gu", "Gurmukhi": "pa", "Kannada": "kn", "Malayalam": "ml",
	"Sinhala": "si", "Myanmar": "my", "Khmer": "km", "Lao": "lo", "Tibetan": "bo", "Ethiopic": "am", "Mongolian": "mn",
}

// scriptOrder is the scripts looked at, the frequent ones first.
var scriptOrder = []string{
	"Latin", "Han", "Cyrillic", "Arabic", "Hangul", "Hiragana", "Katakana", "Hebrew", "Greek", "Devanagari", "Thai", "Georgian",
	"Armenian", "Bengali", "Tamil", "Telugu", "Gujarati", "Gurmukhi", "Kannada", "Malayalam", "Sinhala", "Myanmar", "Khmer", "Lao",
	"Tibetan", "Ethiopic", "Mongolian",
}

// scripts counts letters by script.
type scripts map[string]int

func scriptsOf(s string) scripts {
	count := scripts{}
	for _, r := range s {
		if r < utf8.RuneSelf {
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				count["Latin"]++
			}
			continue
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
			continue
		}
		for _, name := range scriptOrder {
			if unicode.Is(unicode.Scripts[name], r) {
				count[name]++
				break
			}
		}
	}
	return count
}

// main returns the script that most is written in and its share. An ideograph says about as much as three
// letters; kana count with them.
func (c scripts) main() (name string, share float64) {
	most, total := 0, 0
	for _, script := range scriptOrder {
		n := c[script]
		switch script {
		case "Han":
			n = 3 * (n + c["Hiragana"] + c["Katakana"])
		case "Hiragana", "Katakana":
			continue
		case "Hangul":
			n *= 3
		}
		total += n
		if n > most {
			most, name = n, script
		}
	}
	if most == 0 {
		return "", 0
	}
	return name, float64(most) / float64(total)
}

// ideographic tells Japanese from Chinese: by kana, or by characters that only one of them has.
func (c scripts) ideographic(s string, prior Language, share float64) (Language, float64) {
	kana := c["Hiragana"] + c["Katakana"]
	switch {
	case kana*20 > c["Han"]:
		return "ja", share
	case strings.ContainsAny(s, japaneseOnly) && !strings.ContainsAny(s, chineseOnly):
		return "ja", 0.8 * share
	case prior == "ja" && !strings.ContainsAny(s, chineseOnly):
		return "ja", 0.6 * share
	}
	return "zh", share
}

const (
	japaneseOnly = "気対応発経済検駅図伝戦沢関続転売覧観権労単厳営県実広拡変残満験険様楽薬竜浜渋歳歴毎亜価処剣勧圧嬢穏壊絵拝抜択拠挙掲揺摂斉斎暁査栄桜歓殴渓滝焼獣畳砕穂継縁縄繊聴脳臓蔵蛍衛覇覚誉読譲豊賛軽遅酔醸釈鉄鉱銭録錬鎮陥隠雑霊頼顕駆騒髄髪黒黙齢塩団囲圏仏込働畑峠枠"
	chineseOnly  = "这们说为会对时来过还进开关问间长门见东车马风飞业义乌习书买乱争于亏云产亲亿仅从仓仪价众优伟传伤伦体们這們說為沒嗎呢吧啊哪怎您她你谁哦麼什了吗没很"
)

// letters chooses among the languages of an alphabet.
func (m *Model) letters(s, script string, prior Language) (Language, float64) {
	fallback := map[string]Language{"Latin": "en", "Cyrillic": "ru", "Arabic": "ar"}[script]
	if m == nil || m.grams == nil || m.grams() == nil {
		if prior != "" {
			return prior, 0.3
		}
		return fallback, 0.3
	}
	best, p := m.grams().classify(s, script, prior)
	if best == "" {
		return fallback, 0.3
	}
	return best, p
}

// confidence turns scores into the probability of the best. Scores add what is not independent, so
// differences count for less than they say.
func confidence(scores []float64, best int) float64 {
	const temperature = 6
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp((s - scores[best]) / temperature)
	}
	return 1 / sum
}
