package account

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Agreement is what everybody here agrees to, in one of its versions. Version 0 is
// that none has been written yet.
type Agreement struct {
	Version int64
	Words   string
	Day     Day
}

// Agreement returns the agreements as they stand now.
func (a *Accounts) Agreement() Agreement { return *a.agreement.Load() }

// SetAgreement makes words the agreements from now on, and returns them. Everybody
// is asked to accept them when they next come.
func (a *Accounts) SetAgreement(ctx context.Context, by Account, words string) (Agreement, error) {
	if !by.Operates() {
		return Agreement{}, fault.New(fault.Forbidden, "fault.operators_only")
	}
	return a.WriteAgreement(ctx, words)
}

// WriteAgreement is SetAgreement for a first start, when nobody is there to ask.
func (a *Accounts) WriteAgreement(ctx context.Context, words string) (g Agreement, err error) {
	if words == "" {
		return g, fault.Field("words", "fault.agreements_empty")
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		last, err := findAgreement(ctx, tx)
		if err != nil && !errors.Is(err, db.ErrNone) {
			return err
		}
		g = Agreement{Version: last.Version + 1, Words: words, Day: a.today()}
		tx.After(func() { a.readAgreement(context.WithoutCancel(ctx)) })
		return insertAgreement(ctx, tx, g)
	})
	return g, err
}

// readAgreement puts the latest agreements in memory. When they cannot be read,
// those in memory stay until the next start.
func (a *Accounts) readAgreement(ctx context.Context) error {
	g, err := findAgreement(ctx, a.db)
	if err != nil && !errors.Is(err, db.ErrNone) {
		return err
	}
	a.agreement.Store(&g)
	return nil
}

// NeedsToAccept reports whether there are agreements that by has not seen yet.
func (a *Accounts) NeedsToAccept(by Account) bool {
	return by.Member() && by.Agreed < a.Agreement().Version
}

// Accept notes that by accepts a version of the agreements, which must be the one
// that stands now.
func (a *Accounts) Accept(ctx context.Context, by Account, version int64) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	if version != a.Agreement().Version {
		return fault.Field("agreed", "fault.agreements")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return insertAgreed(ctx, tx, by.ID, version, a.today()) })
}

func scanAgreement(r db.Row) (g Agreement, err error) {
	err = r.Scan(&g.Version, &g.Words, &g.Day)
	return g, err
}

func findAgreement(ctx context.Context, r db.Reader) (Agreement, error) {
	return db.One(ctx, r, scanAgreement, `SELECT version, words, day FROM agreement ORDER BY version DESC LIMIT 1`)
}

func insertAgreement(ctx context.Context, tx *db.Tx, g Agreement) error {
	_, err := tx.Exec(ctx, `INSERT INTO agreement (version, words, day) VALUES ($1, $2, $3)`, g.Version, g.Words, g.Day)
	return err
}

func insertAgreed(ctx context.Context, tx *db.Tx, of ID, version int64, day Day) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO agreed (account, version, day) VALUES ($1, $2, $3) ON CONFLICT (account, version) DO NOTHING`, of, version, day)
	return err
}
