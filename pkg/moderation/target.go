package moderation

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// A TargetKind says what sort of thing a case is about.
type TargetKind string

// What a case can be about. Members flag the first three.
const (
	OnPost     TargetKind = "post"
	OnThread   TargetKind = "thread"
	OnName     TargetKind = "name"
	OnHeld     TargetKind = "held"
	OnDecision TargetKind = "decision"
)

// A Target is what somebody flags, by its name in addresses.
type Target struct {
	Kind TargetKind
	PID  string
}

// aim is a target as the database knows it.
type aim struct {
	kind     TargetKind
	id       int64
	board    forum.BoardID
	thread   forum.ThreadID
	about    account.Name
	revision int          // of a post, or of the words that opened a thread; of what is held, its version
	post     forum.Post   // of a post, or the one that opened a thread
	in       forum.Thread // where that stands
	held     forum.Held
	gone     bool // its author took it back
}

// inSight answers as if a target did not exist unless by may see it. It returns where
// the target stands, to be read again by [Desk.aimAt].
func (d *Desk) inSight(ctx context.Context, by account.Account, t Target) (aim, error) {
	switch t.Kind {
	case OnPost:
		thread, p, err := d.forum.Post(ctx, by, t.PID)
		if err != nil {
			return aim{}, err
		}
		return aim{kind: OnPost, id: int64(p.ID), thread: thread.ID}, nil
	case OnThread:
		thread, err := d.forum.Thread(ctx, by, t.PID)
		if err != nil {
			return aim{}, err
		}
		return aim{kind: OnThread, id: int64(thread.ID), thread: thread.ID}, nil
	case OnName:
		name, err := d.forum.Name(ctx, by, t.PID)
		if err != nil {
			return aim{}, err
		}
		return aim{kind: OnName, id: int64(name.ID), thread: forum.ThreadID(name.Thread)}, nil
	}
	return aim{}, notHere()
}

// aimAt reads a target whole, whatever became of it.
func aimAt(ctx context.Context, r db.Reader, kind TargetKind, id int64) (aim, error) {
	a := aim{kind: kind, id: id}
	switch kind {
	case OnPost:
		s, err := forum.FindSubject(ctx, r, forum.PostID(id))
		if err != nil {
			return a, err
		}
		a.ofPost(s)
		return a, nil
	case OnThread:
		t, err := forum.FindWholeThread(ctx, r, forum.ThreadID(id))
		if err != nil {
			return a, err
		}
		s, err := forum.FindSubject(ctx, r, t.Opening)
		if err != nil {
			return a, err
		}
		a.ofPost(s)
		return a, nil
	case OnName:
		name, err := account.FindNameID(ctx, r, account.NameID(id))
		if err != nil {
			return a, err
		}
		a.about, a.gone = name, name.State != account.Here
		if !name.OneThread() {
			return a, nil
		}
		t, err := forum.FindWholeThread(ctx, r, forum.ThreadID(name.Thread))
		if fault.Is(err, fault.NotFound) { // a name may be taken for a thread that never came to be
			return a, nil
		}
		a.board, a.thread, a.in = t.Board, t.ID, t
		return a, err
	case OnHeld:
		h, err := forum.FindHeld(ctx, r, forum.HeldID(id))
		a.board, a.thread, a.about, a.revision, a.held, a.gone = h.Board, h.Thread, h.By, int(h.Version), h, h.State != forum.Waiting
		return a, err
	case OnDecision:
		return aimOfDecision(ctx, r, DecisionID(id))
	}
	return a, notHere()
}

func (a *aim) ofPost(s forum.Subject) {
	a.board, a.thread, a.about, a.revision, a.post, a.in = s.Thread.Board, s.Thread.ID, s.Post.By, s.Post.Revision, s.Post, s.Thread
	a.gone = s.Post.Removed() && s.Post.RemovedBy != forum.ByModerator
}

// aimOfDecision reads what a decision was about.
func aimOfDecision(ctx context.Context, r db.Reader, id DecisionID) (aim, error) {
	x, err := findDecision(ctx, r, id)
	if err != nil {
		return aim{}, err
	}
	var a aim
	switch {
	case x.effect.Held != 0 && x.Post == 0:
		a, err = aimAt(ctx, r, OnHeld, int64(x.effect.Held))
	case x.Post != 0:
		a, err = aimAt(ctx, r, OnPost, int64(x.Post))
	case x.About != 0:
		a, err = aimAt(ctx, r, OnName, int64(x.About))
	}
	a.kind, a.id, a.gone = OnDecision, int64(id), false
	return a, err
}

// words are all that a moderator may take a passage out of.
func (a aim) words() string {
	words := a.post.Source
	if a.post.Opening() {
		words += "\n" + a.in.Title
	}
	return words + "\n" + a.post.Note
}
