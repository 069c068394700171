package app

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"hexapla/app/report"
	"hexapla/widgets"
	"hexapla/widgets/scene"
)

// exportable is something of the screen that can be written to a file.
type exportable struct {
	name    string // as the menu has it
	file    string // a name to begin with
	endings []string
	write   func(w io.Writer, file string) error
}

// exportables are what of the Positions screen can be written to a file.
func (s *positionsScreen) exportables() []exportable {
	picture := func(name, file string, draw func(v scene.View) scene.Scene) exportable {
		return exportable{name, file + ".svg", []string{".svg", ".png", ".pdf"}, func(w io.Writer, file string) error {
			return report.WritePicture(w, file, scene.View{Width: 960, Height: 480, Calendar: calendar()}, widgets.Fonts(), draw)
		}}
	}
	return []exportable{
		picture(L("The chart as a picture…"), "positions", func(v scene.View) scene.Scene {
			v.From, v.To = s.chart.Range()
			c := s.chart.Chart()
			c.Title = s.title.Text()
			if s.multiples {
				return scene.Multiples(c, v)
			}
			return scene.WithLegend(c, v)
		}),
		picture(L("The means as a picture…"), "means", func(v scene.View) scene.Scene { return scene.HeatMap(report.HeatMap(s.shown()), v) }),
		picture(L("The agreement as a picture…"), "agreement", func(v scene.View) scene.Scene {
			return scene.AgreementMatrix(s.below.agreement(), v)
		}),
		picture(L("The network as a picture…"), "network", func(v scene.View) scene.Scene {
			return scene.AgreementNetwork(s.below.agreement(), v)
		}),
		{L("The data of the chart…"), "positions.csv", []string{".csv"}, func(w io.Writer, _ string) error {
			return report.WriteChartData(w, s.chartOf(s.current()))
		}},
	}
}

// exports are the items of the menu.
func (s *positionsScreen) exports() []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, x := range s.exportables() {
		out = append(out, fyne.NewMenuItem(x.name, func() { s.askExport(x) }))
	}
	return out
}

// askExport asks for a file.
func (s *positionsScreen) askExport(x exportable) {
	ask := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			s.desk.fail(err)
			return
		}
		path := w.URI().Path()
		w.Close()
		s.exportTo(path, x.write)
	}, s.desk.window)
	ask.SetFileName(x.file)
	s.desk.showFileDialog(ask)
}

// exportTo writes to a file what its ending asks for.
func (s *positionsScreen) exportTo(path string, write func(io.Writer, string) error) {
	s.desk.write(path, func(w io.Writer) error { return write(w, path) })
}
