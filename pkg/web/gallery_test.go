package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/text"
)

// A gallery is a site with something to see on every one of its pages.
type gallery struct {
	*town
	desk []sight
	says wording

	thread, deep, long, resting, removed, moved, emptied, narrow string // threads
	opening, reply, mine, changed, back, down, bottom, branch    string // posts
	draft, beside                                                string
	mask                                                         account.Name
	helpline, welcome, filter, invitation, held                  string
	writer                                                       string // the cookie of a guest who wrote
	empty, shut                                                  forum.Board
	messages                                                     messages
}

// A wording is what people on the site write: as most do, or as hard to show as
// anybody could make it.
type wording struct {
	title, body, line, note, label, board, purpose, agreements, name, other, called string
}

var usual = wording{
	title: "First chemo on Thursday", body: "It starts on **Thursday**.\n\n- I have a bag\n- I have a book\n\nWhat do *you* wish you had known?", line: "It is mostly sitting.",
	note: "Needles", label: "procedure details", board: "Side effects", purpose: "What it does to you, and what helps.", agreements: "No names of hospitals.",
	name: "Copper Kettle", other: "Plain Toast", called: "My telephone",
}

// hostile is every kind of words that pages break on: without a space, in scripts
// that run the other way, in runs of pictures, nested and as long as they may be.
var hostile = wording{
	title: strings.Repeat("Wundversorgungszentrumsanmeldung", 4)[:120], body: hostileBody(), line: "שלום" + strings.Repeat("עולם", 20) + " " + strings.Repeat("🙂", 60),
	note: strings.Repeat("Nadelstichverletzung", 6), label: strings.Repeat("Untersuchung", 3)[:30], board: strings.Repeat("Nebenwirkungen", 5)[:60],
	purpose: strings.Repeat("Nachsorgeuntersuchungstermin", 11)[:300], agreements: strings.Repeat(strings.Repeat("x", 200)+"\n\nالسلام عليكم "+strings.Repeat("🙂", 50)+"\n\n", 14),
	name: strings.Repeat("W", 40), other: strings.Repeat("ש", 40), called: strings.Repeat("M", 60),
}

// hostileBody is as long as a post may be.
func hostileBody() string {
	parts := []string{
		strings.Repeat("a", 2000),
		"> one\n> > two\n> > > three\n> > > > four\n> > > > > five " + strings.Repeat("b", 300),
		"- one\n  - two\n    - three\n      - four\n        - five " + strings.Repeat("c", 300),
		"999999998. " + strings.Repeat("d", 300) + "\n999999999. after that",
		"```\n" + strings.Repeat("e", 400) + "\n\tand a second line\n```",
		"See https://example.org/" + strings.Repeat("f", 300) + " and [" + strings.Repeat("g", 300) + "](https://example.org/" + strings.Repeat("h", 100) + ")",
		"مرحبا بالعالم " + strings.Repeat("سلام", 100) + " and back `" + strings.Repeat("code", 60) + "`",
		strings.Repeat("🙂", 200) + strings.Repeat("👩‍👩‍👧‍👦", 40),
		"# " + strings.Repeat("Heading", 30) + "\n\n###### Small\n\n---\n\n" + strings.Repeat("**bold** *leaning* ", 30),
	}
	body := strings.Join(parts, "\n\n") + "\n\n"
	words := strings.Repeat("and so on and on ", 700)
	return body + string([]rune(words)[:text.MaxCharacters-len([]rune(body))])
}

func newGallery(t testing.TB, says wording, origin string) *gallery {
	w := newTown(t, account.WithPasskeys("localhost", "Kindword", origin), account.WithMail(&postbox{}, origin, func(_, key string, _ ...any) string { return key }))
	g := &gallery{town: w, says: says}
	for who, shown := range map[string]string{"ann": says.name, "ben": says.other} {
		w.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(t.Context(), `UPDATE name SET shown = $1, version = version + 1 WHERE id = $2`, shown, w.people[who].Name.ID)
			return err
		})
	}
	for _, who := range []string{"cat", "kay", "lea"} {
		w.settle(who, account.Member)
	}
	g.house()
	g.conversation()
	g.fates()
	g.crowd()
	g.begun()
	g.own()
	g.guarded()
	g.atDesk()
	g.tellThem()
	return g
}

