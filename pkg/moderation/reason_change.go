package moderation

import (
	"context"
	"regexp"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

var reasonSlug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// AddReason adds a written reason, for an operator. Its slug stays for good: it is what
// the record keeps.
func (d *Desk) AddReason(ctx context.Context, by account.Account, r Reason) error {
	if len(r.Slug) > 40 || !reasonSlug.MatchString(r.Slug) {
		return fault.Field("slug", "fault.reason_slug")
	}
	if err := r.check(); err != nil {
		return err
	}
	return d.changeReason(ctx, by, "reason.added", r.Slug, func(tx *db.Tx) error {
		all, err := readReasons(ctx, tx)
		if err != nil {
			return err
		}
		for _, other := range all {
			if other.Slug == r.Slug {
				return fault.Field("slug", "fault.reason_taken")
			}
		}
		return insertReason(ctx, tx, r)
	})
}

// ChangeReason changes what the reason of r's slug says and is for, for an operator,
// unless somebody has changed it since r's version.
func (d *Desk) ChangeReason(ctx context.Context, by account.Account, r Reason) error {
	if err := r.check(); err != nil {
		return err
	}
	return d.changeReason(ctx, by, "reason.changed", r.Slug, func(tx *db.Tx) error {
		return orStale(updateReason(ctx, tx, r))
	})
}

// ArchiveReason offers a reason no more, or again, for an operator.
func (d *Desk) ArchiveReason(ctx context.Context, by account.Account, slug string, version int64, archived bool) error {
	act, at := "reason.restored", time.Time{}
	if archived {
		act, at = "reason.archived", d.now()
	}
	return d.changeReason(ctx, by, act, slug, func(tx *db.Tx) error {
		return orStale(setReasonArchived(ctx, tx, slug, version, at))
	})
}

func (d *Desk) changeReason(ctx context.Context, by account.Account, act, slug string, do func(tx *db.Tx) error) error {
	if !by.Operates() {
		return notHere()
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		tx.After(d.reasons.forget)
		return d.record(ctx, tx, by, act, audit.Subject("reason", slug), "", Case{})
	})
}

func orStale(changed bool, err error) error {
	if err == nil && !changed {
		err = fault.New(fault.Conflict, "fault.changed_meanwhile")
	}
	return err
}
