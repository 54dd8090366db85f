package web

import (
	"github.com/gin-gonic/gin"
)

// signOutPage asks a member whether to sign out, and tells a guest that they are.
type signOutPage struct{ frame }

var signOutView = newAccountPage[signOutPage]("sign_out.html")

func (s *Server) signOutForm(c *gin.Context) error {
	f := s.frame(c)
	key := "sign_out.title"
	if f.Viewer.Guest() {
		key = "sign_out.done"
	}
	f = s.frame(c, f.T(key))
	f.Here = "you"
	return signOutView.show(c, signOutPage{f})
}

// signOut signs this browser out, or every browser of whoever asks, and has this
// one forget what it kept of the pages.
func (s *Server) signOut(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if by := viewer(c); by.Member() && form.Has("everywhere") {
		if err := s.Accounts.EndSessions(c.Request.Context(), by); err != nil {
			return err
		}
	}
	token, _ := c.Cookie(s.cookie(sessionCookie))
	if err := s.Accounts.SignOut(c.Request.Context(), token); err != nil {
		return err
	}
	s.setCookie(c, sessionCookie, "", forgotten)
	s.setCookie(c, formCookie, "", forgotten)
	c.Header("Clear-Site-Data", `"cache", "storage"`)
	return goTo(c, "/sign-out")
}
