package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// Ways are what opens an account beside its six words.
type Ways struct {
	Passphrase bool
	App        bool // an authenticator app's code is asked for beside the passphrase
	Passkeys   int
}

// Ways returns what opens by's account now, so that their pages offer what fits.
func (a *Accounts) Ways(ctx context.Context, by Account) (Ways, error) {
	return db.One(ctx, a.db, func(r db.Row) (w Ways, err error) {
		var passphrase, app int64
		err = r.Scan(&passphrase, &app, &w.Passkeys)
		w.Passphrase, w.App = passphrase == 1, app == 1
		return w, err
	}, `
		SELECT CASE WHEN o.passphrase <> '' THEN 1 ELSE 0 END, CASE WHEN o.totp IS NOT NULL THEN 1 ELSE 0 END,
			(SELECT count(*) FROM passkey p WHERE p.account = o.id)
		FROM account o WHERE o.id = $1`, by.ID)
}
