package moderation

import (
	"context"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

func scanReason(r db.Row) (v Reason, err error) {
	var verdicts string
	var archived db.Time
	err = r.Scan(&v.Slug, &verdicts, &archived, &v.Version)
	for _, one := range strings.Fields(verdicts) {
		v.Verdicts = append(v.Verdicts, Verdict(one))
	}
	v.Archived, v.Words = !time.Time(archived).IsZero(), map[string]ReasonWords{}
	return v, err
}

// reasonIn is the words of a reason in one language.
type reasonIn struct {
	slug, language string
	words          ReasonWords
}

func scanReasonIn(r db.Row) (w reasonIn, err error) {
	err = r.Scan(&w.slug, &w.language, &w.words.Title, &w.words.Agreement, &w.words.Message)
	return w, err
}

func readReasons(ctx context.Context, r db.Reader) ([]Reason, error) {
	all, err := db.All(ctx, r, scanReason, `SELECT slug, verdicts, archived_at, version FROM reason ORDER BY position, id`)
	if err != nil {
		return nil, err
	}
	words, err := db.All(ctx, r, scanReasonIn, `
		SELECT r.slug, w.language, w.title, w.agreement, w.message FROM reason_words w JOIN reason r ON r.id = w.reason`)
	if err != nil {
		return nil, err
	}
	for _, w := range words {
		for _, v := range all {
			if v.Slug == w.slug {
				v.Words[w.language] = w.words
			}
		}
	}
	return all, nil
}

func insertReason(ctx context.Context, tx *db.Tx, v Reason) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO reason (slug, verdicts, position) SELECT $1, $2, COALESCE(MAX(position), 0) + 1 FROM reason`, v.Slug, joined(v.Verdicts))
	if err != nil {
		return err
	}
	return putReasonWords(ctx, tx, v)
}

// updateReason changes v, unless somebody did since v's version: it reports whether
// it was there to change.
func updateReason(ctx context.Context, tx *db.Tx, v Reason) (bool, error) {
	n, err := tx.Exec(ctx, `UPDATE reason SET verdicts = $1, version = version + 1 WHERE slug = $2 AND version = $3`,
		joined(v.Verdicts), v.Slug, v.Version)
	if err != nil || n == 0 {
		return false, err
	}
	return true, putReasonWords(ctx, tx, v)
}

func setReasonArchived(ctx context.Context, tx *db.Tx, slug string, version int64, at time.Time) (bool, error) {
	n, err := tx.Exec(ctx, `UPDATE reason SET archived_at = $1, version = version + 1 WHERE slug = $2 AND version = $3`,
		db.Time(at), slug, version)
	return n > 0, err
}

func putReasonWords(ctx context.Context, tx *db.Tx, v Reason) error {
	for language, w := range v.Words {
		_, err := tx.Exec(ctx, `
			INSERT INTO reason_words (reason, language, title, agreement, message)
			SELECT r.id, $1, $2, $3, $4 FROM reason r WHERE r.slug = $5
			ON CONFLICT (reason, language) DO UPDATE SET title = excluded.title, agreement = excluded.agreement, message = excluded.message`,
			language, w.Title, w.Agreement, w.Message, v.Slug)
		if err != nil {
			return err
		}
	}
	return nil
}

func joined(verdicts []Verdict) string {
	all := make([]string, len(verdicts))
	for i, v := range verdicts {
		all[i] = string(v)
	}
	return strings.Join(all, " ")
}
