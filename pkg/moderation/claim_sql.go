package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

func setClaim(ctx context.Context, tx *db.Tx, id CaseID, by account.NameID, until time.Time, handedTo account.NameID) error {
	_, err := tx.Exec(ctx, `
		UPDATE flag_case SET claimed_by = NULLIF(CAST($1 AS BIGINT), 0), claimed_until = $2, handed_to = NULLIF(CAST($3 AS BIGINT), 0) WHERE id = $4`,
		by, db.Time(until), handedTo, id)
	return err
}

func releaseClaims(ctx context.Context, tx *db.Tx, by account.NameID, q Queue) error {
	_, err := tx.Exec(ctx, `
		UPDATE flag_case SET claimed_by = NULL, claimed_until = NULL, handed_to = NULL
		WHERE claimed_by = $1 AND queue = $2 AND state = 'open'`, by, q)
	return err
}

func setSeen(ctx context.Context, tx *db.Tx, id CaseID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE flag_case SET seen_at = COALESCE(seen_at, CAST($1 AS BIGINT)) WHERE id = $2`, db.Time(at), id)
	return err
}

func insertNote(ctx context.Context, tx *db.Tx, c CaseID, n CaseNote) error {
	_, err := tx.Exec(ctx, `INSERT INTO case_note (flag_case, written_by, written_at, words) VALUES ($1, $2, $3, $4)`,
		c, n.By.ID, db.Time(n.At), n.Words)
	return err
}

// mostNotes is how many notes of a case are shown, the oldest first.
const mostNotes = 100

func (d *Desk) notesOf(ctx context.Context, c CaseID) ([]CaseNote, error) {
	notes, err := db.All(ctx, d.db, func(r db.Row) (n CaseNote, err error) {
		err = r.Scan(&n.By.ID, (*db.Time)(&n.At), &n.Words)
		return n, err
	}, `SELECT n.written_by, n.written_at, n.words FROM case_note n WHERE n.flag_case = $1 ORDER BY n.id LIMIT $2`, c, mostNotes)
	if err != nil || len(notes) == 0 {
		return nil, err
	}
	ids := make([]account.NameID, len(notes))
	for i, n := range notes {
		ids[i] = n.By.ID
	}
	names, err := account.Names(ctx, d.db, ids...)
	for i := range notes {
		notes[i].By = names[notes[i].By.ID]
	}
	return notes, err
}
