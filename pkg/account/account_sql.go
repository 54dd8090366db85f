package account

import (
	"context"
	"strconv"
	"strings"

	"github.com/kindword/kindword/pkg/db"
)

// accountColumns go with an account called o and its own name called n.
const accountColumns = `
	o.id, o.role, o.step, o.language, o.leaving, COALESCE(o.leaving_day, 0), COALESCE(o.recovery_kept, 0), o.standing,
	COALESCE((SELECT string_agg(CAST(b.board AS TEXT), ',') FROM account_board b WHERE b.account = o.id), ''),
	CASE WHEN o.totp IS NOT NULL OR EXISTS (SELECT 1 FROM passkey p WHERE p.account = o.id) THEN 1 ELSE 0 END,
	COALESCE((SELECT MAX(g.version) FROM agreed g WHERE g.account = o.id), 0),
	` + nameColumns

// scanInto returns where a row of accountColumns goes, and what to do after.
func (a *Account) scanInto() (into []any, after func() error) {
	var boards string
	var second int64
	into = append([]any{&a.ID, &a.Role, &a.Step, &a.Language, &a.Leaving, &a.LeavingDay, &a.WordsKept, &a.sealed, &boards, &second, &a.Agreed}, a.Name.into()...)
	return into, func() (err error) {
		a.SecondFactor = second == 1
		a.Boards, err = readBoards(boards)
		return err
	}
}

func readBoards(joined string) (boards []int64, err error) {
	if joined == "" {
		return nil, nil
	}
	for text := range strings.SplitSeq(joined, ",") {
		b, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return nil, err
		}
		boards = append(boards, b)
	}
	return boards, nil
}

func scanAccount(r db.Row) (a Account, err error) {
	into, after := a.scanInto()
	if err = r.Scan(into...); err != nil {
		return a, err
	}
	return a, after()
}

func findAccount(ctx context.Context, r db.Reader, id ID) (Account, error) {
	return db.One(ctx, r, scanAccount, `
		SELECT `+accountColumns+` FROM account o JOIN name n ON n.account = o.id WHERE o.id = $1`, id)
}

// fresh is an account as it is first written down.
type fresh struct {
	id            ID
	role          Role
	day           Day
	handle        []byte
	passphrase    string
	recoveryIndex []byte
	recoveryHash  string
	recoveryKept  Day
	standing      []byte
	language      string
}

func insertAccount(ctx context.Context, tx *db.Tx, f fresh) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO account (id, role, step, joined_day, last_day, handle, passphrase, recovery_index, recovery_hash, recovery_kept, language, standing)
		VALUES ($1, $2, 'new', $3, $3, $4, $5, $6, $7, $8, $9, $10)`,
		f.id, f.role, f.day, f.handle, f.passphrase, f.recoveryIndex, f.recoveryHash, orNull(f.recoveryKept), f.language, f.standing)
	return err
}

func insertOwnName(ctx context.Context, tx *db.Tx, of ID, n Name, knownAs []byte) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO name (id, pid, shown, account, known_as, since, state) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		n.ID, n.PID, n.Shown, of, knownAs, n.Since, n.State)
	return err
}
