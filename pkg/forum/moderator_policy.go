package forum

import (
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// A Reason says why a moderator did something. Whoever it concerns is always told,
// and a placeholder says it to readers: no word is silently gone.
type Reason string

// RemoveReasons are the reasons for taking words down, in the order of a form.
var RemoveReasons = []Reason{
	"private-details", // they point to somebody
	"harm",            // they could hurt somebody's health
	"unkind",
	"selling",
	"off-topic",
	"double", // the same words stand elsewhere
	"asked",  // whoever they are about, or by, asked for it
}

// LockReasons are the reasons for letting a thread rest, in the order of a form.
var LockReasons = []Reason{
	"heated",
	"answered",
	"outdated", // treatments and rules have changed since
	"off-topic",
	"asked",
}

// Tidied is told when a moderator has done something to a thread or a post. Act is
// the audit's key for it.
type Tidied struct {
	Act    string
	Thread ThreadID
	Post   PostID   // zero unless it was done to one post
	Other  ThreadID // of a merge or a split: where posts went
	Reason Reason
}

// CanModerate returns nil when by looks after t's board. To anybody else, what
// moderators do has no page.
func CanModerate(by account.Account, t Thread) error {
	if by.Moderates(int64(t.Board)) {
		return nil
	}
	return notHere()
}

func checkReason(reason Reason, of []Reason) error {
	if !slices.Contains(of, reason) {
		return fault.Field("reason", "fault.reason")
	}
	return nil
}
