package forum

import "time"

// Label is a quiet word on what a thread touches: recurrence, fertility, money.
type Label struct {
	ID         LabelID
	Slug       string
	Title      string
	Position   int
	ArchivedAt time.Time // zero while it may be put on threads
}

// Archived reports whether the label is no longer offered.
func (l Label) Archived() bool { return !l.ArchivedAt.IsZero() }
