package screen

import (
	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
)

// Draft is what is about to be posted.
type Draft struct {
	By      account.Account
	Name    account.NameID // it is to be written with
	Title   string
	Source  string // as it will be kept
	Trap    bool   // a field was filled in that people never see
	Fast    bool   // the form came back faster than a person types
	Opening bool   // it opens a thread
	Post    int64  // the post whose words it changes, or 0
}

// Why a post waits. Each is the end of two message keys: screen.hold.link tells its
// author, screen.case.link whoever looks at it.
const (
	HoldLink    = "link"
	HoldContact = "contact"
	HoldFilter  = "filter"
	HoldSame    = "same"
	HoldTrap    = "trap"
	HoldFast    = "fast"
	HoldAsked   = "asked" // a moderator asked to see their posts first
)

// Holds lists all of them, for tables and tests.
var Holds = []string{HoldLink, HoldContact, HoldFilter, HoldSame, HoldTrap, HoldFast, HoldAsked}

// Why others do not see a passage yet.
const (
	CoverMeans   = "means"
	CoverContact = "contact"
	CoverLink    = "link"
)

// Cover is a passage of a source that others do not see yet, in bytes.
type Cover struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	Why  string `json:"why"`
}

// Suggestion is a passage of a source, in bytes, that an operator would have put
// another way, and their words about it. With To 0 it is about the title.
type Suggestion struct {
	From, To int
	Words    string
	Filter   string // public id
}

// Result is what was seen in a draft.
type Result struct {
	// Hold says why the post waits for a moderator; none means it is posted now. It is
	// empty when the text has a sign of distress.
	Hold []string
	// Refuse is a fault that explains why this cannot be posted as it is, or nil. It
	// never stands beside a sign of distress.
	Refuse  error
	Suggest []Suggestion
	Flag    []string // public ids of the filters that call a moderator
	Card    bool     // the author is shown where help is
	Sign    care.Sign
	Cover   []Cover // in the order of the source, none overlapping another
}
