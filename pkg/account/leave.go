package account

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// A Choice is what becomes of somebody's words when they leave.
type Choice string

// The choices.
const (
	RemoveWords Choice = "remove" // my words go, and placeholders stay
	KeepWords   Choice = "former" // my words stay, under "a former member"
	KeepName    Choice = "keep"   // my words stay, under my name
)

// state is what becomes of a name by a choice.
func (c Choice) state() State {
	if c == KeepName {
		return Gone
	}
	return Former
}

// How long leaving takes.
const (
	// ThinkAgain is how long somebody who leaves may still change their mind.
	ThinkAgain = 24 * time.Hour

	// Scatter is the time within which their names for one thread follow, each at a
	// moment of its own: names that left together would be known to be one person's.
	Scatter = 72 * time.Hour
)

// Left says that a name is no longer anybody's, and what its owner wished for the
// words under it. Each of a person's names is told by itself, at a time of its own.
type Left struct {
	Name   NameID
	Choice Choice
}

// Ended says that an account is gone, for whoever keeps something by its number
// under the master key, such as where it had read to. Its names are told by [Left].
type Ended struct{ Account ID }

// Sealed keeps the event from whoever reads the database.
func (Ended) Sealed() {}

// leaving is due when somebody who asked to leave has had their time to think.
type leaving struct {
	Account ID
	Key     []byte // of this asking: one that was taken back has another
}

func (leaving) Sealed() {}

// nameLeaving is due when a name for one thread follows its owner.
type nameLeaving struct {
	Name   NameID
	Choice Choice
}

func (nameLeaving) Sealed() {}

// Leave begins by's leaving. Until ThinkAgain is over they can sign in and
// [Accounts.StayAfterAll]; then they are gone, and nobody can bring them back.
func (a *Accounts) Leave(ctx context.Context, by Account, c Choice) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	switch c {
	case RemoveWords, KeepWords, KeepName:
	default:
		return fault.Field("choice", "fault.leave_choice")
	}
	key := make([]byte, 16)
	rand.Read(key)
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		if by.Role == Operator {
			if n, err := countRole(ctx, tx, Operator); err != nil || n < 2 {
				return errors.Join(err, fault.New(fault.Conflict, "fault.last_operator"))
			}
		}
		if err := setLeaving(ctx, tx, by.ID, c, a.today(), key); err != nil {
			return err
		}
		return a.events.TellAt(ctx, tx, leaving{Account: by.ID, Key: key}, a.now().Add(ThinkAgain))
	})
}

// StayAfterAll takes by's leaving back.
func (a *Accounts) StayAfterAll(ctx context.Context, by Account) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setLeaving(ctx, tx, by.ID, "", 0, nil) })
}

// end makes somebody gone whose time to think is over. Told again, it finds nobody.
func (a *Accounts) end(ctx context.Context, l leaving) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		c, err := findLeaving(ctx, tx, l.Account, l.Key)
		if errors.Is(err, db.ErrNone) {
			return nil // they stayed after all, or this was done before
		}
		if err != nil {
			return err
		}
		names, err := a.NamesOf(ctx, tx, l.Account)
		if err != nil {
			return err
		}
		for _, n := range names {
			if n.OneThread() {
				err = a.events.TellAt(ctx, tx, nameLeaving{Name: n.ID, Choice: c}, a.now().Add(someTime(Scatter)))
			} else {
				err = a.endName(ctx, tx, n.ID, c)
			}
			if err != nil {
				return err
			}
		}
		if err := a.forgetUnseen(ctx, tx, l.Account); err != nil {
			return err
		}
		if err := deleteAccount(ctx, tx, l.Account); err != nil {
			return fmt.Errorf("end an account: %w", err)
		}
		return a.events.Tell(ctx, tx, Ended{Account: l.Account})
	})
}

// endThreadName lets a name for one thread follow its owner. Told again, it finds
// that it is nobody's already.
func (a *Accounts) endThreadName(ctx context.Context, l nameLeaving) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error { return a.endName(ctx, tx, l.Name, l.Choice) })
}

// endName makes a name nobody's, and says so.
func (a *Accounts) endName(ctx context.Context, tx *db.Tx, id NameID, c Choice) error {
	n, err := releaseName(ctx, tx, id, c.state(), c == KeepName)
	if err != nil || n == 0 {
		return err
	}
	return a.events.Tell(ctx, tx, Left{Name: id, Choice: c})
}

// someTime returns a moment within d that nobody can foresee.
func someTime(d time.Duration) time.Duration {
	n, err := rand.Int(rand.Reader, big.NewInt(int64(d)))
	if err != nil {
		panic(err) // only when the machine has no randomness
	}
	return time.Duration(n.Int64())
}
