package web

import (
	"html/template"
	"regexp"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/text"
)

// saidPart is the words that a case is about, with what stands around them.
type saidPart struct {
	Answers   *wordsPart // what they answer, closed
	Words     *wordsPart
	Heavy     string // why the words are closed until somebody opens them, or ""
	Title     string // of the conversation
	ThreadURL string
	Gone      string // of words that were taken away: what readers see instead
	State     []string
	Marked    []passage   // the words as typed, with what set off a check marked
	Versions  []version   // what they said before
	Notes     []underPart // moderators' own, under it
	Taken     []string    // of an appeal: what was taken out
}

// underPart is what a moderator wrote under a post, for every reader.
type underPart struct {
	By, When  string
	Body      template.HTML
	URL, Host string
}

// wordsPart is one text with who wrote it.
type wordsPart struct {
	Name, Patch, Role, When, Stamp string
	Path                           string
	Body                           template.HTML
	Note                           string
}

// A passage is a piece of words as they were typed; Why says what a check saw in it.
type passage struct{ Words, Why string }

func (s *Server) saidPart(c *gin.Context, f frame, w moderation.Whole, shift shiftLine) (saidPart, error) {
	said := saidPart{Taken: w.Redacted}
	if w.Thread.PID != "" {
		said.Title, said.ThreadURL = w.Thread.Title, threadPath(w.Thread.PID)
		if said.Title == "" {
			said.Title = f.titleOf(w.Thread)
		}
	}
	post, answers := w.Post, w.Answers
	body, err := text.RenderLong(sourceOf(w)) // whole, also what readers do not see of it
	if err != nil {
		return said, err
	}
	if w.Held.Title != "" {
		said.Title = w.Held.Title
	}
	living, err := s.Forum.LivingAtDesk(c.Request.Context(), f.Viewer, postPath, body, answers.HTML)
	if err != nil {
		return said, err
	}
	living.Gone, living.Nobody, living.Cover = f.T("post.quote_gone"), f.T("name.gone"), f.covered
	switch {
	case w.Held.ID != 0:
		said.Words = &wordsPart{Name: f.nameOf(w.Held.By), Patch: w.Held.By.Patch(), When: f.When(w.Held.HeldAt), Stamp: f.Stamp(w.Held.HeldAt), Body: body.With(living)}
	case post.ID != 0:
		said.Words = f.wordsPart(post, body, living)
	}
	if answers.ID != 0 {
		said.Answers = f.wordsPart(answers, answers.HTML, living)
	}
	if (w.Queue == moderation.InCare || w.Kind == moderation.Illegal || post.Note != "") && !shift.Heavy && said.Words != nil {
		said.Heavy = f.T("case.heavy")
	}
	said.Marked = f.marked(w)
	f.stateOf(&said, post)
	said.Versions = f.versionsOf(w)
	for _, n := range w.DeskNotes {
		under := underPart{By: f.nameOf(n.By), When: f.When(n.At), Body: n.HTML.With(living)}
		under.URL, under.Host = knowLink(n.Link)
		said.Notes = append(said.Notes, under)
	}
	return said, nil
}

func (f frame) wordsPart(p forum.Post, body text.HTML, living text.Living) *wordsPart {
	return &wordsPart{Name: f.nameOf(p.By), Patch: p.By.Patch(), Role: f.roleOf(p.By), When: f.When(p.WrittenAt), Stamp: f.Stamp(p.WrittenAt),
		Path: postPath(p.PID), Body: body.With(living), Note: p.Note}
}

// stateOf says how a post stands for its readers now.
func (f frame) stateOf(said *saidPart, p forum.Post) {
	if p.ID == 0 {
		return
	}
	if p.Removed() {
		gone, why := f.gone(p)
		said.Gone = strings.TrimSpace(gone + ". " + why)
		return
	}
	state := "case.state.showing"
	if p.Folded() {
		state = "case.state.folded_" + string(p.FoldedFor)
	}
	said.State = append(said.State, f.T(state))
	if p.Covered() {
		said.State = append(said.State, f.T("case.state.covered"))
	}
	if p.Redacted() {
		said.State = append(said.State, f.T("case.state.redacted"))
	}
}

// versionsOf is what a post says and said before, with what was changed.
func (f frame) versionsOf(w moderation.Whole) (all []version) {
	if len(w.Revisions) == 0 {
		return nil
	}
	now := forum.Revision{Number: len(w.Revisions) + 1, Source: w.Post.Source, WrittenAt: w.Post.ChangedAt}
	every := append([]forum.Revision{now}, w.Revisions...)
	for i, v := range every {
		before := forum.Revision{}
		if i+1 < len(every) {
			before = every[i+1]
		}
		v.Title, before.Title = "", ""
		all = append(all, f.version(v, before, i == 0, false))
	}
	return all
}

// sourceOf is the words a case is about, as they were typed.
func sourceOf(w moderation.Whole) string {
	if w.Held.ID != 0 {
		return w.Held.Source
	}
	return w.Post.Source
}

// link is what reads like an address on the web.
var link = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>()]+`)

// marked is the words of a case as they were typed, with what set off a check marked:
// details that point to somebody, links in what is held, and for those who see its sign
// what the rules of distress saw. It is nil when there is nothing to mark.
func (f frame) marked(w moderation.Whole) []passage {
	source := sourceOf(w)
	type span struct {
		from, to int
		why      string
	}
	var spans []span
	for _, d := range care.Details(source) {
		spans = append(spans, span{d.From, d.To, f.T("case.mark.detail")})
	}
	if w.Held.ID != 0 {
		for _, at := range link.FindAllStringIndex(source, -1) {
			spans = append(spans, span{at[0], at[1], f.T("case.mark.link")})
		}
	}
	if w.Sign != "" {
		for _, m := range care.Distress(source).Means {
			spans = append(spans, span{m.From, m.To, f.T("case.mark.means")})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return a.from - b.from })
	var all []passage
	at := 0
	for _, one := range spans {
		if one.from < at || one.to > len(source) {
			continue
		}
		all = append(all, passage{Words: source[at:one.from]}, passage{source[one.from:one.to], one.why})
		at = one.to
	}
	if len(all) == 0 {
		return nil
	}
	return append(all, passage{Words: source[at:]})
}

// sentence is what a moderator can take out with one tick.
var sentence = regexp.MustCompile(`[^\n.!?…]+[.!?…]*`)

// mostTicks is how many sentences are offered to be taken out. In longer posts the
// words are typed, or chosen in the text.
const mostTicks = 40

// sentences are the passages that a moderator can tick: what a check marked, and then
// every sentence, each as it stands in source.
func sentences(source string, marked []passage) (all []string) {
	add := func(words string) {
		if words = strings.TrimSpace(words); len(words) > 1 && len(all) < mostTicks && !slices.Contains(all, words) {
			all = append(all, words)
		}
	}
	for _, p := range marked {
		if p.Why != "" {
			add(p.Words)
		}
	}
	for _, words := range sentence.FindAllString(source, -1) {
		add(words)
	}
	return all
}
