package account

import (
	"cmp"
	"context"
	"slices"
)

// A Meeting is somebody coming upon a name: As is the name they go by in that place,
// their own or the one they have for a thread.
type Meeting struct{ As, With NameID }

func (m Meeting) compare(n Meeting) int {
	return cmp.Or(cmp.Compare(m.With, n.With), cmp.Compare(m.As, n.As))
}

// Whose says who chose that two names do not see each other.
type Whose string

// Those whose choice it can be.
const (
	Nobodys Whose = ""       // they see each other
	Mine    Whose = "mine"   // the reader's own
	Theirs  Whose = "theirs" // that of whoever goes by the other name
)

// Apart returns the meetings of by that are to be no meetings, and whose choice that
// was. What others chose acts on by's own name everywhere, and on one they have for a
// thread only where they go by it; and it hides what those others write under their
// own names alone, because no other name of theirs is ever compared. It asks
// once for a page's names. It is nil for a guest.
func (a *Accounts) Apart(ctx context.Context, by Account, met ...Meeting) (map[Meeting]Whose, error) {
	if by.Guest() || len(met) == 0 {
		return nil, nil
	}
	slices.SortFunc(met, Meeting.compare)
	met = slices.Compact(met)
	own, keys := by.Name.ID, map[Meeting][]byte{} // of one name that chose not to see another
	ask := func(chose, name NameID) {
		if pair := (Meeting{chose, name}); keys[pair] == nil {
			keys[pair] = unseenKey(a.keys, chose, name)
		}
	}
	for _, m := range met {
		ask(own, m.With)
		ask(m.With, own)
		ask(m.With, m.As)
	}
	found, err := a.knownKeys(ctx, keys)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	chose := func(who, name NameID) bool { return found[string(keys[Meeting{who, name}])] }
	apart := map[Meeting]Whose{}
	for _, m := range met {
		switch {
		case chose(own, m.With):
			apart[m] = Mine
		case chose(m.With, own), chose(m.With, m.As):
			apart[m] = Theirs
		}
	}
	return apart, nil
}

// knownKeys returns those of keys that there is a row for.
func (a *Accounts) knownKeys(ctx context.Context, keys map[Meeting][]byte) (map[string]bool, error) {
	all := make([][]byte, 0, len(keys))
	for _, key := range keys {
		all = append(all, key)
	}
	known := map[string]bool{}
	for some := range slices.Chunk(all, unseenAtOnce) {
		found, err := findUnseen(ctx, a.db, some)
		if err != nil {
			return nil, err
		}
		for _, key := range found {
			known[string(key)] = true
		}
	}
	return known, nil
}
