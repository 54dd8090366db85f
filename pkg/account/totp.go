package account

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

const totpPurpose seal.Purpose = "totp"

// An authenticator app shows a code for every half minute (RFC 6238). The one
// before and the one after are taken too, for clocks that are a little off.
const (
	totpPeriod = 30
	totpSeed   = 20 // bytes
	totpFor    = 15 * time.Minute
)

// AppKey is what an authenticator app is given, once.
type AppKey struct {
	Secret string // to be typed
	URL    string // to be drawn as a code that the app's camera reads
}

// newKeys are the app keys that were shown and whose first code is awaited.
type newKeys struct {
	mu  sync.Mutex
	all map[ID]newKey
}

type newKey struct {
	secret string
	ends   time.Time
}

// NewAppKey returns a fresh key for by's authenticator app. Nothing changes until
// [Accounts.KeepAppKey] is shown the first code made with it.
func (a *Accounts) NewAppKey(by Account) (AppKey, error) {
	if err := a.mustHaveProved(by); err != nil {
		return AppKey{}, err
	}
	key, err := totp.Generate(totp.GenerateOpts{Issuer: a.siteName, AccountName: by.Name.Shown, SecretSize: totpSeed, Period: totpPeriod})
	if err != nil {
		return AppKey{}, fmt.Errorf("make a key for an authenticator app: %w", err)
	}
	a.appKeys.mu.Lock()
	defer a.appKeys.mu.Unlock()
	for id, k := range a.appKeys.all {
		if a.now().After(k.ends) {
			delete(a.appKeys.all, id)
		}
	}
	a.appKeys.all[by.ID] = newKey{key.Secret(), a.now().Add(totpFor)}
	return AppKey{Secret: key.Secret(), URL: key.URL()}, nil
}

// KeepAppKey asks for a code of by's app from now on, when code shows that the app
// has the key.
func (a *Accounts) KeepAppKey(ctx context.Context, by Account, code string) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	a.appKeys.mu.Lock()
	key, ok := a.appKeys.all[by.ID]
	a.appKeys.mu.Unlock()
	if !ok || a.now().After(key.ends) {
		return fault.Field("code", "fault.code_again")
	}
	step, err := a.stepOf(code, key.secret)
	if err != nil {
		return err
	}
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		return setTOTP(ctx, tx, by.ID, a.keys.Seal(totpPurpose, accountRow(by.ID), []byte(key.secret)), step)
	})
	if err != nil {
		return err
	}
	a.appKeys.mu.Lock()
	defer a.appKeys.mu.Unlock()
	delete(a.appKeys.all, by.ID)
	return nil
}

// RemoveApp asks for no code any more.
func (a *Accounts) RemoveApp(ctx context.Context, by Account) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setTOTP(ctx, tx, by.ID, nil, 0) })
}

// takeCode uses up a code of an account's app. A code opens once, and so do all
// before it.
func (a *Accounts) takeCode(ctx context.Context, id ID, code string) error {
	try, err := a.slow.one(codePace, "code", strconv.FormatInt(int64(id), 10))
	if err != nil {
		return err
	}
	wrong := fault.Field("code", "fault.code_wrong")
	err = a.db.Tx(ctx, func(tx *db.Tx) error {
		app, err := findTOTP(ctx, tx, id)
		if err != nil {
			return err
		}
		if len(app.sealed) == 0 {
			return wrong
		}
		secret, err := a.keys.Open(totpPurpose, accountRow(id), app.sealed)
		if err != nil {
			return fmt.Errorf("check a code: %w", err)
		}
		step, err := a.stepOf(code, string(secret))
		if err != nil {
			return err
		}
		if step <= app.step {
			return wrong
		}
		return setTOTPStep(ctx, tx, id, step)
	})
	if err == nil {
		try.succeeded()
	}
	return err
}

// stepOf returns the half minute, counted since 1970, of a code made with secret.
func (a *Accounts) stepOf(code, secret string) (int64, error) {
	code = strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, code)
	now := a.now().Unix() / totpPeriod
	for _, step := range []int64{now, now - 1, now + 1} {
		right, err := hotp.ValidateCustom(code, uint64(step), secret, hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && right {
			return step, nil
		}
	}
	return 0, fault.Field("code", "fault.code_wrong")
}

// accountRow names an account's row for what is sealed in it.
func accountRow(id ID) string { return "account:" + strconv.FormatInt(int64(id), 10) }

type app struct {
	sealed []byte
	step   int64
}

func scanApp(r db.Row) (p app, err error) {
	err = r.Scan(&p.sealed, &p.step)
	return p, err
}

func findTOTP(ctx context.Context, r db.Reader, id ID) (app, error) {
	return db.One(ctx, r, scanApp, `SELECT totp, totp_step FROM account WHERE id = $1`, id)
}

func setTOTP(ctx context.Context, tx *db.Tx, id ID, sealed []byte, step int64) error {
	_, err := tx.Exec(ctx, `UPDATE account SET totp = $1, totp_step = $2 WHERE id = $3`, sealed, step, id)
	return err
}

func setTOTPStep(ctx context.Context, tx *db.Tx, id ID, step int64) error {
	_, err := tx.Exec(ctx, `UPDATE account SET totp_step = $1 WHERE id = $2`, step, id)
	return err
}
