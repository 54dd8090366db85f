package web

import (
	"context"

	"github.com/kindword/kindword/pkg/moderation"
)

// appealPart puts an appeal into words. Who decided first is named once somebody else
// has looked: see [moderation.Whole].
func (p *casePage) appealPart(ctx context.Context, s *Server, w moderation.Whole) *appealPart {
	part := &appealPart{
		Action: casePath(w.PID) + "/decide", Version: w.Version, What: p.past(ctx, s, *w.Appealed)[0],
		Message: w.Appealed.Message, Agreement: w.Appealed.Agreement, Words: w.Appeal.Words, Asked: p.T("case.appeal.asked", "When", p.When(w.Appeal.WrittenAt)),
	}
	part.What.State = ""
	if p.Open {
		part.What.By = ""
		return part
	}
	part.Answered = p.T("case.appeal."+string(w.Appeal.Answer), "Name", p.nameOf(w.Appeal.AnsweredBy), "When", p.When(w.Appeal.AnsweredAt))
	part.First = p.T("case.appeal.first", "Name", p.nameOf(w.Appealed.By))
	return part
}
