package forum

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
)

// reading is one reader in one thread.
type reading struct {
	*Forum
	by     account.Account
	me     account.Name
	thread Thread
	looks  bool // after the thread's board: a moderator of it
}

func (f *Forum) reading(ctx context.Context, by account.Account, t Thread) (*reading, error) {
	me, err := f.nameIn(ctx, f.db, by, t.ID)
	return &reading{Forum: f, by: by, me: me, thread: t, looks: by.Moderates(int64(t.Board))}, err
}

// mine reports whether the reader wrote what n wrote.
func (r *reading) mine(n account.NameID) bool {
	return r.by.Member() && (n == r.me.ID || n == r.by.Name.ID)
}

// reply returns p as this reader sees it.
func (r *reading) reply(p Post, level int) *Reply {
	reply := &Reply{Post: p, Level: level, Mine: r.mine(p.By.ID)}
	if reply.Mine || r.looks {
		reply.Kept = p.kept
	}
	return reply
}

// complete adds to replies what takes more than their own rows to know.
func (r *reading) complete(ctx context.Context, replies ...*Reply) error {
	if err := r.claim(ctx, replies); err != nil {
		return err
	}
	if err := r.uncover(ctx, replies); err != nil {
		return err
	}
	if err := r.addNotes(ctx, replies); err != nil {
		return err
	}
	return r.sayToWhom(ctx, replies)
}

// claim finds the reader's own among replies that were written under a name for
// another thread, and came here when a moderator merged or split.
func (r *reading) claim(ctx context.Context, replies []*Reply) error {
	theirs := map[int64]account.Name{}
	for _, reply := range replies {
		thread := reply.By.Thread
		if r.by.Guest() || reply.Mine || thread == 0 || thread == int64(r.thread.ID) {
			continue
		}
		if _, known := theirs[thread]; !known {
			name, err := r.accounts.NameIn(ctx, r.db, r.by, thread)
			if err != nil {
				return err
			}
			theirs[thread] = name
		}
		if reply.Mine = theirs[thread].ID == reply.By.ID; reply.Mine {
			reply.Kept = reply.kept
		}
	}
	return nil
}

// answeredAtOnce is how many posts [reading.sayToWhom] asks for in one statement:
// a page's worth.
const answeredAtOnce = maxPosts + maxLedHere + 2

// sayToWhom tells each reply whom it answers. Most answer one that is on the same
// page; the others are asked for.
func (r *reading) sayToWhom(ctx context.Context, replies []*Reply) error {
	known := map[PostID]*Answered{}
	for _, reply := range replies {
		known[reply.ID] = answered(reply.Post)
	}
	var missing []any
	for _, reply := range replies {
		if _, ok := known[reply.Parent]; !ok && reply.Parent != 0 && !slices.Contains(missing, any(reply.Parent)) {
			missing = append(missing, reply.Parent)
		}
	}
	for some := range slices.Chunk(missing, answeredAtOnce) {
		found, err := answeredPosts(ctx, r.db, some)
		if err != nil {
			return err
		}
		for id, a := range found {
			known[id] = a
		}
	}
	for _, reply := range replies {
		reply.To = known[reply.Parent]
	}
	return nil
}

func answered(p Post) *Answered {
	return &Answered{PID: p.PID, By: p.By, Removed: p.Removed(), Opening: p.Opening()}
}
