package web

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// spamPage shows what would be taken down with everything by one name, before it is.
type spamPage struct {
	frame
	Case    string
	Action  string
	Count   string
	Posts   []spamPost
	More    string
	Fields  []formField // what was chosen, to be sent with the decision
	Nothing bool
}

// A spamPost is one post that would be taken down.
type spamPost struct{ Path, When, Words string }

var spamView = newDeskPage[spamPage]("desk_spam.html")

// spamShown is how much of each post the preview shows, in characters.
const spamShown = 300

// previewCase is the preview at an address of its own.
func (s *Server) previewCase(c *gin.Context) error {
	w, err := s.Desk.Case(c.Request.Context(), viewer(c), c.Param("case"))
	if err != nil {
		return err
	}
	return s.preview(c, w, typed("verdict", string(moderation.RemoveAll), "reason", "spam"), http.StatusOK)
}

// lookFirst stands between choosing to take everything down and doing it.
func (s *Server) lookFirst(c *gin.Context, form url.Values) error {
	w, err := s.Desk.Case(c.Request.Context(), viewer(c), c.Param("case"))
	if err != nil {
		return err
	}
	return s.preview(c, w, form, http.StatusOK)
}

func (s *Server) preview(c *gin.Context, w moderation.Whole, form url.Values, status int) error {
	found, err := s.Desk.PreviewAll(c.Request.Context(), viewer(c), w.PID)
	if err != nil {
		return err
	}
	page := spamPage{Case: casePath(w.PID), Action: casePath(w.PID) + "/decide"}
	page.frame = s.deskFrame(c, "desk", s.frame(c).T("case.spam.title"), crumb{s.frame(c).caseTitle(w.Case), page.Case})
	page.Count = page.N("case.spam.count", found.N, "Name", page.nameOf(w.About))
	page.Nothing = found.N == 0 && w.Held.ID == 0
	for _, p := range found.Posts {
		page.Posts = append(page.Posts, spamPost{postPath(p.PID), page.When(p.WrittenAt), text.Excerpt(p.Source, spamShown)})
	}
	switch {
	case found.More:
		page.More = page.T("case.spam.more")
	case found.N > len(found.Posts):
		page.More = page.N("case.spam.rest", found.N-len(found.Posts))
	}
	fresh := typed("key", seal.Token(), "version", strconv.FormatInt(w.Version, 10), "revision", strconv.Itoa(w.Revision))
	for _, name := range []string{"key", "version", "revision", "verdict", "reason", "message"} {
		value := form.Get(name)
		if value == "" {
			value = fresh.Get(name)
		}
		page.Fields = append(page.Fields, formField{name, value})
	}
	return spamView.showAs(c, status, page)
}
