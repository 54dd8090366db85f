package web

import (
	"log/slog"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// letIn gives this browser its session and goes on to where somebody wanted to be,
// with what they wrote before they had a name here. They are met with the message
// said, and with word of what waits to be posted.
func (s *Server) letIn(c *gin.Context, o account.Opened, said string) error {
	to := next(c)
	s.keepSession(c, o)
	drafts := s.takeDrafts(c, o.Account)
	switch {
	case len(drafts) > 0:
		to, said = draftPath(drafts[0]), said+" said."+string(drafts[0].Kind)
	case o.Account.NeedsSecondFactor():
		to = "/you"
	case s.Accounts.NeedsToAccept(o.Account):
		to = "/agreements?next=" + query(to)
	}
	s.tell(o.Account, said)
	return goTo(c, to)
}

// keepSession leaves this browser the secret of its session, in place of the one of
// a guest's forms.
func (s *Server) keepSession(c *gin.Context, o account.Opened) {
	lasts := halfAYear
	if o.Account.Session.Kind == account.SharedDevice {
		lasts = session
	}
	s.setCookie(c, sessionCookie, o.Token, lasts)
	if o.Browser != "" {
		s.setCookie(c, knownCookie, o.Browser, 400*aDay)
	}
	c.Set("viewer", o.Account)
	c.Set("secret", o.Token)
}

const (
	// knownCookie tells a browser that signed in before from strangers who try the
	// same name: they are slowed, it is not.
	knownCookie = "kw-known"
	// halfAYear is longer than any session lives: see package account.
	halfAYear = 180 * aDay
)

// known is the secret by which this browser is told from strangers, or "".
func (s *Server) known(c *gin.Context) string {
	secret, _ := c.Cookie(s.cookie(knownCookie))
	return secret
}

// takeDrafts makes what this browser's guest began to write by's own. When that
// fails, their words stay where they are, for another try, and nobody is kept at
// the door for it.
func (s *Server) takeDrafts(c *gin.Context, by account.Account) []forum.Draft {
	token, err := c.Cookie(s.cookie(formCookie))
	if err != nil || token == "" {
		return nil
	}
	drafts, err := s.Forum.TakeGuestDraft(c.Request.Context(), by, token)
	switch {
	case fault.Is(err, fault.NotFound):
	case err != nil:
		slog.ErrorContext(c.Request.Context(), "a guest's drafts were not taken over", "request", c.GetString("request"), "err", err)
		return nil
	}
	s.setCookie(c, formCookie, "", forgotten)
	return drafts
}

func draftPath(d forum.Draft) string { return "/drafts/" + d.PID }

// awaits is the kind of what this browser's guest began to write last, or "".
func (s *Server) awaits(c *gin.Context) forum.DraftKind {
	token, err := c.Cookie(s.cookie(formCookie))
	if err != nil || token == "" {
		return ""
	}
	drafts, err := s.Forum.GuestDrafts(c.Request.Context(), token)
	if err != nil || len(drafts) == 0 {
		return ""
	}
	return drafts[0].Kind
}

// saying is what sessions are to be told on the next page they see: messages of
// the catalogue. It is kept in memory, and so is neither in an address nor in a
// cookie.
type saying struct {
	mu  sync.Mutex
	all map[string]string // keys, by session
}

// mostSaid bounds the memory of it: whoever signs in sees another page at once.
const mostSaid = 1000

func (s *Server) tell(by account.Account, keys string) {
	s.said.mu.Lock()
	defer s.said.mu.Unlock()
	if s.said.all == nil || len(s.said.all) >= mostSaid {
		s.said.all = map[string]string{}
	}
	s.said.all[by.Session.PID] = keys
}

// hear finds out what the next page is to tell whoever asks.
func (s *Server) hear(c *gin.Context) error {
	by := viewer(c)
	if by.Guest() || c.Request.Method != "GET" || !moves(c) || c.FullPath() == "/static/:file" || c.FullPath() == "/desk/live" {
		return nil
	}
	s.said.mu.Lock()
	defer s.said.mu.Unlock()
	if keys, ok := s.said.all[by.Session.PID]; ok {
		c.Set("said", keys)
		delete(s.said.all, by.Session.PID)
	}
	return nil
}

// heard is that in words.
func heard(c *gin.Context, f frame) string {
	var all []string
	for _, key := range strings.Fields(c.GetString("said")) {
		if !strings.HasPrefix(key, ofPost) {
			all = append(all, f.T(key, "Name", f.Viewer.Name.Shown))
		}
	}
	return strings.Join(all, " ")
}

// ofPost marks, among what the next page is to tell, the post that it is about: the
// page tells it there.
const ofPost = "of:"

// tellOf is tell for something that was done with a post.
func (s *Server) tellOf(by account.Account, key, post string) { s.tell(by, key+" "+ofPost+post) }

// heardOf is the post that the page is to tell something of, or "".
func heardOf(c *gin.Context) string {
	_, post, _ := strings.Cut(c.GetString("said"), ofPost)
	return post
}
