package forum

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// Rotate seals and indexes everything of the forum under next that is under old. It
// is one step of putting a new master key in the old one's place, and changes
// nothing when a draft does not open.
func (f *Forum) Rotate(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	if err := rotateMarks(ctx, tx, old, next); err != nil {
		return fmt.Errorf("rotate marks: %w", err)
	}
	if err := rotateDrafts(ctx, tx, old, next); err != nil {
		return fmt.Errorf("rotate drafts: %w", err)
	}
	if err := rotateRedactions(ctx, tx, old, next); err != nil {
		return fmt.Errorf("rotate what was taken out: %w", err)
	}
	if err := rotateGuestDrafts(ctx, tx, old, next); err != nil {
		return fmt.Errorf("rotate guests' drafts: %w", err)
	}
	return nil
}

// Forget lets go of everything of the forum that only a lost master key could open:
// drafts, where people are in threads, and passages that were taken out.
func Forget(ctx context.Context, tx *db.Tx) error {
	for _, q := range []string{`DELETE FROM draft`, `DELETE FROM guest_draft`, `DELETE FROM mark`,
		`UPDATE redaction SET sealed = NULL, destroy_at = NULL`} {
		if _, err := tx.Exec(ctx, q); err != nil {
			return fmt.Errorf("forget what was sealed: %w", err)
		}
	}
	return nil
}

// rotateMarks gives every mark a new key, which may take it further along the way
// through them: what opens with next has been here before. A mark that opens with
// neither is nobody's any more.
func rotateMarks(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	return eachMark(ctx, tx, func(m sealedRow) error {
		at, err := openMark(old, m.key, m.sealed)
		if err == nil {
			key := at.key(next)
			return moveMark(ctx, tx, m.key, key, at.sealed(next, key))
		}
		if _, err := openMark(next, m.key, m.sealed); err == nil {
			return nil
		}
		return deleteMark(ctx, tx, m.key)
	})
}

// rotatedAtOnce is how many drafts a rotation holds in memory.
const rotatedAtOnce = 100

func rotateDrafts(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	for after := ""; ; {
		some, err := draftsAfter(ctx, tx, after, rotatedAtOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, s := range some {
			d, err := openDraft(old, s)
			if err != nil {
				return err
			}
			if err := resealDraft(ctx, tx, next, d); err != nil {
				return err
			}
		}
		after = some[len(some)-1].pid
	}
}

func rotateGuestDrafts(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	for after := []byte{}; ; {
		some, err := guestDraftsAfter(ctx, tx, after, rotatedAtOnce)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, g := range some {
			drafts, err := openGuestDrafts(old, g.key, g.sealed)
			if err != nil {
				return err
			}
			sealed, err := sealDrafts(next, guestDraftPurpose, guestDraftRow(g.key), drafts)
			if err != nil {
				return err
			}
			if err := resealGuestDrafts(ctx, tx, g.key, sealed); err != nil {
				return err
			}
		}
		after = some[len(some)-1].key
	}
}
