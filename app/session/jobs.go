package session

import (
	"slices"
)

// Job is work under way beside the window.
type Job struct {
	Name        string // "Reading iaea-board.pdf"
	Done, Total int
	cancel      func()
}

// Jobs returns the work under way, oldest first.
func (s *Session) Jobs() []Job {
	out := make([]Job, len(s.jobs))
	for i, j := range s.jobs {
		out[i] = *j
	}
	return out
}

// Work lists work of the window's own among the jobs until end is called. progress may be called on any
// goroutine, cancel is called when somebody stops the jobs.
func (s *Session) Work(name string, cancel func()) (progress func(done, total int), end func()) {
	job := s.addJob(name, cancel)
	report := s.reporter(job)
	return func(done, total int) { report("", done, total) }, func() { s.removeJob(job) }
}

// CancelJobs stops all work under way; what is shown stays as it was.
func (s *Session) CancelJobs() {
	for _, j := range slices.Clone(s.jobs) {
		j.cancel()
	}
}

func (s *Session) addJob(name string, cancel func()) *Job {
	j := &Job{Name: name, cancel: cancel}
	s.jobs = append(s.jobs, j)
	s.changed(Working)
	return j
}

func (s *Session) removeJob(j *Job) {
	s.jobs = slices.DeleteFunc(s.jobs, func(other *Job) bool { return other == j })
	if !s.closed {
		s.changed(Working)
	}
}

func (s *Session) progress(j *Job, name string, done, total int) {
	if s.closed || !slices.Contains(s.jobs, j) {
		return
	}
	if name != "" {
		j.Name = name
	}
	j.Done, j.Total = done, total
	s.changed(Working)
}
