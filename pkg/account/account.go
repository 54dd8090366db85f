// Package account knows who people are here, what they are trusted with, and how
// they come in, come back and leave.
//
// It keeps one promise above all: nothing in it can betray anyone. It stores no
// address, no browser, no date of birth; rows that belong to an account carry days
// and never times; and everything written belongs to a [Name], which leads back to
// its account only for the name a member goes by everywhere, never for a name
// taken for one thread.
package account

// ID is an account's number. It is random, is never shown, and stands in no log.
type ID int64

// A Role is what an account is trusted with.
type Role string

// The roles, from the least to the most trusted.
const (
	Member    Role = "member"
	Welcomer  Role = "welcomer"  // answers first posts; sees nothing others do not
	Moderator Role = "moderator" // looks after all boards, or the named ones
	Operator  Role = "operator"  // runs the site
)

// A Step is how long somebody has been part of the place. It is earned by days
// here, posts read and posts kept, never by being liked: see [Steps].
type Step string

// The steps.
const (
	New     Step = "new"
	Regular Step = "member"
	Steady  Step = "steady"
)

// Account is who asks. The zero Account is a guest.
type Account struct {
	ID           ID
	Name         Name // the name they go by where they took no other
	Role         Role
	Step         Step
	Boards       []int64 // those a moderator looks after; none means all
	Language     string  // of the pages, or "" for the browser's
	SecondFactor bool    // has a passkey or an authenticator app
	Agreed       int64   // the latest version of the agreements they accepted
	WordsKept    Day     // the day on which they said their six words are kept, or 0
	Leaving      Choice  // what becomes of their words, once they asked to leave; else ""
	LeavingDay   Day     // the day on which they asked
	Session      Session // the session that asks
	Standing     Standing
	Waits        bool // the site is not open yet, and they do not look after it

	sealed []byte // their standing, until it is opened
}

// Guest reports whether nobody is signed in.
func (a Account) Guest() bool { return a.ID == 0 }

// Member reports whether somebody is signed in.
func (a Account) Member() bool { return a.ID != 0 }

// NeedsSecondFactor reports whether a is trusted with other people's words but
// could still be taken over with a passphrase alone. Until they add a passkey or
// an authenticator app, moderators and operators may do no more than a member.
func (a Account) NeedsSecondFactor() bool {
	return (a.Role == Moderator || a.Role == Operator) && !a.SecondFactor
}

// Moderates reports whether a may act as a moderator of board now.
func (a Account) Moderates(board int64) bool {
	if a.NeedsSecondFactor() {
		return false
	}
	if a.Role == Operator {
		return true
	}
	if a.Role != Moderator {
		return false
	}
	for _, b := range a.Boards {
		if b == board {
			return true
		}
	}
	return len(a.Boards) == 0
}

// ModeratesSome reports whether a may act as a moderator of any board now.
func (a Account) ModeratesSome() bool {
	return !a.NeedsSecondFactor() && (a.Role == Moderator || a.Role == Operator)
}

// Operates reports whether a may run the site now.
func (a Account) Operates() bool { return a.Role == Operator && !a.NeedsSecondFactor() }
