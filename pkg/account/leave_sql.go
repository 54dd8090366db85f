package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

func setLeaving(ctx context.Context, tx *db.Tx, of ID, c Choice, day Day, key []byte) error {
	_, err := tx.Exec(ctx, `UPDATE account SET leaving = $1, leaving_day = $2, leaving_key = $3 WHERE id = $4`, c, orNull(day), key, of)
	return err
}

func findLeaving(ctx context.Context, r db.Reader, of ID, key []byte) (Choice, error) {
	return db.One(ctx, r, db.Value[Choice], `SELECT leaving FROM account WHERE id = $1 AND leaving_key = $2 AND leaving <> ''`, of, key)
}

// releaseName unties a name from its account, in the open or sealed, unless it has
// none any more.
func releaseName(ctx context.Context, tx *db.Tx, id NameID, s State, keep bool) (int64, error) {
	kept := 0
	if keep {
		kept = 1
	}
	return tx.Exec(ctx, `
		UPDATE name SET account = NULL, known_as = NULL, sealed = NULL, slot = NULL, place = NULL, state = $1,
			shown = CASE WHEN CAST($2 AS BIGINT) = 1 THEN shown ELSE '' END,
			about = CASE WHEN CAST($2 AS BIGINT) = 1 THEN about ELSE '' END,
			version = version + 1
		WHERE id = $3 AND (account IS NOT NULL OR sealed IS NOT NULL)`, s, kept, id)
}

// deleteAccount deletes an account and, by its foreign keys, its sessions, passkeys,
// browsers, links, boards and what it agreed to.
func deleteAccount(ctx context.Context, tx *db.Tx, id ID) error {
	_, err := tx.Exec(ctx, `DELETE FROM account WHERE id = $1`, id)
	return err
}
