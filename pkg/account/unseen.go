package account

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Somebody may choose not to see a name. From then on that name and their own one
// are out of each other's sight. It acts on the name they saw and on no other of the
// same person; and on their own name, never on one they took for a single thread:
// two names that vanish together would tell whose they are. Nobody is told: the row
// says only under the master key who chose what.
const (
	unseenPurpose     seal.Purpose = "unseen name"
	unseenSlotPurpose seal.Purpose = "unseen name's slot"
)

// unseen is what a row keeps sealed, always 32 bytes.
type unseen struct {
	account ID
	own     NameID // the account's own name, by which the row is found from both sides
	name    NameID
	slot    int64
}

func (u unseen) key(keys *seal.Keys) []byte { return unseenKey(keys, u.own, u.name) }

func unseenKey(keys *seal.Keys, own, name NameID) []byte {
	return keys.Index(unseenPurpose, int64(own), int64(name))
}

func (u unseen) slotIndex(keys *seal.Keys) []byte {
	return keys.Index(unseenSlotPurpose, int64(u.account), u.slot)
}

func (u unseen) sealed(keys *seal.Keys) []byte {
	plain := binary.BigEndian.AppendUint64(nil, uint64(u.account))
	plain = binary.BigEndian.AppendUint64(plain, uint64(u.own))
	plain = binary.BigEndian.AppendUint64(plain, uint64(u.name))
	plain = binary.BigEndian.AppendUint64(plain, uint64(u.slot))
	return keys.Seal(unseenPurpose, string(u.key(keys)), plain)
}

func openUnseen(keys *seal.Keys, key, sealed []byte) (unseen, error) {
	plain, err := keys.Open(unseenPurpose, string(key), sealed)
	if err != nil {
		return unseen{}, fmt.Errorf("open an unseen name: %w", err)
	}
	if len(plain) != 32 {
		return unseen{}, fmt.Errorf("open an unseen name: %d bytes", len(plain))
	}
	return unseen{
		account: ID(binary.BigEndian.Uint64(plain)),
		own:     NameID(binary.BigEndian.Uint64(plain[8:])),
		name:    NameID(binary.BigEndian.Uint64(plain[16:])),
		slot:    int64(binary.BigEndian.Uint64(plain[24:])),
	}, nil
}

// Unsee puts name and by's own name out of each other's sight. Nobody can stop
// seeing themselves.
func (a *Accounts) Unsee(ctx context.Context, by Account, name NameID) error {
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		if err := a.canUnsee(ctx, tx, by, name); err != nil {
			return err
		}
		u := unseen{account: by.ID, own: by.Name.ID, name: name}
		if found, err := findUnseen(ctx, tx, [][]byte{u.key(a.keys)}); err != nil || len(found) > 0 {
			return err
		}
		all, err := a.unseenOf(ctx, tx, by.ID)
		if err != nil {
			return err
		}
		u.slot = int64(len(all)) // slots are kept without gaps
		return insertUnseen(ctx, tx, u.key(a.keys), u.slotIndex(a.keys), u.sealed(a.keys))
	})
}

// CanUnsee returns nil when by may stop seeing name, or the fault to show them.
func (a *Accounts) CanUnsee(ctx context.Context, by Account, name NameID) error {
	return a.canUnsee(ctx, a.db, by, name)
}

func (a *Accounts) canUnsee(ctx context.Context, r db.Reader, by Account, name NameID) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	own, err := a.OwnerOf(ctx, r, name)
	switch {
	case errors.Is(err, db.ErrNone):
		return fault.New(fault.NotFound, "fault.not_here")
	case err != nil:
		return err
	case own == by.ID:
		return fault.New(fault.Conflict, "fault.unsee_self")
	}
	return nil
}

// SeeAgain takes an Unsee back.
func (a *Accounts) SeeAgain(ctx context.Context, by Account, name NameID) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		all, err := a.unseenOf(ctx, tx, by.ID)
		if err != nil {
			return err
		}
		for _, u := range all {
			if u.name == name {
				return a.closeGap(ctx, tx, u, all[len(all)-1])
			}
		}
		return nil
	})
}

// closeGap deletes gone and puts last in its slot, so that a first empty slot is
// always the end.
func (a *Accounts) closeGap(ctx context.Context, tx *db.Tx, gone, last unseen) error {
	if err := deleteUnseen(ctx, tx, gone.key(a.keys)); err != nil || gone == last {
		return err
	}
	last.slot = gone.slot
	return updateUnseen(ctx, tx, last.key(a.keys), last.slotIndex(a.keys), last.sealed(a.keys))
}

// UnseenNames returns the names by chose not to see, for their own page.
func (a *Accounts) UnseenNames(ctx context.Context, by Account) ([]Name, error) {
	all, err := a.unseenOf(ctx, a.db, by.ID)
	if err != nil {
		return nil, err
	}
	ids := make([]NameID, len(all))
	for i, u := range all {
		ids[i] = u.name
	}
	found, err := Names(ctx, a.db, ids...)
	if err != nil {
		return nil, err
	}
	var names []Name
	for _, id := range ids {
		if n, ok := found[id]; ok {
			names = append(names, n)
		}
	}
	return names, nil
}

// unseenOf returns all that an account chose not to see, by slot.
func (a *Accounts) unseenOf(ctx context.Context, r db.Reader, of ID) ([]unseen, error) {
	var all []unseen
	for {
		slots := make([][]byte, slotsAtOnce)
		for i := range slots {
			slots[i] = unseen{account: of, slot: int64(len(all) + i)}.slotIndex(a.keys)
		}
		rows, err := findUnseenRows(ctx, r, slots)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			u, err := openUnseen(a.keys, row.key, row.sealed)
			if err != nil {
				return nil, err
			}
			all = append(all, u)
		}
		if len(rows) < slotsAtOnce {
			slices.SortFunc(all, func(x, y unseen) int { return cmp.Compare(x.slot, y.slot) })
			return all, nil
		}
	}
}

// forgetUnseen deletes all that an account chose not to see.
func (a *Accounts) forgetUnseen(ctx context.Context, tx *db.Tx, of ID) error {
	all, err := a.unseenOf(ctx, tx, of)
	if err != nil {
		return err
	}
	for _, u := range all {
		if err := deleteUnseen(ctx, tx, u.key(a.keys)); err != nil {
			return err
		}
	}
	return nil
}
