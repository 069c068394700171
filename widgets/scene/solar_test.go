package scene

import (
	"fmt"
	"testing"
	"time"
)

func TestSolar(t *testing.T) {
	for iso, want := range map[string]string{
		"1979-02-11": "1357-11-22", // days that everybody in Iran knows
		"1953-08-19": "1332-05-28",
		"2015-07-14": "1394-04-23",
		"2021-03-20": "1399-12-30", // the last day of a leap year
		"2021-03-21": "1400-01-01",
		"2024-03-20": "1403-01-01",
		"2025-03-20": "1403-12-30",
		"2025-03-21": "1404-01-01",
		"1925-03-31": "1304-01-11",
	} {
		at, err := time.Parse(time.DateOnly, iso)
		if err != nil {
			t.Fatal(err)
		}
		y, m, d := solar(Day(at.Unix() / 86400))
		if got := fmt.Sprintf("%04d-%02d-%02d", y, m, d); got != want {
			t.Errorf("%s is %s, want %s", iso, got, want)
		}
	}
}

// Each day is the next of its month, or the first of the next month after 29 to 31 days.
func TestSolarDaysFollowEachOther(t *testing.T) {
	at := time.Date(1795, 1, 1, 0, 0, 0, 0, time.UTC)
	y, m, d := solar(Day(at.Unix() / 86400))
	for range 366 * 400 {
		at = at.AddDate(0, 0, 1)
		y2, m2, d2 := solar(Day(at.Unix() / 86400))
		same := y2 == y && m2 == m && d2 == d+1
		turn := d2 == 1 && d >= 29 && d <= 31 && (y2 == y && m2 == m+1 || y2 == y+1 && m == 12 && m2 == 1)
		if !same && !turn {
			t.Fatalf("%d-%d-%d is followed by %d-%d-%d", y, m, d, y2, m2, d2)
		}
		y, m, d = y2, m2, d2
	}
}

// A Persian axis has its ticks where Iranian months and years begin, named in Persian digits.
func TestTicksOfTheIranianCalendar(t *testing.T) {
	names := []string{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"}
	fa := Calendar{Solar: names, Digits: "۰۱۲۳۴۵۶۷۸۹", Decimal: "٫", Leftward: true}
	from, _ := ParseDay("2022-01-10")
	to, _ := ParseDay("2022-12-20")
	var got []string
	for _, tick := range Ticks(from, to, 5, fa) {
		if _, _, day := solar(tick.At); day != 1 {
			t.Errorf("%s stands on day %d", tick.Label, day)
		}
		got = append(got, tick.Label)
	}
	if want := "[فروردین ۱۴۰۱ تیر مهر]"; fmt.Sprint(got) != want {
		t.Errorf("ticks %v", got)
	}
	if got := fa.Date(from); got != "۲۰ دی ۱۴۰۰" {
		t.Errorf("the day is %s", got)
	}
	if got := fa.Signed(-1.5, 1); got != "\u200e−۱٫۵" {
		t.Errorf("−1.5 is %q", got)
	}
	old, _ := ParseDay("0400-01-10")
	for _, tick := range Ticks(old, old+4000, 10, fa) {
		if tick.Label == "" {
			t.Error("a tick before the rule has no label")
		}
	}
}

// Ticks go forward in every calendar, at every distance.
func FuzzTicks(f *testing.F) {
	f.Add(0, 100, 5, true)
	f.Add(-719528, 4000000, 20, true)
	f.Add(668000, 400, 9, false)
	f.Fuzz(func(t *testing.T, from, length, most int, iranian bool) {
		from, length = from%4_000_000, length%4_000_000
		var c Calendar
		if iranian {
			c.Solar = english
		}
		before := Day(from) - 1
		for _, tick := range Ticks(Day(from), Day(from+length), most%100, c) {
			if tick.At <= before || tick.At > Day(from+length) {
				t.Fatalf("tick at %v after %v", tick.At, before)
			}
			before = tick.At
		}
	})
}
