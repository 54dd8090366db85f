package forum

import (
	"errors"
	"fmt"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// Who may see what is decided in this file and nowhere else: by [Visible] in
// every query that lists, counts, searches or exports threads, and by [Sees] for
// a thread in hand. Boards themselves are no secret; what is in them is.

// Eyes is the argument of [Visible] for whoever asks: 'members' for a member, who
// sees what is public too, and 'public' for a guest.
func Eyes(by account.Account) Audience {
	if by.Guest() {
		return Public
	}
	return Members
}

// Visible returns the clause that keeps a query, in which the thread is called t,
// to what may be seen. n is the number of its one argument, [Eyes].
func Visible(n int) string {
	return fmt.Sprintf(`t.audience IN ('public', $%d) AND t.removed_at IS NULL AND t.merged_into IS NULL`, n)
}

// audiences returns the audiences that by belongs to. A list reads each from its
// own range of an index, so that nothing needs sorting.
func audiences(by account.Account) []Audience {
	if by.Guest() {
		return []Audience{Public}
	}
	return []Audience{Public, Members}
}

// Sees reports whether by may see t: it is for them, and it stands or they look
// after its board. Whoever opened it may know that it was taken down.
func Sees(by account.Account, t Thread) bool {
	switch {
	case t.Audience != Public && by.Guest(), t.MergedInto != 0:
		return false
	case t.Removed():
		return by.Moderates(int64(t.Board))
	}
	return true
}

// seen returns [Visible]'s clause for one thread that is asked for by name. It
// lets through what was taken down to those whom [ifSeen] then looks at. n is the
// number of the first of its three arguments, [seenBy].
func seen(n int) string {
	return fmt.Sprintf(`t.audience IN ('public', $%d) AND (t.removed_at IS NULL OR CAST($%d AS TEXT) = 'moderates' OR t.opened_by = $%d)`, n, n+1, n+2)
}

func seenBy(by account.Account) []any {
	moderates := ""
	if by.ModeratesSome() {
		moderates = "moderates"
	}
	return []any{Eyes(by), moderates, by.Name.ID}
}

// ifSeen returns t when by may see it. What is hidden from them and what does not
// exist are the same here: the database found no row. Whoever opened a thread may
// know that it was taken down.
func ifSeen(by account.Account, t Thread, err error) (Thread, error) {
	switch {
	case errors.Is(err, db.ErrNone):
		return Thread{}, notHere()
	case err != nil:
		return Thread{}, err
	case Sees(by, t):
		return t, nil
	case t.Removed() && by.Member() && t.OpenedBy.ID == by.Name.ID && t.MergedInto == 0:
		return Thread{}, fault.New(fault.Gone, "fault.thread_removed")
	}
	return Thread{}, notHere()
}

// SeesCard is [Sees] for what is kept of a thread in memory. It says no where only
// the database can tell.
func SeesCard(by account.Account, c Card) bool {
	return (c.Audience == Public || by.Member()) && !c.Removed && !c.Merged
}

// notHere is the one answer for what does not exist and what may not be seen.
func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }

// veiled returns t as it may be shown: with its opening post, its title and its
// asker's other words are gone.
func (t Thread) veiled() Thread {
	if t.Emptied() {
		t.Title, t.Short, t.Ending = "", text.HTML{}, text.HTML{}
	}
	return t
}

// veiled returns p as it may be shown: of a removed post, who wrote it and when.
func (p Post) veiled() Post {
	if p.Removed() {
		p.kept = p.HTML
		p.HTML, p.Source, p.Note, p.Know, p.KnowLink = text.HTML{}, "", "", NoKnow, ""
	}
	return p
}
