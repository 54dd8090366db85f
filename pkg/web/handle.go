package web

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// A handler answers one request, or returns the error to show instead. It reads
// the address, reads the form, calls one verb, and chooses the next page.
type handler func(c *gin.Context) error

// do is what the routes are made of: a refused request becomes a page that says so.
func (s *Server) do(h handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := h(c); err != nil {
			s.showError(c, err)
			c.Abort()
		}
	}
}

// meet finds out who asks. A browser that carries no session is a guest's, and
// costs no query.
func (s *Server) meet(c *gin.Context) error {
	if secret, err := c.Cookie(s.cookie(formCookie)); err == nil {
		c.Set("secret", secret)
	}
	token, err := c.Cookie(s.cookie(sessionCookie))
	if err != nil || token == "" {
		return nil
	}
	by, err := s.Accounts.Viewer(c.Request.Context(), token)
	if err != nil {
		return err
	}
	c.Set("viewer", by)
	if !by.Guest() {
		c.Set("secret", token)
	}
	return nil
}

// viewer returns who is asking; a guest is the zero Account.
func viewer(c *gin.Context) account.Account {
	who, _ := c.Get("viewer")
	a, _ := who.(account.Account)
	return a
}

// members asks a guest to sign in, and lets everybody else pass.
func members(c *gin.Context) error {
	if viewer(c).Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return nil
}

// operators lets the operator pass. To others there is no such page.
func operators(c *gin.Context) error {
	if !viewer(c).Operates() {
		return notHere(c)
	}
	return nil
}

// notHere is the one answer for what does not exist and for what the asker may
// not see.
func notHere(*gin.Context) error { return fault.New(fault.NotFound, "fault.not_here") }

// goTo sends the browser to a page of ours, to be read with GET.
func goTo(c *gin.Context, path string) error {
	c.Redirect(http.StatusSeeOther, path)
	return nil
}

var ownPath = regexp.MustCompile(`^/(?:[A-Za-z0-9_~.%-][A-Za-z0-9_~.%/-]*)?(?:\?[^\s\\#]*)?(?:#[A-Za-z0-9_-]*)?$`)

// safe returns path if it is a page of ours, and otherwise the front page. What
// comes in a form or an address may be anybody's, and "//evil.example" or
// "/\evil.example" leads out.
func safe(path string) string {
	u, err := url.Parse(path)
	if err != nil || u.Host != "" || u.Scheme != "" || len(path) > 500 || !ownPath.MatchString(path) {
		return "/"
	}
	return path
}

// next is where somebody wanted to go when a page came between: what the form or
// the address says, or else the page of ours that they came from.
func next(c *gin.Context) string {
	if asked := c.Request.PostFormValue("next"); asked != "" {
		return safe(asked)
	}
	if asked := c.Query("next"); asked != "" {
		return safe(asked)
	}
	from, err := url.Parse(c.Request.Referer())
	if err != nil || from.Host != c.Request.Host {
		return "/"
	}
	from.Scheme, from.Host = "", ""
	switch path := safe(from.String()); {
	case strings.HasPrefix(path, "/sign-in"), strings.HasPrefix(path, "/join"), strings.HasPrefix(path, "/recover"), strings.HasPrefix(path, "/leave"):
		return "/"
	default:
		return path
	}
}

// query is s as a value in an address.
func query(s string) string { return url.QueryEscape(s) }
