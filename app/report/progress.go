package report

import (
	"context"
	"io"

	"hexapla/analysis"
)

// progress counts the steps of a report under way and tells who waits for it. Its zero value tells nobody.
type progress struct {
	ctx         context.Context
	tell        func(done, total int)
	done, total int
}

// newProgress counts what takes time: rows, differences and statements.
func newProgress(ctx context.Context, c *content, tell func(done, total int)) *progress {
	p := &progress{ctx: ctx, tell: tell, total: 1}
	for _, x := range c.Comparisons {
		if c.Has(Passages) {
			p.total += len(x.Rows)
		}
		if c.Has(Differences) {
			p.total += len(x.All)
		}
		p.total += len(x.Meaning)
	}
	if c.Has(Statements) {
		p.total += len(c.Statements)
	}
	return p
}

// step tells that one more is done and reports whether anybody still wants the rest.
func (p *progress) step() bool {
	if p.done++; p.tell != nil {
		p.tell(min(p.done, p.total), p.total)
	}
	return p.ctx.Err() == nil
}

// stretchOf is a part of a longer way: its steps are those from one hundredth to another.
func stretchOf(tell func(done, total int), from, to int) func(done, total int) {
	if tell == nil {
		return nil
	}
	last := -1
	return func(done, total int) {
		if at := from + (to-from)*done/max(1, total); at != last {
			last = at
			tell(at, 100)
		}
	}
}

// stoppable fails when nobody wants what is written any more.
type stoppable struct {
	ctx context.Context
	io.Writer
}

func (s stoppable) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Writer.Write(b)
}

// quick is a writer that is done before anybody could stop it.
func quick(write func(io.Writer, *analysis.Result, Options) error) writer {
	return func(ctx context.Context, w io.Writer, r *analysis.Result, o Options) error {
		if err := write(stoppable{ctx, w}, r, o); err != nil {
			return err
		}
		if o.Progress != nil {
			o.Progress(1, 1)
		}
		return nil
	}
}
