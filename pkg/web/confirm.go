package web

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

// confirmPage asks once more, with everything that was typed, when a browser says
// nothing of where a form came from. On this page the proof is in the form.
type confirmPage struct {
	frame
	Action string
	Fields []formField
	Kept   []string
}

type formField struct{ Name, Value string }

var confirmView = newPage[confirmPage]("confirm.html")

func (s *Server) askAgain(c *gin.Context) error {
	f := s.formFrame(c)
	page := confirmPage{frame: f, Action: c.Request.URL.Path, Kept: kept(c)}
	for name, values := range c.Request.PostForm {
		for _, value := range values {
			if name != "token" {
				page.Fields = append(page.Fields, formField{name, value})
			}
		}
	}
	slices.SortStableFunc(page.Fields, func(a, b formField) int { return len(a.Name) - len(b.Name) })
	page.Title = s.frame(c, f.T("confirm.title")).Title
	return confirmView.showAs(c, http.StatusForbidden, page)
}
