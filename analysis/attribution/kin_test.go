package attribution_test

import (
	"strings"
	"testing"

	"hexapla/analysis/article"
	"hexapla/analysis/attribution"
	"hexapla/analysis/text"
)

// told is a document of a language and day.
func told(id, language, day, s string) attribution.Document {
	return attribution.Document{ID: article.ID(id), Text: s, Language: text.Language(language), Date: day}
}

// TestOneName: a person under the spellings of several scripts is one actor where state and office
// agree too; where they do not, he is proposed and not made one.
func TestOneName(t *testing.T) {
	docs := []attribution.Document{
		told("en", "en", "2022-08-08", "China's permanent representative in Vienna Wang Qun said that talks go on. Wang Qun added that time is short."),
		told("ru", "ru", "2022-08-08", "Постоянный представитель Китая Ван Цюнь заявил, что переговоры продолжаются."),
		told("zh", "zh", "2022-08-08", "中国常驻代表王群表示，谈判将继续。"),
		told("zh2", "zh", "2022-08-08", "中国外交部长王毅表示，谈判将继续。"),
	}
	r := find(t, tables(t), docs...)
	for _, s := range r.Statements {
		want := "Wang Qun"
		if s.Article == "zh2" {
			want = "王毅"
		}
		if s.Speaker != want || s.Actor != "CHN" {
			t.Errorf("%s: said by %s of %s, not %s", s.Article, s.Speaker, s.Actor, want)
		}
	}
	a := actor(r, "Wang Qun")
	if got := strings.Join(a.Aliases, " "); !strings.Contains(got, "Ван Цюнь") || !strings.Contains(got, "王群") {
		t.Errorf("aliases are %v", a.Aliases)
	}

	docs[1].Text = "Министр Китая Ван Цюнь заявил, что переговоры продолжаются."
	r = find(t, tables(t), docs[:2]...)
	if a := actor(r, "Wang Qun"); len(a.Likely) != 1 || a.Likely[0].ID != "Ван Цюнь" || a.Likely[0].Confidence < 0.5 {
		t.Errorf("of another office, %+v is not proposed", a)
	}

	split := attribution.Corrections{Split: map[string]bool{"Ван Цюнь": true}}
	r, err := attribution.Find(t.Context(), docs[:2], languages(t), tables(t), split, nil)
	if err != nil {
		t.Fatal(err)
	}
	if actor(r, "Ван Цюнь").ID == "" || len(actor(r, "Wang Qun").Likely) > 0 {
		t.Error("whom the user has split is proposed again")
	}
}

// TestTenures: a role carries its days, and who is spoken for goes by the day.
func TestTenures(t *testing.T) {
	r := find(t, tables(t),
		told("a", "en", "2019-05-01", "Iranian Foreign Minister Javad Hosseini said that talks go on."),
		told("b", "en", "2020-03-01", "Iranian Foreign Minister Javad Hosseini said that time is short."),
		told("c", "en", "2022-06-01", "Javad Hosseini, secretary general of OPEC, said that prices fall."),
		told("d", "en", "2020-04-01", "Javad Hosseini said that nothing was lost."),
		told("e", "en", "2022-07-01", "Javad Hosseini said that prices rise."),
	)
	want := map[article.ID]string{"a": "IRN", "b": "IRN", "c": "OPEC", "d": "IRN", "e": "OPEC"}
	for _, s := range r.Statements {
		if s.Actor != want[s.Article] {
			t.Errorf("%s: he speaks for %s, not %s", s.Article, s.Actor, want[s.Article])
		}
	}
	a := actor(r, "Javad Hosseini")
	if len(a.Tenures) != 2 || a.Tenures[0].For != "IRN" || a.Tenures[0].From != "2019-05-01" || a.Tenures[0].To != "2020-03-01" || a.Tenures[1].For != "OPEC" {
		t.Errorf("tenures are %+v", a.Tenures)
	}
	if a.For != "OPEC" {
		t.Errorf("at last he speaks for %s", a.For)
	}
}

func actor(r *attribution.Result, id string) attribution.Actor {
	for _, a := range r.Actors {
		if a.ID == id {
			return a
		}
	}
	return attribution.Actor{}
}
