package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
)

// Changed is told when a post has been changed by its author.
type Changed struct {
	Thread ThreadID
	Post   PostID
}

// Change is what an author fills in to change a post.
type Change struct {
	Revision int    // the one they began with: a newer one is not written over
	Title    string // of an opening post
	Words    string
	Know     Know
	Link     string
	Note     string
	Draft    string // the draft it was written in, which goes, or ""
}

// Writing returns the post called pid as its author may change it: with its words
// as they were typed, every mention by name.
func (f *Forum) Writing(ctx context.Context, by account.Account, pid string) (Thread, Post, error) {
	t, p, owns, err := f.findOwn(ctx, f.db, by, pid)
	if err != nil {
		return Thread{}, Post{}, err
	}
	if err := CanEdit(by, owns, p); err != nil {
		return Thread{}, Post{}, err
	}
	p.Source, err = unrefer(ctx, f.db, p.Source)
	return t, p, err
}

// Edit writes the post called pid anew and keeps what it was as a revision. When
// somebody, perhaps its author in another window, has changed it since, the answer
// is fault.Conflict and nothing is changed.
func (f *Forum) Edit(ctx context.Context, by account.Account, pid string, form Change) (Post, error) {
	t, p, owns, err := f.findOwn(ctx, f.db, by, pid)
	if err != nil {
		return Post{}, err
	}
	if err := CanEdit(by, owns, p); err != nil {
		return Post{}, err
	}
	form.Title, form.Note = text.CleanTitle(form.Title), text.CleanTitle(form.Note)
	title := error(nil)
	if p.Opening() {
		title = CheckTitle(form.Title)
	}
	if err := fault.Fields(title, CheckWords(form.Words), checkKnow(form.Know, form.Link), checkNote(form.Note)); err != nil {
		return Post{}, err
	}
	if form.Words, err = referIn(ctx, f.db, t.ID, form.Words); err != nil {
		return Post{}, err
	}
	if !p.Opening() {
		form.Title = ""
	}
	seen, err := f.look(ctx, screen.Draft{By: by, Name: p.By.ID, Title: form.Title, Source: form.Words, Opening: p.Opening(), Post: int64(p.ID)})
	if err != nil {
		return Post{}, err
	}
	err = f.db.Tx(ctx, func(tx *db.Tx) error { return f.edit(ctx, tx, by, pid, form, f.masked(seen)) })
	if err != nil {
		return Post{}, err
	}
	p, err = findPostID(ctx, f.db, p.ID)
	return p.veiled(), err
}

func (f *Forum) edit(ctx context.Context, tx *db.Tx, by account.Account, pid string, form Change, seen looked) error {
	t, p, owns, err := f.findOwn(ctx, tx, by, pid)
	if err != nil {
		return err
	}
	if err := CanEdit(by, owns, p); err != nil {
		return err
	}
	know, link, err := f.knowOn(ctx, tx, t.Board, NewReply{Know: form.Know, Link: form.Link})
	if err != nil {
		return err
	}
	if !p.Opening() {
		form.Title = t.Title
	}
	words := p.Source != form.Words || t.Title != form.Title
	if !words && p.Note == form.Note && p.Know == know && p.KnowLink == link {
		return f.dropDraft(ctx, tx, by, form.Draft) // sent twice, or changed back
	}
	for was, now := range map[string]string{p.Source: form.Words, t.Title: form.Title, p.Note: form.Note, p.KnowLink: link} {
		if err := canRewrite(by, was, now); err != nil {
			return err
		}
	}
	if seen.Refuse != nil && !(takesAway(p.Source, form.Words) && takesAway(t.Title, form.Title)) {
		return seen.Refuse
	}
	if p.Revision != form.Revision {
		return fault.New(fault.Conflict, "fault.changed_meanwhile")
	}
	if err := f.dropDraft(ctx, tx, by, form.Draft); err != nil {
		return err
	}
	now := f.now()
	if words {
		if err := keepRevision(ctx, tx, t, p); err != nil {
			return err
		}
		p.Revision++
	}
	if now.Sub(p.WrittenAt) >= Grace {
		p.ChangedAt = now
	}
	covers := p.coversAfter(form.Words, seen.covers())
	more := p.coversMore(form.Words, covers) || saysMore(t.signOf(p), seen.Sign, t.Title+"\n"+p.Source, form.Title+"\n"+form.Words)
	p.covers = covers
	p.Source, p.Note, p.Know, p.KnowLink = form.Words, form.Note, know, link
	if p.HTML, err = p.render(); err != nil {
		return err
	}
	if err := rewrite(ctx, tx, p, now); err != nil {
		return err
	}
	if words && p.FoldedFor == ForChange {
		if err := f.fold(ctx, tx, p, NoFold); err != nil {
			return err
		}
	}
	if p.Opening() {
		if err := setTitle(ctx, tx, t.ID, form.Title); err != nil {
			return err
		}
	}
	if _, err := f.touch(ctx, tx, t.ID); err != nil {
		return err
	}
	if err := f.events.Tell(ctx, tx, Changed{Thread: t.ID, Post: p.ID}); err != nil || !words {
		return err
	}
	if !more {
		seen.Sign = care.Sign{} // they know: one case, not one for every word that is put right
	}
	return f.heed(ctx, tx, p, seen)
}

// findOwn is [findPost], and says whether by wrote it.
func (f *Forum) findOwn(ctx context.Context, r db.Reader, by account.Account, pid string) (Thread, Post, bool, error) {
	t, p, err := findPost(ctx, r, by, pid)
	if err != nil {
		return t, p, false, err
	}
	owns, err := f.owns(ctx, r, by, p.By)
	return t, p, owns, err
}
