package forum

import (
	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// CanSay returns nil when whoever opened t, if owns, may say what would help them,
// how it went and what it comes down to, or the fault to show them. They may at
// any time, also while the thread rests: it is their own story.
func CanSay(by account.Account, owns bool, t Thread) error {
	if err := canOwn(by, owns); err != nil {
		return err
	}
	if t.Emptied() {
		return fault.New(fault.Gone, "fault.post_gone")
	}
	return nil
}

// CanLabel returns nil when by may put labels on t: whoever opened it, if owns, and
// the moderators of its board, because a reader may need to be spared.
func CanLabel(by account.Account, owns bool, t Thread) error {
	if by.Moderates(int64(t.Board)) {
		return nil
	}
	return CanSay(by, owns, t)
}
