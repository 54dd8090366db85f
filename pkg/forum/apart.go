package forum

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// Who is not shown to whom is decided in this file and nowhere else. What may be seen
// at all is [Visible]'s to say; here are the members who chose to be out of each
// other's sight. It is a kindness and no wall: whoever is not signed in sees what is
// public, as everybody does, and the page on which somebody chooses says so.

// keepsApart reports whether a choice keeps something on board from by's eyes. Whoever
// looks after a board sees there what others would rather they did not: nobody is out
// of the sight of those who look after the place. Their own choice holds for them too.
func keepsApart(by account.Account, whose account.Whose, board BoardID) bool {
	return whose == account.Mine || whose == account.Theirs && !by.Moderates(int64(board))
}

// keepApart takes from replies, and from the thread, what their authors and the reader
// do not see of each other. Each stays where it is, so that a conversation keeps its
// shape, and nothing tells whose it was.
func (r *reading) keepApart(ctx context.Context, replies []*Reply) error {
	meet := func(n account.Name) account.Meeting { return account.Meeting{As: r.me.ID, With: n.ID} }
	met := []account.Meeting{meet(r.thread.OpenedBy)}
	for _, reply := range replies {
		met = append(met, meet(reply.By))
		if reply.To != nil {
			met = append(met, meet(reply.To.By))
		}
	}
	apart, err := r.accounts.Apart(ctx, r.by, met...)
	if err != nil || len(apart) == 0 {
		return err
	}
	from := func(n account.Name) account.Whose {
		if whose := apart[meet(n)]; keepsApart(r.by, whose, r.thread.Board) {
			return whose
		}
		return account.Nobodys
	}
	r.thread = r.thread.apart(from(r.thread.OpenedBy))
	answered := map[*Answered]account.Whose{} // several replies share what they answer
	for _, reply := range replies {
		if reply.To != nil {
			answered[reply.To] = from(reply.To.By)
		}
		reply.apart(from(reply.By))
	}
	for to, whose := range answered {
		if whose != account.Nobodys {
			to.By, to.Apart = account.Name{}, whose
		}
	}
	return nil
}

// apart leaves of r its place among the others.
func (r *Reply) apart(whose account.Whose) {
	if whose == account.Nobodys {
		return
	}
	p := r.Post
	r.Post = Post{ID: p.ID, PID: p.PID, Thread: p.Thread, Parent: p.Parent, Root: p.Root, Depth: p.Depth, Seq: p.Seq,
		WrittenAt: p.WrittenAt, RemovedAt: p.RemovedAt, Children: p.Children, Descendants: p.Descendants, Revision: p.Revision, Version: p.Version}
	r.Apart, r.Kept, r.Whole, r.Notes = whose, text.HTML{}, text.HTML{}, nil
}

// apart leaves of t where it stands: the words that its asker wrote go, and who that is.
func (t Thread) apart(whose account.Whose) Thread {
	if whose != account.Nobodys {
		t.Apart = whose
		t.Title, t.Note, t.Wish, t.Labels, t.Short, t.Ending, t.OpenedBy = "", "", NoWish, nil, text.HTML{}, text.HTML{}, account.Name{}
	}
	return t
}

// inSight leaves out of lists the threads whose askers and by do not see each other: a
// page of a list may be shorter for that.
func (f *Forum) inSight(ctx context.Context, by account.Account, lists ...*[]Thread) error {
	meet := func(t Thread) account.Meeting { return account.Meeting{As: by.Name.ID, With: t.OpenedBy.ID} }
	var met []account.Meeting
	for _, threads := range lists {
		for _, t := range *threads {
			met = append(met, meet(t))
		}
	}
	apart, err := f.accounts.Apart(ctx, by, met...)
	if err != nil || len(apart) == 0 {
		return err
	}
	for _, threads := range lists {
		*threads = slices.DeleteFunc(*threads, func(t Thread) bool { return keepsApart(by, apart[meet(t)], t.Board) })
	}
	return nil
}

// InSight returns t as by sees it: of one whose asker is kept apart from them, nothing
// that its asker wrote.
func (f *Forum) InSight(ctx context.Context, by account.Account, t Thread) (Thread, error) {
	met := account.Meeting{As: by.Name.ID, With: t.OpenedBy.ID}
	apart, err := f.accounts.Apart(ctx, by, met)
	if err != nil || !keepsApart(by, apart[met], t.Board) {
		return t, err
	}
	return t.apart(apart[met]), nil
}

// quotesApart returns which of quoted posts by does not see, each met in its thread
// under the name that by has there.
func (f *Forum) quotesApart(ctx context.Context, by account.Account, posts map[string]Post) (map[string]bool, error) {
	if by.Guest() {
		return nil, nil
	}
	as, met := map[ThreadID]account.NameID{}, map[string]account.Meeting{}
	for pid, p := range posts {
		if _, known := as[p.Thread]; !known {
			me, err := f.accounts.NameIn(ctx, f.db, by, int64(p.Thread))
			if err != nil {
				return nil, err
			}
			as[p.Thread] = me.ID
		}
		met[pid] = account.Meeting{As: as[p.Thread], With: p.By.ID}
	}
	var all []account.Meeting
	for _, m := range met {
		all = append(all, m)
	}
	whose, err := f.accounts.Apart(ctx, by, all...)
	if err != nil || len(whose) == 0 {
		return nil, err
	}
	apart := map[string]bool{}
	for pid, m := range met {
		apart[pid] = whose[m] == account.Mine || whose[m] == account.Theirs && !by.ModeratesSome()
	}
	return apart, nil
}
