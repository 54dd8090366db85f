package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// An operator's link is printed by the program itself, works once, and makes
// whoever takes it first the operator: by joining with it, or with the account
// they have.

// takeLinkPage offers the link to somebody who is signed in.
type takeLinkPage struct {
	frame
	Action string
}

var takeLinkView = newAccountPage[takeLinkPage]("operator_link.html")

func (s *Server) operatorLink(c *gin.Context) error {
	stands, err := s.Accounts.OperatorLinkStands(c.Request.Context(), c.Param("token"))
	switch by := viewer(c); {
	case err != nil:
		return err
	case !stands:
		return fault.New(fault.Gone, "fault.link_used")
	case by.Guest():
		return s.joinForm(c)
	case !s.Accounts.Proved(by):
		return s.askProof(c, nil)
	}
	f := s.frame(c)
	f = s.frame(c, f.T("link.title", "Site", f.Site.Name))
	return takeLinkView.show(c, takeLinkPage{f, c.Request.URL.Path})
}

// takeOperatorLink uses the link up. Where they go next, a second factor is asked
// for.
func (s *Server) takeOperatorLink(c *gin.Context) error {
	by := viewer(c)
	if by.Guest() {
		return s.join(c)
	}
	if _, err := posted(c); err != nil {
		return err
	}
	o, err := s.Accounts.TakeOperatorLink(c.Request.Context(), by, c.Param("token"))
	if err != nil {
		return s.orProof(c, err)
	}
	return s.letIn(c, o, "said.operates")
}
