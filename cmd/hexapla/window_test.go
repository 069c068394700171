//go:build window

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// window is the real program on a display of its own.
type window struct {
	t       *testing.T
	display string
	home    string
	size    string
	events  string
	seen    int // lines of the event log that were waited for
	program *exec.Cmd
	shots   string
}

// size of the virtual display.
const size = "1440x900"

// openDisplay starts a virtual display that lives as long as the test.
func openDisplay(t *testing.T, size string) *window {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run .ci/install window", tool)
		}
	}
	r, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{out}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	out.Close()
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	shots := os.Getenv("HEXAPLA_SCREENS")
	if shots == "" {
		shots = filepath.Join("..", "..", "bin", "screens")
	}
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	if err := os.Mkdir(filepath.Join(home, ".cache"), 0o755); err != nil {
		t.Fatal(err)
	}
	return &window{t: t, display: ":" + strings.TrimSpace(number), home: home, size: size, events: filepath.Join(home, "events"), shots: shots}
}

// start opens the program and waits until it is ready.
func (w *window) start(args ...string) {
	w.t.Helper()
	args = append([]string{"--events", w.events, "--home", w.home, "--size", w.size}, args...)
	w.program = exec.Command(filepath.Join("..", "..", "bin", "hexapla"), args...)
	w.program.Env = append(os.Environ(), "DISPLAY="+w.display, "WAYLAND_DISPLAY=", "HOME="+w.home, "XDG_CONFIG_HOME="+w.home)
	w.program.Stderr = os.Stderr
	if err := w.program.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { w.program.Process.Kill(); w.program.Wait() })
	w.wait("ready")
}

// kill ends the program as a power cut would.
func (w *window) kill() {
	w.program.Process.Kill()
	w.program.Wait()
}

// wait waits for an event that begins with the text, after those that were waited for already, and
// returns its line.
func (w *window) wait(event string) string {
	w.t.Helper()
	deadline := time.Now().Add(60 * time.Second)
	for time.Now().Before(deadline) {
		data, _ := os.ReadFile(w.events)
		lines := strings.Split(string(data), "\n")
		for i := w.seen; i < len(lines)-1; i++ {
			if strings.HasPrefix(lines[i], event) {
				w.seen = i + 1
				return lines[i]
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	w.shot("failed-" + w.t.Name())
	data, _ := os.ReadFile(w.events)
	w.t.Fatalf("no event %q; the log is:\n%s", event, data)
	return ""
}

// last is the newest event that begins with the text.
func (w *window) last(event string) string {
	data, _ := os.ReadFile(w.events)
	lines := strings.Split(string(data), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.HasPrefix(lines[i], event) {
			return lines[i]
		}
	}
	return ""
}

// do sends input to the window: xdotool's words.
func (w *window) do(words ...string) {
	w.t.Helper()
	cmd := exec.Command("xdotool", words...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display)
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("xdotool %s: %v\n%s", strings.Join(words, " "), err, out)
	}
}

func (w *window) key(keys ...string) { w.t.Helper(); w.do(append([]string{"key"}, keys...)...) }

func (w *window) click(x, y int) {
	w.t.Helper()
	w.do("mousemove", fmt.Sprint(x), fmt.Sprint(y), "click", "1")
}

// clickOn clicks on a button, where the program last said that it stands.
func (w *window) clickOn(button string) {
	w.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for time.Now().Before(deadline) {
		time.Sleep(150 * time.Millisecond) // what moves is told within this time
		var x, y int
		if _, err := fmt.Sscanf(strings.TrimPrefix(w.last("at "+button+" "), "at "+button), "%d %d", &x, &y); err == nil {
			w.click(x, y)
			return
		}
	}
	w.shot("failed-" + w.t.Name())
	w.t.Fatalf("no button %q", button)
}

// shot keeps a picture of the whole display.
func (w *window) shot(name string) {
	w.t.Helper()
	file := filepath.Join(w.shots, strings.ReplaceAll(name, "/", "-")+".png")
	cmd := exec.Command("import", "-window", "root", file)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display)
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Errorf("screenshot: %v\n%s", err, out)
	}
}
