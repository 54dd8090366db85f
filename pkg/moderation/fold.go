package moderation

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// foldAt is how many members' flags fold a post. A fold is all that a number can do:
// nobody is hidden, silenced or banned because many pressed a button.
const foldAt = 3

// foldFlagged folds a post that enough members have called a moderator to, for as long
// as nobody has looked. It leaves alone what moderators wrote, what one of them has
// approved as it stands, and the words of somebody in distress.
func (d *Desk) foldFlagged(ctx context.Context, tx *db.Tx, a aim) error {
	if a.kind != OnPost || a.post.Removed() || a.post.Folded() {
		return nil
	}
	if a.about.Role == account.Moderator || a.about.Role == account.Operator {
		return nil
	}
	c, err := openCaseOf(ctx, tx, InFlagged, a.kind, a.id)
	if err != nil {
		return err
	}
	if n, err := countWeighing(ctx, tx, c.ID); err != nil || n < foldAt {
		return err
	}
	for _, spared := range []func(context.Context, db.Reader, forum.Post) (bool, error){approved, inDistress} {
		if yes, err := spared(ctx, tx, a.post); err != nil || yes {
			return err
		}
	}
	return d.forum.FoldIn(ctx, tx, a.post.ID, "flags")
}

// inDistress reports whether a post shows a sign of distress, or somebody looks after
// its author because of it.
func inDistress(ctx context.Context, r db.Reader, p forum.Post) (bool, error) {
	if sign := care.Distress(p.Source); sign.Case() {
		return true, nil
	}
	_, err := openCaseOf(ctx, r, InCare, OnPost, int64(p.ID))
	if errors.Is(err, db.ErrNone) {
		return false, nil
	}
	return err == nil, err
}

// approved reports whether a moderator has looked at a post as it stands now and let
// it stand.
func approved(ctx context.Context, r db.Reader, p forum.Post) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int], `
		SELECT COUNT(*) FROM decision x
		WHERE x.post = $1 AND x.revision = $2 AND x.verdict IN ('keep', 'release', 'restore') AND x.state = 'stands'`, p.ID, p.Revision)
	return n > 0, err
}
