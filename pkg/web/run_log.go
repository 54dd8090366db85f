package web

import (
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// logPage is the record of what moderators and operators did, newest first.
type logPage struct {
	frame
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
	Words         string // who did what
	Subject, Path string // what it was done to, and where that is
	Reason        string
}

var logView = newRunPage[logPage]("run_log.html")

func (s *Server) runLog(c *gin.Context) error {
	from, _ := strconv.ParseInt(c.Query("from"), 10, 64)
	acts, err := s.Forum.Acts(c.Request.Context(), viewer(c), from)
	if err != nil {
		return err
	}
	page := logPage{frame: s.running(c, "run.log")}
	if from > 0 {
		page.Start = "/run/log"
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
		page.Older = "/run/log?from=" + strconv.FormatInt(acts[len(acts)-1].ID, 10)
	}
	return logView.show(c, page)
}

func (f frame) actLine(a forum.Act, on subject) actLine {
	line := actLine{Clock: f.Clock(a.At), Stamp: f.Stamp(a.At), Subject: on.words, Path: on.path}
	who := f.nameOf(a.By)
	if a.Act == "role.operator" && a.Subject == "name "+a.By.PID { // by a link of the program's own
		return actLine{Clock: line.Clock, Stamp: line.Stamp, Words: f.T("log.role.took", "Who", who)}
	}
	if line.Words = f.hint("log."+a.Act, "Who", who); line.Words == "" {
		line.Words = f.T("log.other", "Who", who, "Act", a.Act)
	}
	if a.Reason != "" {
		line.Reason = f.hint("reason." + a.Reason)
		if strings.HasSuffix(a.Act, ".locked") {
			line.Reason = f.hint("lock_reason." + a.Reason)
		}
	}
	return line
}

// subject is what something was done to. What is not there any more has no path.
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
			return subject{h.Title, "/run/helpline/" + pid}
		}
	case "label":
		return subject{pid, "/run/labels#l-" + pid}
	case "agreement":
		return subject{f.T("log.version", "N", pid), "/agreements"}
	}
	return subject{}
}
