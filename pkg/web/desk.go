package web

import "github.com/gin-gonic/gin"

// The desk is where moderators work. It has a menu of its own; here says which of
// its entries the page is: desk, shift or handbook.
func (s *Server) deskFrame(c *gin.Context, here, title string, up ...crumb) frame {
	f := s.frame(c)
	f = s.frame(c, title, f.T("desk.title"))
	f.Desk, f.Here = true, here
	f.Crumbs = append([]crumb{{f.T("frame.you"), "/you"}, {f.T("desk.title"), "/desk"}}, up...)
	return f
}
