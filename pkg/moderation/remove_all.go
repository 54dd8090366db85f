package moderation

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

const (
	// mostRemoved is how many posts one decision takes down. Others wait to write
	// meanwhile, and nobody advertises in more before somebody looks.
	mostRemoved = 300
	// previewed is how many of them a preview shows.
	previewed = 20
)

// Preview is what would be taken down with everything by one name.
type Preview struct {
	Posts []forum.Post // the newest of them, whole
	N     int          // how many it would be
	More  bool         // there are more than one decision takes down
}

// PreviewAll returns what the verdict [RemoveAll] would take down in the case called pid.
func (d *Desk) PreviewAll(ctx context.Context, by account.Account, pid string) (Preview, error) {
	_, a, err := d.open(ctx, d.db, by, pid)
	if err != nil {
		return Preview{}, err
	}
	posts, more, err := standing(ctx, d.db, by, a.about.ID)
	return Preview{Posts: posts[:min(len(posts), previewed)], N: len(posts), More: more}, err
}

// standing returns the newest posts of a name that stand on boards that by looks
// after: what is elsewhere is for others to read, and to take down.
func standing(ctx context.Context, r db.Reader, by account.Account, name account.NameID) (posts []forum.Post, more bool, err error) {
	if name == 0 {
		return nil, false, nil
	}
	looks := map[forum.ThreadID]bool{}
	for before := forum.PostID(0); ; {
		some, err := forum.PostsOfName(ctx, r, name, before, 100)
		if err != nil || len(some) == 0 {
			return posts, false, err
		}
		for _, p := range some {
			if p.Removed() {
				continue
			}
			if _, known := looks[p.Thread]; !known {
				t, err := forum.FindWholeThread(ctx, r, p.Thread)
				if err != nil {
					return nil, false, err
				}
				looks[p.Thread] = by.Moderates(int64(t.Board))
			}
			if !looks[p.Thread] {
				continue
			}
			if len(posts) == mostRemoved {
				return posts, true, nil
			}
			posts = append(posts, p)
		}
		before = some[len(some)-1].ID
	}
}

// removeAll takes down everything by a name on by's boards, and has what they write next wait for a
// moderator.
func (d *Desk) removeAll(ctx context.Context, tx *db.Tx, by account.Account, a aim, x *Decision) error {
	posts, _, err := standing(ctx, tx, by, a.about.ID)
	if err != nil {
		return err
	}
	if a.kind == OnHeld {
		x.effect.Held = forum.HeldID(a.id)
		if err := d.forum.DeclineIn(ctx, tx, x.effect.Held); err != nil {
			return err
		}
	}
	for _, p := range posts {
		if sign, err := inDistress(ctx, tx, p); err != nil || sign {
			if err != nil {
				return err
			}
			continue // whoever may be in danger is not silenced in passing
		}
		if err := d.forum.RemoveIn(ctx, tx, p.ID, forum.Reason(x.Reason)); err != nil {
			return err
		}
		x.effect.Removed = append(x.effect.Removed, p.ID)
	}
	if len(x.effect.Removed) == 0 && a.kind != OnHeld {
		return fault.Field("verdict", "fault.desk_nothing")
	}
	return d.bind(ctx, tx, a.about.ID, x)
}

// mostGiven is how many posts that went together are given back on one page.
const mostGiven = 50

// TakenDown returns the public ids of the newest posts that the decision called pid took
// down together, for whoever wrote them. Anybody else is answered as if there was none.
func (d *Desk) TakenDown(ctx context.Context, by account.Account, pid string) ([]string, error) {
	x, err := findDecisionCalled(ctx, d.db, pid)
	if err != nil {
		return nil, err
	}
	names, err := d.accounts.NamesOf(ctx, d.db, by.ID)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(names, func(n account.Name) bool { return n.ID == x.About }) {
		return nil, notHere()
	}
	var pids []string
	for _, id := range x.effect.Removed[:min(len(x.effect.Removed), mostGiven)] {
		s, err := forum.FindSubject(ctx, d.db, id)
		if err != nil {
			return nil, err
		}
		pids = append(pids, s.Post.PID)
	}
	return pids, nil
}
