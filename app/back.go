package app

import "hexapla/app/session"

// longestWay is how many screens back the way is remembered.
const longestWay = 50

// leave remembers the screen that is left for another one.
func (s *shell) leave(to string) {
	if s.current == "" || s.current == to {
		return
	}
	if s.before = append(s.before, s.current); len(s.before) > longestWay {
		s.before = s.before[1:]
	}
}

// back returns to the screen before, which is as it was left: whoever followed a point of a chart to its
// sentence finds the chart at the same place and time.
func (d *Desk) back() {
	s := d.shell
	if len(s.before) == 0 {
		return
	}
	to := s.before[len(s.before)-1]
	way := s.before[:len(s.before)-1]
	d.session.Look(func(v *session.View) { v.Screen = to })
	s.before = way
	d.events.log("back to %s", to)
}
