package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// TellOfNotices sends the account with an id a letter that says there is something
// to read here, and no word of what, if they chose to be told so. It reports whether
// it did. How often is for the caller to say.
func (a *Accounts) TellOfNotices(ctx context.Context, tx *db.Tx, id ID) (bool, error) {
	if !a.SendsMail() {
		return false, nil
	}
	email, err := a.EmailOf(ctx, tx, id)
	if err != nil || email.Address == "" || !email.For.Notifies() {
		return false, err
	}
	who, err := findAccount(ctx, tx, id)
	if err != nil {
		return false, err
	}
	return true, a.events.Tell(ctx, tx, Letter{To: email.Address, Language: who.Language, Kind: NoticeLetter})
}

// TellOfCall sends the account with an id, a moderator's who agreed to it, a letter
// that asks them to come to the desk, and no word of why. It goes to whatever address
// they confirmed, and reports whether there is one.
func (a *Accounts) TellOfCall(ctx context.Context, tx *db.Tx, id ID) (bool, error) {
	if !a.SendsMail() {
		return false, nil
	}
	email, err := a.EmailOf(ctx, tx, id)
	if err != nil || email.Address == "" {
		return false, err
	}
	who, err := findAccount(ctx, tx, id)
	if err != nil {
		return false, err
	}
	return true, a.events.Tell(ctx, tx, Letter{To: email.Address, Language: who.Language, Kind: CallLetter})
}
