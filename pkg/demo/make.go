package demo

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/site"
	"github.com/kindword/kindword/pkg/text"
)

// madeKey is the setting that says that a database was made by us. A database
// without it is somebody's real community, and is never touched.
const madeKey = "demo.made"

// ErrReal says that a database holds a real community.
var ErrReal = errors.New("this database was not made by the demonstration; please name another folder with --data")

// Demo is the demonstration community in one database.
type Demo struct {
	db       *db.DB
	site     *site.Site
	accounts *account.Accounts
	forum    *forum.Forum
	room     Room
	now      func() time.Time
	say      func(key string) string
	people   map[string]account.Account
	luck     *rand.Rand // the same in every community we make
}

// New returns the demonstration that is, or is to be, in d. What the site says of
// itself is in the words that say finds for a key.
func New(d *db.DB, s *site.Site, a *account.Accounts, f *forum.Forum, room Room, now func() time.Time, say func(key string) string) *Demo {
	return &Demo{db: d, site: s, accounts: a, forum: f, room: room, now: now, say: say, people: map[string]account.Account{}, luck: rand.New(rand.NewPCG(1, 2))}
}

// Claim says that an empty database is ours, or that it was before. It returns
// [ErrReal] for one in which somebody has an account that we did not make.
func Claim(ctx context.Context, d *db.DB) error {
	return d.Tx(ctx, func(tx *db.Tx) error {
		ours, err := db.One(ctx, tx, db.Value[int], `SELECT count(*) FROM setting WHERE key = $1`, madeKey)
		if err != nil || ours > 0 {
			return err
		}
		used, err := db.One(ctx, tx, db.Value[int], `SELECT count(*) FROM (SELECT id FROM name LIMIT 1) AS found`)
		if err != nil {
			return err
		}
		boards, err := db.One(ctx, tx, db.Value[int], `SELECT count(*) FROM (SELECT id FROM board LIMIT 1) AS found`)
		if err != nil {
			return err
		}
		if used+boards > 0 {
			return ErrReal
		}
		_, err = tx.Exec(ctx, `INSERT INTO setting (key, value) VALUES ($1, $2)`, madeKey, "begun")
		return err
	})
}

