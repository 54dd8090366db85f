package forum

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Held returns what is called pid and waits, or waited: to its author, and to the
// moderators of its board. To anybody else there is no such page.
func (f *Forum) Held(ctx context.Context, by account.Account, pid string) (Held, error) {
	return f.held(ctx, f.db, by, pid, func(h Held) bool { return by.Moderates(int64(h.Board)) })
}

// held returns what is called pid when it is by's or let lets them see it. Another's
// is asked for in the same way as what does not exist.
func (f *Forum) held(ctx context.Context, r db.Reader, by account.Account, pid string, let func(Held) bool) (Held, error) {
	if by.Guest() {
		return Held{}, notHere()
	}
	h, err := db.One(ctx, r, scanHeld, selectHeld+`WHERE h.pid = $1`, pid)
	if err != nil {
		return Held{}, orNotHere(err)
	}
	owns, err := f.owns(ctx, r, by, h.By)
	if err != nil {
		return Held{}, err
	}
	if !owns && !let(h) {
		return Held{}, notHere()
	}
	return h, nil
}

// ownHeld is [Forum.held] for its author alone.
func (f *Forum) ownHeld(ctx context.Context, r db.Reader, by account.Account, pid string) (Held, error) {
	return f.held(ctx, r, by, pid, func(Held) bool { return false })
}

// HeldIn returns what by wrote in a thread and what still waits, the oldest first.
func (f *Forum) HeldIn(ctx context.Context, by account.Account, thread ThreadID) ([]Held, error) {
	all, err := f.heldOf(ctx, f.db, by, Waiting)
	return slices.DeleteFunc(all, func(h Held) bool { return h.Thread != thread }), err
}

// OwnHeld returns what by wrote, under any of their names, and what still waits, the
// oldest first.
func (f *Forum) OwnHeld(ctx context.Context, by account.Account) ([]Held, error) {
	return f.heldOf(ctx, f.db, by, Waiting)
}

func (f *Forum) heldOf(ctx context.Context, r db.Reader, by account.Account, s HeldState) (all []Held, err error) {
	if by.Guest() {
		return nil, nil
	}
	names, err := f.accounts.NamesOf(ctx, r, by.ID)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(names, namesAskedAtOnce) {
		args := make([]any, namesAskedAtOnce, namesAskedAtOnce+1)
		for i := range args {
			args[i] = some[min(i, len(some)-1)].ID
		}
		held, err := db.All(ctx, r, scanHeld, selectHeld+`
			WHERE h.name IN (`+db.In(1, namesAskedAtOnce)+`) AND h.state = $33 ORDER BY h.id LIMIT 100`, append(args, s)...)
		if err != nil {
			return nil, err
		}
		all = append(all, held...)
	}
	slices.SortFunc(all, func(a, b Held) int { return int(a.ID - b.ID) })
	return all, nil
}

// writtenHeld returns what a name wrote that waits or was declined.
func writtenHeld(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenHeld, error) {
	held, err := db.All(ctx, r, scanHeld, selectHeld+`WHERE h.name = $1 AND h.form <> '' ORDER BY h.id`, name)
	all := make([]WrittenHeld, len(held))
	for i, h := range held {
		all[i] = WrittenHeld{h.PID, h.State, h.HeldAt, h.Why, h.Title, h.Source, h.Note, h.reply.Link}
	}
	return all, err
}
