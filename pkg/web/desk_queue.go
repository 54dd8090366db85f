package web

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
)

// queuePage is one queue, page by page.
type queuePage struct {
	frame
	Lane    lane
	Filters []input
	Ticks   []input
	Chosen  bool // something is filtered away
	Later   string
}

var queueView = newDeskPage[queuePage]("desk_queue.html")

// ages are how long a case may be asked to have waited, in hours.
var ages = []int{1, 4, 24, 72}

func (s *Server) readQueue(c *gin.Context) error {
	q := moderation.Queue(c.Param("queue"))
	if !q.Known() {
		return notHere(c)
	}
	ctx, by := c.Request.Context(), viewer(c)
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	asked := c.Request.URL.Query()
	filter := moderation.Filter{Mine: asked.Get("mine") != "", Unclaimed: asked.Get("free") != ""}
	board := input{Name: "board", Options: []readingOption{{Title: "*"}}}
	for _, b := range boards {
		if by.Moderates(int64(b.ID)) {
			chosen := b.Slug == asked.Get("board")
			if chosen {
				filter.Board = b.ID
			}
			board.Options = append(board.Options, readingOption{Value: b.Slug, Title: b.Title, Chosen: chosen})
		}
	}
	if kind := moderation.FlagKind(asked.Get("kind")); slices.Contains(kindsIn(q), kind) {
		filter.Kind = kind
	}
	if hours, _ := strconv.Atoi(asked.Get("age")); slices.Contains(ages, hours) {
		filter.OlderThan = time.Duration(hours) * time.Hour
	}
	found, err := s.Desk.Queue(ctx, by, q, filter, moderation.Cursor(asked.Get("from")))
	if err != nil {
		return err
	}
	page := queuePage{Chosen: filter != moderation.Filter{}}
	page.frame = s.deskFrame(c, "desk", s.frame(c).T("desk.queue."+string(q)))
	page.Lane = page.lane(string(q), found.Count)
	names := boardNames(boards)
	for _, one := range found.Cases {
		page.Lane.Rows = append(page.Lane.Rows, page.caseRow(one, names, s.Now()))
	}
	page.Filters, page.Ticks = page.filters(q, board, asked)
	if found.More {
		page.Later = narrowed(queuePath(string(q)), asked, string(found.Next))
	}
	return queueView.show(c, page)
}

// heldKinds are the reasons for which something waits before it is posted.
var heldKinds = []moderation.FlagKind{"link", "contact", "filter", "same", "fast", "trap", "asked"}

// kindsIn are the kinds of cases that a queue can be narrowed to.
func kindsIn(q moderation.Queue) []moderation.FlagKind {
	switch q {
	case moderation.InFlagged:
		return moderation.ConductKinds
	case moderation.InHeld:
		return heldKinds
	}
	return nil
}

// filters are the fields that narrow a queue.
func (p *queuePage) filters(q moderation.Queue, board input, asked url.Values) (fields, ticks []input) {
	title := func(i input) input {
		i.ID, i.Kind, i.Title = i.Name, "select", p.T("desk.filter."+i.Name)
		i.Options[0].Title = p.T("desk.filter.any")
		return i
	}
	fields = append(fields, title(board))
	if known := kindsIn(q); len(known) > 0 {
		kinds := input{Name: "kind", Options: []readingOption{{}}}
		for _, k := range known {
			kinds.Options = append(kinds.Options, readingOption{Value: string(k), Title: p.caseTitle(moderation.Case{Queue: q, Kind: k}), Chosen: string(k) == asked.Get("kind")})
		}
		fields = append(fields, title(kinds))
	}
	age := input{Name: "age", Options: []readingOption{{}}}
	for _, hours := range ages {
		value := strconv.Itoa(hours)
		age.Options = append(age.Options, readingOption{Value: value, Title: p.T("desk.filter.longer", "Lasts", p.Lasts(time.Duration(hours)*time.Hour)), Chosen: value == asked.Get("age")})
	}
	return append(fields, title(age)), []input{p.tick("desk.filter", "mine", asked), p.tick("desk.filter", "free", asked)}
}

// narrowed is the address of a queue with the same filters, from a place on.
func narrowed(path string, asked url.Values, from string) string {
	kept := url.Values{}
	for _, name := range []string{"board", "kind", "age", "mine", "free"} {
		if value := asked.Get(name); value != "" {
			kept.Set(name, value)
		}
	}
	if from != "" {
		kept.Set("from", from)
	}
	if len(kept) == 0 {
		return path
	}
	return path + "?" + kept.Encode()
}
