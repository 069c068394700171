package formats

import (
	"strings"
	"testing"
)

func TestDatelines(t *testing.T) {
	for _, c := range []struct{ line, outlet, place, date, author string }{
		{"China News Agency, Berlin, August 8. Vienna news: Talks resumed.", "China News Service", "Berlin", "-08-08", ""},
		{"中新社柏林8月8日电 维也纳消息：谈判恢复。", "China News Service", "柏林", "-08-08", ""},
		{"新华社德黑兰12月11日电（记者张三 李四）伊朗总统说，谈判可以达成协议。", "Xinhua", "德黑兰", "-12-11", "张三 李四"},
		{"新华社北京２０２２年８月８日电 外交部发言人说", "Xinhua", "北京", "2022-08-08", ""},
		{"本报维也纳8月8日电（记者王五）会谈结束。", "", "维也纳", "-08-08", "王五"},
		{"南方日报广州3月4日讯 会议召开。", "南方日报", "广州", "-03-04", ""},
		{"BEIJING, Aug. 8 (Xinhua) -- China said on Monday", "Xinhua", "Beijing", "-08-08", ""},
		{"UNITED NATIONS, Sept. 21, 2022 (AP) — Leaders met", "Associated Press", "United Nations", "2022-09-21", ""},
		{"WASHINGTON/VIENNA (Reuters) - The United States said", "Reuters", "Washington/Vienna", "", ""},
		{"TASS, August 8. The foreign ministry said", "TASS", "", "-08-08", ""},
		{"MOSCOW, August 8. /TASS/. Russia believes", "TASS", "Moscow", "-08-08", ""},
		{"Xinhua News Agency, Tehran, December 11 (Reporters Zhang San and Li Si) The president said", "Xinhua", "Tehran", "-12-11", "Zhang San and Li Si"},
		{"МОСКВА, 8 августа. /ТАСС/. Россия считает", "TASS", "Москва", "-08-08", ""},
		{"МОСКВА, 8 авг — РИА Новости. Переговоры", "RIA Novosti", "Москва", "-08-08", ""},
		{"Вена. 8 августа. ИНТЕРФАКС - Переговоры", "Interfax", "Вена", "-08-08", ""},
		{"Берлин, 8 августа /Синьхуа/ -- Переговоры", "Xinhua", "Берлин", "-08-08", ""},
		{"تهران، ۲۰ آذر ۱۴۰۰ (ایرنا) رئیس جمهور گفت", "IRNA", "تهران", "2021-12-11", ""},
		{"وین، ۸ اوت (شینهوا) مذاکرات", "Xinhua", "وین", "-08-08", ""},
		{"تهران - ایرنا - سخنگوی وزارت خارجه", "IRNA", "تهران", "", ""},
		{"به گزارش ایرنا از تهران، سخنگو گفت", "IRNA", "تهران", "", ""},
		{"خبرگزاری چین، برلین، ۸ اوت. خبر از وین", "خبرگزاری چین", "برلین", "-08-08", ""},
		{"طهران 11 ديسمبر 2021 (شينخوا) قال الرئيس", "Xinhua", "طهران", "2021-12-11", ""},
		{"فيينا (رويترز) - قالت الولايات المتحدة", "Reuters", "فيينا", "", ""},
		{"Berlin, 8. August (dpa) - Die Gespräche", "dpa", "Berlin", "-08-08", ""},
		{"Wien (dpa) - Die Gespräche", "dpa", "Wien", "", ""},
		{"VIENNE, 8 août 2022 (AFP) - Les pourparlers", "AFP", "Vienne", "2022-08-08", ""},
		{"TEHERÁN, 11 dic (Xinhua) -- El presidente", "Xinhua", "Teherán", "-12-11", ""},
		{"Tehran, December 11 – The president said", "", "Tehran", "-12-11", ""},
		{"JERUSALEM — The prime minister said", "", "Jerusalem", "", ""},
		{"【ウィーン時事】イラン核合意をめぐる協議が", "Jiji Press", "ウィーン", "", ""},
		{"(서울=연합뉴스) 외교부는", "Yonhap", "서울", "", ""},
	} {
		d, ok := datelineOf(c.line)
		if !ok {
			t.Errorf("%s: no dateline found", c.line)
			continue
		}
		date := ""
		if d.date.exists() {
			date = day(max(d.date.year, 2000), d.date.month, d.date.day)
			if d.date.year == 0 {
				date = date[4:]
			}
		}
		if d.outlet != c.outlet || d.place != c.place || date != c.date || d.author != c.author {
			t.Errorf("%s\n got %q %q %q %q\nwant %q %q %q %q", c.line, d.outlet, d.place, date, d.author, c.outlet, c.place, c.date, c.author)
		}
		if d.placeSpan.Of(c.line) != "" && !strings.EqualFold(d.placeSpan.Of(c.line), d.place) {
			t.Errorf("%s: the place stands at %q", c.line, d.placeSpan.Of(c.line))
		}
	}
}

