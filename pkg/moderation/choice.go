package moderation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// Choice is what a moderator fills in to decide.
type Choice struct {
	Key      string // the form's own: sent twice, it is decided once
	Version  int64  // of the case, as it was shown
	Revision int    // of the post, as it was shown; of what is held, its version
	Verdict  Verdict
	Reason   string   // a reason's slug
	Message  string   // to whoever it concerns
	Passages []string // of a redaction: the words to take out, each as it stands
	Days     int      // of a pause
	Board    string   // of a move: the other board's slug
	Note     string   // of a note under a post, or a move
	Link     string   // where a note comes from
}

func (c Choice) tidy() Choice {
	c.Message = strings.TrimSpace(text.Clean(c.Message))
	c.Note = strings.TrimSpace(c.Note)
	c.Passages = slices.DeleteFunc(slices.Clone(c.Passages), func(p string) bool { return strings.TrimSpace(p) == "" })
	return c
}

// check returns every reason why c cannot be taken, whatever it is about.
func (c Choice) check() error {
	var passages, days, note error
	if c.Verdict == Redact && len(c.Passages) == 0 {
		passages = fault.Field("passages", "fault.desk_passages")
	}
	if c.Verdict == Pause && !slices.Contains(PauseDays, c.Days) {
		days = fault.Field("days", "fault.choose_again")
	}
	if c.Verdict == NoteUnder && c.Note == "" {
		note = fault.Field("note", "fault.words_empty")
	}
	return fault.Fields(passages, days, note, checkMessage(c.Message, c.Passages))
}

// checkMessage holds that a letter is no longer than anybody reads, and repeats
// nothing that is being taken out.
func checkMessage(message string, passages []string) error {
	if over := utf8.RuneCountInString(message) - MaxMessage; over > 0 {
		return fault.Field("message", "fault.site_long", "N", over)
	}
	for _, p := range passages {
		if strings.Contains(strings.ToLower(message), strings.ToLower(strings.TrimSpace(p))) {
			return fault.Field("message", "fault.desk_quotes")
		}
	}
	return nil
}

// formKey is what is stored of a form's own key, or nil.
func (c Choice) formKey() []byte {
	if c.Key == "" {
		return nil
	}
	return seal.Hash(c.Key)
}

// plan is what a choice asks for, as it waits for a second moderator: where passages
// stand and what a moderator wrote, never a member's words.
type plan struct {
	Spans [][2]int      `json:"spans,omitempty"`
	Days  int           `json:"days,omitempty"`
	Board forum.BoardID `json:"board,omitempty"`
	Note  string        `json:"note,omitempty"`
	Link  string        `json:"link,omitempty"`
}

// planFor finds the passages of c in the words it is about.
func planFor(c Choice, to forum.BoardID, source string) (plan, error) {
	p := plan{Days: c.Days, Board: to, Note: c.Note, Link: c.Link}
	for _, words := range c.Passages {
		at := strings.Index(source, words)
		if at < 0 {
			return p, fault.Field("passages", "fault.desk_passage_gone")
		}
		p.Spans = append(p.Spans, [2]int{at, at + len(words)})
	}
	return p, nil
}

// passages returns the words of source that p takes out.
func (p plan) passages(source string) []string {
	var words []string
	for _, s := range p.Spans {
		if s[0] >= 0 && s[0] < s[1] && s[1] <= len(source) {
			words = append(words, source[s[0]:s[1]])
		}
	}
	return words
}
