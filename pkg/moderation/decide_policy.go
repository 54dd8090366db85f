package moderation

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// inThreadFor is for how long having written in a thread keeps a moderator from
// deciding on it: they are a part of it, whatever they think.
const inThreadFor = 7 * 24 * time.Hour

// canLook returns nil when by looks after the board of c. To anybody else there is no
// such page.
func canLook(by account.Account, c Case) error {
	if !by.Moderates(int64(c.Board)) {
		return notHere()
	}
	return nil
}

// mayDecide returns nil when by may decide on c, or the fault that says why they may
// not: they wrote it, they flagged it, or they are in the conversation. It is asked of
// all their names, through the seal, and told to them alone. Looking after somebody in
// danger is no verdict on anybody, so having answered them is no obstacle to saying
// that it is done.
func (d *Desk) mayDecide(ctx context.Context, r db.Reader, by account.Account, c Case, v Verdict) error {
	if err := canLook(by, c); err != nil {
		return err
	}
	names, err := d.accounts.NamesOf(ctx, r, by.ID)
	if err != nil {
		return err
	}
	ids := make([]account.NameID, len(names))
	for i, n := range names {
		ids[i] = n.ID
	}
	if slices.Contains(ids, c.About.ID) {
		return fault.New(fault.Forbidden, "fault.desk_own_words")
	}
	raised, err := flaggers(ctx, r, c.ID)
	if err != nil {
		return err
	}
	for _, id := range raised {
		if slices.Contains(ids, id) {
			return fault.New(fault.Forbidden, "fault.desk_own_flag")
		}
	}
	if c.Thread == 0 || v == Close {
		return nil
	}
	wrote, err := forum.WroteSince(ctx, r, ids, c.Thread, d.now().Add(-inThreadFor))
	if err == nil && wrote {
		err = fault.New(fault.Forbidden, "fault.desk_in_thread")
	}
	return err
}

// canBind returns nil when v may be decided about name. Nobody's role is taken away by
// pausing them: an operator does that first, in the open.
func canBind(v Verdict, name account.Name) error {
	if v.onPerson() && (name.Role == account.Moderator || name.Role == account.Operator) {
		return fault.New(fault.Forbidden, "fault.desk_own_house")
	}
	return nil
}
