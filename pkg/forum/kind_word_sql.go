package forum

import (
	"context"
	"errors"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// kindWordOf returns the kind word that a name has sent to a post, or none.
func kindWordOf(ctx context.Context, r db.Reader, p PostID, by account.NameID) (KindWord, error) {
	k, err := db.One(ctx, r, db.Value[KindWord], `SELECT k.kind FROM kind_word k WHERE k.post = $1 AND k.name = $2`, p, by)
	if errors.Is(err, db.ErrNone) {
		return NoKindWord, nil
	}
	return k, err
}

func putKindWord(ctx context.Context, tx *db.Tx, p PostID, by account.NameID, kind KindWord, day account.Day) error {
	if kind == NoKindWord {
		_, err := tx.Exec(ctx, `DELETE FROM kind_word WHERE post = $1 AND name = $2`, p, by)
		return err
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO kind_word (post, name, kind, day) VALUES ($1, $2, $3, $4)
		ON CONFLICT (post, name) DO UPDATE SET kind = excluded.kind, day = excluded.day`, p, by, kind, day)
	return err
}

// countKindWords makes what a post says of its kind words agree with them.
func countKindWords(ctx context.Context, tx *db.Tx, p PostID) error {
	_, err := tx.Exec(ctx, `
		UPDATE post SET
			thinking = (SELECT count(*) FROM kind_word k WHERE k.post = post.id AND k.kind = 'thinking'),
			same     = (SELECT count(*) FROM kind_word k WHERE k.post = post.id AND k.kind = 'same'),
			thanks   = (SELECT count(*) FROM kind_word k WHERE k.post = post.id AND k.kind = 'thanks'),
			version  = version + 1
		WHERE id = $1`, p)
	return err
}

func scanKindWordFrom(r db.Row) (k KindWordFrom, err error) {
	err = r.Scan(append(intoName(&k.By), &k.Kind)...)
	return k, err
}

func kindWordsTo(ctx context.Context, r db.Reader, p PostID) ([]KindWordFrom, error) {
	return db.All(ctx, r, scanKindWordFrom, `
		SELECT `+nameColumns+`, k.kind
		FROM kind_word k JOIN name n ON n.id = k.name LEFT JOIN account o ON o.id = n.account
		WHERE k.post = $1 ORDER BY k.kind, n.shown, n.pid LIMIT $2`, p, maxSenders)
}

type kindWordAt struct {
	post PostID
	kind KindWord
}

func scanKindWordAt(r db.Row) (k kindWordAt, err error) {
	err = r.Scan(&k.post, &k.kind)
	return k, err
}

// kindWordsBy returns what either of two names has sent to posts.
func kindWordsBy(ctx context.Context, r db.Reader, one, other account.NameID, posts []PostID) (map[PostID]KindWord, error) {
	sent := map[PostID]KindWord{}
	for some := range slices.Chunk(posts, maxPosts) {
		args := make([]any, len(some))
		for i, p := range some {
			args[i] = p
		}
		rows, err := db.All(ctx, r, scanKindWordAt, `
			SELECT k.post, k.kind FROM kind_word k
			WHERE k.name IN ($1, $2) AND k.post IN (`+db.In(3, maxPosts)+`)`, append([]any{one, other}, padded(args, maxPosts)...)...)
		if err != nil {
			return nil, err
		}
		for _, k := range rows {
			sent[k.post] = k.kind
		}
	}
	return sent, nil
}
