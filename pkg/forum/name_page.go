package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Name returns the name called pid for its page: who it is, since when, and what
// they say about themselves. A name for one thread is seen by whoever may see that
// thread. Of somebody who left as a former member there is no page.
func (f *Forum) Name(ctx context.Context, by account.Account, pid string) (account.Name, error) {
	n, err := db.One(ctx, f.db, func(r db.Row) (n account.Name, err error) {
		err = r.Scan(append(intoName(&n), &n.About, &n.Since)...)
		return n, err
	}, `
		SELECT `+nameColumns+`, n.about, n.since FROM name n LEFT JOIN account o ON o.id = n.account
		WHERE n.id = `+nearest("name", "a.id")+` AND `+ifNearest("name", `n.shown <> '' AND (n.thread IS NULL OR EXISTS (
			SELECT t.id FROM thread t WHERE t.id = (SELECT coalesce(a.merged_into, a.id) FROM thread a WHERE a.id = n.thread) AND `+Visible(2)+`))`),
		pid, Eyes(by))
	return n, orNotHere(err)
}
