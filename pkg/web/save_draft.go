package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// savedAnswer is what a script learns of a draft that it had kept.
type savedAnswer struct {
	Draft   string `json:"draft"`
	Version int64  `json:"version"`
	Said    string `json:"said"`
	Beside  string `json:"beside,omitempty"` // where to compare it with another version
	Posted  bool   `json:"posted,omitempty"` // these words have been posted: there is no draft of them
}

// saveDraft keeps what a script sends while somebody writes.
func (s *Server) saveDraft(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return s.notSaved(c, err)
	}
	w := readWriting(targetOf(form), form)
	if err := s.keepWords(c, &w); err != nil {
		return s.notSaved(c, err)
	}
	f := s.frame(c)
	page := composePage{frame: f, W: w, Guest: f.Viewer.Guest()}
	answer := savedAnswer{Draft: w.Draft, Version: w.Version, Said: page.kept(s.Now()), Posted: f.Viewer.Member() && w.Draft == "" && !w.Empty()}
	if w.Beside != "" {
		answer.Beside = draftPath(forum.Draft{PID: w.Draft}) + "/compare"
		answer.Said = f.T("drafts.beside")
	}
	c.JSON(http.StatusOK, answer)
	return nil
}

func (s *Server) notSaved(c *gin.Context, err error) error {
	f, found := s.frame(c), fault.Of(err)
	said := f.T("write.not_saved")
	if found.Kind == fault.Internal {
		failed(c, "a draft was not saved", err)
	} else if found.Key != "" {
		said = say(f.Words, found)
	}
	c.JSON(statuses[found.Kind], savedAnswer{Said: said})
	return nil
}
