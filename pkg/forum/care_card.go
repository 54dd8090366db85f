package forum

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// cardDays is how long a card stands above a post that nobody closed, in whole days
// after its own.
const cardDays = 1

// putCard notes that where help is stands above p for its author. Every such post
// has its own row, whoever else they are here: which one of a day is shown is found
// when it is read, so that no row that is missing links two names.
func putCard(ctx context.Context, tx *db.Tx, p Post, now time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO care_card (post, name, day) VALUES ($1, $2, $3) ON CONFLICT (post) DO NOTHING`, p.ID, p.By.ID, account.DayOf(now))
	return err
}

type careCard struct {
	post   PostID
	pid    string
	thread ThreadID
	day    account.Day
	closed account.Day // or 0
}

func scanCareCard(r db.Row) (c careCard, err error) {
	err = r.Scan(&c.post, &c.pid, &c.thread, &c.day, &c.closed)
	return c, err
}

// CareCard returns the public id of the post of a thread above which by sees where
// help is, or "". It is by's own, of the last day, and the first that day under any of their names;
// once they have closed one, there is none for the rest of that day.
func (f *Forum) CareCard(ctx context.Context, by account.Account, thread ThreadID) (string, error) {
	if by.Guest() {
		return "", nil
	}
	cards, err := f.cardsOf(ctx, f.db, by)
	if err != nil {
		return "", err
	}
	shown := map[account.Day]bool{}
	for _, c := range cards {
		shown[c.day] = shown[c.day] || c.closed != 0
		if c.closed != 0 {
			shown[c.closed] = true
		}
	}
	for _, c := range cards {
		if !shown[c.day] && c.thread == thread {
			return c.pid, nil
		}
		shown[c.day] = true
	}
	return "", nil
}

// CloseCard closes the card above by's post called pid. It is no error when there
// is none.
func (f *Forum) CloseCard(ctx context.Context, by account.Account, pid string) error {
	if by.Guest() {
		return notHere()
	}
	return f.db.Tx(ctx, func(tx *db.Tx) error {
		cards, err := f.cardsOf(ctx, tx, by)
		if err != nil {
			return err
		}
		for _, c := range cards {
			if c.pid != pid {
				continue
			}
			_, err := tx.Exec(ctx, `UPDATE care_card SET closed_day = $1 WHERE post = $2 AND closed_day IS NULL`, account.DayOf(f.now()), c.post)
			return err
		}
		return nil
	})
}

// cardsOf returns the cards above by's posts of the last days, the oldest first.
func (f *Forum) cardsOf(ctx context.Context, r db.Reader, by account.Account) (all []careCard, err error) {
	names, err := f.accounts.NamesOf(ctx, r, by.ID)
	if err != nil {
		return nil, err
	}
	for some := range slices.Chunk(names, namesAskedAtOnce) {
		args := make([]any, namesAskedAtOnce, namesAskedAtOnce+1)
		for i := range args {
			args[i] = some[min(i, len(some)-1)].ID
		}
		cards, err := db.All(ctx, r, scanCareCard, `
			SELECT c.post, p.pid, p.thread, c.day, coalesce(c.closed_day, 0) FROM care_card c JOIN post p ON p.id = c.post
			WHERE c.name IN (`+db.In(1, namesAskedAtOnce)+`) AND c.day >= $33`, append(args, account.DayOf(f.now())-cardDays)...)
		if err != nil {
			return nil, err
		}
		all = append(all, cards...)
	}
	slices.SortFunc(all, func(a, b careCard) int { return int(a.post - b.post) })
	return all, nil
}

// clearCards forgets the cards that have had their time.
func (f *Forum) clearCards(ctx context.Context) (more bool, err error) {
	return false, f.db.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM care_card WHERE day < $1`, account.DayOf(f.now())-cardDays)
		return err
	})
}
