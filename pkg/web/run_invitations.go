package web

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// invitationsPage lists the invitations that stand, and makes another one.
type invitationsPage struct {
	frame
	Made       string // the link of the one that was made just now: it is shown this once
	Standing   []invitationLine
	Uses, Days []readingOption
}

type invitationLine struct{ PID, Words string }

var invitationsView = newRunPage[invitationsPage]("run_invitations.html")

func (s *Server) invitations(c *gin.Context) error {
	return s.showInvitations(c, url.Values{}, "", nil)
}

func (s *Server) showInvitations(c *gin.Context, form url.Values, token string, why error) error {
	standing, err := s.Accounts.Invitations(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := invitationsPage{frame: s.keeping(c, "run.invitations")}
	for _, i := range standing {
		page.Standing = append(page.Standing, invitationLine{i.PID, page.N("run.invitations.line", i.Uses, "Day", page.Day(i.EndsAt))})
	}
	if token != "" {
		page.Made = s.origin(c) + "/invited/" + token
	}
	page.Uses = page.numbers("run.invitation.people", form.Get("uses"), account.InvitationUses)
	page.Days = page.numbers("run.invitation.for", form.Get("days"), account.InvitationDays)
	return showAgain(c, invitationsView, &page, &page.frame, why)
}

// numbers are choices of a number, in words; the first is taken unless another was.
func (f frame) numbers(key, chosen string, all []int) (options []readingOption) {
	for i, n := range all {
		v := strconv.Itoa(n)
		options = append(options, readingOption{Value: v, Title: f.N(key, n), Chosen: v == chosen || chosen == "" && i == 0})
	}
	return options
}

// origin is how this browser reached the site: what a link that is given to somebody
// begins with.
func (s *Server) origin(c *gin.Context) string {
	if s.Secure {
		return "https://" + c.Request.Host
	}
	return "http://" + c.Request.Host
}

// changeInvitations makes an invitation or takes one back. The link stands on the
// answer itself: it is kept nowhere, so no other page could show it.
func (s *Server) changeInvitations(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	switch form.Get("do") {
	case "withdraw":
		if err := s.Accounts.WithdrawInvitation(ctx, by, form.Get("invitation")); err != nil {
			return err
		}
		return s.done(c, "said.invitation.withdrawn", "/desk/invitations")
	case "make":
		uses, _ := strconv.Atoi(form.Get("uses"))
		days, _ := strconv.Atoi(form.Get("days"))
		_, token, err := s.Accounts.NewInvitation(ctx, by, uses, days)
		return s.showInvitations(c, form, token, err)
	}
	return notHere(c)
}

// invited shows the form for joining to somebody who came by an invitation.
func (s *Server) invited(c *gin.Context) error {
	stands, err := s.Accounts.InvitationStands(c.Request.Context(), c.Param("invitation"))
	switch {
	case err != nil:
		return err
	case !stands:
		return fault.New(fault.Gone, "fault.invitation_over")
	}
	return s.joinForm(c)
}
