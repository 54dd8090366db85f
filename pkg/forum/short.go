package forum

import (
	"context"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// MaxShort is how long the short version of a thread may be, in characters: what
// can be read before one has to scroll on a telephone.
const MaxShort = 1_000

// SetShort makes source the short version of the thread called pid, in the words of
// whoever opened it. Nothing at all takes it away.
func (f *Forum) SetShort(ctx context.Context, by account.Account, pid, source string) error {
	source, html, err := renderAside("short", source, MaxShort)
	if err != nil {
		return err
	}
	return f.say(ctx, by, pid, func(tx *db.Tx, t Thread) error {
		was, err := asidesOf(ctx, tx, t.ID)
		if err != nil {
			return err
		}
		if err := canRewrite(by, was.Short, source); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, `UPDATE thread SET short = $1, short_html = $2, renderer = $3 WHERE id = $4`,
			source, html, text.RendererVersion, t.ID)
		return err
	})
}

// Asides are what whoever opened a thread says of it, as they typed it.
type Asides struct {
	Short  string
	Ending string
	AskOn  account.Day
}

// Asides returns what whoever opened the thread called pid says of it, for them to
// change.
func (f *Forum) Asides(ctx context.Context, by account.Account, pid string) (Thread, Asides, error) {
	t, err := findThread(ctx, f.db, by, pid)
	if err != nil {
		return Thread{}, Asides{}, err
	}
	owns, err := f.owns(ctx, f.db, by, t.OpenedBy)
	if err != nil {
		return Thread{}, Asides{}, err
	}
	if err := CanSay(by, owns, t); err != nil {
		return Thread{}, Asides{}, err
	}
	a, err := asidesOf(ctx, f.db, t.ID)
	return t, a, err
}

func asidesOf(ctx context.Context, r db.Reader, t ThreadID) (Asides, error) {
	return db.One(ctx, r, scanAsides, `SELECT t.short, t.ending, coalesce(t.ask_on, 0) FROM thread t WHERE t.id = $1`, t)
}

func scanAsides(r db.Row) (a Asides, err error) {
	err = r.Scan(&a.Short, &a.Ending, &a.AskOn)
	return a, err
}

// renderAside makes what a form's field holds fit to keep beside a thread.
func renderAside(field, source string, longest int) (string, text.HTML, error) {
	source = text.Clean(source)
	if over := utf8.RuneCountInString(source) - longest; over > 0 {
		return "", text.HTML{}, fault.Field(field, "fault.words_long", "N", over)
	}
	html, err := text.Render(source)
	return source, html, err
}
