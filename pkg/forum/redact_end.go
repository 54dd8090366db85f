package forum

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// KeepRedacted has the words of a redaction kept until another moment, for the desk;
// by zero, until it says when: an appeal is open.
func (f *Forum) KeepRedacted(ctx context.Context, tx *db.Tx, id RedactionID, until time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE redaction SET destroy_at = $1 WHERE id = $2 AND sealed IS NOT NULL`, db.Time(until), id)
	return err
}

// Redacted returns the passages of a redaction, for the author of the post and for
// those who decide about it; once they are destroyed or put back, fault.Gone.
func (f *Forum) Redacted(ctx context.Context, r db.Reader, id RedactionID) ([]string, error) {
	found, err := f.redactionByID(ctx, r, id)
	return found.kept.Passages, err
}

// DestroyIn destroys the words of a redaction, for the desk: nobody can put them back
// or read them any more. Whoever keeps the raw files is told (see [Erased]).
func (f *Forum) DestroyIn(ctx context.Context, tx *db.Tx, id RedactionID) error {
	r, err := f.redactionByID(ctx, tx, id)
	if fault.Is(err, fault.Gone) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := f.takeOutBeside(ctx, tx, r); err != nil {
		return err
	}
	others, err := f.redactionsOf(ctx, tx, r.post)
	if err != nil {
		return err
	}
	for _, o := range others {
		if o.id == id {
			continue
		}
		for at, whole := range o.kept.Places {
			o.kept.Places[at] = r.kept.out(whole)
		}
		if err := resealRedaction(ctx, tx, f.keys.Load(), o); err != nil {
			return err
		}
	}
	if err := endRedaction(ctx, tx, id, f.now()); err != nil {
		return err
	}
	return f.events.Tell(ctx, tx, Erased{})
}

// destroyedAtOnce is how many redactions one transaction destroys.
const destroyedAtOnce = 50

// DestroyDue destroys the words of redactions whose time has come, some at a time,
// and reports whether there may be more.
func (f *Forum) DestroyDue(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		due, err := db.All(ctx, tx, db.Value[RedactionID], `
			SELECT r.id FROM redaction r WHERE r.destroy_at <= $1 AND r.destroy_at IS NOT NULL ORDER BY r.destroy_at, r.id LIMIT $2`,
			db.Time(f.now()), destroyedAtOnce)
		if err != nil {
			return err
		}
		for _, id := range due {
			if err := f.DestroyIn(ctx, tx, id); err != nil {
				return err
			}
		}
		more = len(due) == destroyedAtOnce
		return nil
	})
	return more, err
}

// destroyed reports whether something was taken out of a post for good.
func destroyed(ctx context.Context, r db.Reader, p PostID) (bool, error) {
	places, err := placesOf(ctx, r, p)
	for _, words := range places {
		if strings.Contains(words, text.RedactedMark) {
			return true, err
		}
	}
	return false, err
}

// withTakenOut adds to posts what was taken out of them and is still kept, for their
// author.
func (f *Forum) withTakenOut(ctx context.Context, r db.Reader, posts []WrittenPost) error {
	for i := range posts {
		if posts[i].RedactedAt.IsZero() {
			continue
		}
		all, err := f.redactionsOf(ctx, r, posts[i].ID)
		if err != nil {
			return err
		}
		posts[i].TakenOut = passagesOf(all)
	}
	return nil
}

// rotateRedactions seals what was taken out of posts under another master key.
func rotateRedactions(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	for after := RedactionID(0); ; {
		some, err := db.All(ctx, tx, scanRedaction, `
			SELECT `+redactionColumns+` FROM redaction r WHERE r.sealed IS NOT NULL AND r.id > $1 ORDER BY r.id LIMIT $2`, after, rotatedAtOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, r := range some {
			if r, err = r.opened(old); err != nil {
				return fmt.Errorf("redaction %d: %w", r.id, err)
			}
			if err := resealRedaction(ctx, tx, next, r); err != nil {
				return err
			}
		}
		after = slices.MaxFunc(some, func(a, b redaction) int { return int(a.id - b.id) }).id
	}
}
