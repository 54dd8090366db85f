package moderation

import (
	"cmp"
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
)

// What moderators decide about words teaches the screen, which then has a sentence for
// whoever looks at the next case. It decides nothing.

// spamReasons are the reasons that say of words that they were put there for gain.
var spamReasons = []string{"spam", "selling"}

// teaches reports what a decision says of the words it is about: that they are spam,
// or that they may stand. Most decisions say neither.
func (x Decision) teaches() (spam, ham bool) {
	gain := false
	for _, r := range spamReasons {
		gain = gain || x.Reason == r
	}
	switch x.Verdict {
	case RemoveAll:
		return true, false
	case Remove, Decline:
		return gain, false
	case Keep, Release:
		return false, true
	}
	return false, false
}

// learn teaches the screen what x says of its words; undone, that is taken back. Words
// of somebody in danger teach nothing.
func (d *Desk) learn(ctx context.Context, tx *db.Tx, c Case, a aim, x Decision, undone bool) error {
	spam, ham := x.teaches()
	if d.screen == nil || !spam && !ham || c.Queue == InCare {
		return nil
	}
	teach := d.screen.Learn
	if undone {
		teach = d.screen.Unlearn
	}
	if words := cmp.Or(a.post.Source, a.held.Source); words != "" && len(x.effect.Removed) == 0 {
		return teach(ctx, tx, words, spam)
	}
	for _, id := range x.effect.Removed[:min(len(x.effect.Removed), learntAtOnce)] {
		s, err := forum.FindSubject(ctx, tx, id)
		if err != nil {
			return err
		}
		if s.Post.Source == "" {
			continue
		}
		if err := teach(ctx, tx, s.Post.Source, spam); err != nil {
			return err
		}
	}
	return nil
}

// learntAtOnce is how many posts of one decision teach something: one advertisement
// that was posted three hundred times is one lesson, and others wait to write.
const learntAtOnce = 10

// withSpam reads what in the words of a newcomer's post speaks for spam.
func (d *Desk) withSpam(ctx context.Context, _ account.Account, w *Whole) (err error) {
	words := screen.Draft{Title: w.Held.Title, Source: w.Held.Source}
	if w.Held.ID == 0 {
		words = screen.Draft{Source: w.Post.Source, Post: int64(w.Post.ID)}
	}
	if d.screen == nil || words.Source == "" || w.Queue != InHeld && w.Queue != InFlagged {
		return nil
	}
	words.By.Step, err = stepOf(ctx, d.db, w.About.ID)
	if err != nil || words.By.Step != account.New && w.Held.ID == 0 {
		return err
	}
	w.Spam, err = d.screen.Spam(ctx, d.db, words)
	return err
}

// stepOf is how far along somebody is whom a name of their own belongs to. Of a name
// for one thread it says nothing.
func stepOf(ctx context.Context, r db.Reader, name account.NameID) (account.Step, error) {
	step, err := db.One(ctx, r, db.Value[account.Step], `SELECT o.step FROM name n JOIN account o ON o.id = n.account WHERE n.id = $1`, name)
	if errors.Is(err, db.ErrNone) {
		return "", nil
	}
	return step, err
}