// Make writes the community into the database, unless it is there. The boards
// must be there already.
func (m *Demo) Make(ctx context.Context, progress func(done, of int)) error {
	state, err := db.One(ctx, m.db, db.Value[string], `SELECT value FROM setting WHERE key = $1`, madeKey)
	if errors.Is(err, db.ErrNone) {
		return ErrReal
	}
	if err != nil || state == "done" {
		return err
	}
	threads, err := readCommunity()
	if err != nil {
		return fmt.Errorf("read the community: %w", err)
	}
	slices.SortStableFunc(threads, func(a, b thread) int { return m.opened(a).Compare(m.opened(b)) })
	if err := m.set(ctx); err != nil {
		return fmt.Errorf("set up the site: %w", err)
	}
	if err := m.settle(ctx, threads); err != nil {
		return fmt.Errorf("settle the community: %w", err)
	}
	for i, t := range threads {
		if err := m.bring(ctx, t); err != nil {
			return fmt.Errorf("bring %q: %w", t.title, err)
		}
		progress(i+1, len(threads))
	}
	if err := m.furnishRoom(ctx); err != nil {
		return fmt.Errorf("furnish the moderators' desk: %w", err)
	}
	return m.db.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE setting SET value = 'done' WHERE key = $1`, madeKey)
		return err
	})
}

// opened returns when a thread was opened: as many days before today, and never
// later than now.
func (m *Demo) opened(t thread) time.Time {
	now := m.now().In(m.site.Now().Zone)
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	at := midnight.AddDate(0, 0, -t.daysAgo).Add(t.clock)
	if at.After(now) {
		at = at.AddDate(0, 0, -1)
	}
	return at
}

// said is a reply with its moment.
type said struct {
	index int
	at    time.Time
}

// moments returns the replies of a thread in the order in which they were written.
func (m *Demo) moments(t thread) []said {
	now := m.now()
	at := make([]time.Time, len(t.replies))
	order := make([]said, len(t.replies))
	for i, r := range t.replies {
		before := m.opened(t)
		if r.answers >= 0 {
			before = at[r.answers]
		}
		at[i] = before.Add(r.after)
		if at[i].After(now) { // told for a later hour of the day than it is
			at[i] = before.Add(now.Sub(before) / 2)
		}
		order[i] = said{i, at[i]}
	}
	slices.SortStableFunc(order, func(a, b said) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.index, b.index)) })
	return order
}

// bring writes one thread, in one transaction.
func (m *Demo) bring(ctx context.Context, t thread) error {
	board, err := m.forum.Board(ctx, t.board)
	if err != nil {
		return err
	}
	return m.db.Tx(ctx, func(tx *db.Tx) error {
		id, names := forum.NewThreadID(), map[string]account.Name{}
		opening, err := m.post(ctx, tx, id, names, reply{by: t.by, body: t.body, note: t.note, thinking: t.thinking, same: t.same, thankful: t.thankful}, m.opened(t))
		if err != nil {
			return err
		}
		brought, err := m.forum.BringThread(ctx, tx, forum.BroughtThread{
			ID: id, Board: board.ID, Title: t.title, Audience: forum.Audience(t.audience), Wish: forum.Wish(t.wish), Labels: t.labels,
			Short: t.short, Ending: t.ending, Pinned: t.pinned, Locked: t.locked, Opening: opening,
		})
		if err != nil {
			return err
		}
		ids := make([]forum.PostID, len(t.replies))
		for _, s := range m.moments(t) {
			r, parent := t.replies[s.index], brought.Opening
			if r.answers >= 0 {
				parent = ids[r.answers]
			}
			post, err := m.post(ctx, tx, id, names, r, s.at)
			if err != nil {
				return err
			}
			kept, err := m.forum.BringReply(ctx, tx, parent, post)
			if err != nil {
				return err
			}
			ids[s.index] = kept.ID
		}
		return nil
	})
}

// post makes what is brought of a post as it was told.
func (m *Demo) post(ctx context.Context, tx *db.Tx, id forum.ThreadID, names map[string]account.Name, r reply, at time.Time) (b forum.BroughtPost, err error) {
	b = forum.BroughtPost{At: at, Words: text.Clean(r.body), Know: forum.Know(r.know), Link: r.link, Note: r.note}
	if b.By, err = m.nameIn(ctx, tx, r.by, id, names); err != nil {
		return b, err
	}
	if b.HTML, err = text.Render(b.Words); err != nil {
		return b, err
	}
	switch {
	case r.takenBack:
		b.RemovedBy = forum.ByAuthor
	case r.removed != "":
		b.RemovedBy, b.RemovedFor = forum.ByModerator, r.removed
	case r.changed:
		b.Changed = at.Add(2 * forum.Grace)
	}
	b.KindWords = m.kindWords(b.By, r)
	return b, nil
}

// kindWords chooses who sent them: anybody but whoever wrote the post.
func (m *Demo) kindWords(by account.Name, r reply) map[account.NameID]forum.KindWord {
	kinds := slices.Concat(
		slices.Repeat([]forum.KindWord{forum.Thinking}, r.thinking),
		slices.Repeat([]forum.KindWord{forum.Same}, r.same),
		slices.Repeat([]forum.KindWord{forum.Thanks}, r.thankful))
	names := make([]account.NameID, 0, len(m.people))
	for _, p := range m.people {
		if p.Name.ID != by.ID {
			names = append(names, p.Name.ID)
		}
	}
	slices.Sort(names)
	m.luck.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	sent := map[account.NameID]forum.KindWord{}
	for i, kind := range kinds[:min(len(kinds), len(names))] {
		sent[names[i]] = kind
	}
	return sent
}
