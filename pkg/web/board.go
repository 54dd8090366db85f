package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// boardPage is a board: its conversations, and where to begin one.
type boardPage struct {
	frame
	Board   forum.Board
	Orders  []order
	Pinned  []row
	Rows    []row
	Pages   pager
	Write   string // where to write, or "" when this reader cannot here
	Members bool   // it is for members, and this is a guest
	End     bool
	Left    *leftOut
}

// An order is one way to arrange a list or a conversation.
type order struct {
	Words, Path string
	Chosen      bool
}

var boardView = newPage[boardPage]("board.html")

var listOrders = []forum.ListOrder{forum.ByLatest, forum.ByNewest, forum.ByWaiting}

func (s *Server) readBoard(c *gin.Context) error {
	ctx, by, from := c.Request.Context(), viewer(c), c.Query("from")
	board, err := s.boardCalled(ctx, c.Param("board"))
	if err != nil {
		return err
	}
	if board.MergedInto != 0 {
		into, err := s.Forum.BoardID(ctx, board.MergedInto)
		if err != nil {
			return err
		}
		return goTo(c, boardPath(into.Slug))
	}
	if board.Indexed && board.Audience == forum.Public && s.Site.Now().Indexed {
		indexed(c)
	}
	chosen := listOrder(c.Query("order"))
	key := keyOf("board", board.ID, s.Forum.BoardsVersion(), s.Forum.ListVersion(by, board.ID), chosen, fromKey(from))
	return readRows(s, c, boardView, key, func() (boardPage, error) {
		list, err := s.Forum.Threads(ctx, by, board.ID, chosen, from)
		if err != nil {
			return boardPage{}, err
		}
		f := s.frame(c)
		f = s.frame(c, board.Title, f.T("category."+string(board.Category)))
		f.Crumbs = []crumb{{f.T("frame.boards"), "/"}, {f.T("category." + string(board.Category)), "/#" + string(board.Category)}}
		page := boardPage{frame: f, Board: board, Members: board.Audience == forum.Members && by.Guest(), End: !list.Next.Show}
		pinned, out := f.keeps(c, list.Pinned)
		if page.Pinned, err = s.rowsOf(ctx, f, pinned, nil); err != nil {
			return page, err
		}
		threads, more := f.keeps(c, list.Threads)
		if page.Rows, err = s.rowsOf(ctx, f, threads, nil); err != nil {
			return page, err
		}
		path := boardPath(board.Slug)
		page.Left = f.leftOut(out+more, orderPath(path, chosen), fromKey(from))
		for _, o := range listOrders {
			page.Orders = append(page.Orders, order{f.T("order." + string(o)), orderPath(path, o), o == chosen})
		}
		page.Pages = pagesOf(withAll(c, orderPath(path, chosen)), list.First, list.Previous, list.Next, list.Last)
		if !board.Archived() && !page.Members {
			page.Write = path + "/write"
		}
		return page, nil
	})
}

// listOrder is the order an address asks for; latest reply first unless it says.
func listOrder(asked string) forum.ListOrder {
	for _, o := range listOrders[1:] {
		if asked == string(o) {
			return o
		}
	}
	return forum.ByLatest
}

func orderPath(path string, o forum.ListOrder) string {
	if o == forum.ByLatest {
		return path
	}
	return path + "?order=" + string(o)
}
