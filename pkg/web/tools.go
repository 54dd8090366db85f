package web

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// A moderator's tools for one thread, and for one post: see tools_post.go. To
// those who do not look after the board there is no such page.

// toolsPage is what a moderator can do, each thing with its own form.
type toolsPage struct {
	frame
	Heading, Back string
	Facts         []string // how things stand
	Post          *toldPost
	Action        string
	Tools         []tool
	Links         []onward
}

var toolsView = newRunPage[toolsPage]("tools.html")

// moderators lets those pass who look after any board. To others there is no such
// page, and which board it is about is asked later.
func moderators(c *gin.Context) error {
	if !viewer(c).ModeratesSome() {
		return notHere(c)
	}
	return nil
}

// theirThread is the thread of the address, for those who look after its board.
func (s *Server) theirThread(c *gin.Context) (forum.Thread, error) {
	t, err := s.Forum.Thread(c.Request.Context(), viewer(c), c.Param("thread"))
	if err == nil {
		err = forum.CanModerate(viewer(c), t)
	}
	if fault.Is(err, fault.Gone) { // their own, taken down on a board that they do not look after
		err = notHere(c)
	}
	return t, err
}

func (s *Server) threadTools(c *gin.Context) error {
	t, err := s.theirThread(c)
	if err != nil {
		return err
	}
	if t.PID != c.Param("thread") { // merged into another
		return goTo(c, toolsPath(threadPath(t.PID)))
	}
	form := typed()
	for _, l := range t.Labels {
		form.Add("labels", l.Slug)
	}
	return s.showThreadTools(c, t, form, nil)
}

func toolsPath(of string) string { return of + "/tools" }

func (s *Server) showThreadTools(c *gin.Context, t forum.Thread, form url.Values, why error) error {
	board, err := s.boardOf(c.Request.Context(), t.Board)
	if err != nil {
		return err
	}
	f := s.frame(c)
	title := f.titleOf(t)
	f = s.frame(c, f.T("tools.title"), title)
	f.Crumbs = []crumb{{f.T("frame.boards"), "/"}, {board.Title, boardPath(board.Slug)}, {title, threadPath(t.PID)}}
	page := toolsPage{frame: f, Heading: title, Back: threadPath(t.PID), Action: toolsPath(threadPath(t.PID))}
	page.Facts = append([]string{f.T("tools.on", "Board", board.Title)}, f.standing(t)...)
	if page.Tools, err = s.threadToolsOf(c, f, t, form); err != nil {
		return err
	}
	if opening, err := s.openingOf(c, t); err == nil {
		page.Links = []onward{{f.T("tools.opening"), toolsPath(postPath(opening))}}
	}
	return showAgain(c, toolsView, &page, &page.frame, why)
}

// standing says how a thread stands.
func (f frame) standing(t forum.Thread) []string {
	said := []string{f.T("thread.started", "Name", f.nameOf(t.OpenedBy), "When", f.When(t.OpenedAt)), f.T("thread." + string(t.Audience)), f.N("thread.replies", t.Replies) + "."}
	if t.Locked() {
		said = append(said, f.T("tools.rests"))
	}
	if t.Pinned() {
		said = append(said, f.T("tools.pinned"))
	}
	if t.Removed() {
		said = append(said, f.T("tools.removed", "Why", f.reason(t.RemovedFor)))
	}
	return said
}

func (s *Server) threadToolsOf(c *gin.Context, f frame, t forum.Thread, form url.Values) ([]tool, error) {
	const key = "tools"
	was := form.Get("do")
	if t.Removed() {
		return []tool{f.tool(key, "put_back_thread", was)}, nil
	}
	where, err := s.otherBoards(c, f, t, form)
	if err != nil {
		return nil, err
	}
	labels, err := s.offeredLabels(c, f, form, t, was)
	if err != nil {
		return nil, err
	}
	var tools []tool
	if t.Locked() {
		tools = append(tools, f.tool(key, "unlock", was))
	} else {
		tools = append(tools, f.tool(key, "lock", was, f.reasons("lock", "lock_reason", form, forum.LockReasons)))
	}
	if t.Pinned() {
		tools = append(tools, f.tool(key, "unpin", was))
	} else {
		tools = append(tools, f.tool(key, "pin", was))
	}
	merge := f.tool(key, "merge", was)
	merge.Path = threadPath(t.PID) + "/merge"
	return append(tools,
		f.tool(key, "label", was, labels),
		f.tool(key, "move", was, where, f.input(key, "note", "line", form)),
		merge,
		f.tool(key, "remove_thread", was, f.reasons("remove_thread", "reason", form, forum.RemoveReasons)),
	), nil
}

