package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// unseePage asks whether to stop seeing somebody, and says in plain words what that
// does and what it does not.
type unseePage struct {
	frame
	Name, Path, Patch string
	Own               string // by which name the reader goes out of their sight
	OneThread         bool
	Looks             bool // the reader looks after boards
}

// unseenPage lists the people somebody chose not to see.
type unseenPage struct {
	mine
	People []unseenPerson
}

type unseenPerson struct {
	PID, Name, Patch string
	Path             string // "" of somebody who has no page any more
}

var (
	unseeView  = newPage[unseePage]("unsee.html")
	unseenView = newAccountPage[unseenPage]("unseen.html")
)

func personPath(pid string) string { return "/u/" + pid }

// person is the name in the address, for somebody else who may not see it any more.
func (s *Server) person(c *gin.Context) (account.Name, error) {
	n, err := s.Forum.Name(c.Request.Context(), viewer(c), c.Param("name"))
	if err == nil && n.State == account.Former {
		err = notHere(c)
	}
	return n, err
}

func (s *Server) unseeForm(c *gin.Context) error {
	n, err := s.person(c)
	if err != nil {
		return err
	}
	if err := s.Accounts.CanUnsee(c.Request.Context(), viewer(c), n.ID); err != nil {
		return err
	}
	f := s.frame(c)
	name := f.nameOf(n)
	f = s.frame(c, f.T("unsee.title", "Name", name))
	f.Crumbs = []crumb{{name, personPath(n.PID)}}
	return unseeView.show(c, unseePage{frame: f, Name: name, Path: personPath(n.PID), Patch: n.Patch(), Own: f.nameOf(f.Viewer.Name),
		OneThread: n.OneThread(), Looks: f.Viewer.ModeratesSome()})
}

func (s *Server) unsee(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	n, err := s.person(c)
	if err != nil {
		return err
	}
	by := viewer(c)
	if err := s.Accounts.Unsee(c.Request.Context(), by, n.ID); err != nil {
		return err
	}
	s.tell(by, "said.unseen")
	return goTo(c, "/you/unseen")
}

func (s *Server) readUnseen(c *gin.Context) error {
	names, err := s.Accounts.UnseenNames(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := unseenPage{mine: s.mine(c, "unseen.title")}
	for _, n := range names {
		one := unseenPerson{PID: n.PID, Name: page.nameOf(n), Patch: n.Patch()}
		if n.State != account.Former {
			one.Path = personPath(n.PID)
		}
		page.People = append(page.People, one)
	}
	return unseenView.show(c, page)
}

// seeAgain takes somebody out of the list. They are looked for in the list itself: their
// page may be gone by now.
func (s *Server) seeAgain(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	names, err := s.Accounts.UnseenNames(ctx, by)
	if err != nil {
		return err
	}
	for _, n := range names {
		if n.PID != form.Get("name") {
			continue
		}
		if err := s.Accounts.SeeAgain(ctx, by, n.ID); err != nil {
			return err
		}
		s.tell(by, "said.seen_again")
	}
	return goTo(c, "/you/unseen")
}

// sightOf says how the reader and n stand to each other: whether the reader could stop
// seeing n, and whether they have.
func (s *Server) sightOf(c *gin.Context, n account.Name) (could, chose bool, err error) {
	ctx, by := c.Request.Context(), viewer(c)
	met := account.Meeting{As: by.Name.ID, With: n.ID}
	apart, err := s.Accounts.Apart(ctx, by, met)
	if err != nil || apart[met] == account.Mine {
		return false, err == nil, err
	}
	me, err := s.Forum.NameIn(ctx, by, forum.ThreadID(n.Thread))
	return n.ID != by.Name.ID && n.ID != me.ID, false, err
}
