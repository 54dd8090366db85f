package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/seal"
)

// note writes one line for each request: its route, how it went, and what kind of
// person asked. Never an address, a path with an id in it, a query or a name:
// whoever reads the log learns how the site does, and nothing of who reads what.
func (s *Server) note(c *gin.Context) {
	began := time.Now()
	c.Set("request", seal.PublicID())
	c.Next()
	slog.InfoContext(c.Request.Context(), "request",
		"method", c.Request.Method, "route", c.FullPath(), "status", c.Writer.Status(),
		"ms", time.Since(began).Milliseconds(), "bytes", c.Writer.Size(), "request", c.GetString("request"), "asker", kindOf(c))
}

// kindOf says what kind of person asks.
func kindOf(c *gin.Context) string {
	by := viewer(c)
	switch {
	case by.Guest():
		return "guest"
	case by.Operates():
		return "operator"
	default:
		return string(by.Role)
	}
}

// rescue turns a panic into the page for our own mistakes. What panicked may hold
// somebody's words, so the log gets its type and where it happened.
func (s *Server) rescue(c *gin.Context) {
	defer func() {
		what := recover()
		if what == nil {
			return
		}
		if what == http.ErrAbortHandler {
			panic(what)
		}
		said := fmt.Sprintf("%T", what)
		if err, ok := what.(runtime.Error); ok {
			said = err.Error()
		}
		slog.ErrorContext(c.Request.Context(), "panic", "route", c.FullPath(), "request", c.GetString("request"), "what", said, "stack", string(debug.Stack()))
		if !c.Writer.Written() {
			s.showError(c, errPanic)
		}
		c.Abort()
	}()
	c.Next()
}
