package web

import (
	"github.com/gin-gonic/gin"
)

// plainPage is a page of the site's own words, the same for everybody.
type plainPage struct{ frame }

var (
	howView           = newPage[plainPage]("how.html")
	kindView          = newPage[plainPage]("kind.html")
	privacyView       = newPage[plainPage]("privacy.html")
	accessibilityView = newPage[plainPage]("accessibility.html")
	contactView       = newPage[plainPage]("contact.html")
)

// plain shows a page whose title is the message key + ".title".
func (s *Server) plain(v view[plainPage], key string) handler {
	return func(c *gin.Context) error {
		return readPage(s, c, v, key, func() (plainPage, error) {
			f := s.frame(c)
			return plainPage{s.frame(c, f.T(key+".title"))}, nil
		})
	}
}
