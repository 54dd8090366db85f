package web

import (
	"fmt"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/site"
)

// A canary is a word that stands in one thing alone, and what is true of that thing.
type canary struct {
	what, word string
	by         string // who wrote or set it
	fate       fate
	board      string // whose moderators look after it
	open       bool   // it was written for anybody to read
	on         string // the one route that shows it; "" for wherever it turns up
	id         bool   // a public id: nobody needs to be shown it, but few may
	apart      string // who never reads it while signed in: its author and they are out of each other's sight
}

// A fate is what has become of a thing.
type fate string

const (
	stands      fate = ""
	private     fate = "private"        // for nobody's eyes but its own author's
	removed     fate = "removed"        // a post that was taken down or back, or an earlier version
	threadTaken fate = "thread removed" // with its whole thread
	gone4good   fate = "gone"           // wiped, erased, or replaced
)

// mayKnow is the rule. It was written from what members are promised, and shares
// nothing with the product.
func mayKnow(who string, c canary) bool {
	if who == c.apart {
		return false
	}
	looks := who == "ola" || who == "mo" && c.board != "away" || who == "moe" && c.board == "away"
	switch c.fate {
	case gone4good:
		return false
	case private:
		return who == c.by
	case removed:
		return who == c.by || looks
	case threadTaken, forDesk:
		return looks
	}
	return c.open || who != "guest" && who != "writer"
}

// square is a town with a canary in everything. Beside its people, fay writes under
// a name for one thread, moe moderates the board called away alone, and a guest
// called the writer has begun to write.
type square struct {
	*town
	away     forum.Board
	canaries []canary
	threads  []string
	posts    []string
	within   map[string]string // the thread that a post was written in
	drafts   []string
	cookie   string       // the writer's
	mask     account.Name // fay's, for one thread
}

func newSquare(t *testing.T) *square {
	w := newTown(t, account.WithPasskeys("localhost", "Kindword", "http://localhost"))
	q := &square{town: w, within: map[string]string{}, away: w.board("away", "Away", forum.Medical, forum.Public)}
	for _, name := range []string{"fay", "moe", "gil", "hal"} {
		w.settle(name, account.Member)
	}
	q.boards()
	q.long()
	q.moderators()
	q.public()
	q.narrow()
	q.takenDown()
	q.tidied()
	q.masked()
	q.parted()
	q.begun()
	q.own()
	q.atDesk()
	q.everywhere()
	return q
}

// word adds a canary like c to the square, and returns its word.
func (q *square) word(c canary, what string) string {
	n := len(q.canaries)
	c.what, c.word = what, fmt.Sprintf("zq%c%c%c", 'a'+n/676%26, 'a'+n/26%26, 'a'+n%26)
	q.canaries = append(q.canaries, c)
	return c.word
}

// words are the title, the words and the content note of a new thread. What has
// become of the words has not become of all three alike: titled says what of the
// other two.
func (q *square) words(c canary, what string, titled ...canary) forum.NewThread {
	rest := append(titled, c)[0]
	return forum.NewThread{Title: "On " + q.word(rest, what+": title"), Words: "It is " + q.word(c, what+": words"), Note: q.word(rest, what+": note"), Wish: forum.Shared}
}

// opens opens a thread with a canary in each of its parts.
func (q *square) opens(c canary, what string, board forum.Board, audience forum.Audience) (thread, opening string) {
	q.t.Helper()
	form := q.words(c, what)
	form.Audience = audience
	t := q.start(c.by, board, form)
	ctx, by := q.t.Context(), q.people[c.by]
	q.must(q.Forum.SetShort(ctx, by, t.PID, "In short "+q.word(c, what+": short version")))
	q.must(q.Forum.SetEnding(ctx, by, t.PID, "At last "+q.word(c, what+": ending")))
	return t.PID, q.posts[len(q.posts)-1]
}

