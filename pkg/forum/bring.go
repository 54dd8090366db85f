package forum

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

// MaxBroughtTitle is the longest title that is brought from elsewhere, in
// characters. It is longer than one that is written here, so that none is cut.
const MaxBroughtTitle = 300

// BroughtThread is a thread that was opened elsewhere or before now.
type BroughtThread struct {
	ID            ThreadID // [NewThreadID]'s, when a name for it had to be there first; else 0
	Board         BoardID
	Title         string
	Audience      Audience // "" for the board's; never wider than that
	Wish          Wish
	Labels        []string // slugs; those not offered are passed over
	Short, Ending string   // as written
	Pinned        bool
	Locked        bool
	Opening       BroughtPost
}

// BroughtPost is a post that was written elsewhere or before now, with its own
// author, time and place.
type BroughtPost struct {
	By        account.Name
	At        time.Time
	Words     string
	HTML      text.HTML // of Words
	Know      Know
	Link      string
	Note      string
	Changed   time.Time // zero if it never was
	KindWords map[account.NameID]KindWord

	RemovedBy  RemovedBy // "" while it stands
	RemovedFor string
}

// NewThreadID returns the id of a thread that is still to be brought, for a name
// that will be used in it alone.
func NewThreadID() ThreadID { return newThreadID() }

// BringThread keeps a thread and its opening post as they were. It tells nobody:
// what was said before is no news.
func (f *Forum) BringThread(ctx context.Context, tx *db.Tx, b BroughtThread) (Thread, error) {
	board, err := findBoardID(ctx, tx, b.Board)
	if err != nil {
		return Thread{}, err
	}
	if n := len([]rune(b.Title)); n == 0 || n > MaxBroughtTitle {
		return Thread{}, fault.Field("title", "fault.title_long", "N", n-MaxBroughtTitle)
	}
	if b.ID == 0 {
		b.ID = newThreadID()
	}
	t := Thread{ID: b.ID, PID: seal.PublicID(), Board: board.ID, Title: b.Title, OpenedBy: b.Opening.By,
		OpenedAt: b.Opening.At, Audience: board.Audience, Wish: b.Wish}
	if b.Audience == Members {
		t.Audience = Members
	}
	if err := insertThread(ctx, tx, t); err != nil {
		return Thread{}, err
	}
	p, err := f.bring(ctx, tx, Post{Thread: t.ID, Seq: 1}, b.Opening)
	if err != nil {
		return Thread{}, err
	}
	t.Opening = p.ID
	if err := setOpening(ctx, tx, t.ID, p.ID); err != nil {
		return Thread{}, err
	}
	if err := putLabels(ctx, tx, t.ID, b.Labels); err != nil {
		return Thread{}, err
	}
	if err := f.bringRest(ctx, tx, t, b); err != nil {
		return Thread{}, err
	}
	f.current.raise(tx, cardOf(t))
	return t, nil
}

// bringRest keeps what the asker and the moderators added to a thread.
func (f *Forum) bringRest(ctx context.Context, tx *db.Tx, t Thread, b BroughtThread) error {
	short, err := text.RenderLong(b.Short)
	if err != nil {
		return err
	}
	ending, err := text.RenderLong(b.Ending)
	if err != nil {
		return err
	}
	var pinned, locked time.Time
	if b.Pinned {
		pinned = t.OpenedAt
	}
	if b.Locked {
		locked = f.now()
	}
	_, err = tx.Exec(ctx, `
		UPDATE thread SET short = $1, short_html = $2, ending = $3, ending_html = $4, pinned_at = $5, locked_at = $6
		WHERE id = $7`, b.Short, short, b.Ending, ending, db.Time(pinned), db.Time(locked), t.ID)
	return err
}

// BringReply keeps a reply to parent as it was.
func (f *Forum) BringReply(ctx context.Context, tx *db.Tx, parent PostID, b BroughtPost) (Post, error) {
	up, err := findPostID(ctx, tx, parent)
	if err != nil {
		return Post{}, err
	}
	t, err := findThreadID(ctx, tx, up.Thread)
	if err != nil {
		return Post{}, err
	}
	at := b.At
	if at.Before(t.LastAt) {
		at = t.LastAt // a thread is as young as its latest post
	}
	card, seq, err := countReply(ctx, tx, t.ID, at, b.By.ID != t.OpenedBy.ID)
	if err != nil {
		return Post{}, err
	}
	p, err := f.bring(ctx, tx, Post{Thread: t.ID, Parent: up.ID, Root: up.Root, Depth: up.Depth + 1, Seq: seq}, b)
	if err != nil {
		return Post{}, err
	}
	if err := countUnder(ctx, tx, p); err != nil {
		return Post{}, err
	}
	if b.RemovedBy != "" {
		if err := f.takeDown(ctx, tx, t, p, b.RemovedBy, b.RemovedFor, b.At); err != nil {
			return Post{}, err
		}
	}
	f.current.raise(tx, card)
	return p, nil
}

// bring keeps one post in the place that p has.
func (f *Forum) bring(ctx context.Context, tx *db.Tx, p Post, b BroughtPost) (_ Post, err error) {
	p.By, p.WrittenAt, p.Source, p.HTML = b.By, b.At, b.Words, b.HTML
	p.Know, p.KnowLink, p.Note = b.Know, b.Link, b.Note
	if p.ID, err = insertPost(ctx, tx, p, nil); err != nil {
		return p, err
	}
	if err := account.CountPost(ctx, tx, b.By.ID, 1); err != nil {
		return p, err
	}
	if !b.Changed.IsZero() {
		if _, err := tx.Exec(ctx, `UPDATE post SET changed_at = $1 WHERE id = $2`, db.Time(b.Changed), p.ID); err != nil {
			return p, err
		}
	}
	return p, f.bringKindWords(ctx, tx, p.ID, b)
}

func (f *Forum) bringKindWords(ctx context.Context, tx *db.Tx, p PostID, b BroughtPost) error {
	count := map[KindWord]int{}
	for name, kind := range b.KindWords {
		if _, err := tx.Exec(ctx, `INSERT INTO kind_word (post, name, kind, day) VALUES ($1, $2, $3, $4)`, p, name, kind, account.DayOf(b.At)); err != nil {
			return err
		}
		count[kind]++
	}
	if len(count) == 0 {
		return nil
	}
	_, err := tx.Exec(ctx, `UPDATE post SET thinking = $1, same = $2, thanks = $3 WHERE id = $4`,
		count[Thinking], count[Same], count[Thanks], p)
	return err
}
