package forum

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// Who may write what. Each rule is asked by the verb, to refuse, and by the page,
// to explain: the same sentence in both places. Somebody who has asked to leave
// may write until they are gone.

// CanOpen returns nil when by may open threads on b, or the fault to show them.
func CanOpen(by account.Account, b Board) error {
	if err := account.CanPublish(by); err != nil {
		return err
	}
	switch {
	case by.Guest():
		return fault.New(fault.SignIn, "fault.sign_in_to_open")
	case b.Archived():
		return fault.New(fault.Forbidden, "fault.board_archived")
	case by.Moderates(int64(b.ID)):
		return nil
	case b.Opens == OpensModerators:
		return fault.New(fault.Forbidden, "fault.board_for_moderators")
	case b.Opens == OpensSteady && by.Step != account.Steady:
		return fault.New(fault.Forbidden, "fault.board_for_steady")
	}
	return nil
}

// CanReply returns nil when by may answer p in t, or the fault to show them. What
// they wrote is kept as a draft: see [Forum.SaveDraft].
func CanReply(by account.Account, t Thread, p Post) error {
	if err := account.CanPublish(by); err != nil {
		return err
	}
	switch {
	case by.Guest():
		return fault.New(fault.SignIn, "fault.sign_in_to_reply")
	case t.Locked() && !by.Moderates(int64(t.Board)):
		return fault.New(fault.Forbidden, "fault.thread_locked")
	case p.Removed():
		return fault.New(fault.Gone, "fault.answered_gone")
	}
	return nil
}

// CanEdit returns nil when whoever wrote p, if owns, may change it. A thread that
// rests does not take that away: the words stay their own.
func CanEdit(by account.Account, owns bool, p Post) error {
	if err := canOwn(by, owns); err != nil {
		return err
	}
	if p.Removed() {
		return fault.New(fault.Gone, "fault.post_gone")
	}
	return nil
}

// CanTakeBack returns nil when whoever wrote p, if owns, may take it back.
func CanTakeBack(by account.Account, owns bool, p Post) error { return CanEdit(by, owns, p) }

// CanPutBack returns nil when whoever took p back, if owns, may still put it back.
func CanPutBack(by account.Account, owns bool, p Post, now time.Time) error {
	if err := canOwn(by, owns); err != nil {
		return err
	}
	switch {
	case !p.Removed():
		return nil
	case p.RemovedBy != ByAuthor:
		return fault.New(fault.Forbidden, "fault.not_taken_back")
	case !p.WipedAt.IsZero() || now.Sub(p.RemovedAt) > PutBackWithin:
		return fault.New(fault.Gone, "fault.put_back_late")
	}
	return account.CanPublish(by)
}

// CanSeeRevisions returns nil when by may read the earlier versions of a post in t:
// its author and the moderators of its board may.
func CanSeeRevisions(by account.Account, owns bool, t Thread) error {
	if owns || by.Moderates(int64(t.Board)) {
		return nil
	}
	return notHere()
}

func canOwn(by account.Account, owns bool) error {
	switch {
	case by.Guest():
		return fault.New(fault.SignIn, "fault.sign_in")
	case !owns:
		return fault.New(fault.Forbidden, "fault.not_yours")
	}
	return nil
}
