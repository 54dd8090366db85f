package account

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

const standingPurpose seal.Purpose = "standing"

const (
	// standingSize is how long every standing is before it is sealed, in bytes.
	standingSize = 512
	// mostSanctions is how many fit, with the longest of ids and times.
	mostSanctions = 5
)

// sealStanding returns what a row keeps of sanctions, of which those that bind least
// go when there are too many.
func sealStanding(keys *seal.Keys, of ID, sanctions []sanction) []byte {
	slices.SortStableFunc(sanctions, sanction.weighs)
	if sanctions == nil {
		sanctions = []sanction{}
	}
	plain, err := json.Marshal(sanctions[:min(len(sanctions), mostSanctions)])
	if err != nil || len(plain) > standingSize {
		panic(fmt.Sprintf("a standing of %d bytes: %v", len(plain), err)) // ids and times are bounded
	}
	plain = append(plain, bytes.Repeat([]byte{' '}, standingSize-len(plain))...)
	return keys.Seal(standingPurpose, accountRow(of), plain)
}

func openStanding(keys *seal.Keys, of ID, sealed []byte) (sanctions []sanction, err error) {
	if sealed == nil {
		return nil, nil
	}
	plain, err := keys.Open(standingPurpose, accountRow(of), sealed)
	if err != nil {
		return nil, fmt.Errorf("open a standing: %w", err)
	}
	if err := json.Unmarshal(plain, &sanctions); err != nil {
		return nil, errors.New("a standing cannot be read as JSON")
	}
	return sanctions, nil
}

// stand opens what a came with from its row.
func (a *Accounts) stand(v Account) (Account, error) {
	sanctions, err := openStanding(a.keys, v.ID, v.sealed)
	v.sealed, v.Standing = nil, standing(sanctions, a.now())
	return v, err
}

// sanctionsOf returns what was decided about an account and has not ended.
func (a *Accounts) sanctionsOf(ctx context.Context, r db.Reader, of ID) ([]sanction, error) {
	sealed, err := db.One(ctx, r, db.Value[[]byte], `SELECT standing FROM account WHERE id = $1`, of)
	if err != nil {
		return nil, err
	}
	sanctions, err := openStanding(a.keys, of, sealed)
	now := a.now()
	return slices.DeleteFunc(sanctions, func(s sanction) bool { return s.over(now) }), err
}

type sealedStanding struct {
	of     ID
	sealed []byte
}

func scanStanding(r db.Row) (s sealedStanding, err error) {
	err = r.Scan(&s.of, &s.sealed)
	return s, err
}

func setStanding(ctx context.Context, tx *db.Tx, of ID, sealed []byte) error {
	_, err := tx.Exec(ctx, `UPDATE account SET standing = $1 WHERE id = $2`, sealed, of)
	return err
}

// neighbours returns the standings of an account, of up to n whose ids come before
// it and of up to n that come after, in the order of ids, and where among them it is.
func neighbours(ctx context.Context, r db.Reader, of ID, n int) (rows []sealedStanding, at int, err error) {
	rows, err = db.All(ctx, r, scanStanding, `
		SELECT id, standing FROM account WHERE id < $1 ORDER BY id DESC LIMIT $2`, of, n)
	if err != nil {
		return nil, 0, err
	}
	slices.Reverse(rows)
	after, err := db.All(ctx, r, scanStanding, `
		SELECT id, standing FROM account WHERE id >= $1 ORDER BY id LIMIT $2`, of, n+1)
	return append(rows, after...), len(rows), err
}

// ExportStanding is something that moderators decided about somebody, for themselves.
type ExportStanding struct {
	Kind     string    `json:"kind"` // "ban", "pause" or "hold": posts wait first
	Until    time.Time `json:"until,omitzero"`
	Decision string    `json:"decision"`
}

func exported(sanctions []sanction) (all []ExportStanding) {
	for _, s := range sanctions {
		all = append(all, ExportStanding{string(s.Kind), s.end(), s.Decision})
	}
	return all
}
