package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
)

// Replied is told when a reply has been posted.
type Replied struct {
	Thread ThreadID
	Post   PostID
}

// NewReply is what somebody fills in to answer a post.
type NewReply struct {
	Key   string // the form's own: sent twice, it is posted once
	Words string
	Know  Know   // kept on medical boards alone
	Link  string // where they read it, or ""
	Note  string // content note, or ""
	Name  string // a fresh name for this thread alone, or "" for the one they have here
	Draft string // the draft it was written in, which goes, or ""
	Trap  bool   // a field was filled in that people never see
	Fast  bool   // it came back faster than a person types
}

// Reply posts by's answer to the post called parent. When it waits for a moderator
// first, the error is a [*HeldError].
func (f *Forum) Reply(ctx context.Context, by account.Account, parent string, form NewReply) (Post, error) {
	form.Note, form.Words = text.CleanTitle(form.Note), text.Clean(form.Words)
	if err := fault.Fields(CheckWords(form.Words), checkKnow(form.Know, form.Link), checkNote(form.Note)); err != nil {
		return Post{}, err
	}
	t, _, err := findPost(ctx, f.db, by, parent)
	if err != nil {
		return Post{}, err
	}
	if by.Guest() {
		return Post{}, fault.New(fault.SignIn, "fault.sign_in_to_reply")
	}
	source, err := referIn(ctx, f.db, t.ID, form.Words)
	if err != nil {
		return Post{}, err
	}
	seen, err := f.look(ctx, screen.Draft{By: by, Source: source, Trap: form.Trap, Fast: form.Fast})
	if err != nil {
		return Post{}, err
	}
	var id PostID
	var held *Held
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		key := f.formKey(by, form.Key)
		sent, waits, err := f.sentBefore(ctx, tx, key)
		switch {
		case err != nil:
			return err
		case sent != nil:
			id = sent.ID
			return nil
		case waits != nil:
			held = waits
			return nil
		}
		id, held, err = f.reply(ctx, tx, by, parent, source, form, key, seen)
		return err
	})
	switch {
	case err != nil:
		return Post{}, err
	case held != nil:
		return Post{}, &HeldError{*held}
	}
	p, err := findPostID(ctx, f.db, id)
	return p.veiled(), err
}

// reply posts the answer, or has it wait and returns what does.
func (f *Forum) reply(ctx context.Context, tx *db.Tx, by account.Account, parent, source string, form NewReply, key []byte, seen looked) (PostID, *Held, error) {
	t, up, err := findPost(ctx, tx, by, parent)
	if err != nil {
		return 0, nil, err
	}
	if err := CanReply(by, t, up); err != nil {
		return 0, nil, err
	}
	if seen.Refuse != nil {
		return 0, nil, seen.Refuse
	}
	name, err := f.nameToWriteWith(ctx, tx, by, t.ID, form.Name)
	if err != nil {
		return 0, nil, err
	}
	if err := f.dropDraft(ctx, tx, by, form.Draft); err != nil {
		return 0, nil, err
	}
	if len(seen.Hold) > 0 {
		held, err := f.hold(ctx, tx, Held{Kind: DraftReply, Board: t.Board, Thread: t.ID, Parent: up.ID, By: name, Why: seen.Hold, reply: form}, key)
		return 0, held, err
	}
	id, err := f.putReply(ctx, tx, t, up, name, source, form, key, seen)
	return id, nil, err
}

// putReply posts an answer that nothing stands in the way of.
func (f *Forum) putReply(ctx context.Context, tx *db.Tx, t Thread, up Post, name account.Name, source string, form NewReply, key []byte, seen looked) (PostID, error) {
	p := Post{Thread: t.ID, Parent: up.ID, Root: up.Root, Depth: up.Depth + 1, By: name, WrittenAt: f.now(), Source: source, Note: form.Note, covers: seen.covers()}
	var err error
	if p.HTML, err = p.render(); err != nil {
		return 0, err
	}
	if p.Know, p.KnowLink, err = f.knowOn(ctx, tx, t.Board, form); err != nil {
		return 0, err
	}
	card, seq, err := countReply(ctx, tx, t.ID, p.WrittenAt, name.ID != t.OpenedBy.ID)
	if err != nil {
		return 0, err
	}
	p.Seq = seq
	if p.ID, err = insertPost(ctx, tx, p, key); err != nil {
		return 0, err
	}
	if err := countUnder(ctx, tx, p); err != nil {
		return 0, err
	}
	if err := account.CountPost(ctx, tx, name.ID, 1); err != nil {
		return 0, err
	}
	f.current.raise(tx, card)
	if err := f.events.Tell(ctx, tx, Replied{Thread: t.ID, Post: p.ID}); err != nil {
		return 0, err
	}
	return p.ID, f.heed(ctx, tx, p, seen)
}

// knowOn keeps how somebody knows on medical boards: elsewhere nobody is asked.
func (f *Forum) knowOn(ctx context.Context, r db.Reader, board BoardID, form NewReply) (Know, string, error) {
	if form.Know == NoKnow {
		return NoKnow, "", nil
	}
	b, err := findBoardID(ctx, r, board)
	if err != nil || b.Category != Medical {
		return NoKnow, "", err
	}
	if form.Know != Read {
		form.Link = ""
	}
	return form.Know, form.Link, nil
}
