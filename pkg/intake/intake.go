package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/text"
)

// Intake takes conversations in.
type Intake struct {
	db       *db.DB
	forum    *forum.Forum
	accounts *account.Accounts
}

// New returns an intake that writes into the forum kept in d.
func New(d *db.DB, f *forum.Forum, a *account.Accounts) *Intake { return &Intake{d, f, a} }

// A Report tells what became of a file.
type Report struct {
	Threads, Posts int // taken now
	Known          int // posts that an earlier run had taken
	Refused        []Refusal
}

// perTurn is how many posts one transaction takes: a few hundredths of a second,
// since everybody who writes meanwhile waits for it.
const perTurn = 40

// Take takes in what is in file, each line of which is one post, and calls
// progress now and then with how many of how many lines are behind it. Lines that
// cannot be taken are in the report; the others are taken all the same. Run again,
// it takes what is new and nothing twice.
func (i *Intake) Take(ctx context.Context, file io.Reader, m Map, progress func(done, of int)) (Report, error) {
	var report Report
	refuse := func(r Refusal) { report.Refused = append(report.Refused, r) }
	lines, err := readLines(file, m, refuse)
	if err != nil {
		return report, err
	}
	done := 0
	for _, t := range threadsOf(lines, refuse) {
		if err := i.takeThread(ctx, m, t, &report); err != nil {
			return report, fmt.Errorf("take the thread that begins on line %d: %w", t.lines[0].number, err)
		}
		done += len(t.lines)
		progress(done, len(lines))
	}
	return report, nil
}

// takeThread takes one thread, some posts at a time.
func (i *Intake) takeThread(ctx context.Context, m Map, t thread, report *Report) error {
	board, err := i.forum.Board(ctx, m.board(t.lines[0].board))
	if fault.Is(err, fault.NotFound) {
		for _, l := range t.lines {
			report.Refused = append(report.Refused, Refusal{l.number, "its thread belongs on a board that is not here; give one with --map board:THEIRS=OURS"})
		}
		return nil
	}
	if err != nil {
		return err
	}
	html := make([]text.HTML, len(t.lines))
	for n, l := range t.lines {
		if html[n], err = text.RenderLong(l.body); err != nil {
			return err
		}
	}
	ids := make([]forum.PostID, len(t.lines))
	for from := 0; from < len(t.lines); from += perTurn {
		var counted Report
		err := i.db.Tx(ctx, func(tx *db.Tx) error {
			counted = Report{}
			for n := from; n < min(from+perTurn, len(t.lines)); n++ {
				if err := i.takePost(ctx, tx, board, t, n, html[n], ids, &counted); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		report.Threads += counted.Threads
		report.Posts += counted.Posts
		report.Known += counted.Known
	}
	return nil
}

func (i *Intake) takePost(ctx context.Context, tx *db.Tx, board forum.Board, t thread, n int, html text.HTML, ids []forum.PostID, report *Report) error {
	l := t.lines[n]
	foreign := l.thread + "\x1f" + l.post // an import may number the posts of each thread anew
	known, err := find(ctx, tx, t.source, "post", foreign)
	if err == nil {
		ids[n] = forum.PostID(known)
		report.Known++
		return nil
	}
	if !errors.Is(err, db.ErrNone) {
		return err
	}
	name, err := i.nameOf(ctx, tx, t.source, l.author, l.at)
	if err != nil {
		return err
	}
	brought := forum.BroughtPost{By: name, At: l.at, Words: l.body, HTML: html}
	if n == 0 {
		opened, err := i.forum.BringThread(ctx, tx, forum.BroughtThread{Board: board.ID, Title: titleOf(l.line), Opening: brought})
		if err != nil {
			return err
		}
		ids[0] = opened.Opening
		report.Threads++
	} else {
		reply, err := i.forum.BringReply(ctx, tx, ids[l.answers], brought)
		if err != nil {
			return err
		}
		ids[n] = reply.ID
	}
	report.Posts++
	return keep(ctx, tx, t.source, "post", foreign, int64(ids[n]))
}

// titleOf returns a thread's title: its own, or how its words begin.
func titleOf(l line) string {
	title := cmp.Or(l.title, text.Excerpt(l.body, text.MaxTitle), "…")
	if letters := []rune(title); len(letters) > forum.MaxBroughtTitle {
		title = string(letters[:forum.MaxBroughtTitle-1]) + "…"
	}
	return strings.TrimSpace(title)
}

// nameOf returns the name that an author of theirs has here, made at their first
// post.
func (i *Intake) nameOf(ctx context.Context, tx *db.Tx, source, author string, at time.Time) (account.Name, error) {
	known, err := find(ctx, tx, source, "name", author)
	if err == nil {
		return account.FindNameID(ctx, tx, account.NameID(known))
	}
	if !errors.Is(err, db.ErrNone) {
		return account.Name{}, err
	}
	name, err := i.accounts.Bring(ctx, tx, author, account.DayOf(at))
	if err != nil {
		return account.Name{}, err
	}
	return name, keep(ctx, tx, source, "name", author, int64(name.ID))
}

func find(ctx context.Context, r db.Reader, source, kind, foreign string) (int64, error) {
	return db.One(ctx, r, db.Value[int64], `SELECT id FROM imported WHERE source = $1 AND kind = $2 AND foreign_id = $3`, source, kind, foreign)
}

func keep(ctx context.Context, tx *db.Tx, source, kind, foreign string, id int64) error {
	_, err := tx.Exec(ctx, `INSERT INTO imported (source, kind, foreign_id, id) VALUES ($1, $2, $3, $4)`, source, kind, foreign, id)
	return err
}
