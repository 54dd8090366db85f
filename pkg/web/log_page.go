package web

import (
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// logPage is the record of what moderators and operators did, newest first: all of
// it, or for those who look after some boards what was done on these.
type logPage struct {
	frame
	Lead  string
	Days  []actDay
	Older string // where the ones before these are
	Start string // where the newest are, from further down
}

// An actDay is what was done on one day.
type actDay struct {
	Day  string
	Acts []actLine
}

type actLine struct {
	Clock, Stamp  string
	Who, Words    string // who did what
	Subject, Path string // what it was done to, and where that is for this reader
	Reason        string
}

var logView = newPage[logPage]("log.html")

func (s *Server) readLog(c *gin.Context) error {
	from, _ := strconv.ParseInt(c.Query("from"), 10, 64)
	acts, err := s.Forum.Acts(c.Request.Context(), viewer(c), from)
	if err != nil {
		return err
	}
	f := s.frame(c)
	page := logPage{frame: s.deskFrame(c, "log", f.T("run.log")), Lead: f.T("run.log.lead")}
	if by := viewer(c); !by.Operates() && len(by.Boards) > 0 {
		page.Lead = f.T("run.log.lead_boards")
	}
	if from > 0 {
		page.Start = "/desk/log"
	}
	known := map[string]subject{} // an act is seldom the only one on its subject
	for _, a := range acts {
		on, ok := known[a.Subject]
		if !ok {
			on = s.subject(c, page.frame, a.Subject)
			known[a.Subject] = on
		}
		if day := page.Day(a.At); len(page.Days) == 0 || page.Days[len(page.Days)-1].Day != day {
			page.Days = append(page.Days, actDay{Day: day})
		}
		last := &page.Days[len(page.Days)-1]
		last.Acts = append(last.Acts, page.actLine(a, on))
	}
	if len(acts) == forum.ActsAtOnce {
		page.Older = "/desk/log?from=" + strconv.FormatInt(acts[len(acts)-1].ID, 10)
	}
	return logView.show(c, page)
}

func (f frame) actLine(a forum.Act, on subject) actLine {
	line := actLine{Clock: f.Clock(a.At), Stamp: f.Stamp(a.At), Who: f.nameOf(a.By), Words: f.act(a.Act), Subject: on.words, Path: on.path}
	if a.Act == "role.operator" && a.Subject == "name "+a.By.PID { // by a link of the program's own
		line.Words, line.Subject, line.Path = f.T("act.role.took"), "", ""
	}
	if a.Reason != "" {
		line.Reason = f.why(a.Act, a.Reason)
	}
	return line
}

// act is what was done, in words. One that has none yet is named by its key.
func (f frame) act(act string) string {
	if words := f.hint("act." + act); words != "" {
		return words
	}
	return act
}

// why is the reason for an act, in words. One that an operator added later has its
// own, and is named by its key.
func (f frame) why(act, reason string) string {
	words := f.reason(reason)
	if strings.HasSuffix(act, ".locked") || words == "" {
		words = f.hint("lock_reason." + reason)
	}
	if words == "" {
		return reason
	}
	return words
}

// subject is what something was done to. What this reader may not see, or is not
// there any more, has neither words nor a path.
type subject struct{ words, path string }

func (s *Server) subject(c *gin.Context, f frame, of string) subject {
	ctx := c.Request.Context()
	kind, pid, _ := strings.Cut(of, " ")
	switch kind {
	case "thread":
		if t, err := s.Forum.Thread(ctx, f.Viewer, pid); err == nil {
			return subject{f.titleOf(t), threadPath(t.PID)}
		}
	case "post":
		if t, _, err := s.Forum.Post(ctx, f.Viewer, pid); err == nil {
			return subject{f.T("log.in", "Title", f.titleOf(t)), postPath(pid)}
		}
	case "board":
		if b, err := s.Forum.Board(ctx, pid); err == nil {
			return subject{b.Title, boardPath(b.Slug)}
		}
	case "name":
		if n, err := s.Accounts.NameCalled(ctx, pid); err == nil {
			return subject{f.nameOf(n), "/u/" + n.PID}
		}
	case "helpline":
		if h, err := s.helplineCalled(pid); err == nil {
			return subject{h.Title, f.ran("/run/helpline/" + pid)}
		}
	case "label":
		return subject{pid, f.ran("/run/labels#l-" + pid)}
	case "agreement":
		return subject{f.T("log.version", "N", pid), "/agreements"}
	}
	return subject{}
}

// ran is the path of an operator's page, for operators; others have no such page.
func (f frame) ran(path string) string {
	if f.Viewer.Operates() {
		return path
	}
	return ""
}
