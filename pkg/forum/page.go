package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// How much of a thread is on one page: brief (d).
const (
	MaxLevel    = 4  // levels of replies shown; deeper ones are one link further
	maxBranches = 20 // top-level replies
	maxPosts    = 60
	maxLedHere  = 10 // posts shown above the one that a page starts from
)

// PageOrder is how a thread is read. Only top-level replies change places: inside
// a branch time always runs down.
type PageOrder string

// The orders of a page.
const (
	OldestFirst PageOrder = "oldest"
	NewestFirst PageOrder = "newest"
	Flat        PageOrder = "flat" // as they came, not nested
	OneByOne    PageOrder = "one"  // one post at a time
)

// View is which part of a thread is asked for, and how.
type View struct {
	Order PageOrder
	From  string // public id of the post it begins with, or "" for the beginning
	Root  string // public id of the post whose replies are shown, or "" for the opening
}

// Page is what is shown of a thread at a time.
type Page struct {
	Thread  Thread
	View    View
	Opening *Reply
	Root    *Reply   // the post it starts from, if that is not the opening
	LedHere []*Reply // what Root answers, and what that answers: oldest first, the nearest ten
	Replies []*Reply // in reading order, each with the replies under it

	First, Previous, Next, Last Link
	NextTop                     Link // one by one: the next top-level reply

	Me account.Name // the name by which the reader would answer here; none for a guest
}

// Reply is a post as a page shows it.
type Reply struct {
	Post
	Level   int       // 1 to MaxLevel on a nested page, else 0
	To      *Answered // whom it answers; nil for the opening
	Mine    bool      // the reader wrote it, by the name they have here or by their own
	Kept    text.HTML // of a removed post: its words, for its author and its moderators
	Whole   text.HTML // of a covered post: all its words, for its author
	Notes   []DeskNote
	Apart   account.Whose // its author and the reader do not see each other: only its place is left
	Replies []*Reply
	More    *More // replies to it that are not on this page
	CarryOn int   // replies under it that are nested too deep for this page
}

// Answered is the post that a reply answers.
type Answered struct {
	PID     string
	By      account.Name // nobody, when its author and the reader do not see each other
	Removed bool
	Opening bool
	Apart   account.Whose
}

// More leads to the replies to a post that did not fit: a page whose Root is that
// post and which begins From the next of them.
type More struct {
	Root, From string
	Count      int // how many, at any depth
}

// ThreadPage returns the part of t that v asks for. It reads a number of rows that
// does not grow with the thread. A place that is not in t (any more) is passed over
// for the beginning; a root that is not is fault.NotFound.
func (f *Forum) ThreadPage(ctx context.Context, by account.Account, t Thread, v View) (Page, error) {
	r, err := f.reading(ctx, by, t)
	if err != nil {
		return Page{}, err
	}
	opening, err := postIn(ctx, r.db, t.ID, t.Opening)
	if err != nil {
		return Page{}, err
	}
	page := Page{Thread: t, View: v, Opening: r.reply(opening, 0), Me: r.me}
	switch v.Order {
	case Flat:
		err = r.flat(ctx, &page)
	case OneByOne:
		err = r.oneByOne(ctx, &page)
	default:
		err = r.nested(ctx, &page)
	}
	if err != nil {
		return Page{}, err
	}
	if err := r.complete(ctx, page.all()...); err != nil {
		return Page{}, err
	}
	err = r.keepApart(ctx, page.all())
	page.Thread = r.thread
	return page, err
}

// all returns every post of the page once: what led here, the root, the replies.
func (p *Page) all() []*Reply {
	all := append([]*Reply{p.Opening}, p.LedHere...)
	if p.Root != nil {
		all = append(all, p.Root)
	}
	return append(all, p.InOrder()...)
}

// InOrder returns the replies of the page in reading order, without those above
// its root.
func (p *Page) InOrder() []*Reply { return inOrder(nil, p.Replies) }

func inOrder(all, replies []*Reply) []*Reply {
	for _, r := range replies {
		all = inOrder(append(all, r), r.Replies)
	}
	return all
}
