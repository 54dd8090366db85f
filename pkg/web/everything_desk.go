package web

import (
	"strings"

	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
)

// flagsTakenAlong is what somebody told the moderators of, for the copy of everything.
func (f frame) flagsTakenAlong(w moderation.Written) (all []fact) {
	for _, flag := range w.Flags {
		kind := f.T("flag.care")
		if flag.Door == moderation.ConductDoor {
			kind = f.T("flag.kind." + string(flag.Kind))
		}
		all = append(all, fact{kind + ", " + f.Moment(flag.At), flag.Words})
	}
	return all
}

// decidedTakenAlong is what somebody was told of each decision about them, and what
// they answered.
func (f frame) decidedTakenAlong(w moderation.Written) (all [][]fact) {
	for _, x := range w.Decided {
		said := []fact{{f.decidedTitle(x.Verdict) + ", " + f.Moment(x.At), strings.TrimSpace(x.Agreement + "\n\n" + x.Message)}}
		if !x.Ends.IsZero() {
			said = append(said, fact{f.T("copy.decided.ends", "When", f.Moment(x.Ends)), ""})
		}
		if a := x.Appeal; a != nil {
			said = append(said, fact{f.T("copy.decided.asked", "When", f.Moment(a.At)), a.Words})
			if a.Answer != "" {
				said = append(said, fact{f.T("notice.appeal_answered."+string(a.Answer)) + ", " + f.Moment(a.AnsweredAt), ""})
			}
		}
		if x.State == moderation.Undone {
			said = append(said, fact{f.T("notice.undone"), ""})
		}
		all = append(all, said)
	}
	return all
}

// decidedTitle is how a letter about a decision is headed.
func (f frame) decidedTitle(v moderation.Verdict) string {
	switch v {
	case moderation.Release:
		return f.T("notice." + string(notice.HeldPosted))
	case moderation.Decline:
		return f.T("notice." + string(notice.HeldDeclined))
	case moderation.Unmask:
		return f.T("notice." + string(notice.Unmasked))
	}
	return f.T("notice.decided." + string(v))
}