func TestNoDatelines(t *testing.T) {
	for _, line := range []string{
		"", "The talks resumed in Vienna on August 8 (Monday) - a surprise.", "On Monday, August 8, talks resumed.",
		"MS. PSAKI:  Good afternoon.", "I – as I said – do not know.", "August 8, 2022", "谈判于8月8日恢复。", "Iran said (Reuters reported it) that talks go on.",
		"In Vienna (AP) style", "Monday, August 8: talks", "گفت که مذاکرات ادامه دارد",
	} {
		if d, ok := datelineOf(line); ok {
			t.Errorf("%q was read as %+v", line, d)
		}
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct{ text, title, outlet string }{
		{"Talks resume in Vienna\n\nThe United States and Iran resumed talks.", "Talks resume in Vienna", ""},
		{"\n\n  Talks resume in Vienna  \r\n\r\nThe United States and Iran resumed talks.\r\n", "Talks resume in Vienna", ""},
		{"Talks resume in Vienna - Xinhuanet\nThe talks go on.", "Talks resume in Vienna", "Xinhua"},
		{"伊核谈判恢复_中新网\n中新社柏林8月8日电 谈判恢复。", "伊核谈判恢复", "China News Service"},
		{"伊核谈判在维也纳恢复\n美国和伊朗在时隔五个月之后恢复了关于伊核协议的谈判，各方表示欢迎。", "伊核谈判在维也纳恢复", ""},
		{"U.S. and Iran resume talks, says U.N.\nVIENNA, Aug. 8 (AP) - Talks go on.", "U.S. and Iran resume talks, says U.N.", "Associated Press"},
		{"Talks resumed in Vienna.\n\nThey go on.", "", ""},
		{"Talks resumed. They go on\n\nMore.", "", ""},
		{"The talks resumed in Vienna and\nwent on until Monday.", "", ""},
		{"We are at a time fraught with challenges. The coronavirus disease\n(COVID-19) keeps resurfacing.", "", ""},
		{"In the Name of God, the Compassionate, the Merciful\n\nMr. President", "", ""},
		{"Mr. President\n\nI am delighted.", "", ""},
		{"MS. PSAKI:  Good afternoon\n\nQ  Thank you", "", ""},
		{"China News Agency, Berlin, August 8. Talks resumed\n\nMore of it.", "", "China News Service"},
		{"Only one line", "", ""},
		{"", "", ""},
	} {
		h := headOf(c.text)
		if h.title.Value != c.title || h.outlet.Value != c.outlet {
			t.Errorf("%q: title %q, outlet %q, want %q, %q", c.text, h.title.Value, h.outlet.Value, c.title, c.outlet)
		}
		if c.title != "" && !strings.HasPrefix(h.title.Span.Of(c.text), c.title) {
			t.Errorf("%q: the title stands at %q", c.text, h.title.Span.Of(c.text))
		}
	}
}

func TestCredits(t *testing.T) {
	const s = "Talks resume in Vienna\n\nBy Jane Roe and John Doe\nAugust 8, 2022, 5:30 p.m. GMT\n来源：新华网\n\nThe United States and Iran resumed talks."
	h := headOf(s)
	if h.author.Value != "Jane Roe and John Doe" || h.on != (written{2022, 8, 8}) || h.outlet.Value != "Xinhua" {
		t.Errorf("author %q, date %v, outlet %q", h.author.Value, h.on, h.outlet.Value)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name string
		want nameParts
	}{
		{"CHN_77_2022.txt", nameParts{speaker: "CHN", session: 77, year: 2022}},
		{"EU_70_2014.txt", nameParts{speaker: "EU", year: 2014}},
		{"cns-2022-08-08.en.txt", nameParts{outlet: "China News Service", date: "2022-08-08", year: 2022, language: "en"}},
		{"2022-08-08-talks-resume-in-vienna.md", nameParts{date: "2022-08-08", year: 2022, title: "Talks resume in vienna"}},
		{"20220808_xinhua_zh.html", nameParts{date: "2022-08-08", year: 2022, outlet: "Xinhua", language: "zh"}},
		{"notes 8.8.2022.docx", nameParts{date: "2022-08-08", year: 2022}},
		{"src.zh.txt", nameParts{role: "original", language: "zh"}},
		{"hyp.Online-A.en.txt", nameParts{role: "translation", language: "en"}},
		{"report 2021.txt", nameParts{year: 2021}},
		{"新华社 2022-08-08.txt", nameParts{outlet: "Xinhua", date: "2022-08-08", year: 2022}},
		{"go-to-it.txt", nameParts{language: "it"}},
		{"Pasted text 1", nameParts{title: "Pasted text 1"}},
		{"", nameParts{}}, {".txt", nameParts{}}, {"2022-13-45.txt", nameParts{year: 2022}},
	} {
		got := fromName(c.name)
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestYears(t *testing.T) {
	const dated = "TASS, August 8. The ministry said"
	for _, c := range []struct {
		name, text, today, date string
		guess                   bool
	}{
		{"cns-2022-08-08.txt", dated, "2026-11-23", "2022-08-08", false},
		{"cns-2023-01-02.txt", "TASS, December 30. The ministry said", "", "2022-12-30", false},
		{"tass 2021.txt", dated, "2026-11-23", "2021-08-08", true},
		{"a.txt", dated + " that the deal of 2015 and the talks of 2021 hold until 2030.", "2026-11-23", "2021-08-08", true},
		{"a.txt", dated, "2026-11-23", "2026-08-08", true},
		{"a.txt", dated, "2026-03-01", "2025-08-08", true},
		{"a.txt", dated, "", "", true},
		{"a.txt", "TASS, August 8, 2019. The ministry said", "2026-11-23", "2019-08-08", false},
		{"a.txt", "No date here at all.", "2026-11-23", "", false},
	} {
		got, err := Read(c.name, []byte(c.text), Options{Today: c.today})
		if err != nil {
			t.Fatal(err)
		}
		d := got.Articles[0].Meta.Date
		if d.Value != c.date || c.date != "" && d.Guess != c.guess || d.Guess && d.Why == "" {
			t.Errorf("%s, %q, today %s: %+v, want %s, guess %v", c.name, c.text, c.today, d, c.date, c.guess)
		}
	}
}

func TestPersianYears(t *testing.T) {
	for year, want := range map[int]string{1300: "1921-03-21", 1379: "2000-03-20", 1399: "2020-03-20", 1400: "2021-03-21", 1403: "2024-03-20", 1404: "2025-03-21", 1408: "2029-03-20", 1409: "2030-03-21"} {
		if got := nowruz(year).Format("2006-01-02"); got != want {
			t.Errorf("year %d begins on %s, want %s", year, got, want)
		}
	}
}

func TestDaysInMarkup(t *testing.T) {
	for s, want := range map[string]string{
		"2022-08-08T10:00:00Z": "2022-08-08", "2022-08-08 21:57:08-05:00": "2022-08-08", "Mon, 08 Aug 2022 10:00:00 GMT": "2022-08-08",
		"20220808": "2022-08-08", "8/9/2022": "2022-08-09", "18/9/2022": "2022-09-18", "08.09.2022": "2022-09-08", "2022年8月8日 10:00": "2022-08-08",
		"August 8, 2022": "2022-08-08", "8 августа 2022": "2022-08-08", "8. August 2022": "2022-08-08", "8 de agosto de 2022": "2022-08-08",
		"۱۷ مرداد ۱۴۰۱": "2022-08-08", "8 August": "", "yesterday": "", "2022-02-30": "", "": "",
	} {
		if got := isoDay(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}
