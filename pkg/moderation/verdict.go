package moderation

import (
	"slices"
	"time"
)

// A Verdict is what a moderator decides.
type Verdict string

// The verdicts.
const (
	Keep      Verdict = "keep"       // nothing here breaks the agreements
	Ask       Verdict = "ask"        // its author is asked to change it; it is folded until they do
	Redact    Verdict = "redact"     // a passage is taken out
	Fold      Verdict = "fold"       // readers are asked before they see it
	Remove    Verdict = "remove"     // taken down
	Restore   Verdict = "restore"    // put back
	Move      Verdict = "move"       // to another board
	Lock      Verdict = "lock"       // the thread rests
	NoteUnder Verdict = "note"       // a moderator's note under it, for every reader
	Pause     Verdict = "pause"      // whoever wrote it cannot post for some days
	HoldFirst Verdict = "hold_first" // what they write waits for a moderator
	Ban       Verdict = "ban"        // they cannot post any more
	RemoveAll Verdict = "spam"       // everything by this name is taken down
	Release   Verdict = "release"    // what waited is posted
	Decline   Verdict = "decline"    // what waited is not
	Close     Verdict = "closed"     // care: somebody has looked after them
	Destroy   Verdict = "destroy"    // what was taken out is destroyed now, for good
	Unmask    Verdict = "unmask"     // two moderators learn whose name for one thread it is
)

const (
	// LongestAlone is the longest pause in days that one moderator may decide on.
	LongestAlone = 3
	// UndoWithin is how long a decision can be undone.
	UndoWithin = 24 * time.Hour
	// AppealWithin is how long whoever a decision concerns may ask somebody else to
	// look: long enough for a fortnight in hospital.
	AppealWithin = 20 * 24 * time.Hour
	// MaxAppeal and MaxMessage are how long an appeal, and a message to an author, may
	// be, in characters.
	MaxAppeal  = 2_000
	MaxMessage = 2_000
)

// PauseDays are the lengths of a pause that can be chosen.
var PauseDays = []int{1, 3, 7, 30}

// offered lists which verdicts a case can come to, in the order of a form.
func (c Case) offered() []Verdict {
	person := []Verdict{Pause, HoldFirst, Ban, RemoveAll}
	switch {
	case c.Queue == InCare && c.On == OnName:
		return []Verdict{Close}
	case c.Queue == InCare:
		return []Verdict{Redact, Close}
	case c.On == OnPost, c.On == OnThread:
		return append([]Verdict{Keep, Ask, Redact, Fold, NoteUnder, Remove, Restore, Move, Lock}, person...)
	case c.On == OnName:
		return append([]Verdict{Keep}, person...)
	case c.On == OnHeld:
		return []Verdict{Release, Decline, RemoveAll}
	}
	return nil
}

// needsReason reports whether v takes something from somebody, and so a written reason.
func (v Verdict) needsReason() bool {
	return v != Keep && v != Release && v != Restore && v != Close
}

// Reasoned are the verdicts that a written reason can be for, in the order of a form.
var Reasoned = []Verdict{Ask, Redact, Fold, NoteUnder, Remove, Restore, Move, Lock, Pause, HoldFirst, Ban, RemoveAll, Decline, Unmask}

// onPerson reports whether v binds a person, rather than some words of theirs.
func (v Verdict) onPerson() bool { return v == Pause || v == HoldFirst || v == Ban || v == RemoveAll }

// needsSecond reports whether a second moderator must agree before v takes effect: for
// what weighs on a person, and for everything about a child.
func (v Verdict) needsSecond(c Case, days int) bool {
	switch {
	case v == Destroy, v == Unmask, v == Ban, v == Pause && days > LongestAlone:
		return true
	case c.Kind == Underage:
		return true
	}
	return false
}

// Appealable reports whether whoever v concerns may ask somebody else to look.
func (v Verdict) Appealable() bool {
	return slices.Contains([]Verdict{Ask, Redact, Fold, Remove, Move, Lock, NoteUnder, Pause, HoldFirst, Ban, RemoveAll, Decline}, v)
}
