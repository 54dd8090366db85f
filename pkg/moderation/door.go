package moderation

import "github.com/kindword/kindword/pkg/care"

// A Door is one of the two ways to call a moderator. They are kept apart everywhere:
// worry about a person is no complaint about them.
type Door string

// The doors.
const (
	CareDoor    Door = "care"    // I'm worried about this person
	ConductDoor Door = "conduct" // this breaks the agreements
)

// A FlagKind says what somebody calls a moderator for.
type FlagKind string

// The kinds of flag. Worried is the care door's only one.
const (
	Worried    FlagKind = "worried"
	Unkind     FlagKind = "unkind"     // unkind or harassing
	Identifies FlagKind = "identifies" // says who someone is
	Harm       FlagKind = "harm"       // could hurt someone: stop treatment, dose, delay, cure claim
	NoSource   FlagKind = "source"     // needs a source
	Selling    FlagKind = "selling"    // selling, asking for money or recruiting
	Spam       FlagKind = "spam"
	Elsewhere  FlagKind = "elsewhere" // contact me elsewhere
	Underage   FlagKind = "underage"  // may be under age
	Illegal    FlagKind = "illegal"   // may be illegal
	Other      FlagKind = "other"
)

// ConductKinds are the kinds of the conduct door in the order of its form.
var ConductKinds = []FlagKind{Unkind, Identifies, Harm, NoSource, Selling, Spam, Elsewhere, Underage, Illegal, Other}

// The harms, in the order in which a queue is worked through: 1 first, and never by the
// number of flags. It is the order of lanes of the design brief (f): somebody at risk,
// details that point to somebody or a child, what could hurt someone, what can wait.
// Within “could hurt someone”, treatment that is stopped or put off comes before
// unkindness, since those were the harms found most often in popular cancer articles
// (31 % and 17 %: research on health communities, 4.2); being asked to talk somewhere
// else comes next, because that is how people were hurt in private (4.7).
const (
	harmUrgent = 1
	harmCare   = 2
	mostHarm   = 12
)

var harms = map[FlagKind]int{
	Worried: harmCare, Underage: 3, Identifies: 4, Harm: 5, Illegal: 6, Unkind: 7, Elsewhere: 8,
	Selling: 9, NoSource: 10, Spam: 11, Other: mostHarm,
}

// harmOfSign returns where a case opened for a sign of distress stands.
func harmOfSign(class care.Class) int {
	if class == care.Plan {
		return harmUrgent
	}
	return harmCare
}

// known reports whether k is a kind of door d.
func (k FlagKind) known(d Door) bool {
	_, ok := harms[k]
	return ok && (d == CareDoor) == (k == Worried)
}

// queue is where d's flags are gathered.
func (d Door) queue() Queue {
	if d == CareDoor {
		return InCare
	}
	return InFlagged
}
