package web

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
)

// since is what is new to a member since they were here.
type since struct {
	Words string
	Path  string // the first new reply
}

const (
	// longThread is where a conversation is called a long one: more than three
	// pages of it.
	longThread = 150
	// oldThread is how long after the last reply treatments and rules may have
	// changed.
	oldThread = 365 * 24 * time.Hour
)

// notices are what a reader needs to know before they read on.
func (d *drawing) notices(now time.Time, board forum.Board) (said []string) {
	f, t := d.f, d.thread
	if t.Removed() {
		said = append(said, f.T("thread.removed", "Why", f.reason(t.RemovedFor)))
	}
	if !t.MovedAt.IsZero() {
		said = append(said, f.T("thread.moved", "Board", board.Title, "When", f.When(t.MovedAt))+spaced(t.MovedWords))
	}
	if t.Locked() {
		said = append(said, f.T("thread.locked"))
	}
	if t.Replies > longThread && d.page.View.From == "" && d.page.Root == nil {
		said = append(said, f.T("thread.long"))
	}
	if t.Replies > 0 && now.Sub(t.LastAt) > oldThread {
		said = append(said, f.T("thread.old"))
	}
	return said
}

func spaced(words string) string {
	if words == "" {
		return ""
	}
	return " " + words
}

// end is what stands under the last reply.
func (d *drawing) end() string {
	t := d.thread
	switch {
	case d.page.Next.Show:
		return ""
	case t.Replies == 0 && t.OpenedBy.ID == d.page.Me.ID && d.f.Viewer.Member():
		return d.f.T("thread.none_yet_mine")
	case t.Replies == 0:
		return d.f.T("thread.none_yet")
	}
	return d.f.T("thread.end")
}

// answerBox is where to answer: the root of the page, or whoever began. Guests
// write on the reply's own page, because theirs is remembered and holds no key.
func (d *drawing) answerBox() *answerBox {
	if d.thread.Locked() || d.thread.Removed() {
		return nil
	}
	to := d.page.Opening
	if d.page.Root != nil {
		to = d.page.Root
	}
	if d.page.View.Order == forum.OneByOne && len(d.page.Replies) == 1 {
		to = d.page.Replies[0]
	}
	if to.Removed() || to.Apart != account.Nobodys {
		return nil
	}
	f, name := d.f, d.f.nameOf(to.By)
	box := &answerBox{Heading: f.T("answer.heading", "Name", name), Label: f.T("answer.label", "Name", name),
		Hint: f.wishOf(d.thread.Wish, "hint"), Path: postPath(to.PID) + "/reply", Post: to.PID, Device: copies(f.Viewer)}
	if f.Viewer.Member() && d.page.Me.ID == d.thread.OpenedBy.ID {
		box.Hint = "" // the wish is their own
	}
	if to.Mine {
		box.Heading, box.Label = f.T("answer.heading_mine"), f.T("answer.label_mine")
	}
	if d.f.Viewer.Member() {
		box.Key = seal.Token()
		box.Made = d.s.madeNow(box.Key)
	}
	return box
}

// orders are the ways to read the conversation. A page that starts from a reply
// has but one.
func (d *drawing) orders(usual forum.PageOrder) (orders []order) {
	if d.page.Root != nil {
		return nil
	}
	for _, o := range pageOrders {
		path := viewPath(d.thread.PID, forum.View{Order: o}, usual)
		orders = append(orders, order{d.f.T("read." + string(o)), path, o == d.page.View.Order})
	}
	return orders
}

// wholePath leads from a line of replies back to the post that one came from: the
// nearest that the whole conversation shows.
func (d *drawing) wholePath() string {
	for i := len(d.page.LedHere) - 1; i >= 0; i-- {
		if d.page.LedHere[i].Depth <= forum.MaxLevel {
			return postPath(d.page.LedHere[i].PID)
		}
	}
	return threadPath(d.thread.PID)
}

// about is what to know of the conversation as a whole.
func (d *drawing) about(board forum.Board) []string {
	f, t := d.f, d.thread
	var said []string
	if t.Apart == account.Nobodys {
		said = append(said, f.T("thread.started", "Name", f.nameOf(t.OpenedBy), "When", f.When(t.OpenedAt)))
	}
	if t.Audience == forum.Public {
		said = append(said, f.T("thread.public"))
	} else {
		said = append(said, f.T("thread.members"))
	}
	return said
}
