package account

import "context"

// NameCalled returns the name with a public id, as its own page shows it, or
// fault.NotFound.
func (a *Accounts) NameCalled(ctx context.Context, pid string) (Name, error) {
	return FindName(ctx, a.db, pid)
}
