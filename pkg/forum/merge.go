package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// MaxTidied is how many posts a merge or a split may move. It happens in one
// transaction, so that nobody ever reads half of it, and everybody else who writes
// waits meanwhile: for about a tenth of a second.
const MaxTidied = 2_000

// CanMerge returns nil when by may put the posts of from into into, or the fault to
// show them. What was written for members must not come to stand in public.
func CanMerge(by account.Account, from, into Thread) error {
	if err := CanModerate(by, from); err != nil {
		return err
	}
	if err := CanModerate(by, into); err != nil {
		return err
	}
	switch {
	case from.ID == into.ID:
		return fault.Field("into", "fault.merge_itself")
	case from.Removed() || into.Removed():
		return fault.New(fault.Conflict, "fault.merge_removed")
	case from.Audience.Narrower(into.Audience) != into.Audience:
		return fault.Field("into", "fault.merge_wider")
	}
	return nil
}

// Merge puts every post of the thread called from into the one called into, for a
// moderator of both their boards. The opening post becomes a reply to the other
// opening, with all that is under it; every post keeps its address, and so does the
// thread, which leads on to the other. To those who read along, what came is new:
// it is put after what was there. The short version, the ending and the labels stay
// those of into.
func (f *Forum) Merge(ctx context.Context, by account.Account, from, into string) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		one, err := findThread(ctx, tx, by, from)
		if err != nil {
			return err
		}
		other, err := findThread(ctx, tx, by, into)
		if err != nil {
			return err
		}
		if err := CanMerge(by, one, other); err != nil {
			return err
		}
		opening, err := findPostID(ctx, tx, one.Opening)
		if err != nil {
			return err
		}
		if opening.Descendants >= MaxTidied {
			return fault.New(fault.TooLarge, "fault.tidy_large", "N", MaxTidied)
		}
		if err := mergePosts(ctx, tx, one, other, opening); err != nil {
			return err
		}
		if err := f.leadOn(ctx, tx, one, other); err != nil {
			return err
		}
		if err := f.record(ctx, tx, by, one.Board, "thread.merged", audit.Subject("thread", one.PID), ""); err != nil {
			return err
		}
		if err := f.record(ctx, tx, by, other.Board, "thread.joined", audit.Subject("thread", other.PID), ""); err != nil {
			return err
		}
		return f.events.Tell(ctx, tx, Tidied{Act: "thread.merged", Thread: one.ID, Other: other.ID})
	})
}

// leadOn makes one's address, and those that led to it, lead to other.
func (f *Forum) leadOn(ctx context.Context, tx *db.Tx, one, other Thread) error {
	for _, q := range []string{
		`UPDATE thread SET merged_into = $1 WHERE merged_into = $2`,
		`UPDATE thread SET merged_into = $1, replies = 0, others = 0, pinned_at = NULL, ask_on = NULL WHERE id = $2`,
	} {
		if _, err := tx.Exec(ctx, q, other.ID, one.ID); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, `DELETE FROM thread_label WHERE thread = $1`, one.ID); err != nil {
		return err
	}
	if _, err := f.touch(ctx, tx, one.ID); err != nil {
		return err
	}
	_, err := f.touch(ctx, tx, other.ID)
	return err
}
