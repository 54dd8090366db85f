// Package notice is what a name is told on the site, and its conversations with the
// moderators.
//
// A notice belongs to one name and holds keys and ids, never words: what it says is
// found when it is read, so nothing that was taken out of a post can live on in one.
// A name for one thread is told by itself. Only its owner's own pages, through the
// seal, show the notices of several names side by side, and no moment of looking is
// kept, only a day: moments would tell which names one person looks at together.
package notice

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
)

// A Kind says what somebody is told. The catalogue has its words under "notice." and
// the kind.
type Kind string

// What members are told.
const (
	Decided        Kind = "decided"         // on my post, thread or name: Data.Verdict says what, also a pause, a ban, or posts that wait first
	Undone         Kind = "undone"          // a decision was taken back: Data.Verdict says which
	AppealAnswered Kind = "appeal_answered" // Data.Answer says how; Data.Verdict what had been decided
	FlagAnswered   Kind = "flag_answered"   // what came of a flag of mine: Data.Outcome
	HeldPosted     Kind = "held_posted"     // what waited is posted: Data.Post
	HeldDeclined   Kind = "held_declined"   // what waited is not: Data.Held
	Ended          Kind = "ended"           // a pause, a ban or posts that wait first is over: Data.Verdict says which
	Unmasked       Kind = "unmasked"        // two moderators looked whose this name is: Data.Reason
	AskHow         Kind = "ask_how"         // how did it go? Data.Thread
)

// What moderators are told, about a case: Data.Case.
const (
	HandedOver   Kind = "handed_over"   // to you, by hand
	SecondAsked  Kind = "second_asked"  // a second opinion is asked of you
	UrgentCalled Kind = "urgent_called" // somebody may be in danger, and you are on duty
)

// Talked is the place of a talk among the notices, put by the talk itself and moved
// to the front, unseen, whenever the moderators write in it: Data.Talk.
const Talked Kind = "talk"

// known are the kinds that [PutIn] takes.
var known = map[Kind]bool{
	Decided: true, Undone: true, AppealAnswered: true, FlagAnswered: true, HeldPosted: true, HeldDeclined: true,
	Ended: true, Unmasked: true, AskHow: true,
	HandedOver: true, SecondAsked: true, UrgentCalled: true,
}

// An Outcome is what came of a flag, as the one who raised it is told: kindly, and
// without what is private to whoever it was about.
type Outcome string

// The outcomes.
const (
	Kept    Outcome = "kept"    // a moderator looked and left it as it is
	Changed Outcome = "changed" // its author was asked to change it
	Down    Outcome = "down"    // it was taken down
	Part    Outcome = "part"    // a passage was taken out, or folded
	Moved   Outcome = "moved"   // it stands elsewhere now
	Noted   Outcome = "noted"   // a moderator wrote under it
	Rests   Outcome = "rests"   // the thread is locked
	Acted   Outcome = "acted"   // something was done that is between the moderators and whoever it was about
	Cared   Outcome = "cared"   // of a worry: a moderator has read it and looks out for them
)

// An Answer is what became of an appeal.
type Answer string

// The answers.
const (
	Granted Answer = "granted"
	Refused Answer = "refused"
)

// Data is what a notice is about: keys and public ids, never words.
type Data struct {
	Verdict  string    `json:"verdict,omitempty"`  // of a decision: "remove", "redact" …
	Reason   string    `json:"reason,omitempty"`   // a reason's slug
	Decision string    `json:"decision,omitempty"` // public ids, here and below
	Post     string    `json:"post,omitempty"`
	Thread   string    `json:"thread,omitempty"`
	Held     string    `json:"held,omitempty"`
	Case     string    `json:"case,omitempty"`
	Talk     string    `json:"talk,omitempty"`
	Turn     Side      `json:"turn,omitempty"`     // whose it is in the talk
	Name     string    `json:"name,omitempty"`     // of a flag on a name: whose
	Board    string    `json:"board,omitempty"`    // a slug: where something was moved to
	Revision int       `json:"revision,omitempty"` // of the post that was decided on
	Until    time.Time `json:"until,omitzero"`     // when a pause ends
	Answer   Answer    `json:"answer,omitempty"`   // of an appeal
	Outcome  Outcome   `json:"outcome,omitempty"`  // of a flag
}

// Notice is one thing that a name is told.
type Notice struct {
	ID    int64
	PID   string         // its name in addresses; made by [PutIn]
	Name  account.NameID // who is told
	Kind  Kind
	About string // what happened, as "decision 0123456789abc": a name is told of it once
	Data  Data
	At    time.Time
	Seen  account.Day // the day on which it was seen, or 0
}

// Unseen reports whether nobody has looked at n yet.
func (n Notice) Unseen() bool { return n.Seen == 0 }
