package notice

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
)

const (
	// onPage is how many notices a page lists.
	onPage = 20
	// MostUnseen is how far unseen notices are counted: beyond it a page says "more
	// than".
	MostUnseen = 50
	// namesAtOnce is how many names one query asks for.
	namesAtOnce = 32
)

// Told is a notice as its owner sees it, with the name it is for.
type Told struct {
	Notice
	To account.Name
}

// Page is a page of somebody's notices, newest first.
type Page struct {
	Notices []Told
	Next    string // where the next page begins, or "" at the end
}

// For returns what by's names are told, newest first, from the notice called from on
// or from the newest. It joins their names, so it is for their own eyes alone.
func (b *Box) For(ctx context.Context, by account.Account, from string) (Page, error) {
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return Page{}, err
	}
	begin, err := beginAt(ctx, b.db, names, from)
	if err != nil {
		return Page{}, err
	}
	var all []Told
	for _, name := range names {
		some, err := noticesOf(ctx, b.db, name.ID, begin, onPage+1)
		if err != nil {
			return Page{}, err
		}
		for _, n := range some {
			n.To = name
			all = append(all, n)
		}
	}
	slices.SortFunc(all, func(x, y Told) int {
		if n := y.At.Compare(x.At); n != 0 {
			return n
		}
		return int(y.ID - x.ID)
	})
	page := Page{Notices: all[:min(len(all), onPage)]}
	if len(all) > onPage {
		page.Next = all[onPage].PID
	}
	return page, nil
}

// Unseen returns how many notices by has not looked at, up to one more than
// [MostUnseen].
func (b *Box) Unseen(ctx context.Context, by account.Account) (int, error) {
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return 0, err
	}
	count := 0
	for some := range slices.Chunk(names, namesAtOnce) {
		n, err := countUnseen(ctx, b.db, some)
		if err != nil {
			return 0, err
		}
		count = min(count+n, MostUnseen+1)
	}
	return count, nil
}

// Notice returns one of by's notices. Another's is not here, and is asked for in the
// same way.
func (b *Box) Notice(ctx context.Context, by account.Account, pid string) (Told, error) {
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return Told{}, err
	}
	n, err := findNotice(ctx, b.db, pid)
	for _, name := range names {
		if err == nil && n.Name == name.ID {
			n.To = name
			return n, nil
		}
	}
	return Told{}, orNotHere(err)
}

// namesOf returns every name of by's, of a guest none.
func (b *Box) namesOf(ctx context.Context, by account.Account) ([]account.Name, error) {
	if by.Guest() {
		return nil, nil
	}
	return b.accounts.NamesOf(ctx, b.db, by.ID)
}

// notHere is the one answer for what does not exist and what is another's.
func notHere() error { return fault.New(fault.NotFound, "fault.not_here") }
