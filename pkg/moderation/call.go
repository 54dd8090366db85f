package moderation

import (
	"context"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/notice"
)

const (
	// CallAgain is how long whoever was called has to take a case before the next is
	// called.
	CallAgain = 15 * time.Minute
	// callOperatorsAgain is how often the operators are called once nobody is left to
	// call: more often tells them nothing new.
	callOperatorsAgain = time.Hour
	// mostCalls ends the calls for one case after about two days. It stays first in its
	// queue.
	mostCalls = 50
)

// Urgent is told when somebody may be in danger now: people are called, round by round,
// until one of them is at it. Round is how often some were called before.
type Urgent struct {
	Case  CaseID
	Round int
}

// caller calls people to cases that cannot wait. What it sends holds no word of what
// was written, nor by whom or where.
type caller struct {
	*Desk
	rota *duty.Rota
}

// CallFrom has the desk call those on a rota when a case cannot wait.
func (d *Desk) CallFrom(q *events.Queue, rota *duty.Rota) {
	events.On(q, "moderation.urgent", (&caller{d, rota}).call)
}

// call calls a round of people to an open case that nobody is at, and has the next
// called a while later. A round that was called already is not called again.
func (c *caller) call(ctx context.Context, e Urgent) error {
	return c.db.Tx(ctx, func(tx *db.Tx) error {
		x, err := findCase(ctx, tx, e.Case)
		if fault.Is(err, fault.NotFound) || err == nil && (!x.Open() || !x.Urgent() || x.Calls != e.Round) {
			return nil
		}
		if err != nil {
			return err
		}
		if x.atHand(c.now()) { // should they let go of it, the others are still to be called
			return c.events.TellAt(ctx, tx, e, c.now().Add(CallAgain))
		}
		names, round, err := c.callees(ctx, tx, x)
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := c.callTo(ctx, tx, x, name); err != nil {
				return err
			}
		}
		if err := setCalled(ctx, tx, x.ID, round+1, c.now()); err != nil || round+1 >= mostCalls {
			return err
		}
		c.watching.changed(tx, x.Board)
		wait := CallAgain
		if round >= duty.LastRound {
			wait = callOperatorsAgain
		}
		return c.events.TellAt(ctx, tx, Urgent{x.ID, round + 1}, c.now().Add(wait))
	})
}

// atHand reports whether somebody is at c. Whom it was handed to is not, until they
// take it up.
func (c Case) atHand(now time.Time) bool { return c.Claimed(now) && c.HandedTo.ID == 0 }

// callees returns whom to call to x in its next round, and which that is: one in which
// only its author would be called, by whatever name, passes to the one after.
func (c *caller) callees(ctx context.Context, r db.Reader, x Case) (names []account.NameID, round int, err error) {
	author := account.ID(0)
	if x.About.ID != 0 {
		if author, err = c.accounts.OwnerOf(ctx, r, x.About.ID); err != nil {
			return nil, 0, err
		}
	}
	for round = x.Calls; ; round++ {
		all, err := c.rota.Callees(ctx, r, int64(x.Board), round)
		if err != nil {
			return nil, round, err
		}
		names = names[:0]
		for _, name := range all {
			owner, err := c.accounts.OwnerOf(ctx, r, name)
			if err != nil {
				return nil, round, err
			}
			if owner != author && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			return names, round, nil
		}
		if round >= duty.LastRound {
			slog.ErrorContext(ctx, "there is nobody to call to an urgent case", "case", x.ID)
			return nil, round, nil
		}
	}
}

// callTo calls one moderator, by a notice on the site and by every other way to which
// they agreed.
func (c *caller) callTo(ctx context.Context, tx *db.Tx, x Case, name account.NameID) error {
	err := notice.PutIn(ctx, tx, notice.Notice{Name: name, Kind: notice.UrgentCalled, At: c.now(),
		About: audit.Subject("case", x.PID) + " " + strconv.Itoa(x.Calls), Data: notice.Data{Case: x.PID}})
	if err != nil {
		return err
	}
	terms, err := c.rota.TermsOf(ctx, name)
	if err != nil || !terms.Mail {
		return err
	}
	owner, err := c.accounts.OwnerOf(ctx, tx, name)
	if err != nil {
		return err
	}
	_, err = c.accounts.TellOfCall(ctx, tx, owner)
	return err
}

// Urgent returns the public ids of the urgent cases by looks after and nobody is at, the
// one that has waited longest since a call first: for the mark, and the sound, of an
// open desk.
func (d *Desk) Urgent(ctx context.Context, by account.Account) ([]string, error) {
	if !by.ModeratesSome() {
		return nil, notHere()
	}
	cases, err := urgentCases(ctx, d.db)
	if err != nil {
		return nil, err
	}
	var pids []string
	for _, c := range cases {
		if by.Moderates(int64(c.Board)) && !c.atHand(d.now()) {
			pids = append(pids, c.PID)
		}
	}
	return pids, nil
}
