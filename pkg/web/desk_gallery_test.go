package web

import (
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// atDesk fills the desk with a case of every kind, in every state, and lists its pages.
func (g *gallery) atDesk() {
	ctx, mo, ola := g.t.Context(), g.people["mo"], g.people["ola"]
	short := func(s string) string { return string([]rune(s)[:min(len([]rune(s)), 150)]) }
	see := func(as, path string, send ...string) {
		g.desk = append(g.desk, sight{route: "/desk/cases/:case", as: as, path: path})
		if len(send) > 0 {
			g.desk = append(g.desk, sight{route: "POST /desk/cases/:case/decide", as: as, path: path + "/decide", send: send})
		}
	}
	thread := g.open("ann", g.chemo, g.says.title, g.says.body)
	post := func() string {
		g.clock.pass(time.Minute)
		return g.answers("ann", g.town.opening(thread), forum.NewReply{Words: g.says.body})
	}
	flag := func(by, pid string, kind moderation.FlagKind) string {
		_, err := g.Desk.Flag(ctx, g.people[by], moderation.Target{Kind: moderation.OnPost, PID: pid}, moderation.ConductDoor, kind, short(g.says.body))
		g.must(err)
		return g.newestCase(moderation.InFlagged)
	}
	decide := func(by account.Account, path string, c moderation.Choice) moderation.Decision {
		pid := path[len(casePath("")):]
		w, err := g.Desk.Case(ctx, by, pid)
		g.must(err)
		c.Version, c.Revision = w.Version, w.Revision
		if c.Verdict != moderation.Redact {
			c.Message = short(g.says.body)
		}
		x, err := g.Desk.Decide(ctx, by, pid, c)
		g.must(err)
		return x
	}

	// Open: flagged by several, claimed, noted, changed since.
	one := post()
	path := flag("ben", one, moderation.Harm)
	flag("kay", one, moderation.Unkind)
	pid := path[len(casePath("")):]
	g.must(g.Desk.Claim(ctx, mo, pid))
	g.must(g.Desk.AddNote(ctx, ola, pid, short(g.says.body)))
	_, err := g.Forum.Edit(ctx, g.people["ann"], one, forum.Change{Revision: 1, Words: g.says.line})
	g.must(err)
	see("mo", path, "verdict", "redact", "passages", "words that are not there", "message", g.says.line, "version", "0")
	see("ola", path, "do", "fill", "reason", "harm")
	g.desk = append(g.desk,
		sight{route: "POST /desk/cases/:case/decide", as: "mo", path: path + "/decide", send: []string{"verdict", "remove", "reason", "harm", "message", g.says.line, "revision", "1", "version", "1"}},
		sight{route: "POST /desk/cases/:case/note", as: "mo", path: path + "/note", send: []string{"note", ""}},
		sight{route: "/desk/cases/:case/everything", as: "mo", path: path + "/everything"})

	// Decided: taken down, a passage taken out, waiting for a second moderator.
	path = flag("ben", post(), moderation.Unkind)
	removed := decide(mo, path, moderation.Choice{Verdict: moderation.Remove, Reason: "unkind"})
	see("mo", path)
	path = flag("ben", post(), moderation.Identifies)
	if words := sentences(g.says.body, nil); len(words) > 0 {
		decide(mo, path, moderation.Choice{Verdict: moderation.Redact, Reason: "private-details", Passages: words[:1]})
	}
	see("mo", path)
	path = flag("ben", post(), moderation.Selling)
	decide(mo, path, moderation.Choice{Verdict: moderation.Ban, Reason: "selling"})
	see("mo", path)
	see("ola", path)

	// Somebody else is asked to look; a person; a whole conversation.
	g.must(g.Desk.Appeal(ctx, g.people["ann"], removed.PID, short(g.says.body)))
	appeal := g.newestCase(moderation.InAppeals)
	see("ola", appeal)
	see("mo", appeal)
	for kind, target := range map[moderation.TargetKind]string{moderation.OnName: g.mask.PID, moderation.OnThread: thread.PID} {
		_, err := g.Desk.Flag(ctx, g.people["ben"], moderation.Target{Kind: kind, PID: target}, moderation.ConductDoor, moderation.Other, short(g.says.body))
		g.must(err)
		see("mo", g.newestCase(moderation.InFlagged))
	}

	// Somebody may be in danger, and something waits to be posted.
	sad := g.open("ann", g.quiet, g.says.title, "I have the pills here and tonight I will take them. Goodbye.")
	s, err := forum.FindSubject(ctx, g.db, sad.Opening)
	g.must(err)
	g.must(g.Desk.Signed(ctx, forum.Signed{Thread: sad.ID, Post: s.Post.ID, Class: care.Plan, Means: true}))
	_, err = g.Rota.Plan(ctx, mo, "", g.clock.now(), g.clock.now().Add(2*time.Hour))
	g.must(err)
	see("mo", g.newestCase(moderation.InCare))
	see("ola", g.newestCase(moderation.InCare))
	if held := g.holds(); held != "" {
		see("mo", held)
	}
	g.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO unread_post (post, board, written_at) SELECT p.id, $1, p.written_at FROM post p WHERE p.removed_at IS NULL ORDER BY p.id DESC LIMIT 3`, g.chemo.ID)
		return err
	})
	g.settle("wes", account.Welcomer)
	g.desk = append(g.desk,
		sight{route: "/desk", as: "mo", path: "/desk"}, sight{route: "/desk", as: "ola", path: "/desk"},
		sight{route: "/desk/queue/:queue", as: "mo", path: "/desk/queue/flagged"}, sight{route: "/desk/queue/:queue", as: "mo", path: "/desk/queue/held?kind=link&age=24&mine=yes"},
		sight{route: "/desk/queue/:queue", as: "ola", path: "/desk/queue/care"},
		sight{route: "/desk/queue/unanswered", as: "wes", path: "/desk/queue/unanswered"}, sight{route: "/desk/queue/unanswered", as: "mo", path: "/desk/queue/unanswered?first=yes"},
		sight{route: "/desk/queue/unread", as: "mo", path: "/desk/queue/unread"})
}

func (g *gallery) deskSights() []sight { return g.desk }

// newestCase is the path of the case that was opened last in a queue.
func (w *town) newestCase(q moderation.Queue) string {
	w.t.Helper()
	pid, err := db.One(w.t.Context(), w.db, db.Value[string], `SELECT c.pid FROM flag_case c WHERE c.queue = $1 ORDER BY c.id DESC LIMIT 1`, q)
	w.must(err)
	return casePath(pid)
}

// holds has somebody new post a link, which waits, and returns the path of its case.
func (w *town) holds() string {
	w.t.Helper()
	w.settle("nia", account.Member)
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `UPDATE account SET step = 'new' WHERE id = $1`, w.people["nia"].ID)
		return err
	})
	w.signIn("nia")
	_, err := w.Forum.Open(w.t.Context(), w.people["nia"], w.chemo.ID, forum.NewThread{Title: "Something that helped", Words: "Read this: https://example.org/powder and write to me.", Wish: forum.Shared})
	if err == nil {
		w.t.Fatal("a link by somebody new does not wait")
	}
	id, err := db.One(w.t.Context(), w.db, db.Value[forum.HeldID], `SELECT h.id FROM held h ORDER BY h.id DESC LIMIT 1`)
	w.must(err)
	w.must(w.Desk.Waits(w.t.Context(), forum.Waits{Held: id, Board: w.chemo.ID}))
	return w.newestCase(moderation.InHeld)
}
