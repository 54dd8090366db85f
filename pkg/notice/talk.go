package notice

import (
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

const (
	// MaxTalkWords is the longest thing that can be said in a talk, in characters.
	MaxTalkWords = 5_000
	// linesOnPage is how much of a talk stands on one page.
	linesOnPage = 50
	// mostUnanswered is how often a member can write before the moderators do. More
	// than this is no conversation any more, and would keep others waiting.
	mostUnanswered = 20
)

// A Side is one of the two sides of a talk.
type Side string

// The sides.
const (
	MemberSide Side = "member"
	DeskSide   Side = "desk" // the moderators of its board
	NoSide     Side = ""     // of whose turn it is: nobody's
)

// Talk is a conversation between a member and the moderators. All moderators of its
// board see it, nobody else does, and nobody can change it.
type Talk struct {
	ID       int64
	PID      string // its name in addresses
	With     account.Name
	Board    int64  // 0 concerns the whole site
	Decision string // public id of the decision it is about, or ""
	BegunAt  time.Time
	LastAt   time.Time
	Waiting  Side // whose turn it is
}

// Line is what somebody said in a talk. The moderators' are signed with their names.
type Line struct {
	ID      int64
	By      account.Name
	Side    Side
	At      time.Time
	Source  string
	HTML    text.HTML // made of Source as it is read, by the renderer of today
	WipedAt time.Time // when words of it went, or zero
}

// TalkPage is a page of a talk, in order, and who looks at it.
type TalkPage struct {
	Talk
	Mine     bool // whoever looks is the member
	Lines    []Line
	Previous int64 // the first of these lines, when there are others before it
}

// checkTalkWords returns the fault of words that cannot be said as they are.
func checkTalkWords(words string) error {
	words = text.Clean(words)
	switch n := utf8.RuneCountInString(words); {
	case text.Plain(words) == "":
		return fault.Field("words", "fault.words_empty")
	case n > MaxTalkWords:
		return fault.Field("words", "fault.talk_long", "N", n-MaxTalkWords)
	}
	return nil
}

// CanAnswer reports whether by looks after what a talk is about: a moderator of its
// board, or for one about the whole site any moderator.
func CanAnswer(by account.Account, board int64) bool {
	return board == 0 && by.ModeratesSome() || board != 0 && by.Moderates(board)
}
