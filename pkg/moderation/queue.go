package moderation

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

const (
	// casesAtOnce is how many cases a page of a queue shows: one sitting's worth.
	casesAtOnce = 20
	// MostCounted is as far as cases are counted. A desk with more has another worry.
	MostCounted = 1000
)

// Filter narrows a queue. The zero Filter lets everything through.
type Filter struct {
	Board     forum.BoardID
	Kind      FlagKind
	OlderThan time.Duration // open for at least this long
	Mine      bool          // claimed by, or handed to, whoever asks
	Unclaimed bool
}

// A Cursor is where a page of a queue begins; "" is the beginning.
type Cursor string

// Page is a part of a queue.
type Page struct {
	Cases []Case
	Next  Cursor // of the page after it, when there are more
	More  bool
	Count int // of all that the filter lets through, up to [MostCounted]
}

// Queue returns a page of a queue for a moderator, by harm and then the longest open
// first. A moderator of some boards sees what is on those alone.
func (d *Desk) Queue(ctx context.Context, by account.Account, q Queue, f Filter, from Cursor) (Page, error) {
	if !by.ModeratesSome() || !q.Known() {
		return Page{}, notHere()
	}
	s, err := d.stretch(by, q, f)
	if err != nil {
		return Page{}, err
	}
	start, err := from.place()
	if err != nil {
		return Page{}, err
	}
	page := Page{}
	if page.Cases, err = s.read(ctx, d.db, start, casesAtOnce+1); err != nil {
		return Page{}, err
	}
	if len(page.Cases) > casesAtOnce {
		page.Cases, page.More = page.Cases[:casesAtOnce], true
		page.Next = cursorAfter(page.Cases[casesAtOnce-1])
	}
	if page.Count, err = s.count(ctx, d.db); err != nil {
		return Page{}, err
	}
	if err := d.veil(ctx, by, pointers(page.Cases)...); err != nil {
		return Page{}, err
	}
	return page, d.introduce(ctx, d.db, pointers(page.Cases)...)
}

// Counts returns how many open cases wait for by in each queue, up to [MostCounted].
func (d *Desk) Counts(ctx context.Context, by account.Account) (map[Queue]int, error) {
	counts := map[Queue]int{}
	for _, q := range Queues {
		if !by.ModeratesSome() {
			break
		}
		s, err := d.stretch(by, q, Filter{})
		if err != nil {
			return nil, err
		}
		if counts[q], err = s.count(ctx, d.db); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

// Oldest returns the case of a queue that by sees and that has waited longest among
// the gravest, and false when there is none.
func (d *Desk) Oldest(ctx context.Context, by account.Account, q Queue) (Case, bool, error) {
	page, err := d.Queue(ctx, by, q, Filter{}, "")
	if err != nil || len(page.Cases) == 0 {
		return Case{}, false, err
	}
	return page.Cases[0], true, nil
}

// goal is how soon somebody hopes to have looked at what comes into a queue.
func (d *Desk) goal(q Queue) time.Duration {
	set := d.site.Now()
	if q == InCare {
		return time.Duration(set.CareMinutes) * time.Minute
	}
	return time.Duration(set.DeskHours) * time.Hour
}

// place is where a case stands in its queue.
type place struct {
	harm int
	at   int64 // milliseconds
	id   CaseID
}

func cursorAfter(c Case) Cursor {
	return Cursor(fmt.Sprintf("%d-%d-%d", c.Harm, c.OpenedAt.UnixMilli(), c.ID))
}

func (c Cursor) place() (p place, err error) {
	if c == "" {
		return place{}, nil
	}
	parts := strings.Split(string(c), "-")
	if len(parts) != 3 {
		return p, fault.New(fault.NotFound, "fault.not_here")
	}
	var n [3]int64
	for i, part := range parts {
		if n[i], err = strconv.ParseInt(part, 10, 64); err != nil {
			return p, fault.New(fault.NotFound, "fault.not_here")
		}
	}
	return place{int(n[0]), n[1], CaseID(n[2])}, nil
}

func pointers(cases []Case) []*Case {
	all := make([]*Case, len(cases))
	for i := range cases {
		all[i] = &cases[i]
	}
	return all
}
