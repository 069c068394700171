package app

import (
	"fmt"
	"os/exec"
	"strings"
)

// printer is where the system prints to, by CUPS or what stands for it.
type printer struct {
	name    string // "" is none
	command string // takes a file
}

// defaultPrinter is the system's default printer. Systems without lp have none that we know of.
func defaultPrinter() printer {
	for _, command := range []string{"lp", "lpr"} {
		if _, err := exec.LookPath(command); err != nil {
			continue
		}
		out, err := exec.Command("lpstat", "-d").Output()
		if err != nil {
			return printer{}
		}
		return printer{printerNamed(string(out)), command}
	}
	return printer{}
}

// printerNamed is the printer that lpstat names: "system default destination: Office".
func printerNamed(answer string) string {
	if _, name, ok := strings.Cut(strings.TrimSpace(answer), ": "); ok {
		return strings.TrimSpace(name)
	}
	return ""
}

// print prints a file.
func (p printer) print(path string) error {
	if out, err := exec.Command(p.command, path).CombinedOutput(); err != nil {
		return fmt.Errorf("%s did not print: %s: %w", p.name, strings.TrimSpace(string(out)), err)
	}
	return nil
}
