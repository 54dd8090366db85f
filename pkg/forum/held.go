package forum

import (
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/text"
)

// HeldID names what waits for a moderator before it is posted.
type HeldID int64

// A HeldState is what has become of something that waits.
type HeldState string

// The states of what waits.
const (
	Waiting   HeldState = "waiting"
	Posted    HeldState = "posted"
	Declined  HeldState = "declined"
	Withdrawn HeldState = "withdrawn" // by its author
)

// DeclinedKept is how long the words of what was declined are kept for their author:
// twenty days to ask somebody else to look, and as long again for the answer.
const DeclinedKept = 40 * 24 * time.Hour

// Held is what somebody wrote and what waits for a moderator before it is posted. It
// is no post yet: no list, no count and no feed knows of it. Its author sees it, and
// so do the moderators of its board.
type Held struct {
	ID     HeldID
	PID    string
	Kind   DraftKind // [DraftThread] or [DraftReply]
	Board  BoardID
	Thread ThreadID // the one it answers in, or the one it will be
	Parent PostID   // what a reply answers
	By     account.Name
	Title  string // of a thread
	Source string
	HTML   text.HTML
	Note   string
	Why    []string // keys: see screen.Holds
	HeldAt time.Time
	State  HeldState
	Post   PostID // what became of it, or 0

	ParentPID, PostPID string // public ids of both, or ""

	// Version grows with every change by its author: a decision on an older one is stale.
	Version int64

	thread NewThread // of either, the form as it was sent
	reply  NewReply
}

// Fields are what its author typed, as a form has them.
func (h Held) Fields() Fields {
	if h.Kind == DraftReply {
		return Fields{Words: h.Source, Note: h.Note, Know: string(h.reply.Know), KnowLink: h.reply.Link}
	}
	return Fields{Title: h.Title, Words: h.Source, Note: h.Note, Wish: string(h.thread.Wish), Labels: h.thread.Labels,
		Audience: string(h.thread.Audience), Fresh: h.thread.Name}
}

// String names what waits without its words, so that no log ever holds them.
func (h Held) String() string { return fmt.Sprintf("held %d", h.ID) }

// HeldError says that what was sent waits for a moderator. Nothing typed is lost:
// its page shows it, and why.
type HeldError struct{ Held Held }

func (e *HeldError) Error() string { return fmt.Sprintf("held %d waits for a moderator", e.Held.ID) }

// Waits is told when something waits for a moderator, and again when its author has
// changed it and it still does.
type Waits struct {
	Held  HeldID
	Board BoardID
}

// WaitsNoMore is told when something waits no more and no moderator decided so: its
// author took it back or changed what it waited for, or has left.
type WaitsNoMore struct {
	Held  HeldID
	Board BoardID
}
