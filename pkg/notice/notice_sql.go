package notice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const noticeColumns = `n.id, n.pid, n.name, n.kind, n.about, n.data, n.at, COALESCE(n.seen_day, 0)`

func scanNotice(r db.Row) (n Notice, err error) {
	var data string
	if err = r.Scan(&n.ID, &n.PID, &n.Name, &n.Kind, &n.About, &data, (*db.Time)(&n.At), &n.Seen); err != nil {
		return n, err
	}
	if err = json.Unmarshal([]byte(data), &n.Data); err != nil {
		err = fmt.Errorf("read notice %d: %w", n.ID, err)
	}
	return n, err
}

func scanTold(r db.Row) (t Told, err error) {
	t.Notice, err = scanNotice(r)
	return t, err
}

func insertNotice(ctx context.Context, tx *db.Tx, n Notice, data string) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO notice (pid, name, kind, about, data, at, letter_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (name, kind, about) DO NOTHING`,
		n.PID, n.Name, n.Kind, n.About, data, db.Time(n.At), db.Time(n.At.Add(LetterAfter)))
	return err
}

// moveNotice puts n, or brings the one that is there to the front as n says.
func moveNotice(ctx context.Context, tx *db.Tx, n Notice, data string, letter time.Time) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO notice (pid, name, kind, about, data, at, seen_day, letter_at)
		VALUES ($1, $2, $3, $4, $5, $6, NULLIF(CAST($7 AS BIGINT), 0), $8)
		ON CONFLICT (name, kind, about) DO UPDATE SET data = excluded.data, at = excluded.at, seen_day = excluded.seen_day, letter_at = excluded.letter_at`,
		n.PID, n.Name, n.Kind, n.About, data, db.Time(n.At), n.Seen, db.Time(letter))
	return err
}

// place is where a list goes on: with what is as old as this, and older.
type place struct{ at, id int64 }

// newest is the place before everything.
var newest = place{math.MaxInt64, math.MaxInt64}

func scanPlace(r db.Row) (p place, err error) {
	err = r.Scan(&p.at, &p.id)
	return p, err
}

// beginAt returns the place of the notice called pid when it is one of names', and
// the newest otherwise.
func beginAt(ctx context.Context, r db.Reader, names []account.Name, pid string) (place, error) {
	if pid == "" {
		return newest, nil
	}
	n, err := findNotice(ctx, r, pid)
	if errors.Is(err, db.ErrNone) {
		return newest, nil
	}
	if err != nil || !slices.ContainsFunc(names, func(name account.Name) bool { return name.ID == n.Name }) {
		return newest, err
	}
	return place{n.At.UnixMilli(), n.ID}, nil
}

func findNotice(ctx context.Context, r db.Reader, pid string) (Told, error) {
	return db.One(ctx, r, scanTold, `SELECT `+noticeColumns+` FROM notice n WHERE n.pid = $1`, pid)
}

func noticesOf(ctx context.Context, r db.Reader, name account.NameID, from place, n int) ([]Told, error) {
	return db.All(ctx, r, scanTold, `
		SELECT `+noticeColumns+` FROM notice n
		WHERE n.name = $1 AND (n.at, n.id) <= ($2, $3) ORDER BY n.at DESC, n.id DESC LIMIT $4`, name, from.at, from.id, n)
}

// countUnseen counts what some names have not seen, up to one more than [MostUnseen].
func countUnseen(ctx context.Context, r db.Reader, names []account.Name) (int, error) {
	args := make([]any, 0, namesAtOnce+1)
	for _, name := range names {
		args = append(args, name.ID)
	}
	for len(args) < namesAtOnce { // the same statement, however many there are
		args = append(args, 0)
	}
	ids, err := db.All(ctx, r, db.Value[int64], fmt.Sprintf(`
		SELECT n.id FROM notice n WHERE n.name IN (%s) AND n.seen_day IS NULL LIMIT $%d`, db.In(1, namesAtOnce), namesAtOnce+1), append(args, MostUnseen+1)...)
	return len(ids), err
}

// mostSeenAtOnce is how many notices of one name are marked in one go.
const mostSeenAtOnce = 200

func unseenOf(ctx context.Context, r db.Reader, name account.NameID) ([]int64, error) {
	return db.All(ctx, r, db.Value[int64], `
		SELECT n.id FROM notice n WHERE n.name = $1 AND n.seen_day IS NULL ORDER BY n.id DESC LIMIT $2`, name, mostSeenAtOnce)
}

// setSeen marks a notice as seen on a day; day 0 is not at all.
func setSeen(ctx context.Context, tx *db.Tx, id int64, day account.Day) error {
	_, err := tx.Exec(ctx, `UPDATE notice SET seen_day = NULLIF(CAST($1 AS BIGINT), 0) WHERE id = $2`, day, id)
	return err
}

func orNotHere(err error) error {
	if err == nil || errors.Is(err, db.ErrNone) {
		return notHere()
	}
	return err
}
