package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// draftsPage lists what a member began to write, or what they threw away.
type draftsPage struct {
	frame
	Heading string
	Lead    string
	Rows    []draftRow
	Thrown  bool
	Next    string
	Days    int
}

type draftRow struct {
	Path, Excerpt, Where, When, Throw, TakeOut string
	Beside                                     bool
}

// guestWordsPage shows a guest what they wrote, and how to go on with it.
type guestWordsPage struct {
	frame
	Heading, Lead string
	Out           bool // they were signed in, until their session ended
	Rows          []guestRow
}

type guestRow struct{ Title, Words, Where, Path, When string }

var (
	draftsView     = newPage[draftsPage]("drafts.html")
	guestWordsView = newPage[guestWordsPage]("guest_words.html")
)

func (s *Server) drafts(c *gin.Context) error {
	by := viewer(c)
	if by.Guest() {
		return s.guestWords(c)
	}
	thrown := c.Query("thrown") != ""
	found, err := s.Forum.Drafts(c.Request.Context(), by, thrown, c.Query("from"))
	if err != nil {
		return err
	}
	f := s.frame(c)
	key := "drafts"
	if thrown {
		key = "drafts.thrown"
	}
	f = s.frame(c, f.T(key+".title"))
	f.Here = "you"
	page := draftsPage{frame: f, Heading: f.T(key + ".title"), Lead: f.T(key+".lead", "Days", forum.DraftDays), Thrown: thrown, Days: forum.DraftDays}
	for _, d := range found.Drafts {
		page.Rows = append(page.Rows, s.draftRow(c, f, d))
	}
	if found.Next != "" {
		page.Next = "/drafts?from=" + query(found.Next)
		if thrown {
			page.Next += "&thrown=1"
		}
	}
	return draftsView.show(c, page)
}

func (s *Server) draftRow(c *gin.Context, f frame, d forum.Draft) draftRow {
	path := draftPath(d)
	row := draftRow{Path: path, Excerpt: d.Excerpt(), Where: s.whereTo(c, f, target{d.Kind, d.Board, d.Post}), When: f.When(d.SavedAt), Beside: d.Beside != ""}
	if row.Excerpt == "" {
		row.Excerpt = f.T("drafts.empty_one")
	}
	if d.Thrown() {
		row.TakeOut = path + "/take-out"
	} else {
		row.Throw = path + "/throw"
	}
	return row
}

// whereTo says where words were to go, as far as whoever asks may know it.
func (s *Server) whereTo(c *gin.Context, f frame, t target) string {
	ctx := c.Request.Context()
	switch t.Kind {
	case forum.DraftThread:
		if b, err := s.Forum.Board(ctx, t.Board); err == nil {
			return f.T("drafts.to.thread", "Board", b.Title)
		}
	case forum.DraftReply:
		if thread, post, err := s.Forum.Post(ctx, f.Viewer, t.Post); err == nil {
			return f.T("drafts.to.reply", "Name", f.nameOf(post.By), "Title", f.titleOf(thread))
		}
	case forum.DraftEdit:
		if thread, _, err := s.Forum.Post(ctx, f.Viewer, t.Post); err == nil {
			return f.T("drafts.to.edit", "Title", f.titleOf(thread))
		}
	}
	return f.T("drafts.to.gone")
}

