package account

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/webauthn"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// stored returns a credential whole, as JSON, but for what says which make of
// device it is on: that is asked of nobody, and not needed to know the key again.
func stored(c webauthn.Credential) (string, error) {
	c.Attestation = webauthn.CredentialAttestation{}
	c.Authenticator.AAGUID = make([]byte, 16)
	text, err := json.Marshal(c)
	return string(text), err
}

func scanCredential(r db.Row) (c webauthn.Credential, err error) {
	var text string
	if err = r.Scan(&text); err != nil {
		return c, err
	}
	if err = json.Unmarshal([]byte(text), &c); err != nil {
		return c, fmt.Errorf("read a passkey: %w", err)
	}
	return c, nil
}

func scanKeeper(r db.Row) (*keeper, error) {
	k := &keeper{}
	return k, r.Scan(&k.id, &k.handle, &k.shown)
}

const fromKeeper = `SELECT o.id, o.handle, n.shown FROM account o JOIN name n ON n.account = o.id `

func findKeeper(ctx context.Context, r db.Reader, id ID) (*keeper, error) {
	k, err := db.One(ctx, r, scanKeeper, fromKeeper+`WHERE o.id = $1`, id)
	if err != nil {
		return nil, err
	}
	return withKeys(ctx, r, k)
}

func findKeeperByHandle(ctx context.Context, r db.Reader, handle []byte) (*keeper, error) {
	k, err := db.One(ctx, r, scanKeeper, fromKeeper+`WHERE o.handle = $1`, handle)
	if err != nil {
		return nil, err
	}
	return withKeys(ctx, r, k)
}

func withKeys(ctx context.Context, r db.Reader, k *keeper) (_ *keeper, err error) {
	k.keys, err = db.All(ctx, r, scanCredential, `SELECT credential FROM passkey WHERE account = $1 ORDER BY id`, k.id)
	return k, err
}

func scanPasskey(r db.Row) (p Passkey, err error) {
	err = r.Scan(&p.PID, &p.Label, &p.Made, &p.Used)
	return p, err
}

func findPasskeys(ctx context.Context, r db.Reader, of ID) ([]Passkey, error) {
	return db.All(ctx, r, scanPasskey, `SELECT pid, label, made_day, used_day FROM passkey WHERE account = $1 ORDER BY made_day, id`, of)
}

func insertPasskey(ctx context.Context, tx *db.Tx, of ID, p Passkey, c webauthn.Credential) error {
	text, err := stored(c)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `
		INSERT INTO passkey (id, pid, account, key_id, credential, label, made_day, used_day)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, seal.RowID(), p.PID, of, c.ID, text, p.Label, p.Made, p.Used)
	return err
}

func setPasskeyUsed(ctx context.Context, tx *db.Tx, of ID, c webauthn.Credential, day Day) error {
	text, err := stored(c)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE passkey SET credential = $1, used_day = $2 WHERE account = $3 AND key_id = $4`, text, day, of, c.ID)
	return err
}

func setPasskeyLabel(ctx context.Context, tx *db.Tx, of ID, pid, label string) (int64, error) {
	return tx.Exec(ctx, `UPDATE passkey SET label = $1 WHERE account = $2 AND pid = $3`, label, of, pid)
}

func deletePasskey(ctx context.Context, tx *db.Tx, of ID, pid string) (int64, error) {
	return tx.Exec(ctx, `DELETE FROM passkey WHERE account = $1 AND pid = $2`, of, pid)
}
