package store

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLibcIsTheOneSQLiteAsksFor guards what the driver's documentation demands: its C library in
// exactly the version of its own go.mod.
func TestLibcIsTheOneSQLiteAsksFor(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Fatal(err)
	}
	asked := libc(t, filepath.Join(strings.TrimSpace(string(dir)), "go.mod"))
	if ours := libc(t, filepath.Join("..", "..", "go.mod")); ours != asked {
		t.Errorf("go.mod has modernc.org/libc %s, modernc.org/sqlite asks for %s", ours, asked)
	}
}

func libc(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^\s*modernc\.org/libc (\S+)`).FindSubmatch(data)
	if found == nil {
		t.Fatalf("%s does not name modernc.org/libc", file)
	}
	return string(found[1])
}