// house is what operators set.
func (g *gallery) house() {
	ctx, ola := g.t.Context(), g.people["ola"]
	for _, b := range []*forum.Board{&g.chemo, &g.quiet} {
		b.Title, b.Purpose, b.NotFor, b.Safety, b.Agreements = g.says.board, g.says.purpose, g.says.purpose, g.says.purpose, g.says.agreements[:min(len(g.says.agreements), 3000)]
		g.must(g.Forum.ChangeBoard(ctx, ola, b.Slug, *b))
	}
	g.empty = g.board("empty", "Nothing here yet", forum.Medical, forum.Public)
	var err error
	g.shut, err = g.Forum.AddBoard(ctx, ola, forum.Board{Category: forum.Personal, Title: "Old " + g.says.board[:min(len(g.says.board), 50)], Purpose: "For reading.", Audience: forum.Public, Opens: forum.OpensSteady, Patch: "q-gem moss"})
	g.must(err)
	g.must(g.Forum.ArchiveBoard(ctx, ola, g.shut.Slug))
	for i := range 5 {
		_, err := g.Forum.AddLabel(ctx, ola, fmt.Sprint(i, g.says.label)[:min(30, len(g.says.label)+1)])
		g.must(err)
	}
	g.must(g.Forum.ArchiveLabel(ctx, ola, g.labels()[4]))
	next := g.Site.Now().Settings
	next.RunBy, next.OnDuty, next.Contact, next.Emergency = "Run by "+g.says.purpose, g.says.title, "Write to "+g.says.note, "999"
	g.must(g.Site.Change(ctx, ola, next))
	line, err := g.Site.AddHelpline(ctx, ola, site.Helpline{Kind: site.HelpNow, Title: g.says.board, About: g.says.purpose, Phone: "116 123", Hours: "Every night", Opens: "mon-sun 22:00-06:00"})
	g.must(err)
	g.helpline = line.PID
	for _, pattern := range []string{g.says.note[:min(len(g.says.note), 60)], "miracle cure*", g.says.label} {
		f, err := g.Screen.AddFilter(ctx, ola, screen.Filter{Pattern: pattern, Does: screen.DoesSuggest, Words: g.says.purpose, Note: g.says.note})
		g.must(err)
		g.filter = f.PID
	}
	_, g.invitation, err = g.Accounts.NewInvitation(ctx, ola, 5, 7)
	g.must(err)
	_, err = g.Site.AddHelpline(ctx, ola, site.Helpline{Kind: site.HelpGrief, Title: "Day line", About: "Free.", Message: "85258"})
	g.must(err)
	_, err = g.Accounts.WriteAgreement(ctx, "Be kind.\n\n"+g.says.agreements)
	g.must(err)
	g.welcome, err = g.Accounts.NewOperatorLink(ctx)
	g.must(err)
}

func (g *gallery) labels() (slugs []string) {
	all, err := g.Forum.Labels(g.t.Context())
	g.must(err)
	for _, l := range all {
		slugs = append(slugs, l.Slug)
	}
	return slugs
}

func (g *gallery) answers(by, to string, form forum.NewReply) string {
	g.t.Helper()
	g.clock.pass(time.Second)
	p, err := g.Forum.Reply(g.t.Context(), g.people[by], to, form)
	g.must(err)
	return p.PID
}

