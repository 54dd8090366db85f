package account

import (
	"context"
	"encoding/json"
	"fmt"
	"net/mail"
	"strings"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// EmailFor says what somebody's e-mail address may be used for.
type EmailFor string

// The uses of an address.
const (
	NoEmail       EmailFor = ""
	RecoveryEmail EmailFor = "recovery"
	NoticeEmail   EmailFor = "notices"
	BothEmail     EmailFor = "both"
)

// Recovers reports whether a letter may let its reader back in.
func (f EmailFor) Recovers() bool { return f == RecoveryEmail || f == BothEmail }

// Notifies reports whether letters may say that there are notices.
func (f EmailFor) Notifies() bool { return f == NoticeEmail || f == BothEmail }

const (
	emailPurpose seal.Purpose = "email"
	mostEmail                 = 254 // bytes (RFC 5321)
)

// Email is the address somebody gave, for their own eyes.
type Email struct {
	Address string `json:"address"`
	For     EmailFor
}

// SendsMail reports whether this site sends letters at all.
func (a *Accounts) SendsMail() bool { return a.post.sender != nil }

// EmailOf returns the address by confirmed, if they did.
func (a *Accounts) EmailOf(ctx context.Context, r db.Reader, by ID) (Email, error) {
	e, err := findEmail(ctx, r, by)
	if err != nil || len(e.sealed) == 0 {
		return Email{}, err
	}
	address, err := a.keys.Open(emailPurpose, accountRow(by), e.sealed)
	if err != nil {
		return Email{}, fmt.Errorf("open an e-mail address: %w", err)
	}
	return Email{Address: string(address), For: e.use}, nil
}

// SetEmail sends a link to an address. The address is by's, for use, once the link
// is taken; until then whatever was there stands.
func (a *Accounts) SetEmail(ctx context.Context, by Account, address string, use EmailFor) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	if !a.SendsMail() {
		return fault.New(fault.NotFound, "fault.not_here")
	}
	address, err := cleanAddress(address)
	if err != nil {
		return err
	}
	if !use.Recovers() && !use.Notifies() {
		return fault.Field("for", "fault.email_for")
	}
	if _, err := a.slow.one(mailPace, "confirm", indexed(address)); err != nil {
		return err
	}
	plain, err := json.Marshal(Email{Address: address, For: use})
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		token, err := a.newPass(ctx, tx, emailPass, by.ID, emailLinkFor, func(row string) []byte {
			return a.keys.Seal(emailPurpose, row, plain)
		})
		if err != nil {
			return err
		}
		return a.events.Tell(ctx, tx, Letter{To: address, Language: by.Language, Kind: ConfirmLetter, Token: token})
	})
}

// TakeEmailLink takes the link that [Accounts.SetEmail] sent: the address is its
// owner's now.
func (a *Accounts) TakeEmailLink(ctx context.Context, token string) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		p, err := a.takePass(ctx, tx, emailPass, token)
		if err != nil {
			return err
		}
		plain, err := a.keys.Open(emailPurpose, passRow(token), p.sealed)
		if err != nil {
			return fmt.Errorf("confirm an e-mail address: %w", err)
		}
		var e Email
		if err := json.Unmarshal(plain, &e); err != nil {
			return fmt.Errorf("confirm an e-mail address: %w", err)
		}
		return setEmail(ctx, tx, p.account, a.keys.Seal(emailPurpose, accountRow(p.account), []byte(e.Address)), a.emailIndex(e.Address), e.For)
	})
}

// UseEmail changes what by's confirmed address may be used for; with [NoEmail] the
// address is forgotten.
func (a *Accounts) UseEmail(ctx context.Context, by Account, use EmailFor) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	if use == NoEmail {
		return a.db.Tx(ctx, func(tx *db.Tx) error { return setEmail(ctx, tx, by.ID, nil, nil, NoEmail) })
	}
	if !use.Recovers() && !use.Notifies() {
		return fault.Field("for", "fault.email_for")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setEmailFor(ctx, tx, by.ID, use) })
}

// cleanAddress returns a bare address, or the fault that says it is none.
func cleanAddress(typed string) (string, error) {
	typed = strings.TrimSpace(typed)
	parsed, err := mail.ParseAddress(typed)
	if err != nil || parsed.Address != typed || len(typed) > mostEmail || strings.ContainsAny(typed, "\r\n\x00\"") {
		return "", fault.Field("email", "fault.email_wrong")
	}
	return typed, nil
}

// indexed is what two ways of writing one address have in common.
func indexed(address string) string { return strings.ToLower(address) }

func (a *Accounts) emailIndex(address string) []byte {
	return a.keys.Index(emailPurpose, indexed(address))
}
