// Command hexapla is the window: it opens a project, or the sample, and runs until it is closed.
//
// Without a display it says so and writes the report of the sample instead.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	fyneapp "fyne.io/fyne/v2/app"

	"hexapla/app"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	// Tables and fonts are read once and kept: a smaller heap is worth more here than fewer collections.
	debug.SetGCPercent(50)
	flags := flag.NewFlagSet("hexapla", flag.ContinueOnError)
	flags.SetOutput(stderr)
	var o app.Options
	flags.BoolVar(&o.Sample, "sample", false, "open the sample project")
	flags.StringVar(&o.Events, "events", "", "write what happens to this `file`, a line an event (for tests)")
	flags.StringVar(&o.Size, "size", "", "open a window of this `size`, such as 1440x900")
	flags.StringVar(&o.Home, "home", "", "keep projects and settings in this `folder`")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: hexapla [--sample] [PROJECT.hexapla | FILE ...]")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return 2
	}
	o.Files = flags.Args()
	if !hasDisplay() {
		file := "hexapla-sample-report.html"
		if err := app.WriteSampleReport(file); err != nil {
			fmt.Fprintf(stderr, "hexapla: no display, and the sample report could not be written: %v\n", err)
			return 1
		}
		fmt.Fprintf(stdout, "No display: the report of the sample is written to %s; open it in a browser.\n", file)
		return 0
	}
	if err := app.Run(fyneapp.NewWithID("org.hexapla.workbench"), o); err != nil {
		fmt.Fprintf(stderr, "hexapla: %v\n", err)
		return 1
	}
	return 0
}

// hasDisplay reports whether a window can be opened; only X11 and Wayland can lack one.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "linux", "freebsd", "openbsd", "netbsd":
		return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
	}
	return true
}
