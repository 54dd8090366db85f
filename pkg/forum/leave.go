package forum

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
)

// leftAtOnce is how many posts or threads of somebody who leaves one transaction
// changes: nobody else can write meanwhile.
const leftAtOnce = 50

// Erased is told when words were overwritten for good. They may still stand in the
// raw files: whoever keeps those has them written anew (see [db.DB.Purge]).
type Erased struct{}

// Subscribe has the forum hear of names that leave or change.
func (f *Forum) Subscribe(q *events.Queue) {
	events.On(q, "forum.name-left", f.NameLeft)
	events.On(q, "forum.account-ended", f.AccountEnded)
	events.On(q, "forum.renamed", f.Renamed)
	events.On(q, "forum.role-changed", f.RoleChanged)
}

// Renamed has every page made anew that shows a name, now that it is another:
// somebody who was recognised must not go on being shown. Told again, it does the
// same.
func (f *Forum) Renamed(ctx context.Context, e account.Renamed) error {
	return f.showAnew(ctx, e.Name)
}

// RoleChanged does the same for the word of a role beside a name.
func (f *Forum) RoleChanged(ctx context.Context, e account.RoleChanged) error {
	return f.showAnew(ctx, e.Name)
}

// NameLeft does with what a name wrote what its owner wished. Drafts go in any case,
// and so does what was not posted yet;
// kind words go unless the name is to stay; and with [account.RemoveWords] every
// word goes, also of earlier versions, and placeholders keep the threads' shape. It
// works in small steps. Told again, it finds nothing left to do.
func (f *Forum) NameLeft(ctx context.Context, e account.Left) error {
	err := f.db.Tx(ctx, func(tx *db.Tx) error {
		if err := f.leaveHeld(ctx, tx, e.Name); err != nil {
			return err
		}
		return deleteDraftsOf(ctx, tx, f.keys.Load(), e.Name)
	})
	if err != nil {
		return fmt.Errorf("forget drafts: %w", err)
	}
	if e.Choice != account.KeepName {
		if err := f.inSteps(ctx, func(tx *db.Tx) (bool, error) { return f.forgetKindWords(ctx, tx, e.Name) }); err != nil {
			return fmt.Errorf("forget kind words: %w", err)
		}
	}
	if e.Choice == account.RemoveWords {
		if err := f.removeWords(ctx, e.Name); err != nil {
			return fmt.Errorf("remove words: %w", err)
		}
	}
	return f.showAnew(ctx, e.Name)
}

// inSteps runs step in transactions of its own until there is no more to do.
func (f *Forum) inSteps(ctx context.Context, step func(tx *db.Tx) (more bool, err error)) error {
	for more := true; more; {
		err := f.db.Tx(ctx, func(tx *db.Tx) (err error) {
			more, err = step(tx)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetKindWords takes some kind words of a name back.
func (f *Forum) forgetKindWords(ctx context.Context, tx *db.Tx, name account.NameID) (more bool, err error) {
	posts, err := kindWordsOf(ctx, tx, name, leftAtOnce)
	if err != nil {
		return false, err
	}
	for _, p := range posts {
		if err := putKindWord(ctx, tx, p.post, name, NoKindWord, 0); err != nil {
			return false, err
		}
		if err := countKindWords(ctx, tx, p.post); err != nil {
			return false, err
		}
		if _, err := f.touch(ctx, tx, p.thread); err != nil {
			return false, err
		}
	}
	return len(posts) == leftAtOnce, nil
}

// removeWords wipes every word of a name's, whatever stands of it.
func (f *Forum) removeWords(ctx context.Context, name account.NameID) error {
	err := f.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		posts, err := postsToWipe(ctx, tx, name, leftAtOnce)
		if err != nil {
			return false, err
		}
		for _, p := range posts {
			if err := f.leavePost(ctx, tx, p); err != nil {
				return false, err
			}
		}
		return len(posts) == leftAtOnce, nil
	})
	if err != nil {
		return err
	}
	err = f.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		moved, err := wipeMoves(ctx, tx, name, leftAtOnce)
		if err != nil {
			return false, err
		}
		for _, t := range moved {
			if _, err := f.touch(ctx, tx, t); err != nil {
				return false, err
			}
		}
		return len(moved) == leftAtOnce, nil
	})
	if err != nil {
		return err
	}
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		if err := wipeMerged(ctx, tx, name); err != nil {
			return err
		}
		if err := f.dropNotesOf(ctx, tx, name); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Erased{})
	})
}

// leavePost leaves a placeholder of p and none of its words.
func (f *Forum) leavePost(ctx context.Context, tx *db.Tx, p Post) error {
	t, err := findThreadID(ctx, tx, p.Thread)
	if err != nil {
		return err
	}
	if !p.Removed() {
		if err := f.takeDown(ctx, tx, t, p, ByLeaving, "", f.now()); err != nil {
			return err
		}
	}
	if err := wipe(ctx, tx, p, f.now()); err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, t.ID)
	return err
}

// showAnew has every page made anew that shows the name.
func (f *Forum) showAnew(ctx context.Context, name account.NameID) error {
	for after := ThreadID(0); ; {
		var threads []ThreadID
		err := f.db.Tx(ctx, func(tx *db.Tx) (err error) {
			if threads, err = threadsWith(ctx, tx, name, after, leftAtOnce); err != nil {
				return err
			}
			for _, t := range threads {
				if err := f.touchKin(ctx, tx, t); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || len(threads) < leftAtOnce {
			return err
		}
		after = threads[len(threads)-1]
	}
}

// touchKin touches a thread and those split from it, in which whoever wrote in it
// may be mentioned.
func (f *Forum) touchKin(ctx context.Context, tx *db.Tx, t ThreadID) error {
	kin, err := splitOffFrom(ctx, tx, t)
	if err != nil {
		return err
	}
	for _, id := range append(kin, t) {
		if _, err := f.touch(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// marksScanned is how many marks are opened between two breaths.
const marksScanned = 1_000

// AccountEnded forgets where somebody who is gone was in any thread. Only the
// master key knows which marks are theirs, so all are looked at.
func (f *Forum) AccountEnded(ctx context.Context, e account.Ended) error {
	f.marks.forget(e.Account)
	keys := f.keys.Load()
	return eachMark(ctx, f.db, func(m sealedRow) error {
		if at, err := openMark(keys, m.key, m.sealed); err != nil || at.account != e.Account {
			return nil // another's, or of another master key: nobody will ever find it
		}
		return f.db.Tx(ctx, func(tx *db.Tx) error { return deleteMark(ctx, tx, m.key) })
	})
}

// eachMark hands do every mark, in the order of their keys.
func eachMark(ctx context.Context, r db.Reader, do func(sealedRow) error) error {
	for after := []byte{}; ; {
		some, err := marksAfter(ctx, r, after, marksScanned)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, m := range some {
			if err := do(m); err != nil {
				return err
			}
		}
		after = some[len(some)-1].key
	}
}
