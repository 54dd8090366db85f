package forum

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
)

// A DraftKind says what a draft is to become.
type DraftKind string

// The kinds of draft.
const (
	DraftThread DraftKind = "thread" // opens a thread on a board
	DraftReply  DraftKind = "reply"  // answers a post
	DraftEdit   DraftKind = "edit"   // changes a post
)

const (
	// DraftDays is how long a draft is kept after its last change, and how long one
	// that was thrown away can be taken out again, in days. The page says so.
	DraftDays = 30
	// MaxDrafts is how many drafts one name may keep. Whoever writes a draft a day
	// never meets it.
	MaxDrafts = 100
	// MaxDraftBytes is how much all drafts of one name may hold: five of the longest
	// posts. When both kinds of room are used up, those thrown away go first; then
	// the next one is refused, aloud and with its words still on the page, because an
	// older draft that goes in silence is words lost.
	MaxDraftBytes = 200 << 10
	// draftsOnPage is how many drafts a page of them lists.
	draftsOnPage = 20
)

// Fields are what a form for writing holds, just as it was typed.
type Fields struct {
	Title    string   `json:"title,omitempty"`
	Words    string   `json:"words,omitempty"`
	Wish     string   `json:"wish,omitempty"`
	Labels   []string `json:"labels,omitempty"`
	Audience string   `json:"audience,omitempty"`
	Note     string   `json:"note,omitempty"`
	Know     string   `json:"know,omitempty"`
	KnowLink string   `json:"know_link,omitempty"`
	Fresh    string   `json:"fresh,omitempty"`    // a name wished for this thread alone
	AskOn    string   `json:"ask_on,omitempty"`   // the day on which to ask how it went
	Revision int      `json:"revision,omitempty"` // of the post that is changed: the one they began with
	FormKey  string   `json:"form_key,omitempty"`
}

// same reports whether both hold the same words, in whichever form.
func (f Fields) same(g Fields) bool {
	return f.Title == g.Title && f.Words == g.Words && f.Wish == g.Wish && f.Audience == g.Audience && f.Note == g.Note &&
		f.Know == g.Know && f.KnowLink == g.KnowLink && f.Fresh == g.Fresh && f.AskOn == g.AskOn && strings.Join(f.Labels, ",") == strings.Join(g.Labels, ",")
}

// Empty reports whether there is nothing in the form that somebody typed.
func (f Fields) Empty() bool {
	return strings.TrimSpace(f.Title+f.Words+f.Note+f.KnowLink) == ""
}

// Draft is what somebody began to write. Only they ever see it.
type Draft struct {
	PID      string         `json:"-"` // its name in addresses
	Name     account.NameID `json:"name"`
	Kind     DraftKind      `json:"kind"`
	Board    string         `json:"board,omitempty"` // slug; of a thread to be opened
	Post     string         `json:"post,omitempty"`  // public id; of the post to be answered or changed
	Fields   Fields         `json:"fields"`
	SavedAt  time.Time      `json:"saved_at"`
	ThrownAt time.Time      `json:"thrown_at,omitzero"` // zero unless it was thrown away
	Beside   string         `json:"beside,omitempty"`   // public id of another version, saved from another page meanwhile

	// Version grows with every save. A form sends back the one it was made from.
	Version int64 `json:"-"`
}

// String names the draft without its words, so that no log ever holds them.
func (d Draft) String() string { return "draft " + d.PID }

// Thrown reports whether the draft was thrown away.
func (d Draft) Thrown() bool { return !d.ThrownAt.IsZero() }

// excerptLength is how much of a draft stands in a list of them: a line.
const excerptLength = 80

// Excerpt is the line by which its author knows the draft again: its title, or
// where its words begin.
func (d Draft) Excerpt() string {
	text := strings.Join(strings.Fields(d.Fields.Title), " ")
	if text == "" {
		text = strings.Join(strings.Fields(d.Fields.Words[:min(len(d.Fields.Words), 8*excerptLength)]), " ")
	}
	text = strings.ToValidUTF8(text, "")
	if utf8.RuneCountInString(text) <= excerptLength {
		return text
	}
	return string([]rune(text)[:excerptLength-1]) + "…"
}
