package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/words"
)

// statuses is the only place a fault becomes an HTTP status.
var statuses = map[fault.Kind]int{
	fault.Internal:  http.StatusInternalServerError,
	fault.Invalid:   http.StatusUnprocessableEntity,
	fault.NotFound:  http.StatusNotFound,
	fault.Gone:      http.StatusGone,
	fault.Forbidden: http.StatusForbidden,
	fault.SignIn:    http.StatusUnauthorized,
	fault.Conflict:  http.StatusConflict,
	fault.TooOften:  http.StatusTooManyRequests,
	fault.TooLarge:  http.StatusRequestEntityTooLarge,
	fault.NotSaved:  http.StatusServiceUnavailable,
}

var (
	errPanic  = errors.New("panic") // logged where it was caught
	errMethod = errors.New("no such method here")
	errOrigin = errors.New("form from another site")
)

// A problem is one thing to mend in a form: the field, and what to do.
type problem struct{ Field, Words string }

// problems returns what to mend in the form that err refused, and the status that
// says so. An err which no change to the form would mend comes back instead.
func problems(f frame, err error) ([]problem, int, error) {
	found := fault.Of(err)
	switch found.Kind {
	case fault.Invalid, fault.Conflict, fault.TooOften, fault.TooLarge, fault.NotSaved:
	default:
		return nil, 0, err
	}
	var all []problem
	for _, one := range found.All() {
		all = append(all, problem{one.Field, say(f.Words, one)})
	}
	return all, statuses[found.Kind], nil
}

// say is a fault in the reader's words.
func say(w *words.Words, f *fault.Fault) string { return w.Fill(f.Key, f.Args) }

// keptFields are what people write at length. They come back with every refusal;
// passphrases and codes never do.
var keptFields = []string{"title", "words", "note", "short", "ending", "message", "reason", "about"}

type errorPage struct {
	frame
	Heading  string
	Sentence string
	Kept     []string // what was typed
	Request  string   // what our log calls this request, when it is our mistake
	Join     bool     // whether signing in may help
}

var errorView = newPage[errorPage]("error.html")

// showError is the one place where an error becomes a page, and the one where what
// is ours to mend is logged.
func (s *Server) showError(c *gin.Context, err error) {
	if c.Request.Context().Err() != nil && errors.Is(err, context.Canceled) {
		c.AbortWithStatus(499) // nobody is left to read an answer
		return
	}
	if errors.Is(err, errUnproven) {
		if err = s.askAgain(c); err == nil {
			return
		}
	}
	found := fault.Of(err)
	status := statuses[found.Kind]
	switch {
	case errors.Is(err, errMethod):
		status = http.StatusMethodNotAllowed
	case errors.Is(err, errOrigin):
		status = http.StatusForbidden
	}
	f := s.frame(c)
	page := errorPage{frame: f, Join: f.Viewer.Guest() && (status == http.StatusNotFound || status == http.StatusUnauthorized || status == http.StatusForbidden)}
	if !errors.Is(err, errOrigin) { // another site's words are not shown as anybody's own
		page.Kept = kept(c)
	}
	page.Heading = f.T("error." + strconv.Itoa(status) + ".title")
	page.Sentence = f.T("error." + strconv.Itoa(status) + ".words")
	if found.Key != "" {
		page.Sentence = say(f.Words, found)
	}
	if status == http.StatusInternalServerError {
		page.Request = c.GetString("request")
		if !errors.Is(err, errPanic) {
			slog.ErrorContext(c.Request.Context(), "request failed", "method", c.Request.Method, "route", c.FullPath(), "request", page.Request, "err", err)
		}
	}
	page.Title = s.frame(c, page.Heading).Title
	if c.Request.Method == http.MethodPost {
		page.refused(nil)
	}
	if err := errorView.showAs(c, status, page); err != nil {
		slog.ErrorContext(c.Request.Context(), "error page failed", "err", err)
		c.String(http.StatusInternalServerError, f.T("error.500.words"))
	}
}

// kept is what was typed into the form that could not be taken.
func kept(c *gin.Context) []string {
	if c.Request.Method == http.MethodPost && c.Request.PostForm == nil {
		_ = take(c) // refused before anybody looked at it: what could be read comes back
	}
	var typed []string
	for _, name := range keptFields {
		if value := c.Request.PostForm.Get(name); value != "" {
			typed = append(typed, value)
		}
	}
	return typed
}
