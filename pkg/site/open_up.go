package site

import (
	"context"
	"strconv"

	"github.com/kindword/kindword/pkg/db"
)

// OpenUp lets the public write on the site, or closes it to all but moderators.
// Reading, the crisis contacts, drafts, and everybody's own words stay as they
// are. Whether the site has what it needs is for whoever calls to ask first.
func (s *Site) OpenUp(ctx context.Context, by Actor, open bool) error {
	act := "site.closed"
	if open {
		act = "site.opened"
	}
	return s.act(ctx, by, act, "site", func(tx *db.Tx) error {
		if err := saveSetting(ctx, tx, closedKey, strconv.FormatBool(!open)); err != nil {
			return err
		}
		return s.changed(ctx, tx)
	})
}
