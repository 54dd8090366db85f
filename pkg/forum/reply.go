package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
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
}

// Reply posts by's answer to the post called parent.
func (f *Forum) Reply(ctx context.Context, by account.Account, parent string, form NewReply) (Post, error) {
	form.Note = text.CleanTitle(form.Note)
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
	if form.Words, err = referIn(ctx, f.db, t.ID, form.Words); err != nil {
		return Post{}, err
	}
	html, err := text.RenderLong(form.Words)
	if err != nil {
		return Post{}, err
	}
	var id PostID
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		sent, err := postSent(ctx, tx, f.formKey(by, form.Key))
		if err != nil {
			return err
		}
		if sent != nil {
			id = sent.ID
			return nil
		}
		id, err = f.reply(ctx, tx, by, parent, form, html)
		return err
	})
	if err != nil {
		return Post{}, err
	}
	p, err := findPostID(ctx, f.db, id)
	return p.veiled(), err
}

func (f *Forum) reply(ctx context.Context, tx *db.Tx, by account.Account, parent string, form NewReply, html text.HTML) (PostID, error) {
	t, up, err := findPost(ctx, tx, by, parent)
	if err != nil {
		return 0, err
	}
	if err := CanReply(by, t, up); err != nil {
		return 0, err
	}
	name, err := f.nameToWriteWith(ctx, tx, by, t.ID, form.Name)
	if err != nil {
		return 0, err
	}
	p := Post{Thread: t.ID, Parent: up.ID, Root: up.Root, Depth: up.Depth + 1, By: name, WrittenAt: f.now(), Source: form.Words, HTML: html, Note: form.Note}
	if p.Know, p.KnowLink, err = f.knowOn(ctx, tx, t.Board, form); err != nil {
		return 0, err
	}
	card, seq, err := countReply(ctx, tx, t.ID, p.WrittenAt, name.ID != t.OpenedBy.ID)
	if err != nil {
		return 0, err
	}
	p.Seq = seq
	if p.ID, err = insertPost(ctx, tx, p, f.formKey(by, form.Key)); err != nil {
		return 0, err
	}
	if err := countUnder(ctx, tx, p); err != nil {
		return 0, err
	}
	if err := account.CountPost(ctx, tx, name.ID, 1); err != nil {
		return 0, err
	}
	if err := f.dropDraft(ctx, tx, by, form.Draft); err != nil {
		return 0, err
	}
	f.current.raise(tx, card)
	return p.ID, f.events.Tell(ctx, tx, Replied{Thread: t.ID, Post: p.ID})
}

// nameToWriteWith returns the name by writes with in a thread, which is fresh if
// they ask for one and nothing of theirs is there yet.
func (f *Forum) nameToWriteWith(ctx context.Context, tx *db.Tx, by account.Account, t ThreadID, fresh string) (account.Name, error) {
	name, err := f.nameIn(ctx, tx, by, t)
	if err != nil || fresh == "" {
		return name, err
	}
	wrote, err := wroteIn(ctx, tx, name.ID, t)
	if err != nil {
		return name, err
	}
	if wrote {
		return name, fault.Field("name", "fault.name_too_late")
	}
	return f.accounts.NewNameIn(ctx, tx, by, int64(t), fresh)
}

// MayBeFresh reports whether by may still take a name for t alone: when they have
// none, and have not written in it.
func (f *Forum) MayBeFresh(ctx context.Context, by account.Account, t Thread) (bool, error) {
	name, err := f.nameIn(ctx, f.db, by, t.ID)
	if err != nil || by.Guest() || name.OneThread() {
		return false, err
	}
	wrote, err := wroteIn(ctx, f.db, name.ID, t.ID)
	return !wrote, err
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
