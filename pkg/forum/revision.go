package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// Revision is what a post said once.
type Revision struct {
	Number    int // 1 for the first
	Title     string
	Source    string
	HTML      text.HTML
	WrittenAt time.Time
	ErasedAt  time.Time // zero unless its author had it erased: nothing is left of it
}

// Erased reports whether the words are gone.
func (r Revision) Erased() bool { return !r.ErasedAt.IsZero() }

// Revisions returns what the post called pid said before, the latest first, for its
// author and the moderators of its board. Readers learn only that it was changed.
func (f *Forum) Revisions(ctx context.Context, by account.Account, pid string) ([]Revision, error) {
	t, p, owns, err := f.findOwn(ctx, f.db, by, pid)
	if err != nil {
		return nil, err
	}
	if err := CanSeeRevisions(by, owns, t); err != nil {
		return nil, err
	}
	return revisionsOf(ctx, f.db, p.ID)
}

// EraseEarlier wipes what the post called pid said before, for its author: a detail
// of somebody's health that stood there once is nobody's business now.
func (f *Forum) EraseEarlier(ctx context.Context, by account.Account, pid string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		_, p, owns, err := f.findOwn(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := canOwn(by, owns); err != nil {
			return err
		}
		return eraseRevisions(ctx, tx, p.ID, f.now())
	})
}

func scanRevision(r db.Row) (v Revision, err error) {
	if err := r.Scan(&v.Number, &v.Title, &v.Source, (*db.Time)(&v.WrittenAt), (*db.Time)(&v.ErasedAt)); err != nil {
		return v, err
	}
	v.HTML, err = text.RenderLong(v.Source)
	return v, err
}

func revisionsOf(ctx context.Context, r db.Reader, p PostID) ([]Revision, error) {
	return db.All(ctx, r, scanRevision, `
		SELECT v.number, v.title, v.source, v.written_at, v.erased_at
		FROM revision v WHERE v.post = $1 ORDER BY v.number DESC LIMIT 100`, p)
}

// keepRevision keeps what p and, for an opening, the title of t say now.
func keepRevision(ctx context.Context, tx *db.Tx, t Thread, p Post) error {
	title := ""
	if p.Opening() {
		title = t.Title
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO revision (post, number, source, title, written_at)
		SELECT p.id, p.revision, p.source, CAST($1 AS TEXT), coalesce(p.rewritten_at, p.written_at) FROM post p WHERE p.id = $2`, title, p.ID)
	return err
}

// keepAligned keeps p as it was before a passage was taken out of it, with gaps as
// long as what was: so that what others quote of the rest is found where it was.
func keepAligned(ctx context.Context, tx *db.Tx, p Post, gaps text.Covers) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO revision (post, number, source, written_at)
		SELECT p.id, p.revision, CAST($1 AS TEXT), coalesce(p.rewritten_at, p.written_at) FROM post p WHERE p.id = $2`, gaps.Under(p.Source), p.ID)
	return err
}

func eraseRevisions(ctx context.Context, tx *db.Tx, p PostID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE revision SET source = '', title = '', erased_at = $1 WHERE post = $2 AND erased_at IS NULL`, db.Time(at), p)
	return err
}

// rewrite puts what p says now in its row.
func rewrite(ctx context.Context, tx *db.Tx, p Post, at time.Time) error {
	_, err := tx.Exec(ctx, `
		UPDATE post SET source = $1, html = $2, renderer = $3, note = $4, know = $5, know_link = $6,
			revision = $7, rewritten_at = CASE WHEN revision = $7 THEN rewritten_at ELSE CAST($8 AS BIGINT) END, changed_at = $9, version = version + 1, cover = $10
		WHERE id = $11`, p.Source, p.HTML, text.RendererVersion, p.Note, p.Know, p.KnowLink, p.Revision, db.Time(at), db.Time(p.ChangedAt), p.covers, p.ID)
	return err
}

func setTitle(ctx context.Context, tx *db.Tx, t ThreadID, title string) error {
	_, err := tx.Exec(ctx, `UPDATE thread SET title = $1 WHERE id = $2`, title, t)
	return err
}
