package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
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
	Trap     bool   // a field was filled in that people never see
	Fast     bool   // it came back faster than a person types
}

// Open opens a thread on a board with its first post. When it waits for a moderator
// first, the error is a [*HeldError].
func (f *Forum) Open(ctx context.Context, by account.Account, board BoardID, form NewThread) (Thread, error) {
	if by.Guest() {
		return Thread{}, fault.New(fault.SignIn, "fault.sign_in_to_open")
	}
	form.Title, form.Note, form.Words = text.CleanTitle(form.Title), text.CleanTitle(form.Note), text.Clean(form.Words)
	err := fault.Fields(CheckTitle(form.Title), checkWish(form.Wish), CheckWords(form.Words), checkNote(form.Note),
		checkAskOn(form.AskOn, account.DayOf(f.now())))
	if err != nil {
		return Thread{}, err
	}
	seen, err := f.look(ctx, screen.Draft{By: by, Title: form.Title, Source: form.Words, Trap: form.Trap, Fast: form.Fast, Opening: true})
	if err != nil {
		return Thread{}, err
	}
	var id ThreadID
	var held *Held
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		key := f.formKey(by, form.Key)
		sent, waits, err := f.sentBefore(ctx, tx, key)
		switch {
		case err != nil:
			return err
		case sent != nil:
			id = sent.Thread
			return nil
		case waits != nil:
			held = waits
			return nil
		}
		id = newThreadID()
		held, err = f.open(ctx, tx, by, board, id, form, key, seen)
		return err
	})
	switch {
	case err != nil:
		return Thread{}, err
	case held != nil:
		return Thread{}, &HeldError{*held}
	}
	return findThreadID(ctx, f.db, id)
}

// open opens the thread, or has it wait and returns what does.
func (f *Forum) open(ctx context.Context, tx *db.Tx, by account.Account, board BoardID, id ThreadID, form NewThread, key []byte, seen looked) (*Held, error) {
	b, err := findBoardID(ctx, tx, board)
	if err != nil {
		return nil, err
	}
	if err := CanOpen(by, b); err != nil {
		return nil, err
	}
	if seen.Refuse != nil {
		return nil, seen.Refuse
	}
	name := by.Name
	if form.Name != "" {
		if name, err = f.accounts.NewNameIn(ctx, tx, by, int64(id), form.Name); err != nil {
			return nil, err
		}
	}
	if err := f.dropDraft(ctx, tx, by, form.Draft); err != nil {
		return nil, err
	}
	if len(seen.Hold) > 0 {
		return f.hold(ctx, tx, Held{Kind: DraftThread, Board: b.ID, Thread: id, By: name, Why: seen.Hold, thread: form}, key)
	}
	_, err = f.putThread(ctx, tx, b, id, name, form, key, seen)
	return nil, err
}

// putThread opens a thread that nothing stands in the way of.
func (f *Forum) putThread(ctx context.Context, tx *db.Tx, b Board, id ThreadID, name account.Name, form NewThread, key []byte, seen looked) (PostID, error) {
	t := Thread{ID: id, PID: seal.PublicID(), Board: b.ID, Title: form.Title, OpenedBy: name, OpenedAt: f.now(), Audience: b.Audience, Wish: form.Wish, AskOn: form.AskOn}
	if form.Audience == Members {
		t.Audience = Members
	}
	p := Post{Thread: id, Seq: 1, By: name, WrittenAt: t.OpenedAt, Source: form.Words, Note: form.Note, covers: seen.covers()}
	var err error
	if p.HTML, err = p.render(); err != nil {
		return 0, err
	}
	if err := insertThread(ctx, tx, t); err != nil {
		return 0, err
	}
	if p.ID, err = insertPost(ctx, tx, p, key); err != nil {
		return 0, err
	}
	if err := setOpening(ctx, tx, id, p.ID); err != nil {
		return 0, err
	}
	if err := putLabels(ctx, tx, id, form.Labels); err != nil {
		return 0, err
	}
	if err := account.CountPost(ctx, tx, name.ID, 1); err != nil {
		return 0, err
	}
	f.current.raise(tx, cardOf(t))
	if err := f.events.Tell(ctx, tx, Opened{Thread: id, Post: p.ID}); err != nil {
		return 0, err
	}
	return p.ID, f.heed(ctx, tx, p, seen)
}

// formKey returns what is kept of a form's own key, or nil if it has none. Only
// its sender can send it again.
func (f *Forum) formKey(by account.Account, key string) []byte {
	if key == "" {
		return nil
	}
	return f.keys.Load().Index("form", by.ID, key)
}
