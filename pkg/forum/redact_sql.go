package forum

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

const redactionPurpose seal.Purpose = "redaction"

// redaction is a redaction that still keeps its words.
type redaction struct {
	id     RedactionID
	pid    string
	post   PostID
	sealed []byte
	kept   kept
}

func scanRedaction(r db.Row) (one redaction, err error) {
	err = r.Scan(&one.id, &one.pid, &one.post, &one.sealed)
	return one, err
}

const redactionColumns = `r.id, r.pid, r.post, r.sealed`

func (r redaction) opened(keys *seal.Keys) (redaction, error) {
	if r.sealed == nil {
		return r, fault.New(fault.Gone, "fault.redact_gone")
	}
	plain, err := keys.Open(redactionPurpose, r.pid, r.sealed)
	if err != nil {
		return r, fmt.Errorf("open what was taken out: %w", err)
	}
	if err := json.Unmarshal(plain, &r.kept); err != nil {
		return r, errors.New("what was taken out cannot be read as JSON")
	}
	return r, nil
}

func (r redaction) seal(keys *seal.Keys) ([]byte, error) {
	return sealDrafts(keys, redactionPurpose, r.pid, r.kept)
}

func (f *Forum) redactionByID(ctx context.Context, r db.Reader, id RedactionID) (redaction, error) {
	found, err := db.One(ctx, r, scanRedaction, `SELECT `+redactionColumns+` FROM redaction r WHERE r.id = $1`, id)
	if err != nil {
		return redaction{}, orNotHere(err)
	}
	return found.opened(f.keys.Load())
}

// redactionsOf returns the redactions of a post that keep their words.
func (f *Forum) redactionsOf(ctx context.Context, r db.Reader, p PostID) ([]redaction, error) {
	all, err := db.All(ctx, r, scanRedaction, `
		SELECT `+redactionColumns+` FROM redaction r WHERE r.post = $1 AND r.sealed IS NOT NULL ORDER BY r.id`, p)
	for i := range all {
		if err == nil {
			all[i], err = all[i].opened(f.keys.Load())
		}
	}
	return all, err
}

func (f *Forum) insertRedaction(ctx context.Context, tx *db.Tx, r redaction, at, until time.Time) (RedactionID, error) {
	sealed, err := r.seal(f.keys.Load())
	if err != nil {
		return 0, err
	}
	return db.One(ctx, tx, db.Value[RedactionID], `
		INSERT INTO redaction (pid, post, sealed, made_at, destroy_at) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
		r.pid, r.post, sealed, db.Time(at), db.Time(until))
}

func resealRedaction(ctx context.Context, tx *db.Tx, keys *seal.Keys, r redaction) error {
	sealed, err := r.seal(keys)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE redaction SET sealed = $1 WHERE id = $2`, sealed, r.id)
	return err
}

func endRedaction(ctx context.Context, tx *db.Tx, id RedactionID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE redaction SET sealed = NULL, destroy_at = NULL, ended_at = $1 WHERE id = $2`, db.Time(at), id)
	return err
}

// endRedactions destroys what was taken out of a post.
func endRedactions(ctx context.Context, tx *db.Tx, p PostID, at time.Time) error {
	_, err := tx.Exec(ctx, `
		UPDATE redaction SET sealed = NULL, destroy_at = NULL, ended_at = $1 WHERE post = $2 AND sealed IS NOT NULL`, db.Time(at), p)
	return err
}

// setRedacted says when a passage was last taken out of a post, and gives its pages
// a new version.
func (f *Forum) setRedacted(ctx context.Context, tx *db.Tx, id PostID, at time.Time) error {
	thread, err := db.One(ctx, tx, db.Value[ThreadID], `
		UPDATE post SET redacted_at = $1, version = version + 1 WHERE id = $2 RETURNING thread`, db.Time(at), id)
	if err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, thread)
	return err
}
