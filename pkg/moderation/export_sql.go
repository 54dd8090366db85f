package moderation

import (
	"context"
	"encoding/json"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

func writtenFlags(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenFlag, error) {
	return db.All(ctx, r, func(r db.Row) (f WrittenFlag, err error) {
		err = r.Scan((*db.Time)(&f.At), &f.Door, &f.Kind, &f.On, &f.About, &f.Words)
		return f, err
	}, `
		SELECT f.raised_at, f.door, f.kind, f.target_kind, COALESCE(p.pid, t.pid, n.pid, ''), f.words
		FROM flag f
		LEFT JOIN post p ON f.target_kind = 'post' AND p.id = f.target
		LEFT JOIN thread t ON f.target_kind = 'thread' AND t.id = f.target
		LEFT JOIN name n ON f.target_kind = 'name' AND n.id = f.target
		WHERE f.raised_by = $1 ORDER BY f.id`, name)
}

// writtenDecisions returns what took effect about a name: whoever it concerns learns
// nothing of what waits for a second moderator, was refused by one, or was withdrawn
// before one had agreed.
func writtenDecisions(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenDecision, error) {
	return db.All(ctx, r, scanWrittenDecision, `
		SELECT x.pid, x.decided_at, x.verdict, x.reason, x.agreement, x.message, COALESCE(p.pid, ''), x.ends_at, x.state, x.effect,
			a.written_at, COALESCE(a.words, ''), COALESCE(a.answer, ''), a.answered_at
		FROM decision x
		LEFT JOIN post p ON p.id = x.post
		LEFT JOIN appeal a ON a.decision = x.id
		WHERE x.about = $1 AND x.state NOT IN ('waiting', 'refused') AND NOT (x.state = 'undone' AND (x.verdict = 'unmask' OR EXISTS (
			SELECT w.id FROM audit w WHERE w.actor = x.undone_by AND w.subject = 'decision ' || x.pid AND w.act = 'case.withdrawn')))
		ORDER BY x.id`, name)
}

func scanWrittenDecision(r db.Row) (x WrittenDecision, err error) {
	var a WrittenAppeal
	var done string
	err = r.Scan(&x.Address, (*db.Time)(&x.At), &x.Verdict, &x.Reason, &x.Agreement, &x.Message, &x.Post, (*db.Time)(&x.Ends), &x.State, &done,
		(*db.Time)(&a.At), &a.Words, &a.Answer, (*db.Time)(&a.AnsweredAt))
	if err == nil && done != "" {
		err = json.Unmarshal([]byte(done), &x.effect)
	}
	if !a.At.IsZero() {
		x.Appeal = &a
	}
	return x, err
}
