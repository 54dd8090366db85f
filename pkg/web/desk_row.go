package web

import (
	"time"

	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// A caseRow is one case in a list of the desk.
type caseRow struct {
	PID, Path, Title string
	Board            string
	Age, Stamp       string
	Late             string // that the time in which somebody hoped to look has passed
	Now              string // that somebody may be in danger now
	Flags            string // how many members asked
	Claim            string // who is at it
	Mine             bool   // the reader is
	Second           string // that another moderator is asked to look too
}

// caseRow puts c into words.
func (f frame) caseRow(c moderation.Case, boards map[forum.BoardID]string, now time.Time) caseRow {
	row := caseRow{
		PID: c.PID, Path: casePath(c.PID), Title: f.caseTitle(c), Board: boards[c.Board],
		Age: f.Ago(c.OpenedAt, now), Stamp: f.Stamp(c.OpenedAt), Mine: c.Claimed(now) && c.ClaimedBy.ID == f.Viewer.Name.ID,
		Claim: f.claimOf(c, now),
	}
	if c.Board == 0 {
		row.Board = f.T("desk.whole_site")
	}
	if c.Late(now) {
		row.Late = f.T("desk.late")
	}
	if c.Urgent() && c.Open() {
		row.Now = f.T("desk.urgent")
	}
	if c.Flags > 0 {
		row.Flags = f.N("desk.flags", c.Flags)
	}
	switch c.SecondFor {
	case "":
	case "opinion":
		row.Second = f.T("desk.second_asked")
	default:
		row.Second = f.T("case.state.waiting")
	}
	return row
}

// claimOf says who is at a case: a warning, and never a lock.
func (f frame) claimOf(c moderation.Case, now time.Time) string {
	switch {
	case c.Claimed(now) && c.ClaimedBy.ID == f.Viewer.Name.ID:
		return f.T("desk.claim.mine", "Clock", f.Clock(c.ClaimedUntil))
	case c.Claimed(now):
		return f.T("desk.claim.other", "Name", f.nameOf(c.ClaimedBy), "Clock", f.Clock(c.ClaimedUntil))
	case c.HandedTo.ID != 0 && c.HandedTo.ID == f.Viewer.Name.ID:
		return f.T("desk.claim.handed_you")
	case c.HandedTo.ID != 0:
		return f.T("desk.claim.handed", "Name", f.nameOf(c.HandedTo))
	}
	return ""
}

// caseTitle says in plain words what kind of case it is.
func (f frame) caseTitle(c moderation.Case) string {
	switch {
	case c.Queue == moderation.InCare && c.On == moderation.OnName:
		return f.T("case.kind.care_name")
	case c.Queue == moderation.InCare:
		return f.T("case.kind.care")
	case c.Queue == moderation.InHeld && c.Kind != "":
		return f.T("screen.case." + string(c.Kind))
	case c.Queue == moderation.InHeld:
		return f.T("case.kind.held")
	case c.Queue == moderation.InAppeals:
		return f.T("case.kind.appeal")
	case c.Kind == "":
		return f.T("case.kind.other")
	}
	return f.T("case.kind." + string(c.Kind))
}

// waiting says how many wait, and that it is more than was counted.
func (f frame) waiting(n int) string {
	switch {
	case n == 0:
		return f.T("desk.waiting.none")
	case n >= moderation.MostCounted:
		return f.T("desk.waiting.most", "N", moderation.MostCounted-1)
	}
	return f.N("desk.waiting", n)
}
