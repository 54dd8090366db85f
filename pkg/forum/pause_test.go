package forum

import (
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

// Somebody who is paused publishes nothing new, under any of their names. They keep
// drafts, take a detail out of their own words, take them back, and take them along.
func TestAPausePublishesNothing(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemotherapy", Public)
	bens := v.opening(v.thread(board, v.ben))
	mine := v.open(board, v.ann, NewThread{Title: "My long title", Words: "I am at the Elm Street clinic on Monday"})
	post := v.opening(mine)
	back := v.reply(bens, v.ann, "said too much")
	want(t, "take back", v.TakeBack(ctx, v.ann, back.PID), fault.Internal)
	want(t, "short", v.SetShort(ctx, v.ann, mine.PID, "it was Elm Street"), fault.Internal)
	want(t, "thanks", v.SendKindWord(ctx, v.ann, bens.PID, Thanks), fault.Internal)

	for name, stopped := range map[string]account.Standing{"paused": {PausedUntil: v.clock.now().Add(time.Hour)}, "banned": {Banned: true}} {
		ann := v.ann
		ann.Standing = stopped
		edit := func(title, words string) error {
			p := v.findPost(post.ID)
			_, err := v.Edit(ctx, ann, p.PID, Change{Revision: p.Revision, Title: title, Words: words})
			return err
		}
		for what, err := range map[string]error{
			"open": func() error {
				_, err := v.Open(ctx, ann, board, NewThread{Title: "A title", Words: "More"})
				return err
			}(),
			"open, masked": func() error {
				_, err := v.Open(ctx, ann, board, NewThread{Title: "A title", Words: "More", Name: "Grey Hat"})
				return err
			}(),
			"reply":         func() error { _, err := v.Reply(ctx, ann, bens.PID, NewReply{Words: "More"}); return err }(),
			"edit":          edit("My long title", "I am at the Elm Street clinic on Monday, and more"),
			"edit a title":  edit("Another title", post.Source),
			"put back":      v.PutBack(ctx, ann, back.PID),
			"short":         v.SetShort(ctx, ann, mine.PID, "it was Elm Street, and more"),
			"ending":        v.SetEnding(ctx, ann, mine.PID, "it ended"),
			"kind word":     v.SendKindWord(ctx, ann, bens.PID, Same),
			"about herself": v.accounts.SetAbout(ctx, ann, "more"),
		} {
			if !fault.Is(err, fault.Forbidden) || fault.Of(err).Key != "fault."+name {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
		for what, err := range map[string]error{
			"draft": func() error {
				_, err := v.SaveDraft(ctx, ann, Draft{Kind: DraftReply, Post: bens.PID, Fields: Fields{Words: "More"}})
				return err
			}(),
			"export":  func() error { _, err := v.Export(ctx, ann); return err }(),
			"wish":    v.SetWish(ctx, ann, mine.PID, Listening),
			"a guest": func() error { return account.CanPublish(guest) }(),
		} {
			want(t, name+", "+what, err, fault.Internal)
		}
	}
	ann := v.ann
	ann.Standing.Banned = true
	must(v.Edit(ctx, ann, post.PID, Change{Revision: 1, Title: "My title", Words: "I am at the clinic"}))(t)
	want(t, "short", v.SetShort(ctx, ann, mine.PID, "it was"), fault.Internal)
	want(t, "kind word, taken back", v.SendKindWord(ctx, ann, bens.PID, NoKindWord), fault.Internal)
	want(t, "take back", v.TakeBack(ctx, ann, post.PID), fault.Internal)
}

func TestTakesAway(t *testing.T) {
	for _, test := range []struct {
		was, now string
		want     bool
	}{
		{"", "", true}, {"a", "", true}, {"", "a", false}, {"a b c", "a c", true}, {"a b c", "c a", false}, {"a b\nc", "b  c", true}, {"a b", "a b b", false},
	} {
		if got := takesAway(test.was, test.now); got != test.want {
			t.Errorf("from %q to %q: %v", test.was, test.now, got)
		}
	}
}
