package stories_test

import (
	"testing"

	"hexapla/analysis/stories"
)

const quakeGerman = `Ein starkes Erdbeben hat am frühen Dienstag die Küste bei Kalden erschüttert. Nach Angaben des
Innenministeriums kamen mindestens 14 Menschen ums Leben, mehr als 230 wurden verletzt. Das Beben der Stärke 6,4
war noch in der Hauptstadt Orvessa zu spüren, 180 Kilometer weiter südlich. Rettungskräfte mit Hunden suchten in den
Trümmern einer Schule im Dorf Tolm, wo sieben Kinder vermisst wurden. In den meisten Teilen des Bezirks fiel der Strom
aus, und ein Erdrutsch versperrte die Straße zum Hafen. Ministerpräsidentin Anna Revik sagte einen Besuch in Brüssel
ab und versprach 40 Millionen Kronen für den Wiederaufbau. „Niemand wird den Winter im Zelt verbringen“, sagte sie am
Flughafen vor Journalisten. Seismologen warnten vor Nachbeben in den kommenden Tagen. Beim letzten vergleichbaren
Beben in der Region waren 1987 61 Menschen gestorben.`

const quakeChinese = `内政部表示，星期二凌晨，卡尔登附近海岸发生强烈地震，造成至少14人死亡，230多人受伤。这次6.4级地震连南面180公里外的
首都奥尔韦萨也有震感。救援队带着搜救犬在托尔姆村一所学校的废墟中搜寻，那里有7名儿童失踪。该地区大部分停电，通往港口的道路被山体滑坡阻断。
总理安娜·雷维克取消了对布鲁塞尔的访问，并承诺拨款4000万克朗用于重建。她在机场对记者说：“没有人会在帐篷里过冬。”地震学家警告说，未来几天会有余震。
该地区上一次类似的地震发生在1987年，造成61人死亡。`

const floodGerman = `Nach tagelangem Regen sind in der Stadt Lemfeld am Mittwoch mehrere Straßen überschwemmt worden. Die
Feuerwehr pumpte Wasser aus 120 Kellern und brachte die Bewohner eines Altenheims in eine Turnhalle. Der Bürgermeister
rechnet mit einem Schaden von 3 Millionen Euro. Der Zugverkehr soll am Freitag wieder aufgenommen werden.`

// Renderings of one text in other languages belong to it, other news of the same days does not.
func TestLanguages(t *testing.T) {
	texts := []stories.Text{
		{Text: floodGerman, Language: "de", Date: "2024-11-06"},
		{Text: quakeChinese, Language: "zh", Date: "2024-11-05"},
		{Text: quake, Language: "en", Date: "2024-11-05"},
		{Text: football, Language: "en", Date: "2024-11-05"},
		{Text: quakeGerman, Language: "de", Date: "2024-11-06"},
	}
	groups := find(t, texts, options(t))
	if len(groups) != 1 {
		t.Fatalf("%d groups: %+v", len(groups), groups)
	}
	got := map[int]stories.Relation{}
	for _, m := range groups[0].Members {
		got[m.Text] = m.Relation
	}
	for _, i := range []int{1, 2, 4} {
		if got[i] != stories.Version {
			t.Errorf("text %d (%s) is %q, want %q", i, texts[i].Language, got[i], stories.Version)
		}
	}
	if len(got) != 3 {
		t.Errorf("members %v", got)
	}
}
