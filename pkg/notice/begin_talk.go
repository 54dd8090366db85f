package notice

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// TalkAbout says what a member writes to the moderators about. All of it may be
// empty: then it is a question under their own name, to all moderators.
type TalkAbout struct {
	Notice string // public id of one of theirs: the name it was told to writes
	Thread string // public id: the name they have in it writes, to its board's moderators
}

// BeginTalk says words to the moderators for by and returns the talk. About a
// decision there is one talk: what is said goes on in it. A form that is sent twice,
// which its key tells, is said once.
func (b *Box) BeginTalk(ctx context.Context, by account.Account, about TalkAbout, key, words string) (t Talk, err error) {
	if by.Guest() {
		return Talk{}, fault.New(fault.SignIn, "fault.sign_in")
	}
	if err := checkTalkWords(words); err != nil {
		return Talk{}, err
	}
	name, board, decision, err := b.sideOf(ctx, by, about)
	if err != nil {
		return Talk{}, err
	}
	err = b.db.Tx(ctx, func(tx *db.Tx) error {
		var said bool
		if t, said, err = b.talkSaid(ctx, tx, by, key); said || err != nil {
			return err
		}
		if t, err = b.talkFor(ctx, tx, name, board, decision); err != nil {
			return err
		}
		return b.say(ctx, tx, t, name, MemberSide, b.formKey(by, key), words)
	})
	return t, err
}

// sideOf returns under which name by writes, to whose moderators, and about which
// decision.
func (b *Box) sideOf(ctx context.Context, by account.Account, about TalkAbout) (name account.Name, board int64, decision string, err error) {
	name = by.Name
	switch {
	case about.Notice != "":
		n, err := b.Notice(ctx, by, about.Notice)
		if err != nil {
			return name, 0, "", err
		}
		board, err = boardOfNotice(ctx, b.db, n.Data)
		return n.To, board, n.Data.Decision, err
	case about.Thread != "":
		t, err := b.forum.Thread(ctx, by, about.Thread)
		if err != nil {
			return name, 0, "", err
		}
		name, err = b.forum.NameIn(ctx, by, t.ID)
		return name, int64(t.Board), "", err
	}
	return name, 0, "", nil
}

// talkFor returns the talk of a name about a decision, or a new one.
func (b *Box) talkFor(ctx context.Context, tx *db.Tx, name account.Name, board int64, decision string) (Talk, error) {
	if decision != "" {
		t, err := findTalkAbout(ctx, tx, name.ID, decision)
		if !errors.Is(err, db.ErrNone) {
			return t, err
		}
	}
	t := Talk{PID: seal.PublicID(), With: name, Board: board, Decision: decision, BegunAt: b.now(), LastAt: b.now()}
	err := insertTalk(ctx, tx, &t)
	return t, err
}

// TalkAbout returns by's talk about one of their notices, or [fault.NotFound] when
// there is none yet.
func (b *Box) TalkAbout(ctx context.Context, by account.Account, n Told) (Talk, error) {
	if n.Data.Decision == "" {
		return Talk{}, notHere()
	}
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return Talk{}, err
	}
	if !slices.ContainsFunc(names, func(name account.Name) bool { return name.ID == n.Name }) {
		return Talk{}, notHere()
	}
	t, err := findTalkAbout(ctx, b.db, n.Name, n.Data.Decision)
	if errors.Is(err, db.ErrNone) {
		err = notHere()
	}
	return t, err
}

// talkSaid returns the talk in which the form with a key was said already, if it was.
func (b *Box) talkSaid(ctx context.Context, tx *db.Tx, by account.Account, key string) (t Talk, said bool, err error) {
	id, err := saidBefore(ctx, tx, b.formKey(by, key))
	if errors.Is(err, db.ErrNone) {
		return Talk{}, false, nil
	}
	if err != nil {
		return Talk{}, false, err
	}
	t, err = findTalkID(ctx, tx, id)
	return t, true, err
}

// Write begins a talk from the moderators' side: by writes to the name with a public
// id about one of their boards, or about the whole site. A talk about a decision goes
// on where there is one. That somebody was written to is recorded, never what.
func (b *Box) Write(ctx context.Context, by account.Account, to string, board int64, decision, key, words string) (t Talk, err error) {
	if !CanAnswer(by, board) {
		return Talk{}, notHere()
	}
	if err := checkTalkWords(words); err != nil {
		return Talk{}, err
	}
	err = b.db.Tx(ctx, func(tx *db.Tx) error {
		var said bool
		if t, said, err = b.talkSaid(ctx, tx, by, key); said || err != nil {
			return err
		}
		name, err := account.FindName(ctx, tx, to)
		if err != nil {
			return err
		}
		if owner, err := b.accounts.OwnerOf(ctx, tx, name.ID); err != nil || owner == by.ID {
			return errors.Join(err, notHere()) // nobody is both sides
		}
		if name.State != account.Here {
			return fault.New(fault.Gone, "fault.talk_left")
		}
		if t, err = b.talkFor(ctx, tx, name, board, decision); err != nil {
			return err
		}
		if err := audit.Record(ctx, tx, audit.Entry{At: b.now(), Actor: by.Name.ID, Act: "talk.begun", Subject: audit.Subject("talk", t.PID), Board: board}); err != nil {
			return fmt.Errorf("begin a talk: %w", err)
		}
		return b.say(ctx, tx, t, by.Name, DeskSide, b.formKey(by, key), words)
	})
	return t, err
}
