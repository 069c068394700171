package attribution_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// who lists speaker, actor and the first words of each statement.
func who(d attribution.Document, r *attribution.Result) string {
	var b strings.Builder
	for _, s := range r.Statements {
		words := strings.Fields(s.Content[0].Of(d.Text))
		b.WriteString(s.Speaker + "/" + s.Actor)
		if s.Addressee != "" {
			b.WriteString(" to " + s.Addressee)
		}
		b.WriteString(": " + strings.Join(words[:min(4, len(words))], " ") + "\n")
	}
	return b.String()
}

// TestActors says who speaks for whom.
func TestActors(t *testing.T) {
	for _, c := range []struct{ name, language, text, want string }{
		{"apposition, then the given name", "en",
			"Wang Qun, China's permanent representative in Vienna, said that talks resume. Qun clarified that time is short.",
			"Wang Qun/CHN: that talks resume\nWang Qun/CHN: that time is short\n"},
		{"title before the name", "en",
			"US Secretary of State Antony Blinken told reporters that Iran should return. Blinken added that sanctions stay.",
			"Antony Blinken/USA: that Iran should return\nAntony Blinken/USA: that sanctions stay\n"},
		{"where an envoy is sent is not whom he speaks for", "en",
			"Nicholas Burns, the US ambassador to China, said that talks are useful.",
			"Nicholas Burns/USA: that talks are useful\n"},
		{"two of one surname", "en",
			"Foreign Minister Wang Yi of China said that dialogue works. Wang Wenbin, a spokesman, said that pressure fails. Wang Yi added that time is ripe.",
			"Wang Yi/CHN: that dialogue works\nWang Wenbin/Wang Wenbin: that pressure fails\nWang Yi/CHN: that time is ripe\n"},
		{"capitals and houses of government", "en",
			"Beijing said that talks go on. The White House said the deal is near. The Chinese side stressed that time is ripe. Brussels warned that trust is low.",
			"Beijing/CHN: that talks go on\nWhite House/USA: the deal is near\nChina/CHN: that time is ripe\nBrussels/EU: that trust is low\n"},
		{"pronouns by gender", "en",
			"Ms. Clara Roth of Germany met Mr. Jan Nowak of Poland. She said that help comes.",
			"Clara Roth/DEU: that help comes\n"},
		{"hearer", "en",
			"China urged the United States to lift all sanctions.",
			"China/CHN to USA: the United States to\n"},
		{"name behind a long role", "en",
			"The Qatari Minister of State for Foreign Affairs Hassan Al-Thani affirmed that the door is open.",
			"Hassan Al-Thani/QAT: that the door is\n"},
		{"a saying within a saying", "en",
			"Reza Karimi said that the agency had promised that the report would be technical.",
			"Reza Karimi/Reza Karimi: that the agency had\nagency/agency: that the report would\n"},
		{"a group and its members", "en",
			"The E3 (France, Germany and the United Kingdom) said that time is short. France, Germany and Britain urged Iran to return.",
			"E3/E3: that time is short\nE3/E3 to IRN: Iran to return\n"},
		{"office and state in brackets", "en",
			"Rafael Grossi (head of the IAEA) said that inspectors left. Wang Qun (China) said that talks go on.",
			"Rafael Grossi/IAEA: that inspectors left\nWang Qun/CHN: that talks go on\n"},
		{"a name that goes on behind its head", "en", "The Group of Seven (G7) said that help comes.", "G7/G7: that help comes\n"},
		{"Chinese title and name, then the name alone", "zh",
			"伊朗总统莱希11日在德黑兰说，美国应解除制裁。莱希强调，伊朗有诚意。",
			"莱希/IRN: 美国应解除制裁\n莱希/IRN: 伊朗有诚意\n"},
		{"Chinese: a place that holds a word of manner, a title on both sides", "zh",
			"中国常驻维也纳联合国代表王群大使接受记者采访时表示，谈判进入关键阶段。王群说，各方应相向而行。",
			"王群/CHN: 谈判进入关键阶段\n王群/CHN: 各方应相向而行\n"},
		{"Russian: as she said; offices in other cases", "ru",
			"Как отметила Мария Захарова, Москва готова к диалогу. По словам официального представителя МИД Китая Ван Вэньбиня, давление не поможет.",
			"Мария Захарова/Мария Захарова: Москва готова к диалогу\nВан Вэньбиня/CHN: давление не поможет\n"},
		{"Chinese words that hold a sign of saying", "zh", "这部小说出版了。他的名称没有改变。", ""},
		{"Russian cases", "ru",
			"Постоянный представитель Китая Ван Цюнь заявил, что время пришло. По словам Вана, санкции должны быть сняты.",
			"Ван Цюнь/CHN: что время пришло\nВан Цюнь/CHN: санкции должны быть сняты\n"},
		{"Arabic: the verb leads", "ar",
			"قال المتحدث باسم وزارة الخارجية الإيرانية إن الحوار مستمر. وأضاف أن الوقت قصير.",
			"المتحدث باسم وزارة الخارجية الإيرانية/IRN: إن الحوار مستمر\nالمتحدث باسم وزارة الخارجية الإيرانية/IRN: أن الوقت قصير\n"},
		{"Persian: the verb closes", "fa",
			"وزیر خارجه چین در گفتگو با خبرنگاران تاکید کرد که فشار راه حل نیست.",
			"وزیر خارجه چین/CHN: که فشار راه حل\n"},
		{"Arabic: name behind the office, then alone", "ar",
			"قال الرئيس الأمريكي جو بايدن يوم الاثنين إن بلاده مستعدة. وشدد بايدن على أن العقوبات باقية.",
			"جو بايدن/USA: إن بلاده مستعدة\nجو بايدن/USA: على أن العقوبات باقية\n"},
		{"Arabic: office in commas", "ar",
			"وصرح سيرغي لافروف، وزير الخارجية الروسي، بأن الوقت حان.",
			"سيرغي لافروف/RUS: بأن الوقت حان\n"},
		{"Persian: name, office in commas, day; then he", "fa",
			"حسین امیرعبداللهیان، وزیر امور خارجه ایران، روز دوشنبه گفت که مذاکرات ادامه دارد. وی افزود که زمان کوتاه است.",
			"حسین امیرعبداللهیان/IRN: که مذاکرات ادامه دارد\nحسین امیرعبداللهیان/IRN: که زمان کوتاه است\n"},
		{"Persian: name behind the office, then alone", "fa",
			"رئیس جمهور ایران ابراهیم رئیسی گفت که تحریم‌ها باید لغو شود. رئیسی تصریح کرد که ایران صادق است.",
			"ابراهیم رئیسی/IRN: که تحریم‌ها باید لغو\nابراهیم رئیسی/IRN: که ایران صادق است\n"},
		{"Persian: in the words of", "fa",
			"به گفته رافائل گروسی، مدیرکل آژانس بین‌المللی انرژی اتمی، بازرسان رفته‌اند.",
			"رافائل گروسی/IAEA: بازرسان رفته‌اند\n"},
		{"German, inverted", "de",
			"„Die Zeit läuft ab“, erklärte der iranische Außenminister Hossein Amir-Abdollahian.",
			"Hossein Amir-Abdollahian/IRN: „Die Zeit läuft ab“\n"},
		{"Spanish, subject dropped", "es",
			"El presidente iraní, Ebrahim Raisi, dijo que hay tiempo. Añadió que espera un acuerdo.",
			"Ebrahim Raisi/IRN: que hay tiempo\nEbrahim Raisi/IRN: que espera un acuerdo\n"},
		{"French, with auxiliary", "fr",
			"Pékin a souligné que le dialogue est la seule issue.",
			"Pékin/CHN: que le dialogue est\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := attribution.Document{ID: "a", Text: c.text, Language: text.Language(c.language)}
			if got := who(d, find(t, tables(t), d)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestCorrections(t *testing.T) {
	d := english("a", "Wang Qun, China's envoy, said that talks resume. Beijing said that time is short.")
	for _, c := range []struct {
		name string
		by   attribution.Corrections
		want string
	}{
		{"a person merged into another", attribution.Corrections{Merged: map[string]string{"Wang Qun": "Wang Kun"}},
			"Wang Kun/CHN: that talks resume.\nBeijing/CHN: that time is short.\n"},
		{"a person given to an actor", attribution.Corrections{Merged: map[string]string{"Wang Qun": "IAEA"}},
			"Wang Qun/IAEA: that talks resume.\nBeijing/CHN: that time is short.\n"},
		{"a person who speaks for himself", attribution.Corrections{Split: map[string]bool{"Wang Qun": true}},
			"Wang Qun/Wang Qun: that talks resume.\nBeijing/CHN: that time is short.\n"},
		{"a circle", attribution.Corrections{Merged: map[string]string{"CHN": "USA", "USA": "CHN"}},
			"Wang Qun/CHN: that talks resume.\nBeijing/CHN: that time is short.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := attribution.Find(context.Background(), []attribution.Document{d}, languages(t), tables(t), c.by, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.ReplaceAll(who(d, r), ".\n", "\n"); got != strings.ReplaceAll(c.want, ".\n", "\n") {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
	r, err := attribution.Find(context.Background(), []attribution.Document{d}, languages(t), tables(t),
		attribution.Corrections{Renamed: map[string]string{"CHN": "PRC"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Actors {
		if a.ID == "CHN" && (a.Name != "PRC" || len(a.Aliases) == 0) {
			t.Errorf("renamed actor is %+v", a)
		}
	}
}

// TestSpellings: one person in two spellings, and affiliation learnt from another document.
func TestSpellings(t *testing.T) {
	docs := []attribution.Document{
		english("a", "Iranian Foreign Minister Abbas Araghchi said that talks resume. Araghchi added that time is short."),
		english("b", "Abbas Araqchi said that the text is ready."),
	}
	r := find(t, tables(t), docs...)
	for _, s := range r.Statements {
		if s.Speaker != "Abbas Araghchi" || s.Actor != "IRN" {
			t.Errorf("%s is said by %s/%s", s.ID, s.Speaker, s.Actor)
		}
	}
	for _, a := range r.Actors {
		if a.ID == "Abbas Araghchi" && !slices.Equal(a.Aliases, []string{"Abbas Araqchi"}) {
			t.Errorf("aliases %v", a.Aliases)
		}
	}
	apart := find(t, tables(t), english("a", "Wang Yi of China said that talks resume."), english("b", "Wang Yu of China said that talks resume."))
	if apart.Statements[0].Speaker == apart.Statements[1].Speaker {
		t.Error("Wang Yi and Wang Yu are one person")
	}
}
