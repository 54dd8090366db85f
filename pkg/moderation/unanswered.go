package moderation

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

const (
	// unansweredAtOnce is how many threads a page of those without an answer shows.
	unansweredAtOnce = 15
	// AnsweringFor is for how long somebody who said that they will answer is waited for.
	AnsweringFor = 30 * time.Minute
)

// Alone is a thread nobody but its opener has answered.
type Alone struct {
	forum.Thread
	Lifted    bool         // by care: it comes first, and nothing says why
	FirstTime bool         // its opener had written nothing before
	Answering account.Name // who said that they will answer; the zero Name when nobody did
	Until     time.Time
}

// AloneFilter narrows the threads without an answer.
type AloneFilter struct {
	Board     forum.BoardID
	FirstTime bool
	OlderThan time.Duration
}

// AlonePage is a part of the threads without an answer.
type AlonePage struct {
	Threads []Alone
	Next    Cursor
	More    bool
	Count   int // of all that the filter lets through, up to [MostCounted]
}

// CanAnswer returns nil when by sees the threads without an answer: welcomers and
// moderators do. To anybody else there is no such page.
func CanAnswer(by account.Account) error {
	if by.Role == account.Welcomer || by.ModeratesSome() {
		return nil
	}
	return notHere()
}

// Unanswered returns a page of the threads without an answer by anybody else: those that
// care lifted, then those of names that had written nothing before, then the oldest.
// What its opener wrote below, or what was taken down, is no answer; somebody who wants
// none is not in it.
func (d *Desk) Unanswered(ctx context.Context, by account.Account, f AloneFilter, from Cursor) (AlonePage, error) {
	if err := CanAnswer(by); err != nil {
		return AlonePage{}, err
	}
	if f.Board != 0 && by.Role == account.Moderator && !by.Moderates(int64(f.Board)) {
		return AlonePage{}, notHere()
	}
	start, err := from.standing()
	if err != nil {
		return AlonePage{}, err
	}
	page := AlonePage{}
	q := aloneQuery{boards: boardsOf(by), filter: f, now: d.now()}
	if f.Board != 0 {
		q.boards = []int64{int64(f.Board)}
	}
	rows, err := q.read(ctx, d.db, start, unansweredAtOnce+1)
	if err != nil {
		return page, err
	}
	if page.More = len(rows) > unansweredAtOnce; page.More {
		rows = rows[:unansweredAtOnce]
		page.Next = rows[unansweredAtOnce-1].cursor()
	}
	if page.Count, err = q.count(ctx, d.db); err != nil {
		return page, err
	}
	page.Threads, err = d.alone(ctx, rows)
	return page, err
}

// alone reads the threads of rows, and who is about to answer them.
func (d *Desk) alone(ctx context.Context, rows []standsAlone) ([]Alone, error) {
	var all []Alone
	var ids []account.NameID
	for _, row := range rows {
		t, err := forum.FindWholeThread(ctx, d.db, row.thread)
		if err != nil {
			return nil, err
		}
		a := Alone{Thread: t, Lifted: row.lift > 0, FirstTime: row.first > 0}
		who, until, err := answeringOf(ctx, d.db, row.thread, d.now())
		if err != nil {
			return nil, err
		}
		a.Answering.ID, a.Until = who, until
		ids, all = append(ids, who), append(all, a)
	}
	names, err := account.Names(ctx, d.db, ids...)
	for i := range all {
		all[i].Answering = names[all[i].Answering.ID]
	}
	return all, err
}

// TakeToAnswer says that by will answer the thread called pid, so that two do not. When
// somebody else has said so, the answer is fault.Conflict with their Name.
func (d *Desk) TakeToAnswer(ctx context.Context, by account.Account, pid string) error {
	t, err := d.toAnswer(ctx, by, pid)
	if err != nil {
		return err
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		who, _, err := answeringOf(ctx, tx, t.ID, d.now())
		if err != nil {
			return err
		}
		if who != 0 && who != by.Name.ID {
			name, err := account.FindNameID(ctx, tx, who)
			if err != nil {
				return err
			}
			return fault.New(fault.Conflict, "fault.desk_answering", "Name", name.Shown)
		}
		d.watching.changed(tx, t.Board)
		return putAnswering(ctx, tx, t.ID, by.Name.ID, d.now().Add(AnsweringFor))
	})
}

// LetGo says that by will not answer the thread called pid after all. It needs no reason.
func (d *Desk) LetGo(ctx context.Context, by account.Account, pid string) error {
	t, err := d.toAnswer(ctx, by, pid)
	if err != nil {
		return err
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		d.watching.changed(tx, t.Board)
		return deleteAnswering(ctx, tx, t.ID, by.Name.ID)
	})
}

func (d *Desk) toAnswer(ctx context.Context, by account.Account, pid string) (forum.Thread, error) {
	if err := CanAnswer(by); err != nil {
		return forum.Thread{}, err
	}
	return d.forum.Thread(ctx, by, pid)
}

// standsAlone is where a thread stands among those without an answer.
type standsAlone struct {
	lift, first int
	at          int64 // milliseconds
	thread      forum.ThreadID
}

func (s standsAlone) cursor() Cursor {
	return Cursor(fmt.Sprintf("%d-%d-%d-%d", s.lift, s.first, s.at, s.thread))
}

// standing is the place that a cursor names; none is the beginning.
func (c Cursor) standing() (*standsAlone, error) {
	if c == "" {
		return nil, nil
	}
	var n [4]int64
	parts := strings.Split(string(c), "-")
	if len(parts) != len(n) {
		return nil, notHere()
	}
	for i, part := range parts {
		var err error
		if n[i], err = strconv.ParseInt(part, 10, 64); err != nil {
			return nil, notHere()
		}
	}
	return &standsAlone{int(n[0]), int(n[1]), n[2], forum.ThreadID(n[3])}, nil
}
