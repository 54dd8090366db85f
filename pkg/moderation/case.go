package moderation

import (
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/forum"
)

// A Queue is one of the piles a moderator works through.
type Queue string

// The queues of cases. What waits for a first answer and what nobody has read yet are
// no cases: see [Desk.Unanswered] and [Desk.Unread].
const (
	InCare    Queue = "care"
	InFlagged Queue = "flagged"
	InHeld    Queue = "held"
	InAppeals Queue = "appeals"
)

// Queues are the queues of cases in the order in which a desk shows them.
var Queues = []Queue{InCare, InFlagged, InHeld, InAppeals}

// Known reports whether q is a queue of cases.
func (q Queue) Known() bool { return q == InCare || q == InFlagged || q == InHeld || q == InAppeals }

// CaseID names a case.
type CaseID int64

// A Case is everything said about one target since it was last decided on.
type Case struct {
	ID       CaseID
	PID      string // its name in addresses
	Queue    Queue
	On       TargetKind
	target   int64
	Board    forum.BoardID // 0 concerns the whole site
	Thread   forum.ThreadID
	About    account.Name // whose words, or who; the zero Name when nobody is known
	Kind     FlagKind     // the gravest of its flags
	Harm     int          // 1 is looked at first
	Flags    int          // how many were raised; it says nothing of how grave they are
	Sign     care.Class   // of care alone, until it is closed, for those on duty
	Veiled   bool         // whoever asks is not on duty: whether there is a sign is not for them
	OpenedAt time.Time
	SeenAt   time.Time // when a moderator first opened it; zero before
	Decided  time.Time // zero while it is open

	CalledAt time.Time // of an urgent one: when somebody was last called
	Calls    int

	ClaimedBy    account.Name // who is at it
	ClaimedUntil time.Time
	HandedTo     account.Name // whom it was handed to, until they take it up
	SecondFor    string       // why a second moderator is asked for: "opinion", or a verdict that needs one
	Version      int64        // raised by whatever a decision may turn on

	Goal time.Time // by when somebody hopes to have looked
}

// String names the case without telling what it is about.
func (c Case) String() string { return fmt.Sprintf("case %d", c.ID) }

// Open reports whether nothing has been decided yet.
func (c Case) Open() bool { return c.Decided.IsZero() }

// Urgent reports whether somebody may be in danger now.
func (c Case) Urgent() bool { return c.Sign == care.Plan }

// Claimed reports whether somebody is at it now. It warns others; it stops nobody.
func (c Case) Claimed(now time.Time) bool { return c.ClaimedBy.ID != 0 && now.Before(c.ClaimedUntil) }

// Late reports whether the time in which somebody hoped to look has passed.
func (c Case) Late(now time.Time) bool { return c.Open() && now.After(c.Goal) }