// conversation is a thread with everything that can stand in one.
func (g *gallery) conversation() {
	ctx, ann := g.t.Context(), g.people["ann"]
	t, err := g.Forum.Open(ctx, ann, g.chemo.ID, forum.NewThread{Title: g.says.title, Words: g.says.body, Wish: forum.Shared, Labels: g.labels(), Note: g.says.note,
		AskOn: account.DayOf(g.clock.now()) + 30})
	g.must(err)
	g.thread, g.opening = t.PID, g.town.opening(t)
	g.must(g.Forum.SetShort(ctx, ann, t.PID, g.says.line))
	g.must(g.Forum.SetEnding(ctx, ann, t.PID, g.says.line))
	g.reply = g.answers("ben", g.opening, forum.NewReply{Words: g.says.body, Note: g.says.note, Know: forum.Read, Link: "https://" + strings.Repeat("long.", 10) + "example.org/page"})
	g.mine = g.answers("ann", g.reply, forum.NewReply{Words: g.says.line})
	g.must(g.Forum.SendKindWord(ctx, g.people["ben"], g.mine, forum.Thanks))
	g.must(g.Forum.SendKindWord(ctx, g.people["kay"], g.mine, forum.Same))
	g.must(g.Forum.SendKindWord(ctx, g.people["kay"], g.reply, forum.Thinking))
	quote, err := g.Forum.Quote(ctx, ann, g.reply, "")
	g.must(err)
	masked := g.answers("cat", g.mine, forum.NewReply{Words: quote.String() + "\n\n" + g.says.line, Name: "Quiet Umbrella"})
	_, post, err := g.Forum.Post(ctx, ann, masked)
	g.must(err)
	g.mask = post.By
	g.changed = g.answers("ann", g.opening, forum.NewReply{Words: g.says.body})
	g.clock.pass(time.Hour)
	for i, words := range []string{g.says.line, g.says.line + " " + g.says.line, g.says.body + "?"} {
		_, err = g.Forum.Edit(ctx, ann, g.changed, forum.Change{Revision: i + 1, Words: words[:min(len(words), 9000)]})
		g.must(err)
	}
	g.back = g.answers("ann", g.reply, forum.NewReply{Words: g.says.line})
	g.must(g.Forum.TakeBack(ctx, ann, g.back))
	g.down = g.answers("ben", g.opening, forum.NewReply{Words: g.says.body})
	g.answers("ann", g.down, forum.NewReply{Words: "I do not think so."})
	g.must(g.Forum.Remove(ctx, g.people["ola"], g.down, "unkind"))

	deep := g.open("ann", g.chemo, "Deeper and deeper", g.says.line)
	g.deep, g.bottom = deep.PID, g.town.opening(deep)
	for i := range 12 {
		g.bottom = g.answers([]string{"ann", "ben"}[i%2], g.bottom, forum.NewReply{Words: g.says.line})
		if i == 5 {
			g.branch = g.bottom
		}
	}
	long := g.open("ann", g.chemo, "A long one", g.says.body)
	g.long = long.PID
	for range 30 {
		top := g.answers("ben", g.town.opening(long), forum.NewReply{Words: g.says.line})
		g.answers("ben", g.answers("mo", top, forum.NewReply{Words: g.says.line}), forum.NewReply{Words: g.says.line, Note: g.says.note})
	}
}

// fates are threads that something was done to.
func (g *gallery) fates() {
	ctx, ola := g.t.Context(), g.people["ola"]
	resting, removed := g.open("ben", g.chemo, g.says.title, g.says.line), g.open("ann", g.chemo, g.says.title, g.says.line)
	moved, emptied := g.open("ann", g.quiet, g.says.title, g.says.line), g.open("ann", g.chemo, g.says.title, g.says.line)
	narrow := g.open("ann", g.quiet, g.says.title, g.says.line)
	g.resting, g.removed, g.moved, g.emptied, g.narrow = resting.PID, removed.PID, moved.PID, emptied.PID, narrow.PID
	g.reply2(resting, emptied)
	g.must(g.Forum.Lock(ctx, ola, g.resting, "heated"))
	g.must(g.Forum.Pin(ctx, ola, g.resting))
	g.must(g.Forum.RemoveThread(ctx, ola, g.removed, "selling"))
	g.must(g.Forum.Move(ctx, ola, g.moved, g.chemo.Slug, "It fits "+g.says.note[:min(len(g.says.note), 90)]))
	g.must(g.Forum.TakeBack(ctx, g.people["ann"], g.town.opening(emptied)))
}

