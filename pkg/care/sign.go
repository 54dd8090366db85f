package care

// Class is what a text may say of its author.
type Class string

// The classes, from “nothing” to “now”.
const (
	NoSign Class = ""      // ordinary talk
	Talk   Class = "talk"  // of dying, of being tired, of assisted dying, of another's wish, of the past: the card at most
	Wish   Class = "wish"  // not to live, without a plan
	Plan   Class = "plan"  // a way, a means, a time, a goodbye
	Aimed  Class = "aimed" // at another: conduct, not care
)

// Classes lists every class, for tables and tests.
var Classes = []Class{NoSign, Talk, Wish, Plan, Aimed}

// Sign is what [Distress] read in a text. It is for its author and the moderators
// on duty alone, and it is thrown away when their case is closed.
type Sign struct {
	Class Class
	// Card tells that the author is shown where help is. A case always brings the
	// card; talk brings it only where somebody speaks of their own despair.
	Card bool
	// Rules are the keys of the rules that spoke, such as "wish.not_wake_up", sorted.
	// They explain the sign and hold none of the author's words.
	Rules []string
	// Means are the passages that name a way, a place or a pact, in the order of the
	// text, none overlapping another. They are folded for others until a moderator
	// has read them. Only a case has any.
	Means []Span
}

// Case tells whether a moderator should look at the text.
func (s Sign) Case() bool { return s.Class == Wish || s.Class == Plan }

// Urgent tells whether the moderators on duty should be called.
func (s Sign) Urgent() bool { return s.Class == Plan }

// Span is a passage of a text, in bytes.
type Span struct{ From, To int }
