package forum

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Draft returns one of by's drafts, also one that was thrown away.
func (f *Forum) Draft(ctx context.Context, by account.Account, pid string) (Draft, error) {
	return f.ownDraft(ctx, f.db, by, pid)
}

// DraftPage is a page of somebody's drafts, newest first.
type DraftPage struct {
	Drafts []Draft
	Next   string // where the next page begins, or "" at the end
}

// Drafts returns by's drafts, under whichever of their names, from the one called
// from on, or from the newest. With thrown, it returns those thrown away.
func (f *Forum) Drafts(ctx context.Context, by account.Account, thrown bool, from string) (DraftPage, error) {
	all, err := f.allDrafts(ctx, f.db, by.ID)
	if err != nil {
		return DraftPage{}, err
	}
	all = slices.DeleteFunc(all, func(d Draft) bool { return d.Thrown() != thrown })
	start := max(0, slices.IndexFunc(all, func(d Draft) bool { return d.PID == from }))
	page := DraftPage{Drafts: all[start:]}
	if len(page.Drafts) > draftsOnPage {
		page.Next = page.Drafts[draftsOnPage].PID
		page.Drafts = page.Drafts[:draftsOnPage]
	}
	return page, nil
}

// allDrafts returns every draft of an account, newest first. Their times are
// sealed, so they are put in order here; each name keeps at most [MaxDrafts].
func (f *Forum) allDrafts(ctx context.Context, r db.Reader, of account.ID) ([]Draft, error) {
	if of == 0 {
		return nil, nil
	}
	names, err := f.accounts.NamesOf(ctx, r, of)
	if err != nil {
		return nil, err
	}
	var all []Draft
	for _, name := range names {
		drafts, err := draftsOf(ctx, r, f.keys.Load(), name.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, drafts...)
	}
	slices.SortFunc(all, func(a, b Draft) int {
		if n := b.SavedAt.Compare(a.SavedAt); n != 0 {
			return n
		}
		return strings.Compare(a.PID, b.PID)
	})
	return all, nil
}

// ThrowDraft throws one of by's drafts away. For [DraftDays] it can be taken out again.
func (f *Forum) ThrowDraft(ctx context.Context, by account.Account, pid string) error {
	return f.changeDraft(ctx, by, pid, func(d *Draft) {
		if !d.Thrown() {
			d.ThrownAt = f.now()
		}
	})
}

// TakeOutDraft takes a draft out again that by threw away.
func (f *Forum) TakeOutDraft(ctx context.Context, by account.Account, pid string) error {
	return f.changeDraft(ctx, by, pid, func(d *Draft) { d.ThrownAt, d.SavedAt = time.Time{}, f.now() })
}

func (f *Forum) changeDraft(ctx context.Context, by account.Account, pid string, change func(*Draft)) error {
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		d, err := f.ownDraft(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		change(&d)
		_, err = putDraft(ctx, tx, f.keys.Load(), d)
		return err
	})
}
