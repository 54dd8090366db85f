package audit

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/kindword/kindword/pkg/db"
)

// The chain. Each entry's hash covers the entry and the hash before it, so that one
// hash, noted once, vouches for everything that was written up to then.
//
// It is a plain hash, not one under the master key. Whoever holds the database file
// can make a whole new chain over another history; a keyed hash would stop them
// only while they have no key, and would leave nobody but the key's holder able to
// check, who is the one most likely to be asked. What stops them here is that the
// newest hash stands in every backup, on a public page and wherever anybody noted
// it: a new chain holds none of those, and one that was cut short lacks the latest.

// A Hash is one entry's, over all that went before it. The zero Hash is that of a
// record with nothing in it.
type Hash [sha256.Size]byte

// String is h in 64 hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

var errHash = errors.New("a hash has 64 digits, 0 to 9 and a to f")

// ParseHash reads what [Hash.String] wrote.
func ParseHash(s string) (h Hash, err error) {
	if len(s) != hex.EncodedLen(len(h)) {
		return h, errHash
	}
	if _, err := hex.Decode(h[:], []byte(s)); err != nil {
		return Hash{}, errHash
	}
	return h, nil
}

// A Link is an entry's place in the chain: the first has the number 1.
type Link struct {
	N     int64
	Entry int64
	Hash  Hash
}

// Newest returns the newest link: its number is how many entries there are. Of a
// record with nothing in it, it is the zero Link.
func Newest(ctx context.Context, r db.Reader) (Link, error) {
	l, err := newestLink(ctx, r)
	if errors.Is(err, db.ErrNone) {
		return Link{}, nil
	}
	return l, err
}

// next returns the link of e when it comes after l. Each field goes in with its
// length before it, so that no two entries are the same to the hash; so does a name
// for this way of writing one, should there ever be another.
func (l Link) next(e Entry) Link {
	n := l.N + 1
	sum := sha256.New()
	for _, field := range []string{
		"kindword audit 1", string(l.Hash[:]), number(n), number(e.ID), number(e.At.UnixMilli()),
		number(int64(e.Actor)), e.Act, e.Subject, e.Reason, number(e.Board),
	} {
		sum.Write(binary.BigEndian.AppendUint32(nil, uint32(len(field))))
		sum.Write([]byte(field))
	}
	return Link{n, e.ID, Hash(sum.Sum(nil))}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }

// link puts e at the end of the chain, after last, and counts it.
func link(ctx context.Context, tx *db.Tx, last Link, e Entry) error {
	if err := insertLink(ctx, tx, last.next(e)); err != nil {
		return err
	}
	return count(ctx, tx, e, 1)
}

// Chain links what was written before there was a chain. It does so once: entries
// that come to stand in the record without a link later were not written by
// [Record], and [Verify] says so. It is called when the site starts.
func Chain(ctx context.Context, d *db.DB) error {
	return d.Tx(ctx, func(tx *db.Tx) error {
		_, err := newestOrAll(ctx, tx)
		return err
	})
}

// atOnce is how many entries are read at a time when all are: they take some 200 KB.
const atOnce = 1_000

// newestOrAll is [Newest], after linking every entry when none is yet.
func newestOrAll(ctx context.Context, tx *db.Tx) (Link, error) {
	last, err := Newest(ctx, tx)
	if err != nil || last.N > 0 {
		return last, err
	}
	for from := int64(math.MinInt64); ; from = last.Entry {
		entries, err := entriesAfter(ctx, tx, from, atOnce)
		if err != nil || len(entries) == 0 {
			return last, err
		}
		for _, e := range entries {
			if err := link(ctx, tx, last, e); err != nil {
				return last, fmt.Errorf("link entry %d: %w", e.ID, err)
			}
			last = last.next(e)
		}
	}
}
