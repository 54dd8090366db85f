package account

import (
	"context"
	"errors"
	"hash/fnv"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// NameID is a name's number in the database. It is random and is never shown.
type NameID int64

// A State is what has become of a name.
type State string

// The states of a name.
const (
	Here   State = "here"
	Former State = "former" // left as a former member: nothing is shown of the name
	Gone   State = "left"   // left, and let the name stand beside their words
	Died   State = "died"   // died, as the operator was told by those close to them
)

// Name is what everything written here belongs to: a member's own name, or one
// they took for a single thread. Nothing in it leads from one to the other.
type Name struct {
	ID      NameID
	PID     string // its name in addresses
	Shown   string // as people read it; "" for a former member
	Thread  int64  // of a name taken for one thread, else 0
	State   State
	Role    Role // of an own name; "" for others, so that a role unmasks nobody
	About   string
	Since   Day
	Posts   int64 // posts kept: shown to nobody, tells who is a first-time author
	Version int64 // raised by whatever changes how the name is shown
}

// OneThread reports whether the name was taken for a single thread.
func (n Name) OneThread() bool { return n.Thread != 0 }

// FirstTimer reports whether nothing of the name's has been kept yet. A name taken
// for one thread begins as one, whoever is behind it.
func (n Name) FirstTimer() bool { return n.Posts == 0 }

// The cloths and patterns of which a patch is made.
var (
	patterns = [...]string{"q-geese", "q-pin", "q-glass", "q-dots", "q-check", "q-cabin", "q-gem", "q-stripe"}
	cloths   = [...]string{"damson", "moss", "sky", "quince", "rose", "slate"}
)

// Patch returns the two classes, as "q-pin damson", that draw the small square of
// patchwork beside the name. It is made of the public id alone, so a person's
// names have patches that say nothing of one another.
func (n Name) Patch() string {
	h := fnv.New32a()
	h.Write([]byte(n.PID))
	i := int(h.Sum32() % uint32(len(patterns)*len(cloths)))
	return patterns[i%len(patterns)] + " " + cloths[i/len(patterns)]
}

// FindName returns the name with a public id, or fault.NotFound.
func FindName(ctx context.Context, r db.Reader, pid string) (Name, error) {
	n, err := findNameByPID(ctx, r, pid)
	if errors.Is(err, db.ErrNone) {
		return Name{}, fault.New(fault.NotFound, "fault.not_here")
	}
	return n, err
}

// FindNameID returns the name with an id, or fault.NotFound.
func FindNameID(ctx context.Context, r db.Reader, id NameID) (Name, error) {
	n, err := findName(ctx, r, id)
	if errors.Is(err, db.ErrNone) {
		return Name{}, fault.New(fault.NotFound, "fault.not_here")
	}
	return n, err
}

// Names returns the names with the given ids. An id that is no name's is left out.
func Names(ctx context.Context, r db.Reader, ids ...NameID) (map[NameID]Name, error) {
	found := make(map[NameID]Name, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), 200)
		names, err := findNames(ctx, r, ids[:n])
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			found[name.ID] = name
		}
		ids = ids[n:]
	}
	return found, nil
}

// CountPost adds by, which may be negative, to the posts kept of a name. It
// counts for that name alone.
func CountPost(ctx context.Context, tx *db.Tx, name NameID, by int64) error {
	return addPosts(ctx, tx, name, by)
}
