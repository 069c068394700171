package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"hexapla/app/session"
	"hexapla/app/tongue"
)

// in runs a test in a language.
func in(t *testing.T, id string) {
	t.Helper()
	before := spoken.Load()
	speak(id)
	if spoken.Load().ID != id {
		t.Fatalf("%s is not spoken", id)
	}
	t.Cleanup(func() { spoken.Store(before) })
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 versions"}, {"en", 1, "1 version"}, {"en", 2, "2 versions"}, {"en", 1200, "1,200 versions"},
		{"ru", 1, "1 версия"}, {"ru", 3, "3 версии"}, {"ru", 11, "11 версий"}, {"ru", 21, "21 версия"},
		{"fr", 0, "0 version"}, {"de", 2, "2 Fassungen"}, {"zh", 1, "1 个版本"}, {"fa", 12, "۱۲ نسخه"},
		{"ar", 1, "نسخة واحدة"}, {"ar", 2, "نسختان"}, {"ar", 3, "٣ نسخ"}, {"ar", 11, "١١ نسخة"},
	} {
		t.Run(fmt.Sprint(c.language, c.n), func(t *testing.T) {
			in(t, c.language)
			if got := Ln(c.n, "%d version | %d versions"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestNumbersAsTheLanguageWritesThem(t *testing.T) {
	for language, want := range map[string]string{"en": "0.85", "de": "0,85", "ru": "0,85", "fa": "۰٫۸۵", "ar": "٠٫٨٥"} {
		t.Run(language, func(t *testing.T) {
			in(t, language)
			if got := local("%.2f", 0.85); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for language, want := range map[string]string{
		"en": "8 Aug 2022", "zh": "2022年8月8日", "ru": "8 авг. 2022", "fa": "۱۷ مرداد ۱۴۰۱",
		"ar": "٨ أغسطس ٢٠٢٢", "fr": "8 août 2022", "de": "8. Aug. 2022", "es": "8 ago 2022",
	} {
		t.Run(language, func(t *testing.T) {
			in(t, language)
			if got := day("2022-08-08"); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if got := day("spring 2022"); got != "spring 2022" {
				t.Errorf("what is no day becomes %q", got)
			}
		})
	}
}

func TestSwitchKeepsWhatIsDone(t *testing.T) {
	before := spoken.Load()
	t.Cleanup(func() { spoken.Store(before) })
	u := openSample(t)
	u.command("Next difference")
	u.command("Next difference")
	old := u.compare()
	old.view.ScrollTo(200)
	difference, row, top := old.current, u.session.View().Row, old.view.Viewport().Offset
	u.shell.screens[screenLibrary].(*library).filter.Text = "Xinhua"
	u.shell.screens[screenReport].(*reportScreen).form.question.Text = "Who moved?"
	decisions := len(u.session.Log())
	for i := len(tongue.All) - 1; i >= 0; i-- {
		u.setLanguage(tongue.All[i].ID)
		c := u.compare()
		if u.shell.current != screenCompare || c.current != difference || u.session.View().Row != row {
			t.Errorf("in %s it shows %s, difference %d", tongue.All[i].ID, u.shell.current, c.current)
		}
		if got := c.view.Viewport().Offset; got != top {
			t.Errorf("in %s it is scrolled to %v, want %v", tongue.All[i].ID, got, top)
		}
		if got := u.shell.screens[screenLibrary].(*library).filter.Text; got != "Xinhua" {
			t.Errorf("in %s the library is filtered by %q", tongue.All[i].ID, got)
		}
		if got := u.shell.screens[screenReport].(*reportScreen).form.question.Text; got != "Who moved?" {
			t.Errorf("in %s the question reads %q", tongue.All[i].ID, got)
		}
	}
	if n := len(u.session.Log()); n != decisions {
		t.Errorf("switching decided %d things", n-decisions)
	}
}

// A tool whose words grow after the bar was laid out keeps its place in it.
func TestToolsGrow(t *testing.T) {
	u := pasteStory(t, "They met in Vienna. An agreement is near.", "They met in Vienna. An agreement was near.")
	if len(u.shell.tools.away) > 0 {
		t.Errorf("%d tools wait in the menu of a wide window", len(u.shell.tools.away))
	}
	u.window.Resize(fyne.NewSize(900, 600))
	if last := u.shell.tools.tools()[4]; len(u.shell.tools.away) == 0 || !last.Visible() {
		t.Errorf("in a small window %d tools wait in the menu, the last is there: %v", len(u.shell.tools.away), last.Visible())
	}
	u.window.Resize(fyne.NewSize(1280, 720))
	if len(u.shell.tools.away) > 0 {
		t.Errorf("%d tools stay in the menu", len(u.shell.tools.away))
	}
}

// Every screen fits a small window, and its toolbar shows all tools in a window of the usual size.
func TestToolbarsFit(t *testing.T) {
	before := spoken.Load()
	t.Cleanup(func() { spoken.Store(before) })
	const smallest, usual = 800, 1280
	u := openSample(t)
	for i := range tongue.All {
		u.setLanguage(tongue.All[i].ID)
		for _, s := range screens {
			u.session.Look(func(v *session.View) { v.Screen = s.id })
			if w := u.shell.content().MinSize().Width; w > smallest {
				t.Errorf("%s in %s is %v wide", s.name, tongue.All[i].ID, w)
			}
			if u.shell.content().Resize(fyne.NewSize(usual, 720)); len(u.shell.tools.away) > 0 {
				t.Errorf("%s in %s has no room for %d tools", s.name, tongue.All[i].ID, len(u.shell.tools.away))
			}
			if u.shell.content().Resize(fyne.NewSize(smallest, 600)); u.shell.tools.bar.Size().Width < u.shell.tools.bar.MinSize().Width {
				t.Errorf("%s in %s cuts its toolbar", s.name, tongue.All[i].ID)
			}
		}
	}
}