func (q *square) start(by string, board forum.Board, form forum.NewThread) forum.Thread {
	q.t.Helper()
	q.clock.pass(time.Second)
	t, err := q.Forum.Open(q.t.Context(), q.people[by], board.ID, form)
	q.must(err)
	q.threads = append(q.threads, t.PID)
	q.wrote(q.opening(t), t.PID)
	return t
}

// says answers a post with a canary.
func (q *square) says(c canary, what, to, more string) string {
	q.t.Helper()
	return q.put(c.by, to, forum.NewReply{Words: "I say " + q.word(c, what) + more})
}

func (q *square) put(by, to string, form forum.NewReply) string {
	q.t.Helper()
	q.clock.pass(time.Second)
	p, err := q.Forum.Reply(q.t.Context(), q.people[by], to, form)
	q.must(err)
	q.wrote(p.PID, q.within[to])
	return p.PID
}

func (q *square) wrote(post, thread string) {
	q.posts, q.within[post] = append(q.posts, post), thread
}

// boards puts canaries in what boards and the site say of themselves, which is no
// secret even where what stands on them is.
func (q *square) boards() {
	ctx, ola := q.t.Context(), q.people["ola"]
	for _, b := range []*forum.Board{&q.chemo, &q.quiet, &q.away} {
		c := canary{by: "ola", open: true}
		b.Purpose, b.NotFor, b.Agreements = q.word(c, b.Slug+": purpose"), q.word(c, b.Slug+": not for"), q.word(c, b.Slug+": agreements")
		q.must(q.Forum.ChangeBoard(ctx, ola, b.Slug, *b))
	}
	next := q.Site.Now().Settings
	next.OnDuty = q.word(canary{by: "ola", open: true}, "on duty")
	q.must(q.Site.Change(ctx, ola, next))
	_, err := q.Site.AddHelpline(ctx, ola, site.Helpline{Kind: site.HelpNow, Title: q.word(canary{by: "ola", open: true}, "helpline"), About: "Free.", Phone: "116 123"})
	q.must(err)
	_, err = q.Accounts.WriteAgreement(ctx, "Be kind, and "+q.word(canary{by: "ola", open: true}, "agreements")+".")
	q.must(err)
}

