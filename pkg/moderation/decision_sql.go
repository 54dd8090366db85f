package moderation

import (
	"context"
	"encoding/json"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const (
	decisionColumns = `x.id, x.pid, x.flag_case, x.verdict, x.reason, x.agreement, x.message, COALESCE(x.about, 0), COALESCE(x.post, 0), x.revision,
	x.decided_by, x.decided_at, COALESCE(x.second_by, 0), x.state, x.undo_until, COALESCE(x.undone_by, 0), x.undone_at, x.ends_at, x.effect`
	fromDecision = ` FROM decision x `
)

func scanDecision(r db.Row) (x Decision, err error) {
	var done string
	err = r.Scan(&x.ID, &x.PID, &x.Case, &x.Verdict, &x.Reason, &x.Agreement, &x.Message, &x.About, &x.Post, &x.Revision,
		&x.By.ID, (*db.Time)(&x.At), &x.SecondBy.ID, &x.State, (*db.Time)(&x.UndoUntil), &x.UndoneBy.ID, (*db.Time)(&x.UndoneAt),
		(*db.Time)(&x.Ends), &done)
	if err == nil && done != "" {
		err = json.Unmarshal([]byte(done), &x.effect)
	}
	return x, err
}

func findDecision(ctx context.Context, r db.Reader, id DecisionID) (Decision, error) {
	x, err := db.One(ctx, r, scanDecision, `SELECT `+decisionColumns+fromDecision+`WHERE x.id = $1`, id)
	return x, orNotHere(err)
}

// findDecisionAndCase returns the decision called pid and the case that it was made on.
func findDecisionAndCase(ctx context.Context, r db.Reader, pid string) (Decision, Case, error) {
	x, err := findDecisionCalled(ctx, r, pid)
	if err != nil {
		return x, Case{}, err
	}
	c, err := findCase(ctx, r, x.Case)
	return x, c, err
}

func findDecisionCalled(ctx context.Context, r db.Reader, pid string) (Decision, error) {
	x, err := db.One(ctx, r, scanDecision, `SELECT `+decisionColumns+fromDecision+`WHERE x.pid = $1`, pid)
	return x, orNotHere(err)
}

// decisionSent returns what was decided with a form, or [db.ErrNone].
func decisionSent(ctx context.Context, r db.Reader, key []byte, by account.NameID) (Decision, error) {
	if key == nil {
		return Decision{}, db.ErrNone
	}
	return db.One(ctx, r, scanDecision, `
		SELECT `+decisionColumns+fromDecision+`WHERE x.form_key = $1 AND x.decided_by = $2`, key, by)
}

// mostDecisions is how many decisions of one case, or about one name, are shown.
const mostDecisions = 20

func decisionsOf(ctx context.Context, r db.Reader, c CaseID) ([]Decision, error) {
	return db.All(ctx, r, scanDecision, `
		SELECT `+decisionColumns+fromDecision+`WHERE x.flag_case = $1 ORDER BY x.id DESC LIMIT $2`, c, mostDecisions)
}

func decisionsAbout(ctx context.Context, r db.Reader, about account.NameID) ([]Decision, error) {
	return db.All(ctx, r, scanDecision, `
		SELECT `+decisionColumns+fromDecision+`WHERE x.about = $1 ORDER BY x.id DESC LIMIT $2`, about, mostDecisions)
}

func insertDecision(ctx context.Context, tx *db.Tx, x Decision, key []byte) (DecisionID, error) {
	return db.One(ctx, tx, db.Value[DecisionID], `
		INSERT INTO decision (pid, flag_case, verdict, reason, agreement, message, about, post, revision, decided_by, decided_at, state,
			undo_until, ends_at, form_key)
		VALUES ($1, $2, $3, $4, $5, $6, NULLIF(CAST($7 AS BIGINT), 0), NULLIF(CAST($8 AS BIGINT), 0), $9, $10, $11, $12, $13, $14, $15)
		RETURNING id`,
		x.PID, x.Case, x.Verdict, x.Reason, x.Agreement, x.Message, x.About, x.Post, x.Revision, x.By.ID, db.Time(x.At), x.State,
		db.Time(x.UndoUntil), db.Time(x.Ends), key)
}

// keepEffect writes down what x did, and from when it can be undone.
func keepEffect(ctx context.Context, tx *db.Tx, x Decision) error {
	done, err := json.Marshal(x.effect)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		UPDATE decision SET state = $1, second_by = NULLIF(CAST($2 AS BIGINT), 0), undo_until = $3, ends_at = $4, effect = $5,
			post = NULLIF(CAST($6 AS BIGINT), 0), revision = $7
		WHERE id = $8`,
		x.State, x.SecondBy.ID, db.Time(x.UndoUntil), db.Time(x.Ends), string(done), x.Post, x.Revision, x.ID)
	return err
}

// endDecision has x be no more, by a moderator.
func endDecision(ctx context.Context, tx *db.Tx, id DecisionID, state DecisionState, by account.NameID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE decision SET state = $1, undone_by = $2, undone_at = $3 WHERE id = $4`, state, by, db.Time(at), id)
	return err
}

// waitingOf returns the newest decision of a case that waits for a second moderator, or
// [db.ErrNone]. What stands beside the case is not meant.
func waitingOf(ctx context.Context, r db.Reader, c CaseID) (Decision, error) {
	return db.One(ctx, r, scanDecision, `
		SELECT `+decisionColumns+fromDecision+`WHERE x.flag_case = $1 AND x.state = 'waiting' AND x.verdict NOT IN ('destroy', 'unmask')
		ORDER BY x.id DESC LIMIT 1`, c)
}

// refuseWaiting has what else waited in a case come to nothing, now that it is decided.
func refuseWaiting(ctx context.Context, tx *db.Tx, c CaseID) error {
	_, err := tx.Exec(ctx, `
		UPDATE decision SET state = 'refused' WHERE flag_case = $1 AND state = 'waiting' AND verdict NOT IN ('destroy', 'unmask')`, c)
	return err
}

// withNames puts whole names in place of ids.
func withNames(ctx context.Context, r db.Reader, decisions []Decision) error {
	var ids []account.NameID
	for _, x := range decisions {
		ids = append(ids, x.By.ID, x.SecondBy.ID, x.UndoneBy.ID)
	}
	names, err := account.Names(ctx, r, ids...)
	for i := range decisions {
		x := &decisions[i]
		x.By, x.SecondBy, x.UndoneBy = names[x.By.ID], names[x.SecondBy.ID], names[x.UndoneBy.ID]
	}
	return err
}

// endUndo has a decision not be undone any more.
func endUndo(ctx context.Context, tx *db.Tx, id DecisionID, at time.Time) error {
	_, err := tx.Exec(ctx, `UPDATE decision SET undo_until = $1 WHERE id = $2 AND undo_until > $1`, db.Time(at), id)
	return err
}
