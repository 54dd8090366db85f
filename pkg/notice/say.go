package notice

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Say says words in the talk called pid: as its member, or as a moderator of its
// board. A form that is sent twice, which its key tells, is said once. Somebody who
// is paused or banned may always write here.
func (b *Box) Say(ctx context.Context, by account.Account, pid, key, words string) error {
	if err := checkTalkWords(words); err != nil {
		return err
	}
	return b.inTalk(ctx, by, pid, func(tx *db.Tx, t Talk, side Side) error {
		_, err := saidBefore(ctx, tx, b.formKey(by, key))
		if !errors.Is(err, db.ErrNone) {
			return err
		}
		as := by.Name
		if side == MemberSide {
			as = t.With
		}
		return b.say(ctx, tx, t, as, side, b.formKey(by, key), words)
	})
}

// Settle says that the talk called pid waits for nobody: nothing is left to answer.
// For moderators of its board.
func (b *Box) Settle(ctx context.Context, by account.Account, pid string) error {
	return b.inTalk(ctx, by, pid, func(tx *db.Tx, t Talk, side Side) error {
		if side != DeskSide {
			return notHere()
		}
		if err := audit.Record(ctx, tx, audit.Entry{At: b.now(), Actor: by.Name.ID, Act: "talk.settled", Subject: audit.Subject("talk", t.PID), Board: t.Board}); err != nil {
			return err
		}
		return updateTalk(ctx, tx, t.ID, t.LastAt, NoSide)
	})
}

// inTalk runs do in a transaction with the talk called pid and by's side of it.
func (b *Box) inTalk(ctx context.Context, by account.Account, pid string, do func(tx *db.Tx, t Talk, side Side) error) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return b.db.Tx(ctx, func(tx *db.Tx) error {
		t, side, err := b.findTalk(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		return do(tx, t, side)
	})
}

// findTalk returns a talk and by's side of it. To everybody else there is none, and
// it is asked for in the same way.
func (b *Box) findTalk(ctx context.Context, r db.Reader, by account.Account, pid string) (Talk, Side, error) {
	names, err := b.accounts.NamesOf(ctx, r, by.ID)
	if err != nil {
		return Talk{}, NoSide, err
	}
	t, err := findTalkPID(ctx, r, pid)
	switch {
	case err != nil:
		return Talk{}, NoSide, orNotHere(err)
	case slices.ContainsFunc(names, func(n account.Name) bool { return n.ID == t.With.ID }):
		return t, MemberSide, nil
	case CanAnswer(by, t.Board):
		return t, DeskSide, nil
	}
	return Talk{}, NoSide, notHere()
}

// say adds a line to t, and moves its place among the member's notices.
func (b *Box) say(ctx context.Context, tx *db.Tx, t Talk, as account.Name, side Side, key []byte, words string) error {
	turn, seen := DeskSide, account.DayOf(b.now())
	var letter time.Time
	if side == DeskSide {
		turn, seen, letter = MemberSide, 0, b.now().Add(LetterAfter)
	} else if n, err := countUnanswered(ctx, tx, t.ID); err != nil {
		return err
	} else if n >= mostUnanswered {
		return fault.New(fault.TooOften, "fault.talk_wait")
	}
	if err := insertLine(ctx, tx, t.ID, Line{By: as, Side: side, At: b.now(), Source: words}, key); err != nil {
		return err
	}
	if err := updateTalk(ctx, tx, t.ID, b.now(), turn); err != nil {
		return err
	}
	data, err := json.Marshal(Data{Talk: t.PID, Decision: t.Decision, Turn: turn})
	if err != nil {
		return err
	}
	place := Notice{PID: seal.PublicID(), Name: t.With.ID, Kind: Talked, About: aboutTalk(t), At: b.now(), Seen: seen}
	return moveNotice(ctx, tx, place, string(data), letter)
}

// aboutTalk is what the place of a talk among the notices is about.
func aboutTalk(t Talk) string { return "talk " + t.PID }

// formKey is the index under which a form is known again. It leads nobody to by.
func (b *Box) formKey(by account.Account, key string) []byte {
	if key == "" {
		return nil
	}
	return b.keys.Index("talk form", by.ID, key)
}
