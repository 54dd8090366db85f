package moderation

import (
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// DecisionID names a decision.
type DecisionID int64

// A DecisionState is what has become of a decision.
type DecisionState string

// The states of a decision.
const (
	Waiting DecisionState = "waiting" // for a second moderator; nothing has been done
	Stands  DecisionState = "stands"
	Refused DecisionState = "refused" // by the second moderator; nothing was done
	Undone  DecisionState = "undone"  // within its day
	Granted DecisionState = "granted" // somebody else looked, on an appeal, and took it back
)

// Decision is what a moderator decided.
type Decision struct {
	ID        DecisionID
	PID       string // its name in addresses
	Case      CaseID
	Verdict   Verdict
	Reason    string // a reason's slug
	Agreement string // quoted as it stood then
	Message   string // to whoever it concerns
	About     account.NameID
	Post      forum.PostID // zero when it is about no post
	Revision  int          // of the post it was made on
	By        account.Name
	At        time.Time
	SecondBy  account.Name // who agreed, where two must
	State     DecisionState
	UndoUntil time.Time
	UndoneBy  account.Name
	UndoneAt  time.Time
	Ends      time.Time // of a pause

	effect effect
}

// String names the decision without its words.
func (x Decision) String() string { return fmt.Sprintf("decision %d", x.ID) }

// Undoable reports whether x can be undone now.
func (x Decision) Undoable(now time.Time) bool {
	return (x.State == Stands || x.State == Waiting) && now.Before(x.UndoUntil)
}

// AppealUntil is until when somebody else can be asked to look.
func (x Decision) AppealUntil() time.Time { return x.At.Add(AppealWithin) }

// effect is what a decision did, as ids: enough to put it all back, and never words.
type effect struct {
	Plan      plan           `json:"plan,omitzero"`
	Removed   []forum.PostID `json:"removed,omitempty"`
	Thread    forum.ThreadID `json:"thread,omitempty"`    // taken down, locked or moved
	From      forum.BoardID  `json:"from,omitempty"`      // where a moved thread was
	For       string         `json:"for,omitempty"`       // of what was put back: why it had been down
	Folded    forum.Fold     `json:"folded,omitempty"`    // how a post was folded before
	Redaction []redactionID  `json:"redaction,omitempty"` // what was taken out
	Note      forum.NoteID   `json:"note,omitempty"`
	Held      forum.HeldID   `json:"held,omitempty"`
	Of        DecisionID     `json:"of,omitempty"`    // of what is destroyed: the decision that took it out
	Bound     bool           `json:"bound,omitempty"` // whether a person was bound by it
}
