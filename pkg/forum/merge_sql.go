package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// mergePosts moves every post of one into other, under its opening post.
func mergePosts(ctx context.Context, tx *db.Tx, one, other Thread, opening Post) error {
	standing, others, err := countPosts(ctx, tx, one.ID, other.OpenedBy.ID)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		UPDATE post SET thread = $1, seq = seq + $2, depth = depth + 1, root = $3,
			parent = coalesce(parent, CAST($4 AS BIGINT)), version = version + 1
		WHERE thread = $5`, other.ID, other.LastSeq, opening.ID, other.Opening, one.ID)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE post SET children = children + 1, descendants = descendants + $1 WHERE id = $2`,
		opening.Descendants+1, other.Opening)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		UPDATE thread SET last_seq = last_seq + $1, replies = replies + $2, others = others + $3 WHERE id = $4`,
		one.LastSeq, standing, others, other.ID)
	if err != nil {
		return err
	}
	return setLast(ctx, tx, other.ID)
}

type standingPosts struct{ all, others int }

// countPosts counts the posts of a thread that stand, and those of them by another
// name than opener.
func countPosts(ctx context.Context, r db.Reader, t ThreadID, opener account.NameID) (all, others int, err error) {
	s, err := db.One(ctx, r, func(r db.Row) (s standingPosts, err error) {
		err = r.Scan(&s.all, &s.others)
		return s, err
	}, `
		SELECT count(*), coalesce(sum(CASE WHEN p.written_by <> $1 THEN 1 ELSE 0 END), 0)
		FROM post p WHERE p.thread = $2 AND p.removed_at IS NULL`, opener, t)
	return s.all, s.others, err
}
