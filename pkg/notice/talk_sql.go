package notice

import (
	"context"
	"errors"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

const (
	nameColumns = `n.id, n.pid, n.shown, COALESCE(n.thread, 0), n.state, COALESCE(o.role, ''), n.version`
	talkColumns = `t.id, t.pid, t.board, COALESCE(d.pid, ''), t.begun_at, t.last_at, t.waiting, ` + nameColumns
	fromTalk    = ` FROM talk t JOIN name n ON n.id = t.name LEFT JOIN account o ON o.id = n.account LEFT JOIN decision d ON d.id = t.decision `
)

func intoName(n *account.Name) []any {
	return []any{&n.ID, &n.PID, &n.Shown, &n.Thread, &n.State, &n.Role, &n.Version}
}

func scanTalk(r db.Row) (t Talk, err error) {
	err = r.Scan(append([]any{&t.ID, &t.PID, &t.Board, &t.Decision, (*db.Time)(&t.BegunAt), (*db.Time)(&t.LastAt), &t.Waiting}, intoName(&t.With)...)...)
	return t, err
}

func findTalkPID(ctx context.Context, r db.Reader, pid string) (Talk, error) {
	return db.One(ctx, r, scanTalk, `SELECT `+talkColumns+fromTalk+`WHERE t.pid = $1`, pid)
}

func findTalkID(ctx context.Context, r db.Reader, id int64) (Talk, error) {
	return db.One(ctx, r, scanTalk, `SELECT `+talkColumns+fromTalk+`WHERE t.id = $1`, id)
}

// findTalkAbout returns the talk of a name about a decision, or [db.ErrNone].
func findTalkAbout(ctx context.Context, r db.Reader, name account.NameID, decision string) (Talk, error) {
	return db.One(ctx, r, scanTalk, `SELECT `+talkColumns+fromTalk+`
		WHERE t.decision = (SELECT e.id FROM decision e WHERE e.pid = $1) AND t.name = $2 ORDER BY t.id LIMIT 1`, decision, name)
}

func insertTalk(ctx context.Context, tx *db.Tx, t *Talk) (err error) {
	t.ID, err = db.One(ctx, tx, db.Value[int64], `
		INSERT INTO talk (pid, name, board, decision, begun_at, last_at, waiting)
		VALUES ($1, $2, $3, (SELECT d.id FROM decision d WHERE d.pid = $4), $5, $6, '') RETURNING id`,
		t.PID, t.With.ID, t.Board, t.Decision, db.Time(t.BegunAt), db.Time(t.LastAt))
	return err
}

func updateTalk(ctx context.Context, tx *db.Tx, id int64, last time.Time, turn Side) error {
	_, err := tx.Exec(ctx, `UPDATE talk SET last_at = $1, waiting = $2 WHERE id = $3`, db.Time(last), turn, id)
	return err
}

// boardOfNotice returns the board whose moderators a notice came from, or 0.
func boardOfNotice(ctx context.Context, r db.Reader, d Data) (int64, error) {
	board, err := db.One(ctx, r, db.Value[int64], `
		SELECT COALESCE((SELECT c.board FROM decision d JOIN flag_case c ON c.id = d.flag_case WHERE d.pid = $1),
			(SELECT t.board FROM post p JOIN thread t ON t.id = p.thread WHERE p.pid = $2),
			(SELECT h.board FROM held h WHERE h.pid = $3),
			(SELECT t.board FROM thread t WHERE t.pid = $4), 0)`, d.Decision, d.Post, d.Held, d.Thread)
	if errors.Is(err, db.ErrNone) {
		return 0, nil
	}
	return board, err
}

func scanLine(r db.Row) (l Line, err error) {
	err = r.Scan(append([]any{&l.ID, &l.Side, (*db.Time)(&l.At), &l.Source, (*db.Time)(&l.WipedAt)}, intoName(&l.By)...)...)
	return l, err
}

// linesOf returns lines of a talk, the newest first: those before one, or all when
// that is 0.
func linesOf(ctx context.Context, r db.Reader, talk, before int64, n int) ([]Line, error) {
	if before == 0 {
		before = newest.id
	}
	return db.All(ctx, r, scanLine, `
		SELECT l.id, l.side, l.written_at, l.source, l.wiped_at, `+nameColumns+`
		FROM talk_line l JOIN name n ON n.id = l.written_by LEFT JOIN account o ON o.id = n.account
		WHERE l.talk = $1 AND l.id < $2 ORDER BY l.id DESC LIMIT $3`, talk, before, n)
}

func insertLine(ctx context.Context, tx *db.Tx, talk int64, l Line, key []byte) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO talk_line (talk, written_by, side, written_at, form_key, source) VALUES ($1, $2, $3, $4, $5, $6)`,
		talk, l.By.ID, l.Side, db.Time(l.At), key, text.Clean(l.Source))
	return err
}

// saidBefore returns the talk in which a form was said before, or [db.ErrNone].
func saidBefore(ctx context.Context, r db.Reader, key []byte) (int64, error) {
	if key == nil {
		return 0, db.ErrNone
	}
	return db.One(ctx, r, db.Value[int64], `SELECT l.talk FROM talk_line l WHERE l.form_key = $1`, key)
}

// countUnanswered counts what a member said since the moderators last did, up to
// [mostUnanswered].
func countUnanswered(ctx context.Context, r db.Reader, talk int64) (int, error) {
	sides, err := db.All(ctx, r, db.Value[Side], `SELECT l.side FROM talk_line l WHERE l.talk = $1 ORDER BY l.id DESC LIMIT $2`, talk, mostUnanswered)
	for i, side := range sides {
		if side == DeskSide {
			return i, nil
		}
	}
	return len(sides), err
}

// talkPlace returns the place of the talk called pid, or the beginning.
func talkPlace(ctx context.Context, r db.Reader, pid string, oldest bool) (place, error) {
	if pid != "" {
		p, err := db.One(ctx, r, scanPlace, `SELECT t.last_at, t.id FROM talk t WHERE t.pid = $1`, pid)
		if !errors.Is(err, db.ErrNone) {
			return p, err
		}
	}
	if oldest {
		return place{}, nil
	}
	return newest, nil
}

// talksIn returns talks of a board, or of [everyBoard], in which it is a side's turn.
func talksIn(ctx context.Context, r db.Reader, turn Side, board int64, from place, oldest bool, n int) ([]Talk, error) {
	where, args := `WHERE t.waiting = $1 AND t.board = $2 AND (t.last_at, t.id)`, []any{turn, board, from.at, from.id, n}
	compare, rest := ` <= ($3, $4) ORDER BY t.last_at DESC, t.id DESC LIMIT $5`, ` >= ($3, $4) ORDER BY t.last_at, t.id LIMIT $5`
	if board == everyBoard {
		where, args = `WHERE t.waiting = $1 AND (t.last_at, t.id)`, []any{turn, from.at, from.id, n}
		compare, rest = ` <= ($2, $3) ORDER BY t.last_at DESC, t.id DESC LIMIT $4`, ` >= ($2, $3) ORDER BY t.last_at, t.id LIMIT $4`
	}
	if oldest {
		compare = rest
	}
	return db.All(ctx, r, scanTalk, `SELECT `+talkColumns+fromTalk+where+compare, args...)
}

// countTalks counts up to one more than [MostUnseen].
func countTalks(ctx context.Context, r db.Reader, turn Side, board int64) (int, error) {
	q, args := `SELECT t.id FROM talk t WHERE t.waiting = $1 AND t.board = $2 LIMIT $3`, []any{turn, board, MostUnseen + 1}
	if board == everyBoard {
		q, args = `SELECT t.id FROM talk t WHERE t.waiting = $1 LIMIT $2`, []any{turn, MostUnseen + 1}
	}
	ids, err := db.All(ctx, r, db.Value[int64], q, args...)
	return len(ids), err
}

// seeTalk notes that a talk's member has it before them.
func (b *Box) seeTalk(ctx context.Context, t Talk) error {
	n, err := db.One(ctx, b.db, scanNotice, `
		SELECT `+noticeColumns+` FROM notice n WHERE n.name = $1 AND n.kind = $2 AND n.about = $3`, t.With.ID, Talked, aboutTalk(t))
	if errors.Is(err, db.ErrNone) || err == nil && !n.Unseen() {
		return nil
	}
	if err != nil {
		return err
	}
	return b.db.Tx(ctx, func(tx *db.Tx) error { return setSeen(ctx, tx, n.ID, account.DayOf(b.now())) })
}
