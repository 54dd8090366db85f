package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// maxKin bounds how many threads a thread was split from or joined with are asked
// for a name. Moderators rarely do either twice.
const maxKin = 16

// nameIn returns the name by writes with in a thread: the one they took for it, or
// for a thread that it was split from or that was merged into it, or else their
// own. Nobody's own name may appear in a thread because a moderator tidied up.
func (f *Forum) nameIn(ctx context.Context, r db.Reader, by account.Account, thread ThreadID) (account.Name, error) {
	if by.Guest() {
		return account.Name{}, nil
	}
	kin := []ThreadID{thread}
	for i := 0; i < len(kin) && i < maxKin; i++ {
		name, err := f.accounts.NameIn(ctx, r, by, int64(kin[i]))
		if err != nil || name.OneThread() {
			return name, err
		}
		more, err := kinOf(ctx, r, kin[i])
		if err != nil {
			return account.Name{}, err
		}
		kin = append(kin, more...)
	}
	return by.Name, nil
}

// NameIn returns the name by which by would write in t; a guest has none.
func (f *Forum) NameIn(ctx context.Context, by account.Account, t ThreadID) (account.Name, error) {
	return f.nameIn(ctx, f.db, by, t)
}

// owns reports whether name is one of by's: their own, or the one they took for a
// thread, wherever its posts stand now.
func (f *Forum) owns(ctx context.Context, r db.Reader, by account.Account, name account.Name) (bool, error) {
	if by.Guest() {
		return false, nil
	}
	if !name.OneThread() {
		return name.ID == by.Name.ID, nil
	}
	theirs, err := f.accounts.NameIn(ctx, r, by, name.Thread)
	return err == nil && theirs.ID == name.ID, err
}

// kinOf returns the threads whose names for one thread hold in thread too, one
// step away.
func kinOf(ctx context.Context, r db.Reader, thread ThreadID) ([]ThreadID, error) {
	return db.All(ctx, r, db.Value[ThreadID], `
		SELECT t.split_from FROM thread t WHERE t.id = $1 AND t.split_from IS NOT NULL
		UNION ALL
		SELECT m.id FROM thread m WHERE m.merged_into = $1`, thread)
}

// nameToWriteWith returns the name by writes with in a thread, which is fresh if
// they ask for one and nothing of theirs is there yet.
func (f *Forum) nameToWriteWith(ctx context.Context, tx *db.Tx, by account.Account, t ThreadID, fresh string) (account.Name, error) {
	name, err := f.nameIn(ctx, tx, by, t)
	if err != nil || fresh == "" {
		return name, err
	}
	wrote, err := wroteIn(ctx, tx, name.ID, t)
	if err != nil {
		return name, err
	}
	if wrote {
		return name, fault.Field("name", "fault.name_too_late")
	}
	return f.accounts.NewNameIn(ctx, tx, by, int64(t), fresh)
}

// MayBeFresh reports whether by may still take a name for t alone: when they have
// none, and have not written in it.
func (f *Forum) MayBeFresh(ctx context.Context, by account.Account, t Thread) (bool, error) {
	name, err := f.nameIn(ctx, f.db, by, t.ID)
	if err != nil || by.Guest() || name.OneThread() {
		return false, err
	}
	wrote, err := wroteIn(ctx, f.db, name.ID, t.ID)
	return !wrote, err
}
