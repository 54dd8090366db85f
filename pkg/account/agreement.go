package account

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

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

// MaxAgreement is how long the agreements may be, in characters: some seven pages,
// which is more than anybody reads.
const MaxAgreement = 20_000

// SetAgreement makes words the agreements from now on, and returns them. Everybody
// is asked to accept them when they next come. The version is the one that by had
// read when they wrote: it must still stand, so that nobody undoes another's work.
func (a *Accounts) SetAgreement(ctx context.Context, by Account, version int64, words string) (g Agreement, err error) {
	if !by.Operates() {
		return g, fault.New(fault.Forbidden, "fault.operators_only")
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		last, err := lastAgreement(ctx, tx)
		switch {
		case err != nil:
			return err
		case version != last.Version:
			return fault.New(fault.Conflict, "fault.agreements_changed")
		}
		if g, err = a.writeAgreement(ctx, tx, last, words); err != nil || a.log == nil {
			return err
		}
		return a.log(ctx, tx, by, "agreement.changed", "agreement "+strconv.FormatInt(g.Version, 10))
	})
	return g, err
}

// WriteAgreement is SetAgreement for a first start, when nobody is there to ask.
func (a *Accounts) WriteAgreement(ctx context.Context, words string) (g Agreement, err error) {
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		last, err := lastAgreement(ctx, tx)
		if err != nil {
			return err
		}
		g, err = a.writeAgreement(ctx, tx, last, words)
		return err
	})
	return g, err
}

func (a *Accounts) writeAgreement(ctx context.Context, tx *db.Tx, last Agreement, words string) (Agreement, error) {
	words = strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(words, ""), "\r\n", "\n"))
	switch over := utf8.RuneCountInString(words) - MaxAgreement; {
	case words == "":
		return Agreement{}, fault.Field("words", "fault.agreements_empty")
	case words == last.Words:
		return Agreement{}, fault.Field("words", "fault.agreements_same")
	case over > 0:
		return Agreement{}, fault.Field("words", "fault.site_long", "N", over)
	}
	g := Agreement{Version: last.Version + 1, Words: words, Day: a.today()}
	tx.After(func() { a.readAgreement(context.WithoutCancel(ctx)) })
	return g, insertAgreement(ctx, tx, g)
}

// readAgreement puts the latest agreements in memory. When they cannot be read,
// those in memory stay until the next start.
func (a *Accounts) readAgreement(ctx context.Context) error {
	g, err := lastAgreement(ctx, a.db)
	if err != nil {
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
	if version == 0 || version != a.Agreement().Version {
		return fault.Field("agreed", "fault.agreements")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return insertAgreed(ctx, tx, by.ID, version, a.today()) })
}

func scanAgreement(r db.Row) (g Agreement, err error) {
	err = r.Scan(&g.Version, &g.Words, &g.Day)
	return g, err
}

// lastAgreement returns the agreements that stand; version 0 when there are none.
func lastAgreement(ctx context.Context, r db.Reader) (Agreement, error) {
	g, err := db.One(ctx, r, scanAgreement, `SELECT version, words, day FROM agreement ORDER BY version DESC LIMIT 1`)
	if errors.Is(err, db.ErrNone) {
		return Agreement{}, nil
	}
	return g, err
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
