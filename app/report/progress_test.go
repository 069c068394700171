package report_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"hexapla/app/report"
)

// TestProgress: every format tells how far it is, never backwards, and ends with all of it.
func TestProgress(t *testing.T) {
	for _, f := range report.Formats() {
		last, end := -1, -2
		o := report.Options{Progress: func(done, total int) {
			if done < last || done > total || end >= 0 && end != total {
				t.Fatalf("%s: %d of %d after %d of %d", f, done, total, last, end)
			}
			last, end = done, total
		}}
		write(t, f, o)
		if last != end {
			t.Errorf("%s: ends at %d of %d", f, last, end)
		}
	}
}

// TestStopped: a report that nobody wants any more stops, whatever it is at.
func TestStopped(t *testing.T) {
	r := fixture(t)
	for _, f := range report.Formats() {
		for at := range 3 {
			ctx, stop := context.WithCancel(t.Context())
			o := report.Options{Parts: report.Parts, Progress: func(done, total int) {
				if done >= total*at/3 && done < total {
					stop()
				}
			}}
			if at == 0 {
				stop()
			}
			err := report.Write(ctx, &bytes.Buffer{}, f, r, o)
			if at == 0 && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: begun although stopped: %v", f, err)
			}
			if at > 0 && (f == report.PDF || f == report.DOCX) && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: went on after %d of 3: %v", f, at, err)
			}
			stop()
		}
	}
}
