package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// Held is everything accounts hold about one name: what an operator can be made to
// hand over. It is small, because there is no more.
type Held struct {
	Name    Name
	Account *Export // of a name somebody goes by everywhere; nil for others
	Sealed  bool    // whose it is stands sealed in its row. It is not opened here
}

// Disclose returns what is held about the names shown as shown, of which there is
// one at most that somebody has now. A name taken for one thread stays apart from
// its owner's others: this opens no seal but the owner's own address and, of what was
// decided about them, what was decided on this name.
func (a *Accounts) Disclose(ctx context.Context, shown string) ([]Held, error) {
	clean, err := cleanName(shown)
	if err != nil {
		return nil, err
	}
	names, err := findNamesShown(ctx, a.db, clean)
	if err != nil {
		return nil, err
	}
	held := make([]Held, len(names))
	for i, n := range names {
		held[i].Name = n
		h, err := findHolder(ctx, a.db, n.ID)
		if err != nil {
			return nil, err
		}
		held[i].Sealed = len(h.sealed) > 0
		if h.account == 0 {
			continue
		}
		kept, err := a.keptOf(ctx, a.db, h.account)
		if err != nil {
			return nil, err
		}
		sanctions, err := a.decidedOn(ctx, a.db, n.ID)
		if err != nil {
			return nil, err
		}
		kept.Standing = exported(sanctions)
		held[i].Account = &kept
	}
	return held, nil
}

// findNamesShown looks at every name: it is asked once in a long while.
func findNamesShown(ctx context.Context, r db.Reader, shown string) ([]Name, error) {
	return db.All(ctx, r, scanName, `SELECT `+nameColumns+fromName+`WHERE n.shown = $1 ORDER BY n.id`, shown)
}
