package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

const (
	postColumns = `p.id, p.pid, p.thread, coalesce(p.parent, 0), p.root, p.depth, p.seq, p.written_at, p.children, p.descendants,
	p.thinking, p.same, p.thanks, p.version, p.revision, p.changed_at, p.removed_at, p.removed_by, p.removed_for, p.wiped_at,
	p.folded_at, p.folded_for, p.cover, p.notes, p.redacted_at, p.know, p.know_link, p.note, p.html, ` + nameColumns
	wholePostColumns = postColumns + `, p.source`
	fromPost         = ` FROM post p JOIN name n ON n.id = p.written_by LEFT JOIN account o ON o.id = n.account `
)

func (p *Post) into() []any {
	return append([]any{&p.ID, &p.PID, &p.Thread, &p.Parent, &p.Root, &p.Depth, &p.Seq, (*db.Time)(&p.WrittenAt), &p.Children, &p.Descendants,
		&p.Thinking, &p.Same, &p.Thanks, &p.Version, &p.Revision, (*db.Time)(&p.ChangedAt), (*db.Time)(&p.RemovedAt), &p.RemovedBy, &p.RemovedFor,
		(*db.Time)(&p.WipedAt), (*db.Time)(&p.FoldedAt), &p.FoldedFor, &p.covers, &p.DeskNotes, (*db.Time)(&p.RedactedAt), &p.Know, &p.KnowLink, &p.Note, &p.HTML}, intoName(&p.By)...)
}

// scanPost reads a post as readers see it: nothing is left of one that was removed.
func scanPost(r db.Row) (p Post, err error) {
	err = r.Scan(p.into()...)
	return p.veiled(), err
}

// scanWholePost reads a post with its words even when it was removed: for verbs,
// for its author and for those who look after its board.
func scanWholePost(r db.Row) (p Post, err error) {
	err = r.Scan(append(p.into(), &p.Source)...)
	return p, err
}

// findPostID returns a post, with its words even when it was removed.
func findPostID(ctx context.Context, r db.Reader, id PostID) (Post, error) {
	p, err := db.One(ctx, r, scanWholePost, `SELECT `+wholePostColumns+fromPost+`WHERE p.id = $1`, id)
	return p, orNotHere(err)
}

// insertPost keeps p and returns its id.
func insertPost(ctx context.Context, tx *db.Tx, p Post, formKey []byte) (PostID, error) {
	return db.One(ctx, tx, db.Value[PostID], `
		INSERT INTO post (pid, thread, parent, root, depth, seq, written_by, written_at, renderer, form_key, know, know_link, note, html, source, cover)
		VALUES ($1, $2, NULLIF(CAST($3 AS BIGINT), 0), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
		RETURNING id`,
		seal.PublicID(), p.Thread, p.Parent, p.Root, p.Depth, p.Seq, p.By.ID, db.Time(p.WrittenAt), text.RendererVersion, formKey,
		p.Know, p.KnowLink, p.Note, p.HTML, p.Source, p.covers)
}
