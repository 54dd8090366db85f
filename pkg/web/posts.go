package web

import (
	"html/template"
	"slices"
	"strings"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
	"github.com/kindword/kindword/pkg/words"
)

// A post is made in two parts, which are remembered, and a place, which is made
// each time. What it says is the same for every reader who reads alike; what can
// be done with it depends on what kind of reader they are; where it stands depends
// on the page. So a reply costs its thread two new parts, and nothing personal is
// ever remembered.

// postPart is what post.html shows.
type postPart struct {
	*words.Words            // and not the frame: it is remembered for everybody who reads alike
	PID, Name, Patch, Role  string
	Level                   int // of its heading: see the levels below
	New, Started            bool
	To, ToPath              string // whom it answers, and where that is
	ToName                  string // the same as a name, for those who hear the page
	Depth                   int    // how deep it stands, from 1, for those who hear the page
	At, AtStamp, Changed    string
	Body                    template.HTML
	Note                    string
	Open                    bool // content notes stand open
	Know, KnowLink, KnowURL string
	Kind                    string
	Gone, GoneWhy           string        // of a removed post: what stands in its place
	Folded                  string        // why readers are asked before they see it
	Muted                   bool          // it is folded for this reader alone, with all that stands around it
	Notes                   []deskNote    // of moderators, under it
	Wish                    template.HTML // of the opening: what would help
	WishPatch               string
	Labels                  string
	Short, Ending           template.HTML
	Title                   string
}

// actsPart is what acts.html shows: what can be done with a post.
type actsPart struct {
	*words.Words              // and not the frame: it is remembered for every reader of a kind
	PID, Name, Person, Thread string
	Opening, Mine, Looks      bool          // looks: the reader looks after the board
	Rests, Gone               bool          // the thread takes no replies; the post was removed
	Back, Changed             bool          // its author can put it back; it said something else before
	Apart                     account.Whose // its author and the reader do not see each other
	Guest, Former             bool          // former: of somebody who left and of whom nothing is shown
}

// The levels of a post's heading. Replies to the page's root have 1, and so on.
const (
	openingLevel = 0  // its thread's title is the heading of the page
	rootLevel    = -1 // the one post that a page is about
)

var (
	postView = newPart[postPart]("post.html")
	actsView = newPart[actsPart]("acts.html")
)

// placed is a finished post at its place on a page.
type placed struct {
	PID      string
	New      bool
	Part     template.HTML
	Acts     template.HTML
	Card     template.HTML // above somebody's own post: where help is
	Kept     template.HTML // of a removed post: its words, for those who may see them
	KeptSaid string        // whose eyes those are for
	Said     string        // what was just done with it, in a sentence
	NextNew  *onward       // the next new reply
	LastNew  string        // says that it is the last of the new ones
	Replies  []*placed
	More     *onward // replies that did not fit
	CarryOn  *onward // replies too deep for this page
	branches bool
}

// Branch reports whether p stands on a sheet of its own: a top-level reply.
func (p *placed) Branch() bool { return p.branches }

// onward leads to replies that are not on this page.
type onward struct{ Words, Path string }

// drawing is one page of a thread on its way to HTML.
type drawing struct {
	s      *Server
	f      frame
	thread forum.Thread
	page   *forum.Page
	here   map[string]bool // the posts on this page, by public id
	seen   int64           // the last post that this reader has seen; -1 when all is new to them
	looks  bool
	living text.Living // what the texts speak of: posts they quote, names they mention
	spoken int64       // a version of all that they could speak of
	muted  *screen.Phrases
}

// nothingSeen says that everything is new to a reader, and so nothing is marked.
const nothingSeen = -1

// nested reports whether replies stand under what they answer.
func (d *drawing) nested() bool {
	return d.page.View.Order != forum.Flat && d.page.View.Order != forum.OneByOne
}

// isNew reports whether the reader has not seen r yet. Their own is never new, and
// neither is anything when everything is.
func (d *drawing) isNew(r *forum.Reply) bool {
	return d.seen >= 0 && r.Seq > d.seen && !r.Mine && !r.Removed() && !r.Opening() && r.Apart == account.Nobodys
}

// place makes r and everything under it.
func (d *drawing) place(r *forum.Reply, level int) (*placed, error) {
	part, err := d.part(r, level)
	if err != nil {
		return nil, err
	}
	acts, err := d.acts(r)
	if err != nil {
		return nil, err
	}
	p := &placed{PID: r.PID, New: d.isNew(r), Part: part, Acts: acts, branches: level == 1}
	if r.Removed() {
		p.Kept, p.KeptSaid = r.Kept.With(d.living), d.f.T("gone.kept")
		if r.Mine {
			p.KeptSaid = d.f.T("gone.kept_mine")
		}
	}
	for _, reply := range r.Replies {
		under, err := d.place(reply, level+1)
		if err != nil {
			return nil, err
		}
		p.Replies = append(p.Replies, under)
	}
	if r.CarryOn > 0 {
		p.CarryOn = &onward{d.f.N("thread.carry_on", r.CarryOn), fromPath(d.thread.PID, r.PID)}
		if d.f.Look.Low() {
			p.CarryOn.Words = d.f.T("thread.carry_on_plain")
		}
	}
	p.More = d.more(r.More)
	return p, nil
}

