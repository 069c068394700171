package app

import "testing"

func TestSeveralWindows(t *testing.T) {
	u := pasteStory(t, "They met in Vienna. An agreement is near.", "They met in Vienna. An agreement was near.")
	u.command("New window")
	if len(u.office.desks) != 2 {
		t.Fatalf("there are %d windows", len(u.office.desks))
	}
	second := u.office.desks[1]
	goTo(screenLibrary)(second)
	if u.shell.current != screenCompare || second.shell.current != screenLibrary {
		t.Errorf("the windows show %s and %s", u.shell.current, second.shell.current)
	}
	second.remove(u.compare().page.shownArticles())
	u.wait()
	if u.compare().page != nil {
		t.Error("the first window compares what the second removed")
	}
	u.window.Canvas().Unfocus()
	u.command("Undo")
	u.wait()
	if len(second.session.State().Articles) != 2 || len(second.shell.screens[screenLibrary].(*library).shown) < 3 {
		t.Error("the second window does not show what the first undid")
	}
	path := u.session.Path()
	second.openNew()
	u.wait()
	second.open(path) // stands in the first window
	if second.session.Path() == path {
		t.Error("one file is open twice")
	}
	second.window.Close()
	if len(u.office.desks) != 1 {
		t.Errorf("%d windows are left", len(u.office.desks))
	}
	u.command("Library")
}
