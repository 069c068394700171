package text

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
)

// legacy lists the encodings that bytes without any claim are tried in. Earlier ones win ties.
var legacy = []string{
	"gb18030", "big5", "shift_jis", "euc-jp", "euc-kr",
	"windows-1251", "koi8-r", "koi8-u", "ibm866",
	"windows-1256", "windows-1255", "windows-1253",
	"windows-1252", "windows-1250", "windows-1254",
	"utf-16le", "utf-16be",
}

// sampleSize is how many bytes are looked at to tell the encoding.
const sampleSize = 12 << 10

// mostPlausible names the encoding that makes the best text of data, if any makes a text.
func mostPlausible(data []byte) (name string, ok bool) {
	sample := sampleOf(data)
	best, bestScore := "", -2.0
	for _, name := range legacy {
		if len(data) < 32 && strings.HasPrefix(name, "utf-16") {
			continue // a few units of it are in any encoding's reach
		}
		e, err := htmlindex.Get(name)
		if err != nil {
			continue
		}
		s, err := e.NewDecoder().Bytes(sample)
		if err != nil {
			continue
		}
		if score := (plausibility(string(s)) + fit(string(s))) / float64(len(sample)); score > bestScore {
			best, bestScore = name, score
		}
	}
	return best, best != ""
}

// sampleOf returns the lines of data around the first bytes beyond ASCII; pages may have a long
// head without any.
func sampleOf(data []byte) []byte {
	first := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	if first < 0 {
		first = 0
	}
	start := bytes.LastIndexByte(data[:first], '\n') + 1
	start = max(start, first-256)
	start += (start) % 2 // UTF-16 units stay whole
	if start > first {
		start -= 2
	}
	return data[start:min(len(data), start+sampleSize)]
}

// plausibility adds up how well the characters of s beyond ASCII make a text. The scores are odds by rule
// of thumb: a letter that is frequent in its script is worth up to 2, an absurdity costs up to 10.
func plausibility(s string) float64 {
	var sum float64
	prev := ' '
	for _, r := range s {
		sum += plausibleRune(prev, r)
		prev = r
	}
	return sum
}

func plausibleRune(prev, r rune) float64 {
	switch {
	case r < utf8.RuneSelf:
		return plausibleASCII(prev, r)
	case r == utf8.RuneError, r < 0xA0, unicode.Is(unicode.Co, r), !unicode.IsGraphic(r) && !unicode.Is(unicode.Cf, r):
		return -10
	case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
		return frequency(r) + company(prev, r)
	case unicode.Is(unicode.Zs, r), commonMark[r]:
		return 0.3
	case unicode.IsPunct(r):
		return -0.5
	case 0x2500 <= r && r < 0x25A0: // box drawing
		return -4
	default:
		return -2.5
	}
}

// fit scores a text as a whole: letters beyond ASCII should be of one alphabet of Europe, and letters of another
// script should make words, not single letters between Latin ones.
func fit(s string) float64 {
	counts := map[rune]int{}
	latin, other, words := 0, 0, 0
	prev := ' '
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			latin++
		case r >= 0xC0 && r < 0x250 && unicode.IsLetter(r):
			counts[unicode.ToLower(r)]++
		case caseScript(r):
			other++
			if !caseScript(prev) {
				words++
			}
		}
		prev = r
	}
	score := 0.0
	if other > 0 && latin > 4*other && other <= 2*words {
		score = -3 * float64(other)
	}
	if beyond := len(counts); beyond == 0 || latin < 2*beyond {
		return score
	}
	return score + alphabetFit(counts)
}

// alphabetFit scores the best alphabet: a letter in it gains, one that is not in it costs more.
func alphabetFit(counts map[rune]int) float64 {
	best := -1e9
	for _, letters := range alphabets {
		score := 0.0
		for r, n := range counts {
			if strings.ContainsRune(letters, r) {
				score += float64(n)
			} else {
				score -= 1.5 * float64(n)
			}
		}
		best = max(best, score)
	}
	return best
}

// alphabets are the letters beyond ASCII that languages use.
var alphabets = []string{
	"äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "áâãàçéêíóôõú", "àèéìòù", "éëïöüè", "åäöé", "æøåé", "áðéíóúýþæö", // western
	"áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "ëç", "àçèéíïòóúü", // central
	"çğıöşüâîûi\u0307", "äöõüšž", "ąčęėįšųūž", "āčēģīķļņšūž",
}

