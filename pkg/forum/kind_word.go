package forum

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// NoKindWord takes a kind word back.
const NoKindWord KindWord = ""

// KindWords are the kind words in the order in which a page offers them.
var KindWords = []KindWord{Thinking, Same, Thanks}

// maxSenders is how many of those who sent a kind word its author is shown.
const maxSenders = 500

// CanSendKindWord returns nil when by may send a kind word to whoever wrote p, or
// the fault to show them. One to oneself would be talking to a mirror. A thread
// that rests still takes them: they need no answer.
func CanSendKindWord(by account.Account, owns bool, p Post) error {
	switch {
	case by.Guest():
		return fault.New(fault.SignIn, "fault.kind_word_sign_in")
	case owns:
		return fault.New(fault.Forbidden, "fault.kind_word_own")
	case p.Removed():
		return fault.New(fault.Gone, "fault.kind_word_gone")
	}
	return nil
}

// SendKindWord sends a kind word of by's to the post called pid, in the place of
// one sent before, or takes that back. Sent twice, it is sent once.
func (f *Forum) SendKindWord(ctx context.Context, by account.Account, pid string, kind KindWord) error {
	if kind != NoKindWord && kind != Thinking && kind != Same && kind != Thanks {
		return fault.Field("kind", "fault.choose_again")
	}
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		t, p, owns, err := f.findOwn(ctx, tx, by, pid)
		if err != nil {
			return err
		}
		if err := CanSendKindWord(by, owns, p); err != nil {
			return err
		}
		me, err := f.nameIn(ctx, tx, by, t.ID)
		if err != nil {
			return err
		}
		before, err := kindWordOf(ctx, tx, p.ID, me.ID)
		if err != nil || before == kind {
			return err
		}
		if kind != NoKindWord {
			if err := account.CanPublish(by); err != nil {
				return err
			}
		}
		if err := putKindWord(ctx, tx, p.ID, me.ID, kind, account.DayOf(f.now())); err != nil {
			return err
		}
		if err := countKindWords(ctx, tx, p.ID); err != nil {
			return err
		}
		_, err = f.touch(ctx, tx, t.ID)
		return err
	})
}

// KindWordFrom is a kind word and who sent it.
type KindWordFrom struct {
	By   account.Name
	Kind KindWord
}

// KindWordsTo returns who sent kind words to the post called pid, for the eyes of
// its author, without those who are out of their sight. To anybody else there is no
// such page.
func (f *Forum) KindWordsTo(ctx context.Context, by account.Account, pid string) ([]KindWordFrom, error) {
	_, p, owns, err := f.findOwn(ctx, f.db, by, pid)
	if err != nil {
		return nil, err
	}
	if !owns {
		return nil, notHere()
	}
	from, err := kindWordsTo(ctx, f.db, p.ID)
	if err != nil {
		return nil, err
	}
	var met []account.Meeting
	for _, one := range from {
		met = append(met, account.Meeting{As: p.By.ID, With: one.By.ID})
	}
	apart, err := f.accounts.Apart(ctx, by, met...)
	return slices.DeleteFunc(from, func(one KindWordFrom) bool {
		return apart[account.Meeting{As: p.By.ID, With: one.By.ID}] != account.Nobodys
	}), err
}

// MyKindWords returns the kind words that by has sent to posts of t.
func (f *Forum) MyKindWords(ctx context.Context, by account.Account, t Thread, posts ...PostID) (map[PostID]KindWord, error) {
	if by.Guest() || len(posts) == 0 {
		return map[PostID]KindWord{}, nil
	}
	me, err := f.nameIn(ctx, f.db, by, t.ID)
	if err != nil {
		return nil, err
	}
	return kindWordsBy(ctx, f.db, by.Name.ID, me.ID, posts)
}
