package moderation

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const (
	caseColumns = `c.id, c.pid, c.queue, c.target_kind, c.target, c.board, c.thread, COALESCE(c.about, 0), c.kind, c.harm, c.flags, c.sign,
	c.opened_at, c.seen_at, c.decided_at, c.called_at, c.calls, COALESCE(c.claimed_by, 0), c.claimed_until, COALESCE(c.handed_to, 0),
	c.second_for, c.version`
	fromCase = ` FROM flag_case c `
)

func (c *Case) into() []any {
	return []any{&c.ID, &c.PID, &c.Queue, &c.On, &c.target, &c.Board, &c.Thread, &c.About.ID, &c.Kind, &c.Harm, &c.Flags, &c.Sign,
		(*db.Time)(&c.OpenedAt), (*db.Time)(&c.SeenAt), (*db.Time)(&c.Decided), (*db.Time)(&c.CalledAt), &c.Calls,
		&c.ClaimedBy.ID, (*db.Time)(&c.ClaimedUntil), &c.HandedTo.ID, &c.SecondFor, &c.Version}
}

// scanCase reads a case whose names are ids alone: see [Desk.introduce].
func scanCase(r db.Row) (c Case, err error) {
	err = r.Scan(c.into()...)
	return c, err
}

func findCase(ctx context.Context, r db.Reader, id CaseID) (Case, error) {
	c, err := db.One(ctx, r, scanCase, `SELECT `+caseColumns+fromCase+`WHERE c.id = $1`, id)
	return c, orNotHere(err)
}

func findCaseCalled(ctx context.Context, r db.Reader, pid string) (Case, error) {
	c, err := db.One(ctx, r, scanCase, `SELECT `+caseColumns+fromCase+`WHERE c.pid = $1`, pid)
	return c, orNotHere(err)
}

// openCaseOf returns the open case of a target, or [db.ErrNone].
func openCaseOf(ctx context.Context, r db.Reader, q Queue, kind TargetKind, target int64) (Case, error) {
	return db.One(ctx, r, scanCase, `
		SELECT `+caseColumns+fromCase+`
		WHERE c.queue = $1 AND c.target_kind = $2 AND c.target = $3 AND c.state = 'open'`, q, kind, target)
}

// opening is what a case is opened with.
type opening struct {
	queue Queue
	aim
	flag FlagKind
	harm int
	sign care.Class
	at   time.Time
}

// openCase returns the open case of a target, opening one if there is none, as grave
// as o at least.
func openCase(ctx context.Context, tx *db.Tx, o opening) (Case, error) {
	id, err := db.One(ctx, tx, db.Value[CaseID], `
		INSERT INTO flag_case (pid, queue, target_kind, target, board, thread, about, kind, harm, sign, opened_at, called_at)
		VALUES ($1, $2, $3, $4, $5, $6, NULLIF(CAST($7 AS BIGINT), 0), $8, $9, $10, $11, $12)
		ON CONFLICT (queue, target_kind, target) WHERE state = 'open' DO UPDATE SET target = excluded.target
		RETURNING id`,
		seal.PublicID(), o.queue, o.kind, o.id, o.board, o.thread, o.about.ID, o.flag, o.harm, o.sign, db.Time(o.at), db.Time(o.firstCall()))
	if err != nil {
		return Case{}, err
	}
	_, err = tx.Exec(ctx, `
		UPDATE flag_case SET kind = $1, harm = $2, version = version + 1 WHERE id = $3 AND harm > $2`, o.flag, o.harm, id)
	if err != nil {
		return Case{}, err
	}
	return findCase(ctx, tx, id)
}

// firstCall is when somebody is to be called: at once, when a case is urgent.
func (o opening) firstCall() time.Time {
	if o.sign == care.Plan {
		return o.at
	}
	return time.Time{}
}

// closeCase has nothing more wait for a decision about a target.
func closeCase(ctx context.Context, tx *db.Tx, id CaseID, at time.Time) error {
	_, err := tx.Exec(ctx, `
		UPDATE flag_case SET state = 'decided', decided_at = $1, claimed_by = NULL, claimed_until = NULL, handed_to = NULL,
			second_for = '', called_at = NULL, version = version + 1
		WHERE id = $2`, db.Time(at), id)
	return err
}

// raiseCase says that something has changed which a decision may turn on.
func raiseCase(ctx context.Context, tx *db.Tx, id CaseID, secondFor string) error {
	_, err := tx.Exec(ctx, `UPDATE flag_case SET second_for = $1, version = version + 1 WHERE id = $2`, secondFor, id)
	return err
}

// introduce puts whole names in place of ids, and says by when somebody hopes to look.
func (d *Desk) introduce(ctx context.Context, r db.Reader, cases ...*Case) error {
	var ids []account.NameID
	for _, c := range cases {
		for _, id := range []account.NameID{c.About.ID, c.ClaimedBy.ID, c.HandedTo.ID} {
			if id != 0 {
				ids = append(ids, id)
			}
		}
	}
	for len(cases) > 1 && len(ids) > 0 && len(ids) < 3*casesAtOnce { // the same question, however many there are
		ids = append(ids, ids[0])
	}
	names, err := account.Names(ctx, r, ids...)
	if err != nil {
		return err
	}
	for _, c := range cases {
		for _, n := range []*account.Name{&c.About, &c.ClaimedBy, &c.HandedTo} {
			if found, ok := names[n.ID]; ok {
				*n = found
			}
		}
		c.Goal = c.OpenedAt.Add(d.goal(c.Queue))
	}
	return nil
}

func orNotHere(err error) error {
	if errors.Is(err, db.ErrNone) {
		return notHere()
	}
	return err
}

// reopenCase has c open again, and reports false when its target has another open case.
func reopenCase(ctx context.Context, tx *db.Tx, c Case) (bool, error) {
	n, err := tx.Exec(ctx, `
		UPDATE flag_case SET state = 'open', decided_at = NULL, version = version + 1
		WHERE id = $1 AND state = 'decided' AND NOT EXISTS (
			SELECT o.id FROM flag_case o WHERE o.queue = $2 AND o.target_kind = $3 AND o.target = $4 AND o.state = 'open')`,
		c.ID, c.Queue, c.On, c.target)
	return n > 0, err
}
