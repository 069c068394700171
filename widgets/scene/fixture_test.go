package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"hexapla/widgets/scene"
	"hexapla/widgets/typeset"
)

// talks is four actors over ten months, with a gap, events and an actor that is switched off.
func talks() scene.Chart {
	random := rand.New(rand.NewPCG(8, 2022))
	from, _ := scene.ParseDay("2021-11-29")
	c := scene.Chart{Title: "The parties should return to compliance — 各方应恢复履约 — بازگشت به برجام"}
	for i, name := range []string{"China", "Иран", "United States", "الاتحاد الأوروبي", "俄罗斯"} {
		s := scene.Series{ID: fmt.Sprint(i), Name: name, Look: i, Hidden: i == 4}
		stretch := []scene.CurvePoint{}
		for day := 0; day < 290; day += 10 {
			mean := 0.9*math.Sin(float64(day)/50+float64(i)) + float64(2-i)*0.3
			at := from + scene.Day(day)
			if day == 120 && i == 1 {
				s.Curve = append(s.Curve, stretch)
				stretch = nil
			}
			if i != 1 || day < 120 || day > 170 {
				stretch = append(stretch, scene.CurvePoint{At: at, Mean: mean, Low: mean - 0.3, High: mean + 0.3})
				s.Points = append(s.Points, scene.ChartPoint{
					ID: fmt.Sprintf("%d-%d", i, day), At: at, Value: mean + random.NormFloat64()*0.3,
					Confidence: random.Float64(), Continues: day%40 == 0, Tip: name + " said <so>",
				})
			}
		}
		s.Curve = append(s.Curve, stretch)
		c.Series = append(c.Series, s)
	}
	for _, e := range [][2]string{{"2021-11-29", "7th round"}, {"2022-02-08", "8th round"}, {"2022-03-11", "pause"}, {"2022-03-14", "维也纳会谈暂停"}, {"2022-08-04", "talks resume"}} {
		at, _ := scene.ParseDay(e[0])
		c.Events = append(c.Events, scene.Event{At: at, Label: e[1]})
	}
	return c
}

func fonts(t testing.TB) *typeset.Engine {
	t.Helper()
	f, err := typeset.ReadFonts(os.DirFS("../../assets/fonts"))
	if err != nil {
		t.Skipf("no fonts: %v", err)
	}
	return typeset.NewEngine(f)
}
