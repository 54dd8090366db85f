package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
)

// namePage is a person's page: their name and patch, the month they came, and what
// they chose to say. There is no list of what they wrote and no number anywhere:
// nobody is followed or ranked. Members see it; the open web does not.
type namePage struct {
	frame
	Name, Patch, Role string
	Since             string // the month; of a name for one thread, nothing
	OneThread         bool
	State             string // what has become of them, in words
	About             string
	Unsee             string // where the reader can stop seeing them, or ""
	Unseen            bool   // the reader chose not to see them
	Flag              string // where a moderator is told about them; of one’s own name, nowhere
}

var nameView = newPage[namePage]("name.html")

func (s *Server) readName(c *gin.Context) error {
	n, err := s.person(c)
	if err != nil {
		return err
	}
	could, chose, err := s.sightOf(c, n)
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.nameOf(n))
	page := namePage{frame: f, Name: f.nameOf(n), Patch: n.Patch(), Role: f.roleOf(n), OneThread: n.OneThread(), About: n.About, Unseen: chose}
	if !n.OneThread() {
		page.Since = f.Month(n.Since.Time())
	}
	if n.ID != f.Viewer.Name.ID {
		page.Flag = "/u/" + n.PID + "/flag"
	}
	if could {
		page.Unsee = personPath(n.PID) + "/unsee"
	}
	if n.State != account.Here {
		page.State = f.T("name.state."+string(n.State), "Name", page.Name)
	}
	return nameView.show(c, page)
}
