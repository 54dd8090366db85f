package web

import (
	"context"
	"errors"
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/moderation"
)

// changedPart says what changed while somebody was deciding. Nothing was sent.
type changedPart struct {
	Words   string
	Who     string   // and what they decided
	Diff    []change // what its author changed
	Message string   // what was typed, where no form is left to hold it
}

// donePart says what was decided, and until when it can be undone.
type donePart struct {
	Words, Until string
	Undo, Case   string // where undoing it goes to
	Message      string // to its author
	CanUndo      bool
	Destroy      string // where destroying what was taken out is asked for
}

// waitsPart is a decision that another moderator must agree to.
type waitsPart struct {
	What          pastLine
	Words         string
	Message, Note string
	Action, Undo  string
	Case          string
	Version       int64
	Mine          bool // the reader asked for it, and cannot agree to it
}

func (s *Server) decideCase(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, pid := c.Request.Context(), viewer(c), c.Param("case")
	choice := choiceOf(form)
	switch {
	case form.Get("do") == "fill":
		return s.fillMessage(c, form)
	case form.Has("answer"):
		return s.answerAppeal(c, form)
	case choice.Verdict == "":
		return s.caseAgain(c, "decide", form, fault.Field("verdict", "fault.desk_verdict"))
	case choice.Verdict == moderation.RemoveAll && form.Get("sure") == "":
		return s.lookFirst(c, form)
	}
	x, err := s.Desk.Decide(ctx, by, pid, choice)
	if err != nil {
		return s.refusedOn(c, form, err)
	}
	said := "said.case.decided"
	if x.State == moderation.Waiting {
		said = "said.case.waits"
	}
	return s.done(c, said, casePath(pid))
}

// refusedOn shows a case once more after a decision on it was not taken.
func (s *Server) refusedOn(c *gin.Context, form url.Values, why error) error {
	var old *moderation.StaleError
	if errors.As(why, &old) {
		return s.showStale(c, old, form)
	}
	return s.caseAgain(c, "decide", form, why)
}

// caseAgain shows a case with one of its forms as it was sent.
func (s *Server) caseAgain(c *gin.Context, was string, form url.Values, why error) error {
	if k := fault.Of(why).Kind; k != fault.Invalid && k != fault.Conflict && k != fault.Forbidden && why != nil {
		return why
	}
	w, err := s.Desk.Case(c.Request.Context(), viewer(c), c.Param("case"))
	if err != nil {
		return err
	}
	if fault.Is(why, fault.Forbidden) { // said beside the form, as when the page is opened
		why = fault.New(fault.Conflict, fault.Of(why).Key)
	}
	return s.showCase(c, w, was, form, why)
}

// fillMessage shows the form with the message that the chosen reason suggests: what a
// script does as soon as one is chosen.
func (s *Server) fillMessage(c *gin.Context, form url.Values) error {
	w, err := s.Desk.Case(c.Request.Context(), viewer(c), c.Param("case"))
	if err != nil {
		return err
	}
	if !s.suggested(s.frame(c), w, form) {
		return s.showCase(c, w, "decide", form, fault.Field("reason", "fault.reason"))
	}
	return s.showCase(c, w, "decide", form, nil)
}

// answerAppeal grants or refuses an appeal.
func (s *Server) answerAppeal(c *gin.Context, form url.Values) error {
	version, _ := strconv.ParseInt(form.Get("version"), 10, 64)
	pid, answer := c.Param("case"), form.Get("answer")
	if answer != "granted" && answer != "refused" {
		return s.caseAgain(c, "decide", form, fault.Field("answer", "fault.choose_again"))
	}
	if err := s.Desk.DecideAppeal(c.Request.Context(), viewer(c), pid, version, answer == "granted"); err != nil {
		return s.refusedOn(c, form, err)
	}
	return s.done(c, "said.case.appeal_"+answer, casePath(pid))
}

// changedPart puts into words what has changed since a case was shown.
func (p *casePage) changedPart(s *Server, old *moderation.StaleError, form url.Values) *changedPart {
	part := &changedPart{Words: p.T(old.Why, "Name", p.nameOf(old.Now.About))}
	if len(old.Now.Decisions) > 0 && (old.Why == moderation.StaleDecided || old.Why == moderation.StaleSecond) {
		x := old.Now.Decisions[0]
		part.Who = p.T("case.changed.who", "Name", p.nameOf(x.By), "When", p.Ago(x.At, s.Now()), "What", p.T("case.verdict."+string(x.Verdict)))
	}
	shown, _ := strconv.Atoi(form.Get("revision"))
	for _, r := range old.Now.Revisions {
		if r.Number == shown && !r.Erased() {
			part.Diff = changes(r.Source, sourceOf(old.Now))
		}
	}
	if p.Decide == nil {
		part.Message = form.Get("message")
	}
	return part
}

// decidedPart fills in what was decided on a case: while it can be undone, or while it
// waits for another moderator.
func (s *Server) decidedPart(ctx context.Context, p *casePage, w moderation.Whole) {
	if x := w.Waits; x != nil {
		p.Waits = &waitsPart{What: p.past(ctx, s, *x)[0], Words: p.T("case.waits."+secondKey(*x), "Name", p.nameOf(x.By)), Message: x.Message,
			Action: decisionPath(x.PID) + "/second", Undo: decisionPath(x.PID) + "/undo", Case: w.PID, Version: w.Version, Mine: x.By.ID == p.Viewer.Name.ID}
		if !x.Ends.IsZero() {
			p.Waits.Note = p.T("case.waits.until", "Until", p.Moment(x.Ends))
		}
	}
	for _, x := range w.Decisions {
		if x.State == moderation.Waiting || secondKey(x) != "decision" {
			continue
		}
		if !p.Open || x.State != moderation.Stands || w.Queue == moderation.InCare {
			p.Done = p.donePart(s, w, x)
		}
		return
	}
}

func (p *casePage) donePart(s *Server, w moderation.Whole, x moderation.Decision) *donePart {
	what, by := p.T("case.verdict."+string(x.Verdict)), p.nameOf(x.By)
	if x.State == moderation.Undone || x.State == moderation.Refused {
		by = p.nameOf(x.UndoneBy)
	}
	part := &donePart{Words: p.T("case.done."+string(x.State), "What", what, "Name", by, "When", p.When(x.At)), Undo: decisionPath(x.PID) + "/undo", Case: w.PID, Message: x.Message,
		CanUndo: x.State == moderation.Stands && x.Undoable(s.Now()) && x.Verdict != moderation.Close}
	if part.CanUndo {
		part.Until = p.T("case.done.until", "When", p.When(x.UndoUntil))
	}
	if x.Verdict == moderation.Redact && x.State == moderation.Stands && p.Waits == nil {
		part.Destroy = decisionPath(x.PID) + "/destroy"
	}
	return part
}

// secondKey says for what a second moderator is asked.
func secondKey(x moderation.Decision) string {
	switch x.Verdict {
	case moderation.Destroy, moderation.Unmask:
		return string(x.Verdict)
	}
	return "decision"
}

func decisionPath(pid string) string { return "/desk/decisions/" + pid }
