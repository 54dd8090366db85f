package notice

import (
	"context"
	"encoding/json"
	"fmt"

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

func insertNotice(ctx context.Context, tx *db.Tx, n Notice, data string) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO notice (pid, name, kind, about, data, at, letter_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (name, kind, about) DO NOTHING`,
		n.PID, n.Name, n.Kind, n.About, data, db.Time(n.At), db.Time(n.At.Add(LetterAfter)))
	return err
}