// moderators gives mo the boards chemo and quiet, and moe the one called away.
func (q *square) moderators() {
	for who, boards := range map[string][]forum.Board{"mo": {q.chemo, q.quiet}, "moe": {q.away}} {
		q.tx(func(tx *db.Tx) error {
			if _, err := tx.Exec(q.t.Context(), `UPDATE account SET role = 'moderator' WHERE id = $1`, q.people[who].ID); err != nil {
				return err
			}
			for _, b := range boards {
				if _, err := tx.Exec(q.t.Context(), `INSERT INTO account_board (account, board) VALUES ($1, $2)`, q.people[who].ID, b.ID); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for who := range q.people { // those who have a role were signed out meanwhile
		q.signIn(who)
	}
}

// long is what was taken back longer ago than anything is kept.
func (q *square) long() {
	ctx, ann := q.t.Context(), q.people["ann"]
	lost := canary{by: "ann", fate: gone4good, board: "chemo"}
	_, opening := q.opens(lost, "wiped thread", q.chemo, "")
	reply := q.says(lost, "wiped reply", opening, "")
	q.must(q.Forum.TakeBack(ctx, ann, reply))
	q.must(q.Forum.TakeBack(ctx, ann, opening))
	q.clock.pass(forum.PutBackWithin + time.Hour)
	_, err := q.Forum.WipeTakenBack(ctx)
	q.must(err)
}

// public is a thread for anybody, with replies of every fate.
func (q *square) public() {
	ctx, ann, mo := q.t.Context(), q.people["ann"], q.people["mo"]
	by := func(who string) canary { return canary{by: who, board: "chemo", open: true} }
	down := func(who string) canary { return canary{by: who, board: "chemo", open: true, fate: removed} }
	_, opening := q.opens(by("ann"), "public thread", q.chemo, "")
	said := q.put("ben", opening, forum.NewReply{Words: q.word(by("ben"), "public reply"), Note: q.word(by("ben"), "public reply: note"),
		Know: forum.Read, Link: "https://" + q.word(by("ben"), "public reply: source") + ".example/"})

	bad := q.says(down("ben"), "removed reply", opening, "")
	quote, err := q.Forum.Quote(ctx, ann, bad, "")
	q.must(err)
	q.says(by("ann"), "reply that quotes a removed one", said, "\n\n"+quote.String())
	q.must(q.Forum.Remove(ctx, mo, bad, "unkind"))

	back := q.says(down("ann"), "reply taken back", said, "")
	quote, err = q.Forum.Quote(ctx, ann, back, "")
	q.must(err)
	q.says(by("ben"), "reply that quotes one taken back", said, "\n\n"+quote.String())
	q.must(q.Forum.TakeBack(ctx, ann, back))

	earlier := q.says(down("ann"), "earlier version", said, "")
	_, err = q.Forum.Edit(ctx, ann, earlier, forum.Change{Revision: 1, Words: q.word(by("ann"), "later version")})
	q.must(err)
	erased := q.says(canary{by: "ann", fate: gone4good}, "erased version", said, "")
	_, err = q.Forum.Edit(ctx, ann, erased, forum.Change{Revision: 1, Words: q.word(by("ann"), "version after the erased one")})
	q.must(err)
	q.must(q.Forum.EraseEarlier(ctx, ann, erased))

	sender := q.word(canary{by: "ann", fate: private, on: "/p/:post/kind-word"}, "sender of a kind word")
	q.settle(sender, account.Member)
	q.must(q.Forum.SendKindWord(ctx, q.people[sender], opening, forum.Thinking))

	emptied := q.start("ann", q.chemo, q.words(down("ann"), "emptied thread", canary{by: "ann", fate: gone4good}))
	q.says(by("ben"), "reply in an emptied thread", q.opening(emptied), "")
	q.must(q.Forum.TakeBack(ctx, ann, q.opening(emptied)))
}

// narrow are threads for members: on their own board and on a public one.
func (q *square) narrow() {
	quiet, chemo := canary{by: "ann", board: "quiet"}, canary{by: "ben", board: "chemo"}
	_, opening := q.opens(quiet, "members' board", q.quiet, "")
	q.says(canary{by: "ben", board: "quiet"}, "reply on the members' board", opening, "")
	_, theirs := q.opens(chemo, "members' thread on a public board", q.chemo, forum.Members)
	q.says(canary{by: "ann", board: "chemo"}, "reply in a members' thread", theirs, "")
	kept, since := q.opens(chemo, "thread kept for members since", q.chemo, "")
	q.must(q.Forum.Narrow(q.t.Context(), q.people["ben"], kept))
	// Somebody types a reference to members' words where anybody reads.
	public := q.posts[2]
	q.says(canary{by: "ben", board: "chemo", open: true}, "reply that quotes for members", public, "\n\n[quote:"+opening+":1]\n\n[quote:"+theirs+":1]\n\n[quote:"+since+":1]")
}

// takenDown are whole threads that a moderator took down, with what is in them.
func (q *square) takenDown() {
	ctx, ola := q.t.Context(), q.people["ola"]
	for _, board := range []forum.Board{q.chemo, q.quiet, q.away} {
		c := canary{by: "ann", board: board.Slug, open: board.Audience == forum.Public, fate: threadTaken}
		if board.ID == q.chemo.ID {
			c.board = "chemo"
		}
		thread, opening := q.opens(c, "removed thread on "+board.Slug, board, "")
		c.by = "ben"
		reply := q.says(c, "reply in a removed thread on "+board.Slug, opening, "")
		q.must(q.Forum.RemoveThread(ctx, ola, thread, "harm"))
		for _, pid := range []string{thread, opening, reply} {
			c.id, c.word, c.what = true, pid, "id in a removed thread on "+board.Slug
			q.canaries = append(q.canaries, c)
		}
	}
	c := canary{by: "ann", board: "away", open: true}
	_, opening := q.opens(c, "away thread", q.away, "")
	c.by, c.fate = "ben", removed
	q.must(q.Forum.Remove(ctx, ola, q.says(c, "removed reply on away", opening, ""), "unkind"))
}

// tidied is what moderators moved, merged and split.
func (q *square) tidied() {
	ctx, ola := q.t.Context(), q.people["ola"]
	for _, move := range []struct {
		from, to forum.Board
		c        canary
	}{
		{q.chemo, q.quiet, canary{board: "quiet"}},
		{q.quiet, q.chemo, canary{board: "chemo"}},
		{q.chemo, q.away, canary{board: "away", open: true}},
	} {
		what := "moved from " + move.from.Slug + " to " + move.to.Slug
		move.c.by = "ann"
		thread, opening := q.opens(move.c, what, move.from, "")
		move.c.by = "ben"
		q.says(move.c, what+": reply", opening, "")
		move.c.by = "ola"
		q.must(q.Forum.Move(ctx, ola, thread, move.to.Slug, "Note "+q.word(move.c, what+": note of the moderator")))
	}

	merged := q.start("ben", q.chemo, forum.NewThread{Title: q.word(canary{by: "ben", fate: gone4good}, "merged thread: title"),
		Words: q.word(canary{by: "ben", board: "chemo"}, "merged thread: words")})
	into := q.start("ann", q.chemo, forum.NewThread{Title: q.word(canary{by: "ann", board: "chemo"}, "merged into: title"), Words: "Some words.", Audience: forum.Members})
	q.must(q.Forum.Merge(ctx, ola, merged.PID, into.PID))

	c := canary{by: "ben", board: "quiet"}
	_, opening := q.opens(c, "split thread", q.quiet, "")
	reply := q.says(c, "split off", opening, "")
	made, err := q.Forum.Split(ctx, ola, reply, q.word(c, "split off: title")) // ben's thread from then on
	q.must(err)
	q.threads = append(q.threads, made.PID)
}

// masked is a thread of fay's, under a name that must not lead to her.
func (q *square) masked() {
	ctx, fay := q.t.Context(), q.people["fay"]
	c := canary{by: "fay", board: "chemo", open: true}
	form := q.words(c, "one-thread name's thread")
	form.Name = q.word(c, "name for one thread")
	t := q.start("fay", q.chemo, form)
	q.mask = t.OpenedBy
	c.fate = removed
	back := q.says(c, "one-thread name's reply taken back", q.opening(t), "")
	q.must(q.Forum.TakeBack(ctx, fay, back))
	c.fate = private
	q.keep("fay", forum.Draft{Kind: forum.DraftReply, Post: q.opening(t), Fields: forum.Fields{Words: q.word(c, "one-thread name's draft")}})
	q.must(q.Accounts.SetAbout(ctx, fay, "About "+q.word(canary{by: "fay"}, "about fay")))
}

// parted are gil, who chose not to see hal, and hal, who is not told: in a thread of
// hal's, in one of gil's, and in one of ann's, who quotes them both. What gil writes
// under a name for one thread hal goes on seeing.
func (q *square) parted() {
	ctx := q.t.Context()
	gil, hal := canary{by: "gil", apart: "hal", board: "chemo", open: true}, canary{by: "hal", apart: "gil", board: "chemo", open: true}
	_, ofGil := q.opens(gil, "thread of gil's", q.chemo, "")
	_, ofHal := q.opens(hal, "thread of hal's", q.chemo, "")
	q.says(canary{by: "ben", board: "chemo", open: true}, "reply in gil's thread", ofGil, "")
	q.says(canary{by: "ben", board: "chemo", open: true}, "reply in hal's thread", ofHal, "")
	ofAnn := q.opening(q.start("ann", q.chemo, q.words(canary{by: "ann", board: "chemo", open: true}, "thread with gil and hal")))
	first := q.says(gil, "reply of gil's", ofAnn, "")
	second := q.put("hal", first, forum.NewReply{Words: q.word(hal, "reply of hal's"), Note: q.word(hal, "reply of hal's: note")})
	for _, pid := range []string{first, second} {
		quote, err := q.Forum.Quote(ctx, q.people["ann"], pid, "")
		q.must(err)
		q.says(canary{by: "ann", board: "chemo", open: true}, "reply that quotes one of them", ofAnn, "\n\n"+quote.String())
	}
	masked := canary{by: "gil", board: "chemo", open: true}
	q.put("gil", ofHal, forum.NewReply{Words: q.word(masked, "reply of gil's under another name"), Name: q.word(masked, "gil's other name")})
	q.must(q.Accounts.Unsee(ctx, q.people["gil"], q.people["hal"].Name.ID))
}

// begun is what people began to write.
func (q *square) begun() {
	ctx, ann := q.t.Context(), q.people["ann"]
	mine := canary{by: "ann", fate: private}
	fields := func(c canary, what string) forum.Fields {
		return forum.Fields{Title: q.word(c, what+": title"), Words: q.word(c, what+": words"), Note: q.word(c, what+": note")}
	}
	d := q.keep("ann", forum.Draft{Kind: forum.DraftThread, Board: q.quiet.Slug, Fields: fields(canary{by: "ann", fate: gone4good}, "draft")})
	again := d
	again.Fields = fields(mine, "draft, next version")
	q.keep("ann", again)
	d.Fields = fields(mine, "draft, from another window")
	d.Fields.FormKey = "another window's"
	q.keep("ann", d)
	thrown := q.keep("ann", forum.Draft{Kind: forum.DraftReply, Post: q.posts[2], Fields: forum.Fields{Words: q.word(mine, "thrown draft")}})
	q.must(q.Forum.ThrowDraft(ctx, ann, thrown.PID))
	q.keep("ann", forum.Draft{Kind: forum.DraftReply, Post: q.posts[2], Fields: forum.Fields{Words: q.word(mine, "draft of a reply")}})
	writer := canary{by: "writer", fate: private}
	token, err := q.Forum.SaveGuestDraft(ctx, "", forum.Draft{Kind: forum.DraftReply, Post: q.posts[2], Fields: forum.Fields{Words: q.word(writer, "guest's draft"), FormKey: "form"}})
	q.must(err)
	q.cookie = formCookie + "=" + token
}

func (q *square) keep(as string, d forum.Draft) forum.Draft {
	q.t.Helper()
	q.clock.pass(time.Second)
	kept, err := q.Forum.SaveDraft(q.t.Context(), q.people[as], d)
	q.must(err)
	q.drafts = append(q.drafts, kept.PID)
	q.canaries = append(q.canaries, canary{what: "id of a draft", word: kept.PID, by: as, fate: private, id: true})
	return kept
}

// own is what ann set for herself.
func (q *square) own() {
	ctx := q.t.Context()
	for who := range q.people { // with a session that has just shown who they are
		opened, err := q.Accounts.OpenFor(ctx, q.people[who].ID, account.OwnDevice)
		q.must(err)
		q.tokens[who], q.people[who] = opened.Token, opened.Account
	}
	ann, mine := q.people["ann"], canary{by: "ann", fate: private}
	q.must(q.Accounts.NameSession(ctx, ann, ann.Session.PID, q.word(mine, "what a session is called")))
	email := q.word(mine, "e-mail address")
	sealed := q.Keys.Seal("email", fmt.Sprint("account:", ann.ID), []byte(email+"@example.org"))
	q.tx(func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `UPDATE account SET email = $1, email_for = 'recovery' WHERE id = $2`, sealed, ann.ID); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE passkey SET label = $1 WHERE account = $2`, q.word(mine, "what a passkey is called"), ann.ID)
		return err
	})
}

// everywhere adds what the public ids of members' posts are: known to members.
func (q *square) everywhere() {
	ctx, ben := q.t.Context(), q.people["ben"]
	for _, pid := range q.posts {
		t, _, err := q.Forum.Post(ctx, ben, pid)
		if err == nil && t.Audience == forum.Members {
			for _, id := range []string{pid, t.PID} {
				q.canaries = append(q.canaries, canary{what: "id for members", word: id, id: true})
			}
		}
	}
}
