package web

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// mine is the frame of a member's own pages. While somebody is leaving, each of
// them offers to stay after all.
type mine struct {
	frame
	Leaving *leaving
}

// mine returns the frame of the page with the title key. Up are the pages that
// lead to it, beside the first.
func (s *Server) mine(c *gin.Context, key string, up ...crumb) mine {
	f := s.frame(c)
	f = s.frame(c, f.T(key), f.T("frame.you"))
	f.Here = "you"
	f.Crumbs = append([]crumb{{f.T("frame.you"), "/you"}}, up...)
	return mine{f, s.leaving(f)}
}

// ownPages is [members] for a member's own pages. Of somebody whose session ended
// meanwhile it reads the form first, so that what they typed comes back.
func ownPages(c *gin.Context) error {
	if c.Request.Method == http.MethodPost && viewer(c).Guest() {
		if _, err := posted(c); err != nil && !errors.Is(err, errUnproven) {
			return err
		}
	}
	return members(c)
}

// account is the way to the pages below the account's own.
func (f frame) account() crumb { return crumb{f.T("account.title"), "/you/account"} }

// youPage leads to everything that is somebody's own.
type youPage struct {
	mine
	Unseen    string // that there are new messages, in words
	Name      account.Name
	KeepWords bool // they have not said yet that their six words are kept
	Offered   bool // whether this site can use passkeys
	Second    bool // they look after others, and a passphrase alone opens their account
	Agree     bool // the agreements have changed since they accepted them
	Held      []heldRow
	Stopped   string // that a moderator has paused them, and until when
}

var youView = newAccountPage[youPage]("you.html")

func (s *Server) you(c *gin.Context) error {
	by := viewer(c)
	page := youPage{
		mine: s.mine(c, "you.title"), Name: by.Name,
		Offered: s.Accounts.OffersPasskeys(), KeepWords: by.WordsKept == 0, Second: by.NeedsSecondFactor(), Agree: s.Accounts.NeedsToAccept(by),
	}
	held, err := s.Forum.OwnHeld(c.Request.Context(), by)
	if err != nil {
		return err
	}
	if page.Held, err = s.heldRows(c, page.frame, held); err != nil {
		return err
	}
	if stopped := account.CanPublish(by); stopped != nil {
		page.Stopped = page.T(fault.Of(stopped).Key+".you", "Until", page.Moment(by.Standing.PausedUntil))
	}
	page.Crumbs = nil
	unseen, err := s.unseen(c, page.frame)
	if err != nil {
		return err
	}
	page.Unseen = unseen
	return youView.show(c, page)
}
