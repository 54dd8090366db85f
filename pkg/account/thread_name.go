package account

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// The purposes of keys about names for one thread. A row of these says whose it
// is only in a column sealed for that row; slot and place are keyed indexes by
// which its owner's own pages find it.
const (
	ownerPurpose seal.Purpose = "name's owner"
	slotPurpose  seal.Purpose = "name's slot"
	placePurpose seal.Purpose = "name's place"
)

// slotsAtOnce is how many of an account's slots one query asks for.
const slotsAtOnce = 32

// owner is what a name for one thread keeps sealed: enough to make its indexes
// anew under another master key. It is always 24 bytes, so its length tells nothing.
type owner struct {
	account ID
	thread  int64
	slot    int64
}

func (o owner) sealed(keys *seal.Keys, pid string) []byte {
	plain := binary.BigEndian.AppendUint64(nil, uint64(o.account))
	plain = binary.BigEndian.AppendUint64(plain, uint64(o.thread))
	plain = binary.BigEndian.AppendUint64(plain, uint64(o.slot))
	return keys.Seal(ownerPurpose, pid, plain)
}

func openOwner(keys *seal.Keys, pid string, sealed []byte) (owner, error) {
	plain, err := keys.Open(ownerPurpose, pid, sealed)
	if err != nil {
		return owner{}, fmt.Errorf("open whose name this is: %w", err)
	}
	if len(plain) != 24 {
		return owner{}, fmt.Errorf("open whose name this is: %d bytes", len(plain))
	}
	return owner{
		account: ID(binary.BigEndian.Uint64(plain)),
		thread:  int64(binary.BigEndian.Uint64(plain[8:])),
		slot:    int64(binary.BigEndian.Uint64(plain[16:])),
	}, nil
}

func (o owner) slotIndex(keys *seal.Keys) []byte {
	return keys.Index(slotPurpose, int64(o.account), o.slot)
}

func (o owner) placeIndex(keys *seal.Keys) []byte {
	return keys.Index(placePurpose, int64(o.account), o.thread)
}

// NameIn returns the name by goes by in thread: the one they took for it, or else
// their own. A guest has none.
func (a *Accounts) NameIn(ctx context.Context, r db.Reader, by Account, thread int64) (Name, error) {
	if by.Guest() {
		return Name{}, nil
	}
	n, err := findNameByPlace(ctx, r, owner{account: by.ID, thread: thread}.placeIndex(a.keys))
	if errors.Is(err, db.ErrNone) {
		return by.Name, nil
	}
	return n, err
}

// NewNameIn takes shown as by's name in thread and nowhere else, and returns it.
// It is checked and used up like any other name. Nothing it writes is in a row
// that leads to by without the master key.
func (a *Accounts) NewNameIn(ctx context.Context, tx *db.Tx, by Account, thread int64, shown string) (Name, error) {
	if by.Guest() {
		return Name{}, fault.New(fault.SignIn, "fault.sign_in")
	}
	o := owner{account: by.ID, thread: thread}
	keys := a.keys
	switch _, err := findNameByPlace(ctx, tx, o.placeIndex(keys)); {
	case err == nil:
		return Name{}, fault.Field("name", "fault.name_in_thread")
	case !errors.Is(err, db.ErrNone):
		return Name{}, err
	}
	shown, err := a.useUp(ctx, tx, shown)
	if err != nil {
		return Name{}, err
	}
	if o.slot, err = a.freeSlot(ctx, tx, by.ID); err != nil {
		return Name{}, err
	}
	n := Name{ID: NameID(seal.RowID()), PID: seal.PublicID(), Shown: shown, Thread: thread, State: Here, Since: a.today(), Version: 1}
	return n, insertThreadName(ctx, tx, n, o.sealed(keys, n.PID), o.slotIndex(keys), o.placeIndex(keys))
}

// NamesOf returns every name of an account, its own first, for the eyes of its
// owner alone.
func (a *Accounts) NamesOf(ctx context.Context, r db.Reader, by ID) ([]Name, error) {
	own, err := findOwnName(ctx, r, by)
	if err != nil && !errors.Is(err, db.ErrNone) {
		return nil, err
	}
	var names []Name
	if err == nil {
		names = append(names, own)
	}
	err = a.eachSlots(by, func(slots [][]byte) (bool, error) {
		some, err := findNamesBySlot(ctx, r, slots)
		names = append(names, some...)
		return len(some) > 0, err
	})
	return names, err
}

// freeSlot returns the first slot of an account without a name.
func (a *Accounts) freeSlot(ctx context.Context, r db.Reader, by ID) (free int64, err error) {
	err = a.eachSlots(by, func(slots [][]byte) (bool, error) {
		taken, err := findTakenSlots(ctx, r, slots)
		if err != nil {
			return false, err
		}
		for _, s := range slots {
			if !slices.ContainsFunc(taken, func(t []byte) bool { return string(t) == string(s) }) {
				return false, nil
			}
			free++
		}
		return true, nil
	})
	return free, err
}

// eachSlots hands do the indexes of an account's slots, some at a time, until it
// has seen enough. Slots are used from the first and given back together, so a
// batch without a name is the end.
func (a *Accounts) eachSlots(by ID, do func(slots [][]byte) (more bool, err error)) error {
	keys := a.keys
	for next := int64(0); ; next += slotsAtOnce {
		slots := make([][]byte, slotsAtOnce)
		for i := range slots {
			slots[i] = owner{account: by, slot: next + int64(i)}.slotIndex(keys)
		}
		if more, err := do(slots); err != nil || !more {
			return err
		}
	}
}

// OwnerOf returns the account behind a name, or 0 when it has left. It unmasks a
// name for one thread: it is for what binds the person and says so to them alone,
// never for a page.
func (a *Accounts) OwnerOf(ctx context.Context, r db.Reader, name NameID) (ID, error) {
	h, err := findHolder(ctx, r, name)
	if err != nil || len(h.sealed) == 0 {
		return h.account, err
	}
	o, err := openOwner(a.keys, h.pid, h.sealed)
	return o.account, err
}
