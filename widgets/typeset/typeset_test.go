package typeset_test

import (
	"io/fs"
	"testing"

	"hexapla/assets"
	"hexapla/widgets/typeset"
)

func fonts(t testing.TB) *typeset.Fonts {
	t.Helper()
	folder, err := fs.Sub(assets.Files, "fonts")
	if err != nil {
		t.Fatal(err)
	}
	f, err := typeset.ReadFonts(folder)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var samples = map[string]string{
	"en":    "The United States and Iran resumed negotiations on the implementation of the comprehensive agreement — after a lapse of five months (“immediately”).",
	"zh":    "王群表示，美国应立即作出政治决断，伊朗核问题全面协议（JCPOA）恢复履约谈判应尽快重启。各方应坚持外交努力。",
	"ru":    "Глава МАГАТЭ Рафаэль Гросси заявил, что инспекторы вернутся на объекты в ближайшее время.",
	"ar":    "في 2024 قال Trump إن IAEA ستعود (غدا). وأضاف وزير الخارجية أن المفاوضات مستمرة في Vienna حتى 15 مايو.",
	"fa":    "وزیر امور خارجه گفت که مذاکرات با IAEA در سال ۱۴۰۴ ادامه دارد و تهران «تصمیم سیاسی» گرفته است؛ نمی‌شود.",
	"he":    "שר החוץ אמר כי 12% מההסכם (JCPOA) עדיין בתוקף.",
	"hi":    "ईरान और संयुक्त राज्य अमेरिका ने वार्ता फिर से शुरू की।",
	"ja":    "イランと米国は五か月ぶりに核合意の再建に向けた協議を再開した。直接の対話は行われていない。",
	"ko":    "이란과 미국은 다섯 달 만에 핵합의 복원 협상을 재개했다.",
	"el":    "Η Ελλάδα χαιρετίζει την επανέναρξη των συνομιλιών.",
	"mixed": "He said « (أمس) قال وزير الخارجية 12% » and then 123 people left; see קישור too.",
}
