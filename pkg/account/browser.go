package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// A browser that signed in before keeps a secret of its own, by which it is told
// from the strangers who try the same name: they are slowed, it is not.
const (
	browserDays  = 400 // as long as browsers keep a cookie
	mostBrowsers = 20
)

// rememberBrowser notes that browser signed in to an account today. It returns a
// new secret for it, or "" when it has one that stands.
func (a *Accounts) rememberBrowser(ctx context.Context, tx *db.Tx, id ID, browser string) (string, error) {
	if browser != "" {
		if n, err := setBrowserDay(ctx, tx, id, browser, a.today()); n > 0 || err != nil {
			return "", err
		}
	}
	fresh := seal.Token()
	if err := insertBrowser(ctx, tx, id, fresh, a.today()); err != nil {
		return "", err
	}
	return fresh, deleteSurplusBrowsers(ctx, tx, id)
}

// knows reports whether browser signed in to an account before.
func (a *Accounts) knows(ctx context.Context, id ID, browser string) (bool, error) {
	if browser == "" {
		return false, nil
	}
	n, err := countBrowser(ctx, a.db, id, browser, a.today()-browserDays)
	return n > 0, err
}

func setBrowserDay(ctx context.Context, tx *db.Tx, of ID, browser string, day Day) (int64, error) {
	return tx.Exec(ctx, `UPDATE known_browser SET day = $1 WHERE account = $2 AND token = $3`, day, of, seal.Hash(browser))
}

func insertBrowser(ctx context.Context, tx *db.Tx, of ID, browser string, day Day) error {
	_, err := tx.Exec(ctx, `INSERT INTO known_browser (token, account, day) VALUES ($1, $2, $3)`, seal.Hash(browser), of, day)
	return err
}

func countBrowser(ctx context.Context, r db.Reader, of ID, browser string, since Day) (int64, error) {
	return db.One(ctx, r, db.Value[int64], `
		SELECT COUNT(*) FROM known_browser WHERE token = $1 AND account = $2 AND day >= $3`, seal.Hash(browser), of, since)
}

func deleteSurplusBrowsers(ctx context.Context, tx *db.Tx, of ID) error {
	_, err := tx.Exec(ctx, `
		DELETE FROM known_browser WHERE account = $1 AND token NOT IN (
			SELECT token FROM known_browser WHERE account = $1 ORDER BY day DESC, token LIMIT $2)`, of, mostBrowsers)
	return err
}

func deleteBrowsers(ctx context.Context, tx *db.Tx, of ID) error {
	_, err := tx.Exec(ctx, `DELETE FROM known_browser WHERE account = $1`, of)
	return err
}

func deleteOldBrowsers(ctx context.Context, tx *db.Tx, before Day) error {
	_, err := tx.Exec(ctx, `DELETE FROM known_browser WHERE day < $1`, before)
	return err
}
