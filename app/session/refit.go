package session

import (
	"context"
	"errors"

	"hexapla/analysis"
	"hexapla/analysis/article"
)

// Refit finds beside the window what the machine would learn from people's corrections; then is called
// with it, on the session's goroutine. Nothing is decided: Do(refitted.Act) makes it so. While the
// analysis is under way there is nothing to learn from yet.
func (s *Session) Refit(then func(analysis.Refitted, error)) {
	if s.Deriving() {
		s.options.Post(func() {
			then(analysis.Refitted{}, errors.New("the analysis is still under way; learn when it is done"))
		})
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	job := s.addJob("Learning from corrections", cancel)
	result, options, report := s.result, s.options, s.reporter(job)
	go func() {
		refitted, err := analysis.Refit(ctx, result, options.Resources, report)
		if errors.Is(err, context.Canceled) {
			err = errors.New("the learning was stopped; the weights are as they were")
		}
		options.Post(func() {
			s.removeJob(job)
			if !s.closed {
				then(refitted, err)
			}
		})
	}()
}

// ResetWeights returns to the weights that ship with the program.
func (s *Session) ResetWeights() error {
	if len(s.state.Weights) == 0 {
		return errors.New("the weights are those of the program already")
	}
	return s.Do(article.SetWeights{Weights: []article.Weight{}})
}
