package account

import (
	"context"
	"crypto/rand"
	"encoding/base32"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// Settler is a person of the demonstration community.
type Settler struct {
	Name   string
	Role   Role // "" is Member
	Step   Step // "" is New
	Boards []int64
	Since  Day // "" is today
	About  string
}

// Settle makes an account that has no passphrase, no passkey and no words: nothing
// opens it but [Accounts.OpenFor]. Moderators and operators have a second factor
// that nobody holds. It is for the demonstration and for tests.
func (a *Accounts) Settle(ctx context.Context, tx *db.Tx, s Settler) (Account, error) {
	f := fresh{id: ID(seal.RowID()), role: s.Role, day: s.Since, handle: make([]byte, 32), recoveryIndex: make([]byte, 32)}
	rand.Read(f.handle)
	rand.Read(f.recoveryIndex)
	if f.role == "" {
		f.role = Member
	}
	if f.day == 0 {
		f.day = a.today()
	}
	if s.Step == "" {
		s.Step = New
	}
	if err := a.insertMember(ctx, tx, f, Joining{Name: s.Name, Agreed: a.Agreement().Version}); err != nil {
		return Account{}, err
	}
	if _, err := tx.Exec(ctx, `UPDATE account SET step = $1 WHERE id = $2`, s.Step, f.id); err != nil {
		return Account{}, err
	}
	if err := replaceBoards(ctx, tx, f.id, s.Boards); err != nil {
		return Account{}, err
	}
	if f.role.trusted() {
		seed := make([]byte, totpSeed)
		rand.Read(seed)
		secret := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(seed)
		if err := setTOTP(ctx, tx, f.id, a.keys.Seal(totpPurpose, accountRow(f.id), []byte(secret)), 0); err != nil {
			return Account{}, err
		}
	}
	who, err := findAccount(ctx, tx, f.id)
	if err != nil || s.About == "" {
		return who, err
	}
	who.Name.About = s.About
	return who, setAbout(ctx, tx, who.Name.ID, s.About)
}

// OpenFor opens an account without asking anything of anybody. Only the
// demonstration's buttons and tests may call it.
func (a *Accounts) OpenFor(ctx context.Context, id ID, kind SessionKind) (Opened, error) {
	return a.openNow(ctx, id, kind, "")
}

// Account returns the account with an id, as nobody's session: for jobs that act
// for somebody who is not there.
func (a *Accounts) Account(ctx context.Context, r db.Reader, id ID) (Account, error) {
	who, err := findAccount(ctx, r, id)
	if err != nil {
		return Account{}, err
	}
	return a.stand(who)
}
