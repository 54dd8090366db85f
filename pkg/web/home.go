package web

import (
	"context"
	"sync"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// homePage is the front page: in five seconds, a frightened person sees that this
// is for them, and where to go.
type homePage struct {
	frame
	Quilt      []string // the patches of all boards, as one quilt
	Categories []category
	Awake      int  // conversations with a reply in the last two hours
	AwakeMost  bool // there are more than were counted
	Late       bool
	Waiting    []row
	Unseen     string // that there are new messages, in words
}

// A category is one of the two families of boards.
type category struct {
	Name   string
	Title  string
	About  string
	Boards []boardRow
}

type boardRow struct {
	Path, Title, Purpose, Patch string
	Last, Stamp                 string // the latest that this reader may see, in words
	Members, Reads              bool   // only members read it; it is there for reading only
}

var homeView = newPage[homePage]("home.html")

// waitingOnHome is how many unanswered threads the front page shows: few enough to
// choose one.
const waitingOnHome = 3

func (s *Server) home(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	awake, err := s.countAwake(ctx, by)
	if err != nil {
		return err
	}
	late := isLate(s.Now().In(s.Site.Now().Zone))
	key := keyOf("home", s.Forum.BoardsVersion(), s.Forum.ListVersion(by, 0), awake, late)
	return readRows(s, c, homeView, key, func() (homePage, error) {
		boards, err := s.Forum.Boards(ctx, by)
		if err != nil {
			return homePage{}, err
		}
		waiting, err := s.Forum.Waiting(ctx, by, "")
		if err != nil {
			return homePage{}, err
		}
		f := s.frame(c)
		f = s.frame(c, f.T("home.title"))
		f.Here = "boards"
		page := homePage{frame: f, Awake: awake, AwakeMost: awake >= forum.MostAwake, Late: late}
		page.Quilt, page.Categories = f.categories(boards)
		if by.Member() {
			if page.Unseen, err = s.unseen(c, f); err != nil {
				return page, err
			}
		}
		threads, _ := f.keeps(c, waiting.Threads)
		page.Waiting, err = s.rowsOf(ctx, f, threads[:min(len(threads), waitingOnHome)], boardNames(boards))
		return page, err
	})
}

// categories sorts boards into their families and lays out their quilt.
func (f frame) categories(boards []forum.BoardAt) (quilt []string, families []category) {
	for _, kind := range []forum.Category{forum.Medical, forum.Personal} {
		family := category{Name: string(kind), Title: f.T("category." + string(kind)), About: f.T("category." + string(kind) + ".about")}
		for _, b := range boards {
			if b.Category != kind {
				continue
			}
			family.Boards = append(family.Boards, f.boardRow(b))
			if len(quilt) < 12 && !b.Archived() {
				quilt = append(quilt, b.Patch)
			}
		}
		if len(family.Boards) > 0 {
			families = append(families, family)
		}
	}
	return quilt, families
}

func (f frame) boardRow(b forum.BoardAt) boardRow {
	row := boardRow{Path: boardPath(b.Slug), Title: b.Title, Purpose: b.Purpose, Patch: b.Patch,
		Members: b.Audience == forum.Members && f.Viewer.Guest(), Reads: b.Archived()}
	if !b.LastAt.IsZero() {
		row.Last, row.Stamp = f.When(b.LastAt), f.Stamp(b.LastAt)
	}
	return row
}

// isLate reports whether it is a time of night at which being awake feels lonely.
func isLate(now time.Time) bool { return now.Hour() >= 23 || now.Hour() < 6 }

// awakeCount is how many threads have had a reply of late, as counted for a
// minute: the front page is asked for far more often than it changes.
type awakeCount struct {
	mu sync.Mutex
	at [2]time.Time // for guests, for members
	n  [2]int
}

func (s *Server) countAwake(ctx context.Context, by account.Account) (int, error) {
	eyes := 0
	if by.Member() {
		eyes = 1
	}
	minute := s.Now().Truncate(time.Minute)
	s.awake.mu.Lock()
	defer s.awake.mu.Unlock()
	if s.awake.at[eyes].Equal(minute) {
		return s.awake.n[eyes], nil
	}
	n, err := s.Forum.CountAwake(ctx, by)
	if err == nil {
		s.awake.at[eyes], s.awake.n[eyes] = minute, n
	}
	return n, err
}
