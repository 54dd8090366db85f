package web

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// unansweredPage lists the conversations that nobody else has answered yet. Welcomers
// see it too, and nothing else of the desk.
type unansweredPage struct {
	frame
	Lane    lane
	Threads []aloneRow
	Filters []input
	Ticks   []input
	Chosen  bool
	Later   string
}

// An aloneRow is one conversation without an answer.
type aloneRow struct {
	row
	First   string // that its author has written nothing before
	Soon    string // that it would be good if somebody answered soon; nothing says why
	Wanted  string // what would help
	Taken   string // who said that they will answer
	Mine    bool   // the reader has
	Free    bool   // nobody has
	Take    string // where they say so, and where they let it go
	LetGo   string
	Waiting string
}

var unansweredView = newDeskPage[unansweredPage]("desk_unanswered.html")

func (s *Server) unansweredLane(ctx context.Context, f frame) (lane, error) {
	found, err := s.Desk.Unanswered(ctx, f.Viewer, moderation.AloneFilter{}, "")
	if err != nil {
		return lane{}, err
	}
	l := f.lane("unanswered", found.Count)
	if found.Count > 0 {
		l.More = f.T("desk.unanswered.see")
	}
	late := 0
	for _, t := range found.Threads {
		if s.Now().Sub(t.OpenedAt) > goalOf(f, moderation.InFlagged) {
			late++
		}
	}
	if found.More { // counted over all of them
		old, err := s.Desk.Unanswered(ctx, f.Viewer, moderation.AloneFilter{OlderThan: goalOf(f, moderation.InFlagged)}, "")
		if err != nil {
			return l, err
		}
		late = old.Count
	}
	f.promise(&l, late, goalOf(f, moderation.InFlagged))
	return l, nil
}

func (s *Server) readUnanswered(c *gin.Context) error {
	ctx, by, asked := c.Request.Context(), viewer(c), c.Request.URL.Query()
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	filter := moderation.AloneFilter{FirstTime: asked.Get("first") != ""}
	page := unansweredPage{}
	title := s.frame(c).T("desk.queue.unanswered")
	page.frame = s.deskFrame(c, "desk", title)
	if !by.ModeratesSome() { // a welcomer has no desk but this
		page.frame = s.frame(c, title)
	}
	board := page.field("board", "desk.filter.board")
	for _, b := range boards {
		if by.ModeratesSome() && !by.Moderates(int64(b.ID)) {
			continue
		}
		chosen := b.Slug == asked.Get("board")
		if chosen {
			filter.Board = b.ID
		}
		board.Options = append(board.Options, readingOption{Value: b.Slug, Title: b.Title, Chosen: chosen})
	}
	age := page.field("age", "desk.filter.age")
	for _, hours := range ages {
		value := strconv.Itoa(hours)
		age.Options = append(age.Options, readingOption{Value: value, Title: page.T("desk.filter.longer", "Lasts", page.Lasts(time.Duration(hours)*time.Hour)), Chosen: value == asked.Get("age")})
	}
	if hours, _ := strconv.Atoi(asked.Get("age")); slices.Contains(ages, hours) {
		filter.OlderThan = time.Duration(hours) * time.Hour
	}
	found, err := s.Desk.Unanswered(ctx, by, filter, moderation.Cursor(asked.Get("from")))
	if err != nil {
		return err
	}
	page.Lane, page.Chosen = page.lane("unanswered", found.Count), filter != moderation.AloneFilter{}
	page.Filters, page.Ticks = []input{board, age}, []input{page.tick("desk.filter", "first", asked)}
	names := boardNames(boards)
	for _, t := range found.Threads {
		page.Threads = append(page.Threads, page.aloneRow(t, names))
	}
	if found.More {
		page.Later = narrowed(queuePath("unanswered"), asked, string(found.Next))
	}
	return unansweredView.show(c, page)
}

// field is a list to choose from, with "any" first.
func (f frame) field(name, key string) input {
	return input{Name: name, ID: name, Kind: "select", Title: f.T(key), Options: []readingOption{{Title: f.T("desk.filter.any")}}}
}

func (f frame) aloneRow(t moderation.Alone, boards map[forum.BoardID]string) aloneRow {
	r := aloneRow{row: f.rowOf(t.Thread), Wanted: f.wishOf(t.Wish, "list"), Take: "/desk/unanswered/" + t.PID + "/take", LetGo: "/desk/unanswered/" + t.PID + "/let-go",
		Waiting: f.T("desk.unanswered.since", "When", f.When(t.OpenedAt)), Free: t.Answering.ID == 0, Mine: t.Answering.ID != 0 && t.Answering.ID == f.Viewer.Name.ID}
	r.Board = boards[t.Board]
	if t.FirstTime {
		r.First = f.T("desk.unanswered.first")
	}
	if t.Lifted {
		r.Soon = f.T("desk.unanswered.soon")
	}
	switch {
	case r.Mine:
		r.Taken = f.T("desk.unanswered.mine", "Clock", f.Clock(t.Until))
	case !r.Free:
		r.Taken = f.T("desk.unanswered.taken", "Name", f.nameOf(t.Answering))
	}
	return r
}

// takeToAnswer says that the reader will answer, and leads them to the conversation.
func (s *Server) takeToAnswer(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	pid := c.Param("thread")
	if err := s.Desk.TakeToAnswer(c.Request.Context(), viewer(c), pid); err != nil {
		return err
	}
	return s.done(c, "said.desk.taken", threadPath(pid)+"#reply")
}

func (s *Server) letGo(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if err := s.Desk.LetGo(c.Request.Context(), viewer(c), c.Param("thread")); err != nil {
		return err
	}
	return s.done(c, "said.desk.let_go", queuePath("unanswered"))
}
