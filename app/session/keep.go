package session

import (
	"bytes"
	"strings"
	"time"

	"github.com/klauspost/compress/zstd"
)

// What was derived is kept in the project file, so that a project opens with its comparisons and not
// with the wait for them. It counts only for the program that wrote it.

const (
	keptAs    = "derived"
	keepAfter = 5 * time.Second // so that nothing is written at every decision of a busy reviewer
)

// warmUp reads what was derived when the project was open last. What cannot be read is derived again.
func (o *opened) warmUp() {
	kept, err := o.project.Cached(keptAs)
	if err != nil || o.options.Stamp == "" {
		return
	}
	stamp, packed, _ := bytes.Cut(kept, []byte{0})
	if string(stamp) != o.options.Stamp {
		return
	}
	r, err := zstd.NewReader(bytes.NewReader(packed), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return
	}
	defer r.Close()
	_ = o.memo.Read(r)
}

// keepSoon keeps what was derived when nothing new has been for a while.
func (s *Session) keepSoon() {
	if s.options.Stamp == "" || !s.memo.Fresh() {
		return
	}
	revision := s.revision
	time.AfterFunc(keepAfter, func() {
		s.options.Post(func() {
			if s.closed || s.revision != revision {
				return
			}
			s.views.Add(1)
			go func() {
				defer s.views.Done()
				s.keep()
			}()
		})
	})
}

// keep writes what was derived into the project file. Where that fails nothing is lost but time.
func (o *opened) keep() {
	if o.options.Stamp == "" || !o.memo.Fresh() {
		return
	}
	var out bytes.Buffer
	out.WriteString(strings.ReplaceAll(o.options.Stamp, "\x00", "") + "\x00")
	w, err := zstd.NewWriter(&out, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return
	}
	if o.memo.Write(w) == nil && w.Close() == nil {
		_ = o.project.SetCached(keptAs, out.Bytes())
	}
}
