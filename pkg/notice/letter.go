package notice

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// letters remembers, for a day and in memory alone, who was sent a letter: a row of
// it would tell whose a name for one thread is.
type letters struct {
	mu   sync.Mutex
	day  account.Day
	sent map[account.ID]bool
}

// first reports whether nothing was sent to an account on day yet.
func (l *letters) first(to account.ID, day account.Day) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.day != day || l.sent == nil {
		l.day, l.sent = day, map[account.ID]bool{}
	}
	return !l.sent[to]
}

func (l *letters) note(to account.ID) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent[to] = true
}

// SendLetters tells those by letter who asked for it and have not seen a notice
// within [LetterAfter], each at most once a day. The letter says that there is
// something, and no word of what. It reports whether there may be more to do.
func (b *Box) SendLetters(ctx context.Context) (more bool, err error) {
	due, err := dueLetters(ctx, b.db, b.now(), atOnce)
	for _, d := range due {
		if err == nil {
			err = b.sendLetter(ctx, d)
		}
	}
	return len(due) == atOnce, err
}

func (b *Box) sendLetter(ctx context.Context, d dueLetter) error {
	return b.db.Tx(ctx, func(tx *db.Tx) error {
		if err := clearLetter(ctx, tx, d.id); err != nil || !d.unseen {
			return err
		}
		owner, err := b.accounts.OwnerOf(ctx, tx, d.name)
		if err != nil || owner == 0 || !b.letters.first(owner, account.DayOf(b.now())) {
			return err
		}
		sent, err := b.accounts.TellOfNotices(ctx, tx, owner)
		if err == nil && sent {
			tx.After(func() { b.letters.note(owner) })
		}
		return err
	})
}

type dueLetter struct {
	id     int64
	name   account.NameID
	unseen bool
}

func scanDueLetter(r db.Row) (d dueLetter, err error) {
	var seen account.Day
	err = r.Scan(&d.id, &d.name, &seen)
	d.unseen = seen == 0
	return d, err
}

func dueLetters(ctx context.Context, r db.Reader, now time.Time, n int) ([]dueLetter, error) {
	return db.All(ctx, r, scanDueLetter, `
		SELECT n.id, n.name, COALESCE(n.seen_day, 0) FROM notice n
		WHERE n.letter_at <= $1 AND n.letter_at IS NOT NULL ORDER BY n.letter_at, n.id LIMIT $2`, db.Time(now), n)
}

func clearLetter(ctx context.Context, tx *db.Tx, id int64) error {
	_, err := tx.Exec(ctx, `UPDATE notice SET letter_at = NULL WHERE id = $1`, id)
	return err
}

const (
	// SeenDays is how long a notice is kept after it was seen, in days. The page says so.
	SeenDays = 90
	// TalkDays is how long a talk is kept after the last word in it, in days.
	TalkDays = 365
)

// Tidy clears away what has had its time.
func (b *Box) Tidy(ctx context.Context) error {
	err := b.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		n, err := deleteSeen(ctx, tx, account.DayOf(b.now())-SeenDays, atOnce)
		return n == atOnce, err
	})
	if err != nil {
		return err
	}
	return b.inSteps(ctx, func(tx *db.Tx) (bool, error) {
		old, err := oldTalks(ctx, tx, b.now().AddDate(0, 0, -TalkDays), atOnce)
		for _, id := range old {
			if err == nil {
				err = b.dropTalk(ctx, tx, id)
			}
		}
		return len(old) == atOnce, err
	})
}

// Run sends letters and clears away, until ctx ends.
func (b *Box) Run(ctx context.Context) {
	minute := time.NewTicker(time.Minute)
	defer minute.Stop()
	var tidied time.Time
	for {
		for more, err := true, error(nil); more && err == nil; {
			if more, err = b.SendLetters(ctx); err != nil {
				failed(ctx, "letters", err)
			}
		}
		if now := b.now(); now.Sub(tidied) >= time.Hour {
			tidied = now
			if err := b.Tidy(ctx); err != nil {
				failed(ctx, "tidy", err)
			}
		}
		select {
		case <-minute.C:
		case <-ctx.Done():
			return
		}
	}
}

func failed(ctx context.Context, what string, err error) {
	if !errors.Is(err, context.Canceled) {
		slog.ErrorContext(ctx, "keeping notices in order", "what", what, "err", err)
	}
}
