package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// MaxEnding is how long the story of how it went may be, in characters.
const MaxEnding = 2_000

// AskHow is told on the day on which whoever opened a thread wished to be asked
// how it went.
type AskHow struct {
	Thread ThreadID
	Day    account.Day
}

// Ended is told when whoever opened a thread has said how it went.
type Ended struct{ Thread ThreadID }

// SetEnding says how it went, in the words of whoever opened the thread called pid.
// Nobody asks them any more then. Nothing at all takes it away.
func (f *Forum) SetEnding(ctx context.Context, by account.Account, pid, source string) error {
	source, html, err := renderAside("ending", source, MaxEnding)
	if err != nil {
		return err
	}
	return f.say(ctx, by, pid, func(tx *db.Tx, t Thread) error {
		was, err := asidesOf(ctx, tx, t.ID)
		if err != nil {
			return err
		}
		if err := canRewrite(by, was.Ending, source); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE thread SET ending = $1, ending_html = $2, renderer = $3, ask_on = NULL WHERE id = $4`,
			source, html, text.RendererVersion, t.ID)
		if err != nil || source == "" {
			return err
		}
		return f.events.Tell(ctx, tx, Ended{Thread: t.ID})
	})
}

// AskOn sets the day on which whoever opened the thread called pid would like to be
// asked how it went; day 0 is never.
func (f *Forum) AskOn(ctx context.Context, by account.Account, pid string, day account.Day) error {
	if err := checkAskOn(day, account.DayOf(f.now())); err != nil {
		return err
	}
	return f.say(ctx, by, pid, func(tx *db.Tx, t Thread) error {
		_, err := tx.Exec(ctx, `UPDATE thread SET ask_on = NULLIF(CAST($1 AS BIGINT), 0), asked_on = NULL WHERE id = $2`, day, t.ID)
		return err
	})
}

// askedAtOnce is how many threads one transaction asks about.
const askedAtOnce = 100

// AskToday tells [AskHow] of threads whose day has come, each once, some at a time,
// and reports whether there may be more. The question also stands on the thread's
// page for whoever opened it, until they answer or choose another day.
func (f *Forum) AskToday(ctx context.Context) (more bool, err error) {
	err = f.db.Tx(ctx, func(tx *db.Tx) error {
		today := account.DayOf(f.now())
		due, err := db.All(ctx, tx, scanAskHow, `
			SELECT t.id, t.ask_on FROM thread t
			WHERE t.ask_on <= $1 AND t.ask_on IS NOT NULL AND t.asked_on IS NULL ORDER BY t.ask_on, t.id LIMIT $2`, today, askedAtOnce)
		if err != nil {
			return err
		}
		for _, ask := range due {
			if _, err := tx.Exec(ctx, `UPDATE thread SET asked_on = $1 WHERE id = $2`, today, ask.Thread); err != nil {
				return err
			}
			if err := f.events.Tell(ctx, tx, ask); err != nil {
				return err
			}
		}
		more = len(due) == askedAtOnce
		return nil
	})
	return more, err
}

func scanAskHow(r db.Row) (a AskHow, err error) {
	err = r.Scan(&a.Thread, &a.Day)
	return a, err
}
