//go:build window

package main

import (
	"strings"
	"testing"
)

// TestReviewQueueByKeys reviews the least sure statements without the mouse: confirm, code, reject, look
// at the article and come back, take the last judgement back.
func TestReviewQueueByKeys(t *testing.T) {
	w := openDisplay(t, "1280x720")
	w.do("mousemove", "1279", "719")
	w.start("--sample")
	w.wait("derived")
	w.key("ctrl+4")
	w.wait("screen statements")
	w.key("q")
	before := w.wait("queue")
	w.settle("queue-1280x720")
	w.key("c")
	w.wait("judged statement confirmed")
	w.wait("derived")
	w.key("4")
	w.wait("coded +1")
	w.wait("derived")
	w.key("0")
	w.wait("coded no position")
	w.wait("derived")
	w.key("x")
	w.wait("judged statement rejected")
	w.wait("derived")
	w.key("o")
	w.wait("screen ")
	w.settle("queue-article")
	w.key("alt+Left")
	w.wait("screen statements")
	w.wait("back to statements")
	w.key("ctrl+z")
	w.wait("undid")
	w.wait("derived")
	w.key("q")
	after := w.wait("queue")
	if before == after || !strings.HasPrefix(after, "queue ") {
		t.Errorf("before %q, after %q", before, after)
	}
	w.settle("queue-after")
}

// TestEventOnTheChart marks an event with the mouse on the axis of time and moves it.
func TestEventOnTheChart(t *testing.T) {
	w := openDisplay(t, size)
	w.start("--sample")
	w.wait("derived")
	w.clickOn("Positions")
	w.wait("screen positions")
	w.settle("event-before")
	w.click(600, 526)
	w.wait("asks event")
	w.do("type", "--delay", "30", "snapback")
	w.key("Return")
	set := w.wait("event ")
	w.do("mousemove", "600", "400", "sleep", "0.2", "mousedown", "1", "sleep", "0.2", "mousemove", "650", "400", "sleep", "0.2", "mousemove", "700", "400", "sleep", "0.2", "mouseup", "1")
	if moved := w.wait("event "); !strings.HasSuffix(set, "snapback") || !strings.HasSuffix(moved, "snapback") || moved <= set {
		t.Errorf("set as %q, moved to %q", set, moved)
	}
	w.settle("event-after")
}
