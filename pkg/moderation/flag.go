package moderation

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// MaxFlagWords is how much can be said with a flag, in characters: what is going on,
// not a letter about it.
const MaxFlagWords = 500

// A Flag is one call for a moderator, as moderators read it: never whose it is.
type Flag struct {
	Door     Door
	Kind     FlagKind
	RaisedAt time.Time
	Revision int  // of the post it was made on
	ByRules  bool // nobody raised it: the site's own rules did
	Words    string

	id       int64
	raisedBy account.NameID
	target   int64
	on       TargetKind
}

// Flag calls a moderator to what by saw. One flag of theirs stands at a time for each
// door: raising it again changes nothing, and after a decision it takes a post that
// was changed since, or new words. Whoever it is about never learns who raised it.
func (d *Desk) Flag(ctx context.Context, by account.Account, t Target, door Door, kind FlagKind, words string) (FlagOutcome, error) {
	out := FlagOutcome{Door: door}
	if by.Guest() {
		return out, fault.New(fault.SignIn, "fault.sign_in")
	}
	words = strings.TrimSpace(strings.ToValidUTF8(words, ""))
	if err := fault.Fields(checkKind(door, kind), checkFlagWords(kind, words)); err != nil {
		return out, err
	}
	seen, err := d.inSight(ctx, by, t)
	if err != nil {
		return out, err
	}
	name := by.Name
	if seen.thread != 0 {
		if name, err = d.forum.NameIn(ctx, by, seen.thread); err != nil {
			return out, err
		}
	}
	err = d.db.Tx(ctx, func(tx *db.Tx) error {
		out = FlagOutcome{Door: door}
		a, err := aimAt(ctx, tx, seen.kind, seen.id)
		if err != nil {
			return err
		}
		if a.post.Removed() {
			return fault.New(fault.Gone, "fault.post_gone")
		}
		f := Flag{Door: door, Kind: kind, RaisedAt: d.now(), Revision: a.revision, Words: words, on: a.kind, target: a.id, raisedBy: name.ID}
		out.Already, err = d.flagAs(ctx, tx, by, a, f)
		return err
	})
	return out, err
}

// flagAs raises f for by, unless one of theirs stands already.
func (d *Desk) flagAs(ctx context.Context, tx *db.Tx, by account.Account, a aim, f Flag) (already bool, err error) {
	names, err := d.accounts.NamesOf(ctx, tx, by.ID)
	if err != nil {
		return false, err
	}
	for _, n := range names {
		if n.ID == a.about.ID {
			return false, fault.New(fault.Conflict, "fault.flag_own")
		}
		if standing, err := flagStands(ctx, tx, n.ID, a, f.Door); err != nil || standing {
			return standing, err
		}
		last, err := lastFlag(ctx, tx, n.ID, a, f.Door)
		switch {
		case errors.Is(err, db.ErrNone):
		case err != nil:
			return false, err
		case last.Revision >= a.revision && (f.Words == "" || f.Words == last.Words):
			return false, fault.New(fault.Conflict, "fault.flag_decided")
		}
	}
	return false, d.raise(ctx, tx, a, f, by.Step != account.New)
}

// raise puts f in its case and does what follows: it may fold a post, and worry lifts
// a thread. It is how the site's own rules call a moderator, too.
func (d *Desk) raise(ctx context.Context, tx *db.Tx, a aim, f Flag, weighs bool) error {
	c, err := openCase(ctx, tx, opening{queue: f.Door.queue(), aim: a, flag: f.Kind, harm: harms[f.Kind], at: d.now()})
	if err != nil {
		return err
	}
	if err := insertFlag(ctx, tx, c.ID, f, weighs); err != nil {
		return err
	}
	d.watching.changed(tx, c.Board)
	if f.Door == CareDoor {
		return d.lift(ctx, tx, a.thread, true)
	}
	return d.foldFlagged(ctx, tx, a)
}

// lift puts a thread first among those without an answer, or back in its place.
func (d *Desk) lift(ctx context.Context, tx *db.Tx, t forum.ThreadID, on bool) error {
	if t == 0 {
		return nil
	}
	return d.forum.LiftIn(ctx, tx, t, on)
}

func checkKind(door Door, kind FlagKind) error {
	if !kind.known(door) {
		return fault.Field("kind", "fault.flag_kind")
	}
	return nil
}

// checkFlagWords asks for words where the kind alone says nothing.
func checkFlagWords(kind FlagKind, words string) error {
	if kind == Other && words == "" {
		return fault.Field("words", "fault.flag_words")
	}
	if over := utf8.RuneCountInString(words) - MaxFlagWords; over > 0 {
		return fault.Field("words", "fault.site_long", "N", over)
	}
	return nil
}
