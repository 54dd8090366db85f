package forum

import (
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// Know says how somebody who answers on a medical board knows what they say. It
// is their own word, and nothing is ever sorted by it.
type Know string

// The ways of knowing.
const (
	NoKnow Know = ""
	Lived  Know = "lived" // I lived this
	Cared  Know = "cared" // someone I care for
	Read   Know = "read"  // I read it; the link may be given
	Team   Know = "team"  // my care team told me
	Work   Know = "work"  // I work in health (not checked)
)

// Knows are the ways of knowing in the order in which a form offers them.
var Knows = []Know{Lived, Cared, Read, Team, Work}

// Known reports whether k is a way of knowing.
func (k Know) Known() bool {
	switch k {
	case NoKnow, Lived, Cared, Read, Team, Work:
		return true
	}
	return false
}

// A KindWord is an answer for those who have no energy to write.
type KindWord string

// The kind words.
const (
	Thinking KindWord = "thinking" // thinking of you
	Same     KindWord = "same"     // same here
	Thanks   KindWord = "thanks"   // thank you
)

// RemovedBy says who took a post away.
type RemovedBy string

// Who may have taken a post away.
const (
	ByAuthor    RemovedBy = "author"    // took it back
	ByModerator RemovedBy = "moderator" // took it down, for a reason from the list
	ByLeaving   RemovedBy = "left"      // its author left and took their words along
)

const (
	// Grace is how long a post may be changed before readers are told that it was.
	Grace = 30 * time.Minute
	// PutBackWithin is how long the words of a post taken back are kept.
	PutBackWithin = 30 * 24 * time.Hour
	// MaxNote is the longest content note, in characters: two subjects and how it ended.
	MaxNote = 120
	// MaxLink is the longest address that can be given as a source.
	MaxLink = 500
)

// Post is something somebody wrote: the words that opened a thread, or a reply.
type Post struct {
	ID        PostID
	PID       string // its name in addresses
	Thread    ThreadID
	Parent    PostID // zero for the post that opened the thread
	Root      PostID // the top-level reply it stands under, or itself; zero for the opening
	Depth     int    // 0 for the opening, 1 for a reply to it
	Seq       int64  // order of arrival in its thread, from 1
	By        account.Name
	WrittenAt time.Time

	HTML     text.HTML // as shown; empty when the post is [Post.Removed]
	Note     string    // content note, or ""
	Know     Know
	KnowLink string
	Source   string // as written; only where it is to be changed or kept

	Revision   int       // how often it was written: 1 when it was never changed
	ChangedAt  time.Time // zero unless it was changed after [Grace]
	RemovedAt  time.Time // zero while it stands
	RemovedBy  RemovedBy
	RemovedFor string    // a reason from the list
	WipedAt    time.Time // zero while its words could be put back

	Children    int // replies to it, whether they stand or not
	Descendants int // replies under it, at any depth

	Thinking, Same, Thanks int // kind words of each kind

	FoldedAt   time.Time // zero unless readers are asked before they see it
	FoldedFor  Fold
	RedactedAt time.Time // zero unless a moderator took a passage out
	DeskNotes  int       // of moderators, under it
	covers     text.Covers

	kept text.HTML // of a removed post, for its author and its moderators alone

	// Version grows with every change to what the post itself shows.
	Version int64
}

// String names the post without repeating it, so that no log ever holds its words.
func (p Post) String() string { return fmt.Sprintf("post %d", p.ID) }

// Removed reports whether only a placeholder stands where the post was.
func (p Post) Removed() bool { return !p.RemovedAt.IsZero() }

// Folded reports whether readers are asked before they see the post.
func (p Post) Folded() bool { return !p.FoldedAt.IsZero() }

// Covered reports whether others than its author do not see all of the post yet.
func (p Post) Covered() bool { return len(p.covers) > 0 }

// Redacted reports whether a moderator took a passage out of the post.
func (p Post) Redacted() bool { return !p.RedactedAt.IsZero() }

// Opening reports whether the post opened its thread.
func (p Post) Opening() bool { return p.Parent == 0 }

// KindWords returns how many people sent a kind word.
func (p Post) KindWords() int { return p.Thinking + p.Same + p.Thanks }
