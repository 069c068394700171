package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2/dialog"

	"hexapla/app/report"
)

// export writes the report beside the window, as soon as what it is about has been analysed.
func (s *reportScreen) export() {
	s.whenDerived(func() {
		path := s.form.path()
		s.produce(s.form.format, filepath.Base(path), func(data []byte) {
			s.desk.write(path, func(w io.Writer) error { _, err := w.Write(data); return err })
			if s.desk.app.Preferences().Bool(preferOpen) {
				s.desk.openFile(path)
			}
		})
	})
}

// produce makes the report in a format, with its progress in the status line, where it can be cancelled;
// done gets it.
func (s *reportScreen) produce(f report.Format, name string, done func([]byte)) {
	ctx, cancel := context.WithCancel(context.Background())
	progress, end := s.desk.session.Work(Lf("Writing %s", name), cancel)
	o, r := s.options(), s.desk.session.Result()
	o.Progress = progress
	go func() {
		defer cancel()
		var b bytes.Buffer
		err := report.Write(ctx, &b, f, r, o)
		if err == nil {
			err = ctx.Err() // some formats are written faster than they can be stopped
		}
		s.desk.post(func() {
			end()
			switch {
			case errors.Is(err, context.Canceled):
				s.desk.say(L("Stopped. Nothing was written."))
				s.desk.events.log("stopped %s", name)
			case err != nil:
				s.desk.fail(err)
			default:
				done(b.Bytes())
			}
		})
	}()
}

// openFile opens a file in the program that the system has for it.
func (d *Desk) openFile(path string) {
	if err := d.app.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		d.fail(err)
		return
	}
	d.events.log("opened file %s", filepath.Base(path))
}

// askPrint prints the report on the system's printer; where there is none it opens the PDF, from which
// it can be printed.
func (s *reportScreen) askPrint() {
	s.whenDerived(func() {
		printer := defaultPrinter()
		if printer.name == "" {
			s.producePDF(s.desk.openFile)
			return
		}
		question := Ln(s.preview.Pages(), "Print %d page on %s? | Print %d pages on %s?", printer.name)
		dialog.ShowConfirm(L("Print"), question, func(ok bool) {
			if ok {
				s.producePDF(func(path string) { s.print(printer, path) })
			}
		}, s.desk.window)
	})
}

// print hands a PDF to the printer.
func (s *reportScreen) print(p printer, path string) {
	go func() {
		err := p.print(path)
		s.desk.post(func() {
			if err != nil {
				s.desk.fail(err)
				return
			}
			s.desk.say(Lf("Sent to %s", p.name))
			s.desk.events.log("printed")
		})
	}()
}

// producePDF writes the report as a PDF among the system's temporary files.
func (s *reportScreen) producePDF(done func(path string)) {
	s.produce(report.PDF, "PDF", func(data []byte) {
		f, err := os.CreateTemp("", "hexapla-*.pdf")
		if err == nil {
			_, err = f.Write(data)
			err = errors.Join(err, f.Close())
		}
		if err != nil {
			s.desk.fail(err)
			return
		}
		done(f.Name())
	})
}

// askReport goes to the report, and exports it when it is there already.
func (d *Desk) askReport() {
	if s, ok := d.shell.screens[screenReport].(*reportScreen); ok && d.shell.current == screenReport {
		s.export()
		return
	}
	goTo(screenReport)(d)
}

// askPrint goes to the report, and prints it when it is there already.
func (d *Desk) askPrint() {
	if s, ok := d.shell.screens[screenReport].(*reportScreen); ok && d.shell.current == screenReport {
		s.askPrint()
		return
	}
	goTo(screenReport)(d)
}
