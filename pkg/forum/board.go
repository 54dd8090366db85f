package forum

import "time"

// A Category is one of the two families of boards.
type Category string

// The categories.
const (
	Medical  Category = "medical"  // treatment, side effects, tests and results
	Personal Category = "personal" // feelings, family, work and everyday life
)

// An Audience is who may read.
type Audience string

// The audiences. A thread's may be narrower than its board's, and never widens.
const (
	Members Audience = "members"
	Public  Audience = "public"
)

// Narrower returns the narrower of a and b.
func (a Audience) Narrower(b Audience) Audience {
	if a == Public {
		return b
	}
	return a
}

// Opens says who may open threads on a board.
type Opens string

// Who may open threads.
const (
	OpensMembers    Opens = "members"
	OpensSteady     Opens = "steady" // members of some standing
	OpensModerators Opens = "moderators"
)

// Board is a place for threads about one subject.
type Board struct {
	ID         BoardID
	Slug       string // its name in addresses
	Category   Category
	Title      string
	Purpose    string // what it is for, in one line
	NotFor     string // "this is not for…"
	Agreements string // its own, on top of the site's
	Safety     string // what every thread on it says at its top, or ""
	Audience   Audience
	Opens      Opens
	Indexed    bool   // search engines may list its public threads
	Patch      string // its cloth and pattern
	Position   int
	ArchivedAt time.Time // zero while threads may be opened
	MergedInto BoardID   // zero, or the board that took its threads
	Version    int64     // raised by every change to what is above
}

// Archived reports whether the board is there for reading only.
func (b Board) Archived() bool { return !b.ArchivedAt.IsZero() }