func (d *drawing) more(m *forum.More) *onward {
	if m == nil {
		return nil
	}
	path := fromPath(d.thread.PID, m.Root)
	if m.From != "" {
		path += "?from=" + query(m.From)
	}
	return &onward{d.f.N("thread.more", m.Count), path}
}

// part returns r as everybody who reads alike sees it.
func (d *drawing) part(r *forum.Reply, level int) (template.HTML, error) {
	f := d.f
	to, toPath, toName := d.answered(r)
	started := r.By.ID == d.thread.OpenedBy.ID && r.Apart == account.Nobodys
	key := keyOf("post", r.PID, r.Version, r.By.PID, r.By.Version, r.Depth, started, to, toPath, toName, level, d.isNew(r),
		text.RendererVersion, f.Lang(), f.day, f.Site.Version, f.Look.Notes, f.Look.Low())
	if r.Opening() {
		key += keyOf("opening", d.thread.PID, d.thread.Version, d.s.Forum.BoardsVersion())
	}
	if r.Covered() && r.Mine {
		key += keyOf("whole") // its author reads all of it
	}
	muted := d.mutes(r)
	if muted {
		key += keyOf("muted") // for everybody who muted a word of it, whichever
	}
	for _, n := range r.Notes {
		key += keyOf("note", n.PID, n.By.Version)
	}
	if d.speaking(r) {
		key += keyOf("says", d.spoken, f.Viewer.Guest())
	}
	draw := func() (template.HTML, error) {
		p := postPart{
			Words: f.Words, PID: r.PID, Name: f.nameOf(r.By), Patch: r.By.Patch(), Role: f.roleOf(r.By), Level: level,
			New: d.isNew(r), Started: started, To: to, ToPath: toPath, ToName: toName, Depth: r.Depth,
			At: f.When(r.WrittenAt), AtStamp: f.Stamp(r.WrittenAt),
			Body: r.HTML.With(d.living), Note: r.Note, Open: f.Look.Notes == "show",
			Kind: f.kindWords(r.Post),
		}
		if !r.ChangedAt.IsZero() {
			p.Changed = f.T("post.changed", "When", f.When(r.ChangedAt))
		}
		if r.Know != forum.NoKnow {
			p.Know = f.T("know." + string(r.Know))
			p.KnowURL, p.KnowLink = knowLink(r.KnowLink)
		}
		if r.Removed() {
			p.Gone, p.GoneWhy = f.gone(r.Post)
		}
		if r.Apart != account.Nobodys {
			p.Gone, p.GoneWhy = f.apartFrom("post", r.Apart), ""
		}
		p.guarded(d, r)
		if p.Muted = muted; muted {
			p.Folded = strings.TrimSpace(p.Folded + " " + f.T("post.folded.muted"))
		}
		if r.Opening() {
			p.opening(d)
		}
		return postView.render(p)
	}
	if d.personal(r) {
		return draw()
	}
	return d.s.parts.get(key, draw)
}

// speaking reports whether r quotes or names others, so that what it shows can
// change while it does not.
func (d *drawing) speaking(r *forum.Reply) bool {
	return r.HTML.Speaks() || r.Whole.Speaks() || slices.ContainsFunc(r.Notes, func(n forum.DeskNote) bool { return n.HTML.Speaks() }) || r.Opening() && (d.thread.Short.Speaks() || d.thread.Ending.Speaks())
}

// opening adds what only the post that opened its thread shows.
func (p *postPart) opening(d *drawing) {
	p.Title = d.f.titleOf(d.thread)
	if d.thread.Wish != forum.NoWish {
		p.Wish, p.WishPatch = d.f.B("wish."+string(d.thread.Wish)+".asked", "Name", p.Name), wishPatches[d.thread.Wish]
	}
	p.Labels = d.f.labelsOf(d.thread.Labels)
	p.Short, p.Ending = d.thread.Short.With(d.living), d.thread.Ending.With(d.living)
}

// wishPatches let a foggy reader tell wishes apart before they read them. They
// mean nothing by themselves.
var wishPatches = map[forum.Wish]string{
	forum.Advice: "q-cabin sky", forum.Shared: "q-geese damson", forum.Listening: "q-gem moss",
	forum.Celebrating: "q-dots quince", forum.Telling: "q-stripe slate",
}

// acts returns what a reader of this kind may do with r.
func (d *drawing) acts(r *forum.Reply) (template.HTML, error) {
	a := actsPart{Words: d.f.Words, PID: r.PID, Name: d.f.nameOf(r.By), Person: r.By.PID, Thread: d.thread.PID,
		Opening: r.Opening(), Mine: r.Mine, Looks: d.looks, Rests: d.thread.Locked(), Gone: r.Removed(), Guest: d.f.Viewer.Guest(),
		Back: r.Mine && r.RemovedBy == forum.ByAuthor && r.WipedAt.IsZero(), Changed: !r.ChangedAt.IsZero(), Apart: r.Apart, Former: r.By.State == account.Former}
	key := keyOf("acts", a.PID, a.Person, r.By.Version, a.Thread, a.Opening, a.Mine, a.Looks, a.Rests, a.Gone, a.Back, a.Changed, a.Guest, a.Former, a.Apart, d.f.Lang())
	return d.s.parts.get(key, func() (template.HTML, error) { return actsView.render(a) })
}
