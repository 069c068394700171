package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"hexapla/analysis/article"
)

// scribble is the environment variable that turns the test program into one that appends
// decisions to the project it names until it is killed.
const scribble = "HEXAPLA_TEST_SCRIBBLE"

func TestMain(m *testing.M) {
	if path := os.Getenv(scribble); path != "" {
		fmt.Fprintln(os.Stderr, scribbleInto(path))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// scribbleInto appends decisions and prints the number of each once it is confirmed.
func scribbleInto(path string) error {
	p, err := Open(path)
	if err != nil {
		return err
	}
	for {
		made, err := p.Append("child", time.Now(), article.Term{Source: "word", Target: "Wort"}, article.RemoveIssue{ID: "x"})
		if err != nil {
			return err
		}
		for _, d := range made {
			fmt.Println(d.Seq)
		}
	}
}

// TestKill kills a program at work a hundred times: what it said was saved is there each time.
func TestKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.hexapla")
	p, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	p.Close()
	random := rand.New(rand.NewPCG(1, 2))
	confirmed := int64(0)
	for round := range 100 {
		confirmed = max(confirmed, killed(t, path, time.Duration(random.IntN(12000))*time.Microsecond))
		p, err := Open(path) // checks the file
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		log, err := p.Log()
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if int64(len(log)) < confirmed || len(log)%2 != 0 {
			t.Fatalf("round %d: %d decisions are there, %d were confirmed, two at a time", round, len(log), confirmed)
		}
		for i, d := range log {
			if d.Seq != int64(i+1) {
				t.Fatalf("round %d: decision %d has the number %d", round, i+1, d.Seq)
			}
		}
		p.Close()
	}
	if confirmed < 100 {
		t.Errorf("only %d decisions were confirmed: the program was killed before it worked", confirmed)
	}
	integrity(t, path)
}

// killed runs the scribbling program for a while after its first word, kills it, and returns the
// last decision that it confirmed.
func killed(t *testing.T, path string, after time.Duration) int64 {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), scribble+"="+path)
	child.Stderr = os.Stderr
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	last, timer := int64(0), (*time.Timer)(nil)
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			break // a line cut off was not confirmed
		}
		if timer == nil {
			timer = time.AfterFunc(after, func() { child.Process.Kill() })
		}
		if last, err = strconv.ParseInt(line[:len(line)-1], 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	child.Process.Kill()
	child.Wait()
	return last
}

func integrity(t *testing.T, path string) {
	t.Helper()
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.Check(); err != nil {
		t.Error(err)
	}
}