func (g *gallery) reply2(threads ...forum.Thread) {
	for _, t := range threads {
		g.answers("ben", g.town.opening(t), forum.NewReply{Words: g.says.line})
	}
}

// crowd fills more than a page of a board, of those who wait and of those awake.
func (g *gallery) crowd() {
	for i := range 28 {
		g.clock.pass(time.Second)
		t, err := g.Forum.Open(g.t.Context(), g.people["ben"], g.chemo.ID, forum.NewThread{Title: g.says.title, Words: g.says.line, Wish: forum.Wishes[i%4], Labels: g.labels()[:3]})
		g.must(err)
		if i%2 == 0 {
			g.reply2(t)
		}
	}
	for range 3 { // ann was here, and has not seen what came since
		g.get("ann", "/t/"+g.thread)
		g.clock.pass(time.Hour)
		g.answers("ben", g.reply, forum.NewReply{Words: g.says.line})
	}
}

// begun is what people began to write.
func (g *gallery) begun() {
	ctx, ann := g.t.Context(), g.people["ann"]
	keep := func(d forum.Draft) forum.Draft {
		g.clock.pass(time.Second)
		kept, err := g.Forum.SaveDraft(ctx, ann, d)
		g.must(err)
		return kept
	}
	fields := forum.Fields{Title: g.says.title, Words: g.says.body, Note: g.says.note, FormKey: "one", Labels: g.labels()}
	d := keep(forum.Draft{Kind: forum.DraftThread, Board: g.chemo.Slug, Fields: fields})
	again := d
	again.Fields.Words = g.says.line
	keep(again)
	d.Fields.FormKey, d.Fields.Words = "another", g.says.line+" "+g.says.line
	g.draft, g.beside = d.PID, keep(d).PID
	keep(forum.Draft{Kind: forum.DraftReply, Post: g.reply, Fields: forum.Fields{Words: g.says.body}})
	thrown := keep(forum.Draft{Kind: forum.DraftReply, Post: g.reply, Fields: forum.Fields{Words: g.says.body}})
	g.must(g.Forum.ThrowDraft(ctx, ann, thrown.PID))
	token, err := g.Forum.SaveGuestDraft(ctx, "", forum.Draft{Kind: forum.DraftReply, Post: g.reply, Fields: forum.Fields{Words: g.says.body, FormKey: "form"}})
	g.must(err)
	g.writer = token
}

// own is what people set for themselves.
func (g *gallery) own() {
	ctx := g.t.Context()
	for who := range g.people { // with a session that has just shown who they are
		opened, err := g.Accounts.OpenFor(ctx, g.people[who].ID, account.OwnDevice)
		g.must(err)
		g.tokens[who], g.people[who] = opened.Token, opened.Account
	}
	ann := g.people["ann"]
	g.must(g.Accounts.SetAbout(ctx, ann, g.says.purpose))
	g.must(g.Accounts.NameSession(ctx, ann, ann.Session.PID, g.says.called))
	email := g.Keys.Seal("email", fmt.Sprint("account:", ann.ID), []byte(strings.ToLower(g.says.called[:1])+"-anybody@"+strings.Repeat("long.", 10)+"example.org"))
	g.tx(func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE account SET email = $1, email_for = 'recovery' WHERE id = $2`, email, ann.ID); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE passkey SET label = $1 WHERE account = $2`, g.says.called, ann.ID)
		return err
	})
	g.must(g.Accounts.Unsee(ctx, ann, g.people["kay"].Name.ID))
	g.must(g.Accounts.Leave(ctx, g.people["lea"], account.KeepWords))
	g.signIn("kay") // who has not shown lately who they are
}
