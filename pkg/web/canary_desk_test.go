package web

import (
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
	"github.com/kindword/kindword/pkg/notice"
)

// forDesk is for the eyes of whoever looks after the board, and nobody else's: not of
// whom it is about, and not of who wrote it.
const forDesk fate = "desk"

// atDesk puts a canary in everything that is said at the moderators' desk, and in
// what waits, is covered or folded there.
func (q *square) atDesk() {
	ctx, ann, ben, mo := q.t.Context(), q.people["ann"], q.people["ben"], q.people["mo"]
	toAnn := canary{by: "ann", board: "chemo", fate: removed} // she reads it, and whoever looks after the board
	desk := canary{board: "chemo", fate: forDesk, on: "/desk/cases/:case"}
	open := canary{by: "ann", board: "chemo", open: true}

	q.settle("nan", account.Member)
	q.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE account SET step = 'new' WHERE id = $1`, q.people["nan"].ID)
		return err
	})
	nan := q.people["nan"]
	nan.Step = account.New
	thread := q.start("ann", q.chemo, q.words(open, "thread at the desk"))
	opening := q.opening(thread)
	_, err := q.Forum.Reply(ctx, nan, opening, forum.NewReply{Words: "See https://example.org/" + q.word(canary{by: "nan", board: "chemo", fate: removed}, "held reply")})
	if held := (*forum.HeldError)(nil); !errors.As(err, &held) {
		q.t.Fatalf("a newcomer's link was not held: %v", err)
	}

	flagged := q.says(open, "post with a note under it", opening, "")
	c := q.called(ben, flagged, q.word(desk, "words of a flag"))
	q.must(q.Desk.AddNote(ctx, mo, c.PID, "Seen "+q.word(desk, "note on a case")))
	q.decide(mo, c, moderation.Choice{Verdict: moderation.NoteUnder, Note: "They say " + q.word(canary{board: "chemo", open: true, on: "/t/:thread"}, "note under a post"), Message: "Dear Ann, " + q.word(toAnn, "letter about a note")})

	folded := q.says(open, "folded post", opening, "")
	c = q.called(ben, folded, "")
	q.decide(mo, c, moderation.Choice{Verdict: moderation.Fold, Message: "Dear Ann, " + q.word(toAnn, "letter about a fold")})

	taken := q.says(toAnn, "post taken down at the desk", opening, "")
	c = q.called(ben, taken, "")
	x := q.decide(mo, c, moderation.Choice{Verdict: moderation.Remove, Message: "Dear Ann, " + q.word(toAnn, "letter about a removal")})
	q.must(q.Desk.Appeal(ctx, ann, x.PID, "Please look, "+q.word(desk, "appeal")))

	_, err = q.Notices.BeginTalk(ctx, ann, notice.TalkAbout{Thread: thread.PID}, "talk", "Can you help? "+q.word(toAnn, "line of a talk"))
	q.must(err)
	q.put("ann", opening, forum.NewReply{Words: "The scan was yesterday. I want to die, I have kept the tablets and tonight I will take all the " + q.word(toAnn, "covered passage") + " tablets."})
	q.work()
}

// called is the case that by opens with a flag on a post.
func (q *square) called(by account.Account, post, words string) moderation.Whole {
	q.t.Helper()
	ctx := q.t.Context()
	_, err := q.Desk.Flag(ctx, by, moderation.Target{Kind: moderation.OnPost, PID: post}, moderation.ConductDoor, moderation.Unkind, words)
	q.must(err)
	page, err := q.Desk.Queue(ctx, q.people["mo"], moderation.InFlagged, moderation.Filter{}, "")
	q.must(err)
	c, err := q.Desk.Case(ctx, q.people["mo"], page.Cases[0].PID)
	q.must(err)
	return c
}

// decide has by decide on a case as it stands, for the first reason that will do.
func (q *square) decide(by account.Account, c moderation.Whole, form moderation.Choice) moderation.Decision {
	q.t.Helper()
	now, err := q.Desk.Case(q.t.Context(), by, c.PID)
	q.must(err)
	form.Version, form.Revision = now.Version, now.Revision
	for _, r := range now.Reasons {
		if r.For(form.Verdict) {
			form.Reason = r.Slug
			break
		}
	}
	x, err := q.Desk.Decide(q.t.Context(), by, c.PID, form)
	q.must(err)
	return x
}

// deskIDs are the public ids of all rows of a table of the desk's.
func (q *square) deskIDs(table string) []string {
	q.t.Helper()
	ids, err := db.All(q.t.Context(), q.db, db.Value[string], `SELECT pid FROM `+table+` ORDER BY id`)
	q.must(err)
	return ids
}
