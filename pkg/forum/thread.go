package forum

import (
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// A Wish is what would help whoever opened a thread.
type Wish string

// The wishes.
const (
	NoWish      Wish = ""
	Advice      Wish = "advice"
	Shared      Wish = "shared"      // from people who have been there
	Listening   Wish = "listening"   // no advice, please
	Celebrating Wish = "celebrating" // something good to share
	Telling     Wish = "telling"     // no reply needed
)

// Wishes are the wishes in the order in which a form offers them.
var Wishes = []Wish{Advice, Shared, Listening, Celebrating, Telling}

// Known reports whether w is a wish.
func (w Wish) Known() bool {
	switch w {
	case NoWish, Advice, Shared, Listening, Celebrating, Telling:
		return true
	}
	return false
}

// Thread is a titled conversation on a board.
type Thread struct {
	ID       ThreadID
	PID      string // its name in addresses
	Board    BoardID
	Title    string // "" when the thread is [Thread.Emptied]
	OpenedBy account.Name
	OpenedAt time.Time
	Opening  PostID // the post it was opened with
	Audience Audience
	Wish     Wish
	Labels   []Label       // in lists and on the thread's pages
	Note     string        // content note of its opening post, in lists; "" when it has none, or is gone
	Apart    account.Whose // who opened it and the reader do not see each other: nothing of theirs is left

	LastAt  time.Time // when the latest of its posts that stand was written
	LastSeq int64     // highest sequence given out
	Replies int       // replies that stand
	Others  int       // of these, by another name than the one that opened it

	Short  text.HTML // the short version, in its asker's words
	Ending text.HTML // how it went
	AskOn  account.Day

	EmptiedAt  time.Time // zero while its opening post stands
	PinnedAt   time.Time // zero unless it stands first on its board
	LockedAt   time.Time // zero while replies are welcome
	RemovedAt  time.Time // zero unless a moderator took it down
	RemovedFor string    // a reason from the list
	MovedAt    time.Time
	MovedFrom  BoardID
	MovedWords string // the note of the moderator who moved it
	MergedInto ThreadID

	// Version grows with every change that a reader could see, so that a page made
	// for one version stays right for as long as the version does.
	Version int64
}

// String names the thread without its title, so that no log ever holds it.
func (t Thread) String() string { return fmt.Sprintf("thread %d", t.ID) }

// Locked reports whether the thread rests: it is read, and takes no more replies.
func (t Thread) Locked() bool { return !t.LockedAt.IsZero() }

// Pinned reports whether the thread stands first on its board.
func (t Thread) Pinned() bool { return !t.PinnedAt.IsZero() }

// Removed reports whether a moderator took the whole thread down.
func (t Thread) Removed() bool { return !t.RemovedAt.IsZero() }

// Emptied reports whether the opening post is gone. Its title, short version and
// ending, which are words of the same person, are gone with it.
func (t Thread) Emptied() bool { return !t.EmptiedAt.IsZero() }

// Waiting reports whether nobody but its opener has answered, and an answer is wished for.
func (t Thread) Waiting() bool {
	return t.Others == 0 && t.Wish != Telling && !t.Locked() && !t.Removed() && !t.Emptied()
}
