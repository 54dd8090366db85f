package forum

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const markPurpose seal.Purpose = "mark"

func (at markAt) key(keys *seal.Keys) []byte {
	return keys.Index(markPurpose, int64(at.account), int64(at.thread))
}

// sealed is always 16 bytes of plain text, so its length tells nothing.
func (at markAt) sealed(keys *seal.Keys, key []byte) []byte {
	plain := binary.BigEndian.AppendUint64(nil, uint64(at.account))
	plain = binary.BigEndian.AppendUint64(plain, uint64(at.thread))
	return keys.Seal(markPurpose, hex.EncodeToString(key), plain)
}

func openMark(keys *seal.Keys, key, sealed []byte) (markAt, error) {
	plain, err := keys.Open(markPurpose, hex.EncodeToString(key), sealed)
	if err != nil {
		return markAt{}, fmt.Errorf("open a mark: %w", err)
	}
	if len(plain) != 16 {
		return markAt{}, fmt.Errorf("open a mark: %d bytes", len(plain))
	}
	return markAt{account.ID(binary.BigEndian.Uint64(plain)), ThreadID(binary.BigEndian.Uint64(plain[8:]))}, nil
}

func scanMark(r db.Row) (m mark, err error) {
	err = r.Scan(&m.seen, &m.before, &m.day)
	return m, err
}

// readMark returns the mark at a place, or none.
func readMark(ctx context.Context, r db.Reader, keys *seal.Keys, at markAt) (mark, error) {
	m, err := db.One(ctx, r, scanMark, `SELECT m.seen, m.before, m.day FROM mark m WHERE m.key = $1`, at.key(keys))
	if errors.Is(err, db.ErrNone) {
		return mark{}, nil
	}
	return m, err
}

type seenAt struct {
	key  []byte
	seen int64
}

func scanSeen(r db.Row) (s seenAt, err error) {
	err = r.Scan(&s.key, &s.seen)
	return s, err
}

// findSeen returns how far an account has seen each of up to [marksAtOnce]
// threads, without those it never visited.
func findSeen(ctx context.Context, r db.Reader, keys *seal.Keys, of account.ID, threads []Thread) (map[ThreadID]int64, error) {
	args, at := make([]any, marksAtOnce), map[string]ThreadID{}
	for i := range args {
		args[i] = []byte{}
	}
	for i, t := range threads {
		key := markAt{of, t.ID}.key(keys)
		args[i], at[string(key)] = key, t.ID
	}
	rows, err := db.All(ctx, r, scanSeen, `SELECT m.key, m.seen FROM mark m WHERE m.key IN (`+db.In(1, len(args))+`)`, args...)
	seen := map[ThreadID]int64{}
	for _, s := range rows {
		seen[at[string(s.key)]] = s.seen
	}
	return seen, err
}

func putMark(ctx context.Context, tx *db.Tx, keys *seal.Keys, at markAt, m mark) error {
	key := at.key(keys)
	_, err := tx.Exec(ctx, `
		INSERT INTO mark (key, sealed, seen, before, day) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (key) DO UPDATE SET seen = excluded.seen, before = excluded.before, day = excluded.day`,
		key, at.sealed(keys, key), m.seen, m.before, m.day)
	return err
}

// marksAfter returns some marks in the order of their keys, those after one.
func marksAfter(ctx context.Context, r db.Reader, key []byte, n int) ([]sealedRow, error) {
	return db.All(ctx, r, scanSealedRow, `SELECT m.key, m.sealed FROM mark m WHERE m.key > $1 ORDER BY m.key LIMIT $2`, key, n)
}

// sealedRow is a row with a key that tells nothing, and what is sealed under it.
type sealedRow struct{ key, sealed []byte }

func scanSealedRow(r db.Row) (m sealedRow, err error) {
	err = r.Scan(&m.key, &m.sealed)
	return m, err
}

func deleteMark(ctx context.Context, tx *db.Tx, key []byte) error {
	_, err := tx.Exec(ctx, `DELETE FROM mark WHERE key = $1`, key)
	return err
}

// latestPost returns the public id of the latest post of a thread that stands, or
// of its latest placeholder.
func latestPost(ctx context.Context, r db.Reader, t ThreadID) (string, error) {
	pid, err := db.One(ctx, r, db.Value[string], `
		SELECT p.pid FROM post p WHERE p.thread = $1 AND p.removed_at IS NULL ORDER BY p.seq DESC LIMIT 1`, t)
	if !errors.Is(err, db.ErrNone) {
		return pid, err
	}
	pid, err = db.One(ctx, r, db.Value[string], `SELECT p.pid FROM post p WHERE p.thread = $1 ORDER BY p.seq DESC LIMIT 1`, t)
	return pid, orNotHere(err)
}
