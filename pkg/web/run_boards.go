package web

import (
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// runBoardsPage lists the boards, as operators put them in order.
type runBoardsPage struct {
	frame
	Families []runFamily
}

type runFamily struct {
	Key, Title string
	Many       string // that these are a wall of words, when they are
	Boards     []boardLine
}

type boardLine struct {
	Slug, Title, Patch string
	Facts              string // who reads it, and what else is not as usual
	First, Last        bool
}

var runBoardsView = newRunPage[runBoardsPage]("run_boards.html")

func (s *Server) runBoards(c *gin.Context) error {
	boards, err := s.Forum.Boards(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := runBoardsPage{frame: s.running(c, "run.boards")}
	for _, kind := range categories {
		family := runFamily{Key: string(kind), Title: page.T("category." + string(kind))}
		standing := 0
		for _, b := range boards {
			if b.Category == kind {
				family.Boards = append(family.Boards, page.boardLine(b.Board))
				if !b.Archived() {
					standing++
				}
			}
		}
		if standing > forum.ManyBoards {
			family.Many = page.T("run.boards.many", "Most", forum.ManyBoards)
		}
		if standing > 0 { // those that are archived stand last, in no order of their own
			family.Boards[0].First, family.Boards[standing-1].Last = true, true
		}
		for i := range family.Boards[standing:] {
			family.Boards[standing+i].First, family.Boards[standing+i].Last = true, true
		}
		page.Families = append(page.Families, family)
	}
	return runBoardsView.show(c, page)
}

func (f frame) boardLine(b forum.Board) boardLine {
	facts := []string{f.T("run.board.read." + string(b.Audience))}
	if b.Opens != forum.OpensMembers {
		facts = append(facts, f.T("run.board.only."+string(b.Opens)))
	}
	if b.Indexed {
		facts = append(facts, f.T("run.board.indexed.is"))
	}
	if b.Archived() {
		facts = append(facts, f.T("run.board.archived.is"))
	}
	return boardLine{Slug: b.Slug, Title: b.Title, Patch: b.Patch, Facts: strings.Join(facts, " ")}
}

var categories = []forum.Category{forum.Medical, forum.Personal}

// orderBoards puts a board one place up or down in its family.
func (s *Server) orderBoards(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, slug := c.Request.Context(), viewer(c), form.Get("board")
	b, err := s.Forum.Board(ctx, slug)
	if err != nil {
		return err
	}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	var slugs []string
	for _, other := range boards {
		if other.Category == b.Category {
			slugs = append(slugs, other.Slug)
		}
	}
	if err := s.Forum.OrderBoards(ctx, by, moved(slugs, slug, form.Get("do") == "up")); err != nil {
		return err
	}
	return s.done(c, "said.run.ordered", "/run/boards#b-"+slug)
}

// boardForm shows one board, or an empty form for a new one.
func (s *Server) boardForm(c *gin.Context) error {
	if c.Param("board") == "" {
		return s.showBoard(c, forum.Board{}, typed("category", string(forum.Medical), "audience", string(forum.Members),
			"opens", string(forum.OpensMembers), "pattern", patterns[0], "cloth", cloths[0]), nil)
	}
	b, err := s.standingBoard(c)
	if err != nil {
		return err
	}
	return s.showBoard(c, b, boardFieldsOf(b), nil)
}

// boardFieldsOf is a board as its form is filled in.
func boardFieldsOf(b forum.Board) url.Values {
	pattern, cloth, _ := strings.Cut(b.Patch, " ")
	return typed("title", b.Title, "category", string(b.Category), "purpose", b.Purpose, "not_for", b.NotFor,
		"agreements", b.Agreements, "safety", b.Safety, "audience", string(b.Audience), "opens", string(b.Opens),
		"indexed", yes(b.Indexed), "pattern", pattern, "cloth", cloth)
}

// standingBoard is the board of the address, unless it was merged away.
func (s *Server) standingBoard(c *gin.Context) (forum.Board, error) {
	b, err := s.Forum.Board(c.Request.Context(), c.Param("board"))
	if err == nil && b.MergedInto != 0 {
		return forum.Board{}, notHere(c)
	}
	return b, err
}

// The patches that the stylesheet can draw.
var (
	patterns = []string{"q-geese", "q-pin", "q-glass", "q-dots", "q-check", "q-cabin", "q-gem", "q-stripe"}
	cloths   = []string{"damson", "moss", "sky", "quince", "rose", "slate"}
)

func (s *Server) showBoard(c *gin.Context, b forum.Board, form url.Values, why error) error {
	const key = "run.board"
	heading := "run.board.new"
	if b.ID != 0 {
		heading = "run.board.change"
	}
	f := s.frame(c)
	page := runFormPage{frame: s.runningAt(c, f.T(heading, "Board", b.Title), crumb{f.T("run.boards"), "/run/boards"}), Action: c.Request.URL.Path}
	page.Heading, page.Lead = f.T(heading, "Board", b.Title), f.hint(heading+".lead")
	pattern, cloth := f.choice(key, "pattern", form, patterns...), f.choice(key, "cloth", form, cloths...)
	pattern.Patch, cloth.Patch = true, true
	for i := range pattern.Options {
		pattern.Options[i].Hint = pattern.Options[i].Value + " " + form.Get("cloth")
	}
	for i := range cloth.Options {
		cloth.Options[i].Hint = form.Get("pattern") + " " + cloth.Options[i].Value
	}
	page.Form = tool{Button: f.T("run.save"), Inputs: []input{
		f.input(key, "title", "line", form),
		f.choice(key, "category", form, string(forum.Medical), string(forum.Personal)),
		f.input(key, "purpose", "line", form),
		f.input(key, "not_for", "line", form),
		f.input(key, "agreements", "area", form),
		f.input(key, "safety", "line", form),
		f.choice(key, "audience", form, string(forum.Public), string(forum.Members)),
		f.choice(key, "opens", form, string(forum.OpensMembers), string(forum.OpensSteady), string(forum.OpensModerators)),
		f.tick(key, "indexed", form),
		pattern, cloth,
	}}
	if concerns(why, "sure") {
		sure := f.tick(key, "sure", form)
		page.Form.Inputs = slices.Insert(page.Form.Inputs, 7, sure)
	}
	if b.ID != 0 {
		page.Was = b.Stamp()
		page.besides(page.Form.Inputs, boardFieldsOf(b), why)
		page.More = f.boardTools(b)
	}
	return showAgain(c, runFormView, &page, &page.frame, why)
}

// boardTools is what else can be done with a board.
func (f frame) boardTools(b forum.Board) []tool {
	do := "archive"
	if b.Archived() {
		do = "open"
	}
	merge := f.tool("run.board", "merge", "")
	merge.Path = "/run/board/" + b.Slug + "/merge"
	return []tool{f.tool("run.board", do, ""), merge}
}

func boardOf(form url.Values) forum.Board {
	return forum.Board{
		Title: form.Get("title"), Category: forum.Category(form.Get("category")), Purpose: form.Get("purpose"), NotFor: form.Get("not_for"),
		Agreements: form.Get("agreements"), Safety: form.Get("safety"), Audience: forum.Audience(form.Get("audience")),
		Opens: forum.Opens(form.Get("opens")), Indexed: form.Has("indexed"), Patch: form.Get("pattern") + " " + form.Get("cloth"),
	}
}

// addBoard takes the form of a new board.
func (s *Server) addBoard(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if _, err := s.Forum.AddBoard(c.Request.Context(), viewer(c), boardOf(form)); err != nil {
		return s.showBoard(c, forum.Board{}, form, err)
	}
	return s.done(c, "said.run.added", "/run/boards")
}

// changeBoard takes the form of a board, or one of the buttons under it.
func (s *Server) changeBoard(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	b, err := s.standingBoard(c)
	if err != nil {
		return err
	}
	ctx, by, said := c.Request.Context(), viewer(c), "said.run.saved"
	switch form.Get("do") {
	case "archive":
		said, err = "said.run.archived", s.Forum.ArchiveBoard(ctx, by, b.Slug)
	case "open":
		said, err = "said.run.opened", s.Forum.ReopenBoard(ctx, by, b.Slug)
	default:
		if err = s.sureToNarrow(c, b, form); err == nil {
			err = s.Forum.ChangeBoardFrom(ctx, by, b.Slug, form.Get("was"), boardOf(form))
		}
		if now, gone := s.standingBoard(c); err != nil && gone == nil {
			return s.showBoard(c, now, form, err)
		}
	}
	if err != nil {
		return err
	}
	return s.done(c, said, "/run/boards#b-"+b.Slug)
}

// sureToNarrow asks once more before threads that anybody reads are closed to all
// but members: nothing makes them wider again.
func (s *Server) sureToNarrow(c *gin.Context, b forum.Board, form url.Values) error {
	if b.Audience != forum.Public || form.Get("audience") != string(forum.Members) || form.Has("sure") {
		return nil
	}
	holds, err := s.Forum.BoardHolds(c.Request.Context(), viewer(c), b.Slug)
	if err != nil || holds.Public == 0 {
		return err
	}
	return fault.Field("sure", "fault.board_narrow", "N", holds.Public)
}
