package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// What is taken out of a post is sealed for a day, and for as long as an appeal is
// open, so that it can be put back. Then it is destroyed.

type redactionID = forum.RedactionID

func (d *Desk) redact(ctx context.Context, tx *db.Tx, a aim, x *Decision) error {
	words := x.effect.Plan.passages(a.words())
	id, err := d.forum.RedactIn(ctx, tx, a.post.ID, words, x.UndoUntil)
	x.effect.Redaction, x.effect.Plan.Spans = []redactionID{id}, nil
	return err
}

func (d *Desk) unredact(ctx context.Context, tx *db.Tx, all []redactionID) error {
	for _, id := range all {
		if err := d.forum.UnredactIn(ctx, tx, id); err != nil {
			return err
		}
	}
	return nil
}

// keepRedacted keeps what x took out until a moment, or by zero until an appeal has ended.
func (d *Desk) keepRedacted(ctx context.Context, tx *db.Tx, x Decision, until time.Time) error {
	for _, r := range x.effect.Redaction {
		if err := d.forum.KeepRedacted(ctx, tx, r, until); err != nil {
			return err
		}
	}
	return nil
}

// redacted returns the words that x took out, while they are kept.
func (d *Desk) redacted(ctx context.Context, x Decision) (all []string, err error) {
	for _, r := range x.effect.Redaction {
		words, err := d.forum.Redacted(ctx, d.db, r)
		if err != nil && !fault.Is(err, fault.Gone) {
			return nil, err
		}
		all = append(all, words...)
	}
	return all, nil
}

// destroyRedacted destroys what is kept of it.
func (d *Desk) destroyRedacted(ctx context.Context, tx *db.Tx, x *Decision) error {
	for _, r := range x.effect.Redaction {
		if err := d.forum.DestroyIn(ctx, tx, r); err != nil {
			return err
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