// plausibleASCII scores what UTF-16 and the trail bytes of two-byte encodings may make of bytes.
func plausibleASCII(prev, r rune) float64 {
	switch {
	case r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f':
		return -10
	case caseScript(prev) && unicode.IsLetter(prev) && unicode.IsLetter(r): // two scripts in one word
		return -2
	case prev < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return 0.01
	default:
		return 0
	}
}

// frequency is the worth of a letter by how often its script uses it.
func frequency(r rune) float64 {
	lower := unicode.ToLower(r)
	f, known := letterWorth[lower]
	switch {
	case known && lower != r:
		return f * 0.6 // a capital
	case known:
		return f
	case unicode.Is(unicode.Han, r) && 0x4E00 <= r && r <= 0x9FFF:
		return 0
	case 0xAC00 <= r && r <= 0xD7A3:
		return -0.2
	case 0xFF61 <= r && r <= 0xFF9F: // half-width kana: what other encodings turn into under Shift-JIS
		return -2
	default:
		return -1.5
	}
}

// company judges a letter by its neighbour: scripts do not mix within words, and a capital does not
// follow a small letter.
func company(prev, r rune) float64 {
	switch {
	case clauseMark[prev] && r < 0x700: // a blank is missing
		return -2
	case unicode.IsSymbol(prev) && prev >= utf8.RuneSelf:
		return -1
	case !unicode.IsLetter(prev):
		return 0
	case unicode.IsUpper(r) && unicode.IsLower(prev):
		return -2.5
	case unicode.Is(unicode.Hangul, r) && unicode.Is(unicode.Han, prev), unicode.Is(unicode.Han, r) && unicode.Is(unicode.Hangul, prev):
		return -2
	case prev < 0x250 && caseScript(r), r < 0x250 && caseScript(prev):
		return -2
	default:
		return 0
	}
}

// caseScript reports whether r is of a script that is not mixed with Latin letters in one word.
func caseScript(r rune) bool {
	return r >= 0x370 && r < 0x700
}

var commonMark = runeSet("“”‘’„«»–—…·•№°§©、。，！？：；（）《》「」『』【】〈〉・ー～　،؛؟٪۔٫٬")

var clauseMark = runeSet("،؛؟")

func runeSet(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[r] = true
	}
	return set
}

// letterWorth ranks the letters of each script, most frequent first; the first are worth the most.
var letterWorth = rankLetters(
	scale{2, 0.3, "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"},
	scale{2, 0.3, "ايلمنتوهربدعسفكقحجصشطخغزذثضظءأإةىئآؤپچژگکی"},
	scale{2, 0.3, "יוהלאתרשבמנםדחעקפטצגןסזכךףץ"},
	scale{2, 0.3, "αοιετσνηυρπκμλςωδγχθφβξζψάέίόύήώϊϋΐΰ"},
	scale{1.5, 0.6, "éàèüöäßñóíçáãõêâîôûşğıúåøæœłąężśćńźčřžšěůýőűăţșțďťňĺľŕðþìòùïë"},
	scale{3.2, 1.6, "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严核伊朗谈判裁协欧盟乌兰俄罗德防"},
	scale{3.2, 1.6, "這為個國時來們於對會發動過說產種後經進著電裡實兩體機當點從業應開還樣與關線內數質氣變條沒結問無軍題黨員總設長頭資邊級圖統將組見計別論運農幾區強決戰則據處隊給門規熱領東導壓爭濟階術極聯認權證採轉單風帶場車務達積議聲報鬥類離華確張馬節話況傳許廣記觀織裝書復兒須際驗連斷難備辦習響約勞團歷構稱準號維劃選標寫親養層專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴萬親灣臺"},
	scale{2.6, 1.6, "のいるをはにたがとしでてなっかれらもすりこさあきくまえせだけどよみおうつばわんめろじやほちげぶべそごべねずンスルトリアイラクシドレタマカテジフコロッオムプメニサグバナチパキエデツズハブモワミユ"},
	scale{2.6, 1.0, "이다의는에을가하고로지도한서사은인대기를시자정아일그리어나부해전스들과수제상원있장보주라국조으만여공유동오안비구성선면무세계여러한중미발화연경신위실회출방통소진관"},
	scale{1, 0.5, "ًٌٍَُِّْ"},
)

// scale gives letters a worth that falls from first to last.
type scale struct {
	first, last float64
	letters     string
}

func rankLetters(scales ...scale) map[rune]float64 {
	worth := map[rune]float64{}
	for _, sc := range scales {
		letters := []rune(sc.letters)
		for i, r := range letters {
			w := sc.first + (sc.last-sc.first)*float64(i)/float64(len(letters))
			worth[r] = max(worth[r], w)
		}
	}
	return worth
}