// guestWords shows what this browser's guest wrote. There is no such page for a
// guest who wrote nothing.
func (s *Server) guestWords(c *gin.Context) error {
	drafts, err := s.draftsHere(c)
	if err != nil {
		return err
	}
	if len(drafts) == 0 {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	f := s.formFrame(c)
	page := guestWordsPage{Out: s.signedOut(c)}
	key := "guest_words"
	if page.Out {
		key = "signed_out"
	}
	page.Heading, page.Lead = f.T(key+".title"), f.T(key+".lead")
	page.frame = s.formFrame(c, page.Heading)
	for _, d := range drafts {
		t := target{d.Kind, d.Board, d.Post}
		page.Rows = append(page.Rows, guestRow{Title: d.Fields.Title, Words: d.Fields.Words, Where: s.whereTo(c, f, t), Path: t.path(), When: f.When(d.SavedAt)})
	}
	return guestWordsView.show(c, page)
}

// forgetWords forgets what this browser's guest wrote, at once.
func (s *Server) forgetWords(c *gin.Context) error {
	if _, err := posted(c); err != nil {
		return err
	}
	if token := s.guestToken(c); token != "" && viewer(c).Guest() {
		if err := s.Forum.ThrowGuestDrafts(c.Request.Context(), token); err != nil {
			return err
		}
	}
	return goTo(c, "/")
}

// openDraft shows a draft in its form, and when its words could be posted, how
// they would look: one press and they are.
func (s *Server) openDraft(c *gin.Context) error {
	ctx, by := c.Request.Context(), viewer(c)
	d, err := s.Forum.Draft(ctx, by, c.Param("draft"))
	if err != nil {
		return err
	}
	if d.Thrown() {
		return goTo(c, "/drafts?thrown=1")
	}
	if moves(c) {
		if err := s.dropCopies(c, by, d); err != nil {
			return err
		}
	}
	w := drafted(d).anew()
	p, err := s.find(c, w.target)
	if gone(err) {
		return s.showKept(c, w, err)
	}
	if err != nil {
		return err
	}
	w.target = p.target
	page, err := s.composePage(c, p, w)
	if err != nil {
		return err
	}
	if w.check(p) == nil {
		if page.Check, err = s.look(c, page.frame, p, w, 2); err != nil {
			return err
		}
	}
	keepTyped(c)
	return composeView.show(c, page)
}

// showKept shows a draft that has nowhere to go any more.
func (s *Server) showKept(c *gin.Context, w writing, why error) error {
	f := s.frame(c)
	f = s.frame(c, f.T("kept.title"))
	return keptView.show(c, keptPage{frame: f, Heading: f.T("kept.title"), Sentence: say(f.Words, fault.Of(why)), W: w, Saved: true,
		Elsewhere: "/write?draft=" + query(w.Draft), Throw: draftPath(forum.Draft{PID: w.Draft}) + "/throw"})
}

func (s *Server) throwDraft(c *gin.Context) error {
	return s.moveDraft(c, "said.thrown", "/drafts", s.Forum.ThrowDraft)
}

func (s *Server) takeOutDraft(c *gin.Context) error {
	return s.moveDraft(c, "said.taken_out", "/drafts/"+c.Param("draft"), s.Forum.TakeOutDraft)
}

// savedAnswer is what a script learns of a draft that it had kept.
type savedAnswer struct {
	Draft   string `json:"draft"`
	Version int64  `json:"version"`
	Said    string `json:"said"`
	Beside  string `json:"beside,omitempty"` // where to compare it with another version
	Posted  bool   `json:"posted,omitempty"` // these words have been posted: there is no draft of them
}

// saveDraft keeps what a script sends while somebody writes.
func (s *Server) saveDraft(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return s.notSaved(c, err)
	}
	w := readWriting(targetOf(form), form)
	if err := s.keepWords(c, &w); err != nil {
		return s.notSaved(c, err)
	}
	f := s.frame(c)
	page := composePage{frame: f, W: w, Guest: f.Viewer.Guest()}
	answer := savedAnswer{Draft: w.Draft, Version: w.Version, Said: page.kept(s.Now()), Posted: f.Viewer.Member() && w.Draft == "" && !w.Empty()}
	if w.Beside != "" {
		answer.Beside = draftPath(forum.Draft{PID: w.Draft}) + "/compare"
		answer.Said = f.T("drafts.beside")
	}
	c.JSON(http.StatusOK, answer)
	return nil
}

func (s *Server) notSaved(c *gin.Context, err error) error {
	f, found := s.frame(c), fault.Of(err)
	said := f.T("write.not_saved")
	if found.Kind == fault.Internal {
		failed(c, "a draft was not saved", err)
	} else if found.Key != "" {
		said = say(f.Words, found)
	}
	c.JSON(statuses[found.Kind], savedAnswer{Said: said})
	return nil
}
