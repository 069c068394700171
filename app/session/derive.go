package session

import (
	"context"
	"errors"
	"time"

	"hexapla/analysis"
)

// derive starts the derivation of the state as it is now, in place of one under way.
func (s *Session) derive() {
	s.stopDeriving()
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel = cancel
	s.revision++
	revision := s.revision
	project := analysis.Project{Articles: s.imported, Decisions: s.log[:len(s.log):len(s.log)]}
	job := s.addJob("Analysing", cancel)
	options, memo, report := s.options, s.memo, s.reporter(job) // as they are now: the session goes on
	go func() {
		s.warm.Do(s.warmUp)
		early := func(result *analysis.Result) {
			options.Post(func() { s.settleEarly(revision, result) })
		}
		result, err := analysis.RunInParts(ctx, project, options.Analysis, options.Resources, memo, report, early)
		options.Post(func() { s.settle(revision, job, result, err) })
	}()
}

// Derive derives again, after a failure or a change of options.
func (s *Session) Derive() { s.derive() }

// SetAnalysis changes the options of the analysis and derives again.
func (s *Session) SetAnalysis(o analysis.Options) {
	s.options.Analysis = o
	s.derive()
}

// Analysis is the options of the analysis.
func (s *Session) Analysis() analysis.Options { return s.options.Analysis }

// Deriving reports whether a newer result is on its way.
func (s *Session) Deriving() bool { return s.cancel != nil }

func (s *Session) stopDeriving() {
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
}

// settle takes in the outcome of a derivation, unless a newer one has begun.
func (s *Session) settle(revision int, job *Job, result *analysis.Result, err error) {
	s.removeJob(job)
	if s.closed || revision != s.revision {
		return
	}
	s.cancel = nil
	if errors.Is(err, context.Canceled) {
		s.failure = errors.New("the analysis was stopped; what is shown is the state before")
	} else {
		s.failure = err
	}
	if err == nil {
		if s.view.Statement != "" && len(s.result.Statements) > 0 {
			s.view.Statement = result.Follow(s.result, s.view.Statement)
		}
		s.result = result.WithState(s.state) // decisions that invalidate nothing may have come meanwhile
		s.keepSoon()
	}
	s.changed(Derived | Working)
}

// settleEarly takes in comparisons without statements where there is nothing else to look at yet. What
// stands is not replaced by less.
func (s *Session) settleEarly(revision int, result *analysis.Result) {
	if s.closed || revision != s.revision || len(s.result.Versions) > 0 {
		return
	}
	s.result = result.WithState(s.state)
	s.changed(Derived)
}

// reporter passes progress on, at most twenty times a second.
func (s *Session) reporter(job *Job) analysis.Progress {
	var last time.Time
	post := s.options.Post
	return func(stage string, done, total int) {
		if now := time.Now(); now.Sub(last) < 50*time.Millisecond && done < total {
			return
		} else {
			last = now
		}
		post(func() { s.progress(job, stage, done, total) })
	}
}
