package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/seal"
)

// The cookies there are. Guests get none until they open a form or choose how
// they like to read.
const (
	sessionCookie = "kw"     // who is signed in
	formCookie    = "kw-pre" // that a guest opened a form here
	lookCookie    = "kw_read"
)

// How long a browser keeps what is not gone with the window, in seconds.
const (
	aYear     = 365 * 24 * 60 * 60
	aDay      = 24 * 60 * 60
	forgotten = -1
	session   = 0
)

// cookie is what the cookie is called here. On TLS the __Host- prefix has browsers
// refuse one that was set by another host of the same domain, or without TLS.
func (s *Server) cookie(name string) string {
	if s.Secure && name != lookCookie {
		return "__Host-" + name
	}
	return name
}

// setCookie leaves a cookie that no script can read, for seconds; [session] keeps
// it until the browser is closed and [forgotten] takes it away.
func (s *Server) setCookie(c *gin.Context, name, value string, seconds int) {
	http.SetCookie(c.Writer, &http.Cookie{
		Name: s.cookie(name), Value: value, Path: "/", MaxAge: seconds,
		Secure: s.Secure, HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// opened makes sure that this browser can prove that it opened the form it is
// about to send: by its session, or by a cookie that names nobody.
func (s *Server) opened(c *gin.Context) {
	if c.GetString("secret") != "" {
		return
	}
	secret, err := c.Cookie(s.cookie(formCookie))
	if err != nil || secret == "" {
		secret = seal.Token()
		s.setCookie(c, formCookie, secret, session)
	}
	c.Set("secret", secret)
}
