package moderation

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/duty"
)

// veil takes from cases of care what was noticed about somebody, unless by is to see
// it: whoever is on duty, and the operators where nobody who looks after the board is.
// The case itself, and the words, are there for every moderator of the board.
func (d *Desk) veil(ctx context.Context, by account.Account, cases ...*Case) error {
	if d.onDuty == nil {
		return nil
	}
	on := d.onDuty()
	if slices.ContainsFunc(on, func(s duty.Shift) bool { return s.Of.ID == by.Name.ID }) {
		return nil
	}
	var there []account.Serving
	if by.Operates() && len(on) > 0 {
		team, err := account.Team(ctx, d.db)
		if err != nil {
			return err
		}
		for _, one := range team {
			if slices.ContainsFunc(on, func(s duty.Shift) bool { return s.Of.ID == one.Name.ID }) {
				there = append(there, one)
			}
		}
	}
	for _, c := range cases {
		someone := slices.ContainsFunc(there, func(s account.Serving) bool { return s.LooksAfter(int64(c.Board)) })
		if c.Queue != InCare || !c.Open() || by.Operates() && !someone {
			continue
		}
		c.Veiled, c.Sign, c.Harm = true, care.NoSign, harmCare
		c.CalledAt, c.Calls = time.Time{}, 0
	}
	return nil
}
