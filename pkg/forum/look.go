package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/text"
)

// Signed is told when a post was published or changed that moderators should read
// soon: its author may be in danger, or it is aimed at somebody, or others do not
// see a passage of it until a moderator has.
type Signed struct {
	Thread ThreadID
	Post   PostID
	Class  care.Class // [care.Wish], [care.Plan] or [care.Aimed]
	Means  bool       // a passage is covered
}

// Matched is told when a post was published or changed that a filter calls a
// moderator for.
type Matched struct {
	Post    PostID
	Filters []string // public ids
}

// looked is what was seen in a text before it is shown.
type looked struct {
	screen.Result
	source string // what was looked at
}

// look looks at what somebody is about to publish. It writes nothing, and belongs
// before a transaction: nobody else could write meanwhile.
func (f *Forum) look(ctx context.Context, d screen.Draft) (looked, error) {
	s := looked{source: d.Source}
	var err error
	if f.screen != nil {
		s.Result, err = f.screen.Look(ctx, f.db, d)
	} else {
		s.Sign = signOf(d.Title, d.Source)
		s.Card = s.Sign.Card
		for _, m := range s.Sign.Means {
			s.Cover = append(s.Cover, screen.Cover{From: m.From, To: m.To, Why: screen.CoverMeans})
		}
	}
	if by := d.By; by.Standing.HeldFirst && !s.Sign.Case() {
		s.Hold = append(s.Hold, screen.HoldAsked)
	}
	return s, err
}

// signOf is what is read in a post: its passages are those of the words alone.
func signOf(title, source string) care.Sign {
	sign := care.Distress(source)
	if title == "" || sign.Urgent() {
		return sign
	}
	if t := care.Distress(title); t.Urgent() || t.Case() && !sign.Case() || t.Class == care.Aimed && !sign.Case() {
		sign.Class, sign.Card = t.Class, sign.Card || t.Card
	}
	return sign
}

// signOf is what is read in p, one of t's, as it stands.
func (t Thread) signOf(p Post) care.Sign {
	if !p.Opening() {
		t.Title = ""
	}
	return signOf(t.Title, p.Source)
}

// covers are the passages that others do not see yet.
func (s looked) covers() (all text.Covers) {
	for _, c := range s.Cover {
		all = append(all, text.Cover(c))
	}
	return all
}

// signs reports whether moderators should read the text soon.
func (s looked) signs() bool { return s.Sign.Case() || s.Sign.Class == care.Aimed }

// render makes the HTML that readers get of p.
func (p Post) render() (text.HTML, error) { return text.RenderCovered(p.Source, p.covers) }

// heed does what follows from what was seen in p, which has just been published or
// changed, in the same transaction.
func (f *Forum) heed(ctx context.Context, tx *db.Tx, p Post, s looked) error {
	if f.screen != nil {
		if err := f.screen.Keep(ctx, tx, int64(p.ID), p.Source); err != nil {
			return err
		}
	}
	if s.Card {
		if err := putCard(ctx, tx, p, f.now()); err != nil {
			return err
		}
	}
	if s.signs() {
		if err := f.events.Tell(ctx, tx, Signed{Thread: p.Thread, Post: p.ID, Class: s.Sign.Class, Means: p.Covered()}); err != nil {
			return err
		}
	}
	if len(s.Flag) == 0 {
		return nil
	}
	return f.events.Tell(ctx, tx, Matched{Post: p.ID, Filters: s.Flag})
}
