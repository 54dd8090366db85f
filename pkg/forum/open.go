package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// Opened is told when a thread has been opened.
type Opened struct {
	Thread ThreadID
	Post   PostID
}

// NewThread is what somebody fills in to open a thread.
type NewThread struct {
	Key      string // the form's own: sent twice, it opens one thread
	Title    string
	Words    string
	Wish     Wish
	Labels   []string // slugs; those not offered are passed over
	Audience Audience // "" for the board's; never wider than that
	Note     string   // content note, or ""
	AskOn    account.Day
	Name     string // a fresh name for this thread alone, or "" for their own
	Draft    string // the draft it was written in, which goes, or ""
}

// Open opens a thread on a board with its first post.
func (f *Forum) Open(ctx context.Context, by account.Account, board BoardID, form NewThread) (Thread, error) {
	if by.Guest() {
		return Thread{}, fault.New(fault.SignIn, "fault.sign_in_to_open")
	}
	form.Title, form.Note = text.CleanTitle(form.Title), text.CleanTitle(form.Note)
	err := fault.Fields(CheckTitle(form.Title), checkWish(form.Wish), CheckWords(form.Words), checkNote(form.Note),
		checkAskOn(form.AskOn, account.DayOf(f.now())))
	if err != nil {
		return Thread{}, err
	}
	html, err := text.Render(form.Words)
	if err != nil {
		return Thread{}, err
	}
	var id ThreadID
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		sent, err := postSent(ctx, tx, f.formKey(by, form.Key))
		if err != nil {
			return err
		}
		if sent != nil {
			id = sent.Thread
			return nil
		}
		id = newThreadID()
		return f.open(ctx, tx, by, board, id, form, html)
	})
	if err != nil {
		return Thread{}, err
	}
	return findThreadID(ctx, f.db, id)
}

func (f *Forum) open(ctx context.Context, tx *db.Tx, by account.Account, board BoardID, id ThreadID, form NewThread, html text.HTML) error {
	b, err := findBoardID(ctx, tx, board)
	if err != nil {
		return err
	}
	if err := CanOpen(by, b); err != nil {
		return err
	}
	name := by.Name
	if form.Name != "" {
		if name, err = f.accounts.NewNameIn(ctx, tx, by, int64(id), form.Name); err != nil {
			return err
		}
	}
	t := Thread{ID: id, PID: seal.PublicID(), Board: b.ID, Title: form.Title, OpenedBy: name, OpenedAt: f.now(), Audience: b.Audience, Wish: form.Wish, AskOn: form.AskOn}
	if form.Audience == Members {
		t.Audience = Members
	}
	p := Post{Thread: id, Seq: 1, By: name, WrittenAt: t.OpenedAt, Source: text.Clean(form.Words), HTML: html, Note: form.Note}
	if err := insertThread(ctx, tx, t); err != nil {
		return err
	}
	if p.ID, err = insertPost(ctx, tx, p, f.formKey(by, form.Key)); err != nil {
		return err
	}
	if err := setOpening(ctx, tx, id, p.ID); err != nil {
		return err
	}
	if err := putLabels(ctx, tx, id, form.Labels); err != nil {
		return err
	}
	if err := account.CountPost(ctx, tx, name.ID, 1); err != nil {
		return err
	}
	if err := f.dropDraft(ctx, tx, by, form.Draft); err != nil {
		return err
	}
	f.current.raise(tx, cardOf(t))
	return f.events.Tell(ctx, tx, Opened{Thread: id, Post: p.ID})
}

// formKey returns what is kept of a form's own key, or nil if it has none. Only
// its sender can send it again.
func (f *Forum) formKey(by account.Account, key string) []byte {
	if key == "" {
		return nil
	}
	return f.keys.Load().Index("form", by.ID, key)
}
