package forum

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const guestDraftPurpose seal.Purpose = "guest_draft"

// guestDraftRow names the row that a guest's drafts are sealed for.
func guestDraftRow(hash []byte) string { return hex.EncodeToString(hash) }

func openGuestDrafts(keys *seal.Keys, hash, sealed []byte) (drafts []Draft, err error) {
	plain, err := keys.Open(guestDraftPurpose, guestDraftRow(hash), sealed)
	if err != nil {
		return nil, fmt.Errorf("open a guest's draft: %w", err)
	}
	if err := json.Unmarshal(plain, &drafts); err != nil {
		return nil, errGuestDraft // err might repeat its words
	}
	return drafts, nil
}

func findGuestDrafts(ctx context.Context, r db.Reader, hash []byte, now time.Time) ([]byte, error) {
	return db.One(ctx, r, db.Value[[]byte], `
		SELECT g.sealed FROM guest_draft g WHERE g.token = $1 AND g.ends_at > $2`, hash, db.Time(now))
}

func putGuestDrafts(ctx context.Context, tx *db.Tx, hash, sealed []byte, ends time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO guest_draft (token, sealed, ends_at) VALUES ($1, $2, $3)
		ON CONFLICT (token) DO UPDATE SET sealed = excluded.sealed, ends_at = excluded.ends_at`, hash, sealed, db.Time(ends))
	return err
}

func deleteGuestDrafts(ctx context.Context, tx *db.Tx, hash []byte) error {
	_, err := tx.Exec(ctx, `DELETE FROM guest_draft WHERE token = $1`, hash)
	return err
}

// countGuestDrafts counts them, but no further than enough.
func countGuestDrafts(ctx context.Context, r db.Reader, enough int) (int, error) {
	return db.One(ctx, r, db.Value[int], `
		SELECT count(*) FROM (SELECT 1 FROM guest_draft g LIMIT $1) AS kept`, enough)
}

// deleteEndedGuestDrafts deletes those that have run out, at most a hundred, and
// returns how many.
func deleteEndedGuestDrafts(ctx context.Context, tx *db.Tx, now time.Time) (int64, error) {
	return tx.Exec(ctx, `
		DELETE FROM guest_draft
		WHERE token IN (SELECT g.token FROM guest_draft g WHERE g.ends_at <= $1 ORDER BY g.ends_at LIMIT 100)`, db.Time(now))
}
