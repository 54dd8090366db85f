package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/seal"
)

// decidePart is the form on which a moderator decides.
type decidePart struct {
	Action, Key string
	Version     int64
	Revision    int
	Verdicts    []verdictOption // about the words
	Person      []verdictOption // about whoever wrote them
	PersonOpen  bool
	Reasons     []reasonOption
	ReasonWhy   string
	To          string // whom the message goes to
	Message     string
	Sentences   []readingOption // passages to take out with one tick
	Passages    string          // others, one on each line
	Source      string          // the words as typed, to choose passages in
	Days        []readingOption
	Boards      []readingOption
	Under       []input // of a note under the words
	Care        bool    // it is closed rather than decided
}

// A verdictOption is one thing that a case can come to. Button is what the form then
// does, in words.
type verdictOption struct {
	readingOption
	Button string
	Second bool // another moderator must agree
}

// A reasonOption is a written reason, with the message it suggests. For lists the
// verdicts it is given for, with spaces between.
type reasonOption struct {
	readingOption
	For, Message, Agreement string
}

// appealPart is the form on which somebody else answers an appeal.
type appealPart struct {
	Action, Key  string
	Version      int64
	What         pastLine
	Message      string // to its author, then
	Agreement    string
	Words, Asked string // what they say, and when
	Answered     string
	First        string // who decided, once somebody else has
}

// forms fills in what the reader can do with a case.
func (s *Server) forms(c *gin.Context, p *casePage, w moderation.Whole, boards []forum.BoardAt, was string, form url.Values) error {
	if w.Appealed != nil {
		p.Appeal = p.appealPart(c.Request.Context(), s, w)
	}
	s.decidedPart(c.Request.Context(), p, w)
	if w.May != nil {
		p.May = say(p.Words, fault.Of(w.May))
	}
	if !p.Open {
		return nil
	}
	if w.Queue == moderation.InCare {
		p.guide(w)
	}
	if w.Appealed == nil && p.Waits == nil {
		p.Decide = s.decidePart(p, w, boards, was, form)
	}
	return s.caseTools(c, p, w, was, form)
}

// about are the verdicts that bind a person.
var about = []moderation.Verdict{moderation.Pause, moderation.HoldFirst, moderation.Ban, moderation.RemoveAll}

func (s *Server) decidePart(p *casePage, w moderation.Whole, boards []forum.BoardAt, was string, form url.Values) *decidePart {
	if was != "decide" {
		form = url.Values{}
	}
	d := &decidePart{Action: casePath(w.PID) + "/decide", Key: form.Get("key"), Version: w.Version, Revision: w.Revision,
		To: p.nameOf(w.About), Message: form.Get("message"), Passages: form.Get("passages"),
		Source: sourceOf(w), Care: w.Queue == moderation.InCare}
	if d.Key == "" {
		d.Key = seal.Token()
	}
	for _, v := range w.Verdicts {
		if v == moderation.Restore && !w.Post.Removed() && !w.Thread.Removed() || v == moderation.Lock && w.Thread.Locked() {
			continue
		}
		key := "case.verdict." + string(v)
		o := verdictOption{readingOption: readingOption{Value: string(v), Title: p.T(key), Hint: p.T(key + ".how"), Chosen: form.Get("verdict") == string(v)},
			Button: p.T(key + ".do"), Second: v == moderation.Ban || w.Kind == moderation.Underage}
		if slices.Contains(about, v) && w.On != moderation.OnName && w.On != moderation.OnHeld {
			d.Person, d.PersonOpen = append(d.Person, o), d.PersonOpen || o.Chosen
		} else {
			d.Verdicts = append(d.Verdicts, o)
		}
	}
	d.Reasons = s.reasonOptions(p, w, form.Get("reason"))
	for _, words := range sentences(d.Source, p.Text.Marked) {
		d.Sentences = append(d.Sentences, readingOption{Value: words, Title: words, Chosen: slices.Contains(form["passage"], words)})
	}
	d.Under = []input{p.input("case.under", "note", "area", form), p.input("case.under", "link", "line", form)}
	for i := range d.Under {
		if was != "decide" { // another form has a field of that name
			d.Under[i].ID = "decide-" + d.Under[i].Name
		}
	}
	for _, n := range moderation.PauseDays {
		value := strconv.Itoa(n)
		o := readingOption{Value: value, Title: p.N("date.days", n), Chosen: form.Get("days") == value}
		if n > moderation.LongestAlone {
			o.Hint = p.T("case.two")
		}
		d.Days = append(d.Days, o)
	}
	for _, b := range boards {
		if b.ID != w.Board && !b.Archived() {
			d.Boards = append(d.Boards, readingOption{Value: b.Slug, Title: b.Title, Chosen: form.Get("board") == b.Slug})
		}
	}
	return d
}

