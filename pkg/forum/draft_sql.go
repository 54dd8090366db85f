package forum

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const draftPurpose seal.Purpose = "draft"

// draftPadding rounds up what is sealed, in bytes, so that the length of a row
// does not tell which post its words became.
const draftPadding = 1 << 10

// sealedDraft is a draft as its row keeps it.
type sealedDraft struct {
	pid     string
	sealed  []byte
	version int64
}

func scanDraft(r db.Row) (s sealedDraft, err error) {
	err = r.Scan(&s.pid, &s.sealed, &s.version)
	return s, err
}

func draftOwner(keys *seal.Keys, name account.NameID) []byte {
	return keys.Index(draftPurpose, int64(name))
}

// sealDrafts returns what v is as JSON, padded and sealed for row.
func sealDrafts(keys *seal.Keys, p seal.Purpose, row string, v any) ([]byte, error) {
	plain, err := json.Marshal(v)
	if err != nil {
		return nil, errors.New("a draft cannot be written as JSON") // err might repeat its words
	}
	missing := draftPadding - len(plain)%draftPadding
	return keys.Seal(p, row, append(plain, bytes.Repeat([]byte{' '}, missing)...)), nil
}

func openDraft(keys *seal.Keys, s sealedDraft) (d Draft, err error) {
	plain, err := keys.Open(draftPurpose, s.pid, s.sealed)
	if err != nil {
		return d, fmt.Errorf("open a draft: %w", err)
	}
	if err := json.Unmarshal(plain, &d); err != nil {
		return d, errors.New("a draft cannot be read as JSON")
	}
	d.PID, d.Version = s.pid, s.version
	return d, nil
}

// findDraft returns a draft, whosever it is, or [db.ErrNone].
func findDraft(ctx context.Context, r db.Reader, keys *seal.Keys, pid string) (Draft, error) {
	s, err := db.One(ctx, r, scanDraft, `SELECT d.pid, d.sealed, d.version FROM draft d WHERE d.pid = $1`, pid)
	if err != nil {
		return Draft{}, err
	}
	return openDraft(keys, s)
}

// draftsOf returns all drafts of a name, thrown ones too.
func draftsOf(ctx context.Context, r db.Reader, keys *seal.Keys, name account.NameID) ([]Draft, error) {
	rows, err := db.All(ctx, r, scanDraft, `
		SELECT d.pid, d.sealed, d.version FROM draft d WHERE d.owner = $1`, draftOwner(keys, name))
	if err != nil {
		return nil, err
	}
	drafts := make([]Draft, len(rows))
	for i, s := range rows {
		if drafts[i], err = openDraft(keys, s); err != nil {
			return nil, err
		}
	}
	return drafts, nil
}

type draftRoom struct{ drafts, bytes int }

func scanRoom(r db.Row) (room draftRoom, err error) {
	err = r.Scan(&room.drafts, &room.bytes)
	return room, err
}

// draftsUse counts what the drafts of a name take up, but for the one called except.
func draftsUse(ctx context.Context, r db.Reader, keys *seal.Keys, name account.NameID, except string) (draftRoom, error) {
	return db.One(ctx, r, scanRoom, `
		SELECT count(*), COALESCE(sum(length(d.sealed)), 0) FROM draft d
		WHERE d.owner = $1 AND d.pid <> $2`, draftOwner(keys, name), except)
}

// putDraft keeps d under its public id and returns its version.
func putDraft(ctx context.Context, tx *db.Tx, keys *seal.Keys, d Draft) (int64, error) {
	sealed, err := sealDrafts(keys, draftPurpose, d.PID, d)
	if err != nil {
		return 0, err
	}
	day := account.DayOf(d.SavedAt)
	if d.Thrown() {
		day = account.DayOf(d.ThrownAt)
	}
	return db.One(ctx, tx, db.Value[int64], `
		INSERT INTO draft (pid, owner, sealed, day) VALUES ($1, $2, $3, $4)
		ON CONFLICT (pid) DO UPDATE SET sealed = excluded.sealed, day = excluded.day, version = draft.version + 1
		RETURNING version`, d.PID, draftOwner(keys, d.Name), sealed, day)
}

func deleteDraft(ctx context.Context, tx *db.Tx, pid string) error {
	_, err := tx.Exec(ctx, `DELETE FROM draft WHERE pid = $1`, pid)
	return err
}

func deleteDraftsOf(ctx context.Context, tx *db.Tx, keys *seal.Keys, name account.NameID) error {
	_, err := tx.Exec(ctx, `DELETE FROM draft WHERE owner = $1`, draftOwner(keys, name))
	return err
}

// deleteOldDrafts deletes drafts last changed before day, at most a hundred, and
// returns how many.
func deleteOldDrafts(ctx context.Context, tx *db.Tx, before account.Day) (int64, error) {
	return tx.Exec(ctx, `
		DELETE FROM draft WHERE pid IN (SELECT d.pid FROM draft d WHERE d.day < $1 ORDER BY d.day LIMIT 100)`, before)
}
