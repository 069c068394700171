package entity_test

import (
	"io/fs"
	"strings"
	"testing"

	"hexapla/analysis/entity"
	"hexapla/assets"
)

func load(t testing.TB) *entity.Tables {
	t.Helper()
	fsys, err := fs.Sub(assets.Files, "entity")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := entity.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

func TestState(t *testing.T) {
	tables := load(t)
	for _, test := range []struct{ iso3, names string }{
		{"IRN", "Iran|Iranian|Iranians|Iran's|Islamic Republic of Iran|the Islamic Republic|伊朗|Иран|Ирана|иранского|иранским|ایران|ايران|ایرانی|إيران|الإيرانية|iranische|Iraniens|iraní"},
		{"IRQ", "Iraq|Iraqi|伊拉克|Ирак|Ирака|иракской|العراق|عراق|irakischen"},
		{"USA", "US|U.S.|USA|the United States|American|Americans|美国|美方|США|Соединёнными Штатами|американской|آمریکا|الأمريكية|amerikanischer|États-Unis|EE.UU."},
		{"CHN", "China|Chinese|中国|中方|Китая|КНР|چین|الصين|chinesischen|China’s"},
		{"RUS", "Russia|Russian Federation|Россией|российских|俄方|روسیه|russische"},
		{"CIV", "Côte d'Ivoire|Cote d’Ivoire|Ivory Coast"},
		{"", "|Tehran|Washington|us or them|Atlantis|的|Kremlin"},
	} {
		for _, name := range strings.Split(test.names, "|") {
			if got := tables.State(name); got != test.iso3 {
				t.Errorf("State(%q) = %q, want %q", name, got, test.iso3)
			}
		}
	}
}

func TestStateAs(t *testing.T) {
	tables := load(t)
	for _, test := range []struct {
		name, iso3 string
		role       entity.Role
	}{
		{"Tehran", "IRN", entity.Capital}, {"德黑兰", "IRN", entity.Capital}, {"Тегеране", "IRN", entity.Capital},
		{"the White House", "USA", entity.Seat}, {"Кремля", "RUS", entity.Seat},
		{"French", "FRA", entity.People}, {"France", "FRA", entity.Country}, {"中方", "CHN", entity.Short},
		{"Luxembourg", "LUX", entity.Country}, {"nobody", "", entity.NoRole},
	} {
		if iso3, role := tables.StateAs(test.name); iso3 != test.iso3 || role != test.role {
			t.Errorf("StateAs(%q) = %s, %d, want %s, %d", test.name, iso3, role, test.iso3, test.role)
		}
	}
}

func TestBody(t *testing.T) {
	tables := load(t)
	for name, id := range map[string]string{
		"the United Nations": "UN", "ООН": "UN", "联合国": "UN", "آژانس": "IAEA", "OTAN": "NATO", "Nobody": "",
	} {
		if got := tables.Body(name); got != id {
			t.Errorf("Body(%q) = %q, want %q", name, got, id)
		}
	}
}

func TestNilTablesKnowNothing(t *testing.T) {
	var tables *entity.Tables
	if tables.State("Iran") != "" || tables.Body("UN") != "" || tables.StateName("IRN", "en") != "IRN" {
		t.Error("nil tables know names")
	}
}
