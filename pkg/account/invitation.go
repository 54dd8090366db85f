package account

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Invitation is a link by which people may join while joining is by invitation. Who
// made it is in the log; who came by it is nowhere, so that nothing leads from a
// member to whoever knows them.
type Invitation struct {
	PID    string
	Uses   int // that are left
	EndsAt time.Time
}

// What can be chosen for an invitation.
var (
	InvitationUses = []int{1, 5, 25}
	InvitationDays = []int{1, 7, 30}
)

// maxInvitations may stand at once: more than that is an open door.
const maxInvitations = 200

// NewInvitation makes an invitation and returns it with its token, which is stored
// nowhere: it can be shown this once.
func (a *Accounts) NewInvitation(ctx context.Context, by Account, uses, days int) (i Invitation, token string, err error) {
	err = fault.Fields(
		offered("uses", "fault.invitation_uses", InvitationUses, uses),
		offered("days", "fault.invitation_days", InvitationDays, days))
	if err != nil {
		return i, "", err
	}
	token = seal.Token()
	i = Invitation{PID: seal.PublicID(), Uses: uses, EndsAt: a.now().AddDate(0, 0, days)}
	return i, token, a.invite(ctx, by, "invitation.made", i.PID, func(tx *db.Tx) error {
		if err := dropEndedInvitations(ctx, tx, a.now()); err != nil {
			return err
		}
		standing, err := invitations(ctx, tx, a.now())
		if err != nil {
			return err
		}
		if len(standing) >= maxInvitations {
			return fault.New(fault.Conflict, "fault.invitation_many", "N", maxInvitations)
		}
		return insertInvitation(ctx, tx, i, seal.Hash(token))
	})
}

func offered(field, key string, all []int, n int) error {
	if !slices.Contains(all, n) {
		return fault.Field(field, key)
	}
	return nil
}

// Invitations returns those that still let somebody in, the last to end first.
func (a *Accounts) Invitations(ctx context.Context, by Account) ([]Invitation, error) {
	if !by.ModeratesSome() {
		return nil, fault.New(fault.NotFound, "fault.not_here")
	}
	return invitations(ctx, a.db, a.now())
}

// WithdrawInvitation has the invitation of a public id let nobody in any more.
func (a *Accounts) WithdrawInvitation(ctx context.Context, by Account, pid string) error {
	return a.invite(ctx, by, "invitation.withdrawn", pid, func(tx *db.Tx) error {
		n, err := deleteInvitation(ctx, tx, pid)
		if err == nil && n == 0 {
			return fault.New(fault.NotFound, "fault.not_here")
		}
		return err
	})
}

// InvitationStands reports whether a token still lets somebody in.
func (a *Accounts) InvitationStands(ctx context.Context, token string) (bool, error) {
	return invitationStands(ctx, a.db, seal.Hash(token), a.now())
}

// takeInvitation uses up one of j's invitation.
func (a *Accounts) takeInvitation(ctx context.Context, tx *db.Tx, j Joining) error {
	n, err := useInvitation(ctx, tx, seal.Hash(j.Invitation), a.now())
	if err == nil && n == 0 {
		return fault.New(fault.Conflict, "fault.invitation_over")
	}
	return err
}

// invite does what moderators may, and writes it down.
func (a *Accounts) invite(ctx context.Context, by Account, act, pid string, do func(tx *db.Tx) error) error {
	if !by.ModeratesSome() {
		return fault.New(fault.NotFound, "fault.not_here")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		if err := do(tx); err != nil || a.log == nil {
			return err
		}
		return a.log(ctx, tx, by, act, "invitation "+pid)
	})
}
