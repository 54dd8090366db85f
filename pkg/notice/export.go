package notice

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Written is everything that is kept here of one name: what it was told, its talks
// with the moderators, both sides of them, and what it answered others as a
// moderator.
type Written struct {
	Name    string            `json:"name"`
	Address string            `json:"address"` // of the name
	Notices []WrittenNotice   `json:"notices"`
	Talks   []WrittenTalk     `json:"talks"`
	Answers []WrittenTalkNote `json:"answers_as_a_moderator,omitempty"`
}

// WrittenNotice is something the name was told.
type WrittenNotice struct {
	At   time.Time   `json:"at"`
	Kind Kind        `json:"kind"`
	Data Data        `json:"about"`
	Seen account.Day `json:"seen_day,omitempty"`
}

// WrittenTalk is a talk of the name's.
type WrittenTalk struct {
	Address string            `json:"address"`
	BegunAt time.Time         `json:"begun_at"`
	Lines   []WrittenTalkNote `json:"lines"`
}

// WrittenTalkNote is something that was said in a talk.
type WrittenTalkNote struct {
	By    string    `json:"by,omitempty"`
	Side  Side      `json:"side"`
	At    time.Time `json:"at"`
	Words string    `json:"words"`
}

// Export returns everything kept here of by, under each of their names, their own
// first. It joins their names, so it is for their own eyes alone.
func (b *Box) Export(ctx context.Context, by account.Account) ([]Written, error) {
	names, err := b.namesOf(ctx, by)
	if err != nil {
		return nil, err
	}
	all := make([]Written, len(names))
	for i, name := range names {
		if all[i], err = b.Disclose(ctx, name); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Disclose returns everything kept here of one name, for an operator who has to say.
// It leads to no other name of the same person.
func (b *Box) Disclose(ctx context.Context, name account.Name) (w Written, err error) {
	w = Written{Name: name.Shown, Address: name.PID}
	notices, err := noticesOf(ctx, b.db, name.ID, newest, mostExported)
	if err != nil {
		return w, err
	}
	for _, n := range notices {
		w.Notices = append(w.Notices, WrittenNotice{n.At, n.Kind, n.Data, n.Seen})
	}
	talks, err := talksOf(ctx, b.db, name.ID, mostExported)
	if err != nil {
		return w, err
	}
	for _, id := range talks {
		t, err := b.writtenTalk(ctx, id)
		if err != nil {
			return w, err
		}
		w.Talks = append(w.Talks, t)
	}
	w.Answers, err = db.All(ctx, b.db, scanAnswer, `
		SELECT l.written_at, l.side, l.source FROM talk_line l WHERE l.written_by = $1 AND l.side = 'desk' ORDER BY l.id`, name.ID)
	return w, err
}

// mostExported is more than anybody has.
const mostExported = 1 << 30

func (b *Box) writtenTalk(ctx context.Context, id int64) (w WrittenTalk, err error) {
	t, err := findTalkID(ctx, b.db, id)
	if err != nil {
		return w, err
	}
	w = WrittenTalk{Address: t.PID, BegunAt: t.BegunAt}
	lines, err := linesOf(ctx, b.db, id, 0, mostExported)
	for i := len(lines) - 1; i >= 0; i-- {
		l := lines[i]
		w.Lines = append(w.Lines, WrittenTalkNote{l.By.Shown, l.Side, l.At, l.Source})
	}
	return w, err
}

func scanAnswer(r db.Row) (n WrittenTalkNote, err error) {
	err = r.Scan((*db.Time)(&n.At), &n.Side, &n.Words)
	return n, err
}
