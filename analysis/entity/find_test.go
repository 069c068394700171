package entity_test

import (
	"fmt"
	"strings"
	"testing"

	"hexapla/analysis/entity"
	"hexapla/analysis/text"
)

var kindNames = []string{"number", "date", "time", "name"}

func show(s string, found []entity.Mention) string {
	var out []string
	for _, m := range found {
		out = append(out, fmt.Sprintf("%s %s=%s", kindNames[m.Kind], m.Of(s), m.Value))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	tables := load(t)
	for _, test := range []struct {
		lang text.Language
		s    string
		want string
	}{
		{"en", "five of 1,200,000 and 1.2 million people", "number five=5; number 1,200,000=1200000; number 1.2 million=1200000"},
		{"en", "twenty-five percent, 25 per cent, 25%", "number twenty-five percent=25%; number 25 per cent=25%; number 25%=25%"},
		{"en", "two hundred and five thousand, one hundred", "number two hundred and five thousand=205000; number one hundred=100"},
		{"en", "between five and six, 10-60 minutes", "number five=5; number six=6; number 10=10; number 60=60"},
		{"en", "two-thirds of a dozen", "number two-thirds=0.666667; number dozen=12"},
		{"en", "thousands of the twenty-first century", "number thousands=1000+; number twenty-first=21"},
		{"en", "$3bn", "number 3bn=3000000000"},
		{"en", "on Dec. 11, 2021 and 11 December", "date Dec. 11, 2021=2021-12-11; date 11 December=*-12-11"},
		{"en", "on the 11th that it may march", "date 11th=*-*-11"},
		{"en", "the 15th century, in May, in September 2017", "number 15th=15; date May=*-05; date September 2017=2017-09"},
		{"en", "Monday at 5:30 p.m., half past five, 5 pm", "date Monday=w1; time 5:30 p.m.=T17:30; time half past five=t5:30; time 5 pm=T17:00"},
		{"en", "the 1920s and 1994", "date 1920s=1920s; date 1994=1994"},
		{"en", "2021-12-11", "date 2021-12-11=2021-12-11"},
		{"en", "It was 5 May. On Dec. 3 it ended at 15.00 GMT this year.", "date 5 May=*-05-05; date Dec. 3=*-12-03; time 15.00=T15:00; date this year=p0"},
		{"zh", "支付2000万美元，当天", "number 2000万=20000000; date 当天=p30"},
		{"en", "the U.S. told us that Turkey ate turkey", "name U.S=USA; name Turkey=TUR"},
		{"en", "Iranian-backed groups of the United Nations Security Council", "name Iranian=IRN; name United Nations Security Council=UNSC"},
		{"zh", "一百二十万人，120万，三成，百分之五", "number 一百二十万=1200000; number 120万=1200000; number 三成=30%; number 百分之五=5%"},
		{"zh", "2021年12月11日，十二月三日，9日，周一", "date 2021年12月11日=2021-12-11; date 十二月三日=*-12-03; date 9日=*-*-09; date 周一=w1"},
		{"zh", "下午5时30分，两名士兵，一起", "time 下午5时30分=T17:30; number 两名=2"},
		{"zh", "美方对伊制裁，伊拉克，美丽", "name 美方=USA; name 对伊=IRN; name 伊拉克=IRQ"},
		{"ru", "1,2 миллиона, 1 200 000 человек, двадцать пять процентов", "number 1,2 миллиона=1200000; number 1 200 000=1200000; number двадцать пять процентов=25%"},
		{"ru", "11 декабря 2021 года в Иране, в понедельник", "date 11 декабря 2021=2021-12-11; name Иране=IRN; date понедельник=w1"},
		{"fa", "۲۰ آذر ۱۴۰۰ ۱۲۰ هزار نفر پنج", "date ۲۰ آذر ۱۴۰۰=2021-12-11; number ۱۲۰ هزار=120000; number پنج=5"},
		{"ar", "خمسة وزراء في 11 ديسمبر، 25 في المئة", "number خمسة=5; date 11 ديسمبر=*-12-11; number 25 في المئة=25%"},
		{"de", "am 8. August um 17.30 Uhr fünfundzwanzig Prozent, 1,2 Millionen, 1.200.000", "date 8. August=*-08-08; time 17.30 Uhr=T17:30; number fünfundzwanzig Prozent=25%; number 1,2 Millionen=1200000; number 1.200.000=1200000"},
		{"fr", "le 1er mars 2022 à 17h30, quatre-vingt-dix pour cent", "date 1er mars 2022=2022-03-01; time 17h30=T17:30; number quatre-vingt-dix pour cent=90%"},
		{"es", "el 11 de diciembre de 2021, doscientos cinco mil", "date 11 de diciembre de 2021=2021-12-11; number doscientos cinco mil=205000"},
	} {
		if got := show(test.s, tables.Find(test.s, test.lang)); got != test.want {
			t.Errorf("%s %q:\n got %s\nwant %s", test.lang, test.s, got, test.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"5:30 p.m. on Dec. 11", "百分之", "1.2.3,4", "\xff١٢", "half past", "the 11th", "对伊方", "20-20-20"} {
		f.Add(s)
	}
	tables := load(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range []text.Language{"en", "zh", "ru", "fa", "ar", "de", "fr", "es", "xx"} {
			end := 0
			for _, m := range tables.Find(s, lang) {
				if m.Start < end || m.Empty() || m.End > len(s) {
					t.Fatalf("%s %q: span %v after %d", lang, s, m.Span, end)
				}
				end = m.End
				if !entity.Same(m, m) {
					t.Fatalf("%s %q: %v is not itself", lang, s, m)
				}
			}
		}
	})
}
