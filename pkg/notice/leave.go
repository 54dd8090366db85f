package notice

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/forum"
)

// Subscribe has the box hear of names that leave, and of questions that fall due.
func (b *Box) Subscribe(q *events.Queue) {
	events.On(q, "notice.name-left", b.NameLeft)
	events.On(q, "notice.ask-how", b.AskHow)
}

// atOnce is how much one transaction clears away: nobody else can write meanwhile.
const atOnce = 100

// NameLeft forgets what a name was told and its talks with the moderators, both
// sides of them, whatever its owner wished for their posts: nobody but they was
// meant to read them. What they answered others as a moderator stays in those talks.
// Told again, it finds nothing left to do.
func (b *Box) NameLeft(ctx context.Context, e account.Left) error {
	err := b.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		talks, err := talksOf(ctx, tx, e.Name, atOnce)
		if err != nil {
			return false, err
		}
		for _, t := range talks {
			if err := b.dropTalk(ctx, tx, t); err != nil {
				return false, err
			}
		}
		return len(talks) == atOnce, nil
	})
	if err != nil {
		return fmt.Errorf("forget talks: %w", err)
	}
	err = b.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		n, err := deleteNoticesOf(ctx, tx, e.Name, atOnce)
		return n == atOnce, err
	})
	if err != nil {
		return fmt.Errorf("forget notices: %w", err)
	}
	return nil
}

// dropTalk overwrites the words of a talk and removes it, with its place among the
// notices. The raw files are written anew soon.
func (b *Box) dropTalk(ctx context.Context, tx *db.Tx, id int64) error {
	t, err := findTalkID(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := deleteTalk(ctx, tx, t, b.now()); err != nil {
		return err
	}
	return b.events.Tell(ctx, tx, forum.Erased{})
}

// AskHow asks whoever opened a thread how it went, as they wished. Told again, it
// asks no second time.
func (b *Box) AskHow(ctx context.Context, e forum.AskHow) error {
	return b.db.Tx(ctx, func(tx *db.Tx) error {
		pid, opener, err := threadToAsk(ctx, tx, e.Thread)
		if err != nil || pid == "" {
			return err
		}
		return PutIn(ctx, tx, Notice{Name: opener, Kind: AskHow, About: fmt.Sprintf("thread %s day %s", pid, e.Day), At: b.now(), Data: Data{Thread: pid}})
	})
}

// inSteps runs step in transactions of its own until there is no more to do.
func (b *Box) inSteps(ctx context.Context, step func(tx *db.Tx) (more bool, err error)) error {
	for more := true; more; {
		err := b.db.Tx(ctx, func(tx *db.Tx) (err error) {
			more, err = step(tx)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
