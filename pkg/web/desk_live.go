package web

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// An open desk is told that something has changed, and nothing else: what it is, each
// page asks for itself, with its own eyes. Whoever has no script reads the page again.

const (
	// mostStreams is how many a session may have open: a window or two on each screen.
	mostStreams = 4
	// streamFor is how long one lasts. Then the browser comes again by itself, and is
	// asked again who it is and what it may see.
	streamFor = 10 * time.Minute
	// streamBeat is how often something is sent at least, so that proxies keep the line
	// open and one that is dead is noticed.
	streamBeat = 20 * time.Second
)

// streams are the open ones, by session.
type streams struct {
	mu    sync.Mutex
	open  map[string]int
	ended chan struct{}
}

// enter returns a channel that closes when all streams end, and what to call when
// this one has; or false when the session has enough of them.
func (s *streams) enter(session string) (ended <-chan struct{}, leave func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil {
		s.open = map[string]int{}
	}
	if s.ended == nil {
		s.ended = make(chan struct{})
	}
	if s.open[session] >= mostStreams {
		return nil, nil, false
	}
	s.open[session]++
	return s.ended, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.open[session]--; s.open[session] == 0 {
			delete(s.open, session)
		}
	}, true
}

// EndStreams ends every open stream, so that a server which stops need not wait for
// them.
func (s *Server) EndStreams() {
	s.streams.mu.Lock()
	defer s.streams.mu.Unlock()
	if s.streams.ended == nil {
		s.streams.ended = make(chan struct{})
	}
	select {
	case <-s.streams.ended:
	default:
		close(s.streams.ended)
	}
}

// deskLive tells a browser, for as long as it listens, that the desk has changed.
func (s *Server) deskLive(c *gin.Context) error {
	if !strings.Contains(c.GetHeader("Accept"), "text/event-stream") {
		return goTo(c, "/desk") // somebody who typed the address
	}
	by := viewer(c)
	ended, leave, ok := s.streams.enter(by.Session.PID)
	if !ok {
		return fault.New(fault.TooOften, "fault.desk_streams")
	}
	defer leave()
	ctx, cancel := context.WithTimeout(c.Request.Context(), streamFor)
	defer cancel()
	changed, err := s.Desk.Watch(ctx, by)
	if err != nil {
		return err
	}
	h := c.Writer.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no") // nginx would keep it to itself
	beat := time.NewTicker(streamBeat)
	defer beat.Stop()
	line := "retry: 5000\n: here\n\n"
	for {
		if err := sendLine(c, line); err != nil {
			return nil // nobody listens any more
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ended:
			return nil
		case _, ok := <-changed:
			if !ok {
				return nil
			}
			line = "data: changed\n\n"
		case <-beat.C:
			line = ": here\n\n"
		}
	}
}

// sendLine sends a line at once. The server's limit for an answer begins anew with
// each, so that a stream lives and a line that nobody takes does not.
func sendLine(c *gin.Context, line string) error {
	out := http.NewResponseController(c.Writer)
	if err := out.SetWriteDeadline(time.Now().Add(2 * streamBeat)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := c.Writer.WriteString(line); err != nil {
		return err
	}
	return out.Flush()
}