// fits says which written reason answers what members most often call a moderator for.
var fits = map[moderation.FlagKind]string{
	moderation.Unkind: "unkind", moderation.Identifies: "private-details", moderation.Harm: "harm", moderation.NoSource: "source",
	moderation.Selling: "selling", moderation.Spam: "spam", moderation.Elsewhere: "elsewhere", moderation.Underage: "underage", moderation.Illegal: "illegal",
}

// reasonOptions are the reasons that can be given, and on the page the agreement that
// fits what somebody called a moderator for.
func (s *Server) reasonOptions(p *casePage, w moderation.Whole, chosen string) (all []reasonOption) {
	for _, r := range w.Reasons {
		var verdicts []string
		for _, v := range r.Verdicts {
			if slices.Contains(w.Verdicts, v) {
				verdicts = append(verdicts, string(v))
			}
		}
		if len(verdicts) == 0 {
			continue
		}
		words := r.In(p.Site.Language)
		all = append(all, reasonOption{
			readingOption: readingOption{Value: r.Slug, Title: r.In(p.Lang()).Title, Chosen: r.Slug == chosen},
			For:           strings.Join(verdicts, " "), Message: s.letter(p.frame, w, words), Agreement: r.In(p.Lang()).Agreement,
		})
		if r.Slug == fits[w.Kind] {
			p.Fits = r.In(p.Lang()).Agreement
		}
	}
	return all
}

// letter is the message that a reason suggests, in the language of the site: whoever
// it goes to may be known by one name alone, and that has none.
func (s *Server) letter(f frame, w moderation.Whole, r moderation.ReasonWords) string {
	say := s.Words.Match(f.Site.Language)
	return say.T("case.letter", "Name", f.nameOf(w.About), "Reason", strings.TrimSpace(r.Message), "Moderator", f.Viewer.Name.Shown)
}

// choiceOf reads what a moderator decided.
func choiceOf(form url.Values) moderation.Choice {
	version, _ := strconv.ParseInt(form.Get("version"), 10, 64)
	revision, _ := strconv.Atoi(form.Get("revision"))
	days, _ := strconv.Atoi(form.Get("days"))
	choice := moderation.Choice{
		Key: form.Get("key"), Version: version, Revision: revision, Verdict: moderation.Verdict(form.Get("verdict")), Reason: form.Get("reason"),
		Message: form.Get("message"), Note: form.Get("note"), Link: form.Get("link"), Board: form.Get("board"), Days: days,
	}
	if choice.Verdict == moderation.Redact {
		choice.Passages = slices.Clone(form["passage"])
		for line := range strings.Lines(form.Get("passages")) {
			choice.Passages = append(choice.Passages, strings.TrimSpace(line))
		}
	}
	if choice.Verdict == moderation.Keep || choice.Verdict == moderation.Release || choice.Verdict == moderation.Close {
		choice.Reason = "" // what takes nothing from anybody needs none, even if one was chosen before
	}
	return choice
}

// suggested fills in the message that the chosen reason suggests.
func (s *Server) suggested(f frame, w moderation.Whole, form url.Values) bool {
	for _, r := range w.Reasons {
		if r.Slug == form.Get("reason") {
			form.Set("message", s.letter(f, w, r.In(f.Site.Language)))
			return true
		}
	}
	return false
}
