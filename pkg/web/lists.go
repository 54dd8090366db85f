package web

import (
	"context"
	"regexp"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// listPage is a list of conversations from every board: those with a reply of
// late, or those that nobody has answered.
type listPage struct {
	frame
	Key   string // awake or waiting: its words in the catalogue begin with it
	Lead  string
	Empty string
	End   string
	Rows  []row
	Pages pager
	Left  *leftOut
	Open  []helpline // whom to ring now
}

// A lister reads one page of such a list.
type lister func(ctx context.Context, by account.Account, from string) (forum.ListPage, error)

var listView = newPage[listPage]("list.html")

func (s *Server) readAwake(c *gin.Context) error {
	minute := s.Now().Truncate(time.Minute).Format("15:04") // what is of late changes by itself
	return s.readList(c, "awake", minute, s.Forum.Awake)
}

func (s *Server) readWaiting(c *gin.Context) error {
	return s.readList(c, "waiting", "", s.Forum.Waiting)
}

func (s *Server) readList(c *gin.Context, name, at string, list lister) error {
	ctx, by, from := c.Request.Context(), viewer(c), c.Query("from")
	key := keyOf(name, at, s.Forum.BoardsVersion(), s.Forum.ListVersion(by, 0), fromKey(from))
	return readRows(s, c, listView, key, func() (listPage, error) {
		found, err := list(ctx, by, from)
		if err != nil {
			return listPage{}, err
		}
		boards, err := s.Forum.Boards(ctx, by)
		if err != nil {
			return listPage{}, err
		}
		f := s.frame(c)
		f = s.frame(c, f.T(name+".title"))
		f.Here = name
		page := listPage{frame: f, Key: name, Lead: f.T(name + ".lead"), Empty: f.T(name + ".empty"), End: f.T(name + ".end")}
		threads, out := f.keeps(c, found.Threads)
		if page.Rows, err = s.rowsOf(ctx, f, threads, boardNames(boards)); err != nil {
			return page, err
		}
		page.Left = f.leftOut(out, "/"+name, fromKey(from))
		page.Pages = pagesOf(withAll(c, "/"+name), found.First, found.Previous, found.Next, found.Last)
		if name == "awake" {
			page.Open, _ = f.helplines(s.Now())
		}
		return page, nil
	})
}

// fromKey is from as part of a key. One that cannot be anybody's public id is the
// beginning, and not remembered as a page of its own.
func fromKey(from string) string {
	if !publicID.MatchString(from) {
		return ""
	}
	return from
}

var publicID = regexp.MustCompile(`^[0-9a-z]{1,20}$`)
