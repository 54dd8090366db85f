package moderation

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

const flagColumns = `f.id, f.door, f.kind, COALESCE(f.raised_by, 0), f.raised_at, f.revision, f.words, f.target_kind, f.target`

func scanFlag(r db.Row) (f Flag, err error) {
	err = r.Scan(&f.id, &f.Door, &f.Kind, &f.raisedBy, (*db.Time)(&f.RaisedAt), &f.Revision, &f.Words, &f.on, &f.target)
	f.ByRules = f.raisedBy == 0
	return f, err
}

func insertFlag(ctx context.Context, tx *db.Tx, c CaseID, f Flag, weighs bool) error {
	weight := 0
	if weighs {
		weight = 1
	}
	_, err := tx.Exec(ctx, `
		INSERT INTO flag (flag_case, target_kind, target, door, kind, raised_by, raised_at, revision, weighs, words)
		VALUES ($1, $2, $3, $4, $5, NULLIF(CAST($6 AS BIGINT), 0), $7, $8, $9, $10)`,
		c, f.on, f.target, f.Door, f.Kind, f.raisedBy, db.Time(f.RaisedAt), f.Revision, weight, f.Words)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE flag_case SET flags = flags + 1 WHERE id = $1`, c)
	return err
}

// flagStands reports whether a flag of a name's on a target is open: the newest need not
// be, since one that was answered stands again once that answer is undone.
func flagStands(ctx context.Context, r db.Reader, by account.NameID, a aim, door Door) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int], `
		SELECT COUNT(*) FROM flag f
		WHERE f.raised_by = $1 AND f.target_kind = $2 AND f.target = $3 AND f.door = $4 AND f.state = 'open'`, by, a.kind, a.id, door)
	return n > 0, err
}

// lastFlag returns the newest flag of a name on a target through a door, or
// [db.ErrNone].
func lastFlag(ctx context.Context, r db.Reader, by account.NameID, a aim, door Door) (Flag, error) {
	return db.One(ctx, r, scanFlag, `
		SELECT `+flagColumns+` FROM flag f
		WHERE f.raised_by = $1 AND f.target_kind = $2 AND f.target = $3 AND f.door = $4
		ORDER BY f.id DESC LIMIT 1`, by, a.kind, a.id, door)
}

// mostFlags is how many flags of a case are shown: nobody reads more of them.
const mostFlags = 100

func flagsOf(ctx context.Context, r db.Reader, c CaseID) ([]Flag, error) {
	return db.All(ctx, r, scanFlag, `SELECT `+flagColumns+` FROM flag f WHERE f.flag_case = $1 ORDER BY f.id LIMIT $2`, c, mostFlags)
}

// raisedByRules reports whether the site's own rules have called for kind in a case.
func raisedByRules(ctx context.Context, r db.Reader, c CaseID, kind FlagKind) (bool, error) {
	n, err := db.One(ctx, r, db.Value[int], `
		SELECT COUNT(*) FROM flag f WHERE f.flag_case = $1 AND f.kind = $2 AND f.raised_by IS NULL`, c, kind)
	return n > 0, err
}

// flaggers returns who raised the flags of a case, answered or not, once each.
func flaggers(ctx context.Context, r db.Reader, c CaseID) ([]account.NameID, error) {
	all, err := db.All(ctx, r, db.Value[account.NameID], `
		SELECT f.raised_by FROM flag f WHERE f.flag_case = $1 AND f.raised_by IS NOT NULL`, c)
	slices.Sort(all)
	return slices.Compact(all), err
}

// countWeighing counts the standing flags about conduct on a post by members who
// are past their first days.
func countWeighing(ctx context.Context, r db.Reader, c CaseID) (int, error) {
	return db.One(ctx, r, db.Value[int], `
		SELECT COUNT(*) FROM flag f WHERE f.flag_case = $1 AND f.door = 'conduct' AND f.weighs = 1 AND f.state = 'open'`, c)
}

func answerFlags(ctx context.Context, tx *db.Tx, c CaseID) error {
	_, err := tx.Exec(ctx, `UPDATE flag SET state = 'answered' WHERE flag_case = $1`, c)
	return err
}

// reopenFlags has the flags of a case stand again, but for those whose owners have
// flagged the same once more since.
func reopenFlags(ctx context.Context, tx *db.Tx, c CaseID) error {
	_, err := tx.Exec(ctx, `
		UPDATE flag SET state = 'open'
		WHERE flag_case = $1 AND NOT EXISTS (
			SELECT o.id FROM flag o
			WHERE o.raised_by = flag.raised_by AND o.target_kind = flag.target_kind AND o.target = flag.target AND o.door = flag.door
				AND o.state = 'open')`, c)
	return err
}
