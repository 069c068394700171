package widgets

import "testing"

func TestLineAsksForItsWords(t *testing.T) {
	short, long := NewLine("five"), NewLine("five versions · 17 aligned rows")
	if short.MinSize().Width >= long.MinSize().Width {
		t.Errorf("%q takes %v, %q takes %v", short.Text(), short.MinSize(), long.Text(), long.MinSize())
	}
	long.Cut = true
	if long.MinSize().Width >= short.MinSize().Width || long.Natural() <= short.Natural() {
		t.Errorf("a line that may be cut asks for %v of %v", long.MinSize().Width, long.Natural())
	}
	if cut := long.layout(80); !cut.Truncated || cut.Width > 80 || len(cut.Lines) != 1 {
		t.Errorf("in 80 it is %v wide in %d lines", cut.Width, len(cut.Lines))
	}
	if whole := long.layout(long.Natural() - 2*linePad); whole.Truncated {
		t.Error("it is cut where there is room")
	}
}
