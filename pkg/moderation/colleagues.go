package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Colleagues returns the names of the other moderators who look after the board of the
// case called pid: those it can be handed to.
func (d *Desk) Colleagues(ctx context.Context, by account.Account, pid string) ([]account.Name, error) {
	c, err := findCaseCalled(ctx, d.db, pid)
	if err != nil {
		return nil, err
	}
	if err := canLook(by, c); err != nil {
		return nil, err
	}
	return colleagues(ctx, d.db, by, c)
}

// colleagues are the other moderators who look after the board of a case.
func colleagues(ctx context.Context, r db.Reader, by account.Account, c Case) ([]account.Name, error) {
	team, err := account.Team(ctx, r)
	if err != nil {
		return nil, err
	}
	var names []account.Name
	for _, one := range team {
		if one.Name.ID != by.Name.ID && one.LooksAfter(int64(c.Board)) {
			names = append(names, one.Name)
		}
	}
	return names, nil
}

// mostDecided is as far as [Desk.DecidedSince] counts: more than anybody should.
const mostDecided = 200

// DecidedSince returns how much by has decided since a moment. It is for their own page
// alone, which says when it is time to rest.
func (d *Desk) DecidedSince(ctx context.Context, by account.Account, since time.Time) (int, error) {
	return db.One(ctx, d.db, db.Value[int], `
		SELECT COUNT(*) FROM (
			SELECT x.id FROM decision x WHERE x.decided_by = $1 AND x.decided_at >= $2 LIMIT $3) AS found`, by.Name.ID, db.Time(since), mostDecided)
}