// reasons offers the reasons of a list for what the tool do does.
func (f frame) reasons(do, key string, form url.Values, list []forum.Reason) input {
	i := input{Name: "reason", ID: "reason", Kind: "one", Title: f.T("tools.reason"), Hint: f.T("tools.reason." + do)}
	for _, r := range list {
		i.Options = append(i.Options, readingOption{Value: string(r), Title: f.T(key + "." + string(r)), Chosen: form.Get("do") == do && form.Get("reason") == string(r)})
	}
	return i
}

// otherBoards offers the boards that a thread could be moved to.
func (s *Server) otherBoards(c *gin.Context, f frame, t forum.Thread, form url.Values) (input, error) {
	boards, err := s.Forum.Boards(c.Request.Context(), viewer(c))
	i := f.input("tools", "board", "select", form)
	i.Options = []readingOption{{Title: f.T("tools.board.none")}}
	for _, b := range boards {
		if b.ID != t.Board && !b.Archived() {
			title := b.Title
			if b.Audience == forum.Members && t.Audience == forum.Public {
				title = f.T("tools.board.members", "Board", b.Title)
			}
			i.Options = append(i.Options, readingOption{Value: b.Slug, Title: title, Chosen: b.Slug == i.Value})
		}
	}
	return i, err
}

// offeredLabels are the labels that may be put on a thread, with those that are on it.
func (s *Server) offeredLabels(c *gin.Context, f frame, form url.Values, t forum.Thread, was string) (input, error) {
	labels, err := s.Forum.Labels(c.Request.Context())
	i := f.input("tools", "labels", "some", form)
	for _, l := range labels {
		on := slices.ContainsFunc(t.Labels, func(has forum.Label) bool { return has.ID == l.ID })
		if was == "label" {
			on = slices.Contains(form["labels"], l.Slug)
		}
		if !l.Archived() {
			i.Options = append(i.Options, readingOption{Value: l.Slug, Title: l.Title, Chosen: on})
		}
	}
	return i, err
}

// openingOf is the public id of the post that opened a thread.
func (s *Server) openingOf(c *gin.Context, t forum.Thread) (string, error) {
	page, err := s.Forum.ThreadPage(c.Request.Context(), viewer(c), t, forum.View{Order: forum.OneByOne})
	if err != nil {
		return "", err
	}
	return page.Opening.PID, nil
}

// useThreadTool does one thing to a thread.
func (s *Server) useThreadTool(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	t, err := s.theirThread(c)
	if err != nil {
		return err
	}
	ctx, by, reason := c.Request.Context(), viewer(c), forum.Reason(form.Get("reason"))
	do := form.Get("do")
	switch do {
	case "lock":
		err = s.Forum.Lock(ctx, by, t.PID, reason)
	case "unlock":
		err = s.Forum.Unlock(ctx, by, t.PID)
	case "pin":
		err = s.Forum.Pin(ctx, by, t.PID)
	case "unpin":
		err = s.Forum.Unpin(ctx, by, t.PID)
	case "label":
		err = s.Forum.SetLabels(ctx, by, t.PID, form["labels"])
	case "move":
		if err = s.Forum.Move(ctx, by, t.PID, form.Get("board"), form.Get("note")); fault.Is(err, fault.NotFound) {
			err = fault.Field("board", "fault.choose_again")
		}
	case "remove_thread":
		err = s.Forum.RemoveThread(ctx, by, t.PID, reason)
	case "put_back_thread":
		err = s.Forum.RestoreThread(ctx, by, t.PID)
	default:
		err = fault.New(fault.Invalid, "fault.tool")
	}
	if err != nil {
		return s.showThreadTools(c, t, form, err)
	}
	return s.done(c, "said.tools."+do, threadPath(t.PID))
}
