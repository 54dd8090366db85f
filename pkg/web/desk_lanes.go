package web

import (
	"context"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
)

// deskPage is the whole desk: what waits, lane by lane.
type deskPage struct {
	frame
	Shift shiftLine
	Lanes []lane
	Calm  bool // nothing waits anywhere

	Letters string // how many letters from members wait for an answer, in words; "" for none
}

// A lane is one queue as the desk shows it.
type lane struct {
	Key, Title, Path string
	N                int    // how many wait, as far as they are counted
	Count            string // the same in words
	Promise          string // whether those who wait still wait within what was promised
	Late             bool
	Rows             []caseRow
	More             string // leads to the rest
	Hint             string // what is in it
}

var deskView = newDeskPage[deskPage]("desk.html")

// newDeskPage is newRunPage with the parts that the desk's pages share.
func newDeskPage[T any](name string) view[T] {
	return read[T](name, "base.html", "parts.html", "run_parts.html", "desk_parts.html", name)
}

// inLane is how many cases of each queue stand on the desk itself.
const inLane = 5

func (s *Server) readDesk(c *gin.Context) error {
	page := deskPage{Calm: true}
	page.frame = s.deskFrame(c, "desk", s.frame(c).T("desk.title"))
	page.Crumbs = nil
	var err error
	if page.Shift, err = s.shiftLine(c, page.frame); err != nil {
		return err
	}
	if page.Lanes, err = s.lanes(c.Request.Context(), page.frame); err != nil {
		return err
	}
	for _, l := range page.Lanes {
		page.Calm = page.Calm && l.N == 0
	}
	letters, err := s.Notices.DeskWaiting(c.Request.Context(), page.Viewer)
	if err != nil {
		return err
	}
	if letters > 0 {
		page.Calm, page.Letters = false, page.N("desk.waiting", letters)
		if letters > notice.MostUnseen {
			page.Letters = page.T("desk.waiting.most", "N", notice.MostUnseen)
		}
	}
	return deskView.show(c, page)
}

// lanes are all queues that the reader sees, in the order in which a desk is worked
// through.
func (s *Server) lanes(ctx context.Context, f frame) ([]lane, error) {
	boards, err := s.Forum.Boards(ctx, f.Viewer)
	if err != nil {
		return nil, err
	}
	names := boardNames(boards)
	var lanes []lane
	for _, q := range []moderation.Queue{moderation.InCare, moderation.InFlagged, moderation.InHeld} {
		l, err := s.caseLane(ctx, f, q, names)
		if err != nil {
			return nil, err
		}
		lanes = append(lanes, l)
	}
	unanswered, err := s.unansweredLane(ctx, f)
	if err != nil {
		return nil, err
	}
	unread, err := s.unreadLane(ctx, f)
	if err != nil {
		return nil, err
	}
	appeals, err := s.caseLane(ctx, f, moderation.InAppeals, names)
	return append(lanes, unanswered, unread, appeals), err
}

func (s *Server) caseLane(ctx context.Context, f frame, q moderation.Queue, boards map[forum.BoardID]string) (lane, error) {
	page, err := s.Desk.Queue(ctx, f.Viewer, q, moderation.Filter{}, "")
	if err != nil {
		return lane{}, err
	}
	l := f.lane(string(q), page.Count)
	now := s.Now()
	for _, one := range page.Cases[:min(len(page.Cases), inLane)] {
		l.Rows = append(l.Rows, f.caseRow(one, boards, now))
	}
	if page.Count > len(l.Rows) {
		l.More = f.T("desk.lane.all")
	}
	late, err := s.lateIn(ctx, f, q, page)
	if err != nil {
		return lane{}, err
	}
	f.promise(&l, late, goalOf(f, q))
	return l, nil
}

func (f frame) lane(key string, n int) lane {
	return lane{Key: key, Title: f.T("desk.queue." + key), Path: queuePath(key), N: n, Count: f.waiting(n), Hint: f.T("desk.queue." + key + ".how")}
}

func queuePath(key string) string { return "/desk/queue/" + key }

// lateIn counts those of a queue for which the time has passed in which somebody
// hoped to look.
func (s *Server) lateIn(ctx context.Context, f frame, q moderation.Queue, page moderation.Page) (late int, err error) {
	if page.More {
		all, err := s.Desk.Queue(ctx, f.Viewer, q, moderation.Filter{OlderThan: goalOf(f, q)}, "")
		return all.Count, err
	}
	now := s.Now()
	for _, c := range page.Cases {
		if c.Late(now) {
			late++
		}
	}
	return late, nil
}

// goalOf is how soon somebody hopes to look.
func goalOf(f frame, q moderation.Queue) time.Duration {
	if q == moderation.InCare {
		return time.Duration(f.Site.CareMinutes) * time.Minute
	}
	return time.Duration(f.Site.DeskHours) * time.Hour
}

// promise says how a lane stands to what members were promised. It is nobody's fault.
func (f frame) promise(l *lane, late int, goal time.Duration) {
	switch {
	case l.N == 0:
	case late == 0:
		l.Promise = f.T("desk.promise.kept", "Goal", f.Lasts(goal))
	case late >= moderation.MostCounted:
		l.Promise, l.Late = f.T("desk.promise.most", "N", moderation.MostCounted-1, "Goal", f.Lasts(goal)), true
	default:
		l.Promise, l.Late = f.N("desk.promise.late", late, "Goal", f.Lasts(goal)), true
	}
}
