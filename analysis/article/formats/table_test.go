package formats

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// workbookOf writes a workbook whose second sheet holds the rows.
func workbookOf(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Articles"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Articles", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbooks(t *testing.T) {
	data := workbookOf(t,
		[]any{"Date", "Text", "Outlet", "Actor"},
		[]any{time.Date(2022, 8, 8, 0, 0, 0, 0, time.UTC), "Переговоры возобновились в Вене.", "ТАСС", "RUS"},
		[]any{"2022-08-09", "They ended.", "", ""},
		[]any{nil, nil, "Reuters"},
	)
	const want = `
== a.xlsx › row 1 (xlsx, utf-8)
outlet: TASS [markup]
date: 2022-08-08 [markup]
language: ru [detection]
speaker: RUS [markup]
Переговоры возобновились в Вене.
== a.xlsx › row 2 (xlsx, utf-8)
date: 2022-08-09 [markup]
language: en [detection]
They ended.`
	if got := describe(Read("a.xlsx", data, Options{})); strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := Read("a.xlsx", data[:len(data)/2], Options{}); err == nil || !strings.Contains(err.Error(), "a.xlsx is damaged") {
		t.Errorf("half a workbook: %v", err)
	}
	if _, err := Read("a.xlsx", workbookOf(t, []any{"a", "b"}, []any{"1", "2"}), Options{}); err == nil || !strings.Contains(err.Error(), "has no column of texts") {
		t.Errorf("a workbook without texts: %v", err)
	}
}

func TestColumnsThatTheUserNames(t *testing.T) {
	const data = "Nr,Wer,Wortlaut,Tag\n1,CHN,Talks resumed.,2022-08-08\n2,IRN,Talks ended.,2022-08-09\n"
	in, err := Read("a.csv", []byte(data), Options{Columns: map[string]string{"text": "wortlaut", "speaker": "Wer", "date": "4"}})
	if err != nil || len(in.Articles) != 2 {
		t.Fatalf("%s", describe(in, err))
	}
	if a := in.Articles[1]; a.Text != "Talks ended." || a.Meta.Speaker.Value != "IRN" || a.Meta.Date.Value != "2022-08-09" {
		t.Errorf("%s", describe(in, err))
	}
	for _, columns := range []map[string]string{{"text": "Body"}, {"text": "99"}, {"date": "Tag"}} {
		if in, err := Read("a.csv", []byte(data), Options{Columns: columns}); err == nil {
			t.Errorf("%v was accepted: %s", columns, describe(in, err))
		}
	}
}

func TestTheSameTextTwiceIsTwoArticles(t *testing.T) {
	in, err := Read("a.csv", []byte("text,date\nTalks resumed.,2022-08-08\nTalks resumed.,2022-08-09\n"), Options{})
	if err != nil || len(in.Articles) != 2 || in.Articles[0].ID == in.Articles[1].ID {
		t.Errorf("%s", describe(in, err))
	}
}
