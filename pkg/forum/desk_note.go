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

// NoteID names a moderator's note under a post.
type NoteID int64

// MaxDeskNote is how long a moderator's note may be, in characters: as long as the
// short version of a thread.
const MaxDeskNote = MaxShort

// DeskNote is what a moderator wrote under a post for every reader, such as where a
// statement can be looked up.
type DeskNote struct {
	ID   NoteID
	PID  string
	Post PostID
	By   account.Name
	At   time.Time
	Link string // where it comes from, or ""
	HTML text.HTML
}

// NoteIn puts a moderator's note under a post, for the desk.
func (f *Forum) NoteIn(ctx context.Context, tx *db.Tx, post PostID, by account.NameID, words, link string) (NoteID, error) {
	if text.Clean(words) == "" {
		return 0, fault.Field("note", "fault.words_empty")
	}
	source, html, err := renderAside("note", words, MaxDeskNote)
	if err != nil {
		return 0, err
	}
	if err := checkKnow(NoKnow, link); err != nil {
		return 0, err
	}
	var id NoteID
	err = f.onPost(ctx, tx, post, func(_ Thread, p Post) (err error) {
		id, err = db.One(ctx, tx, db.Value[NoteID], `
			INSERT INTO desk_note (pid, post, written_by, written_at, link, html, source) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
			seal.PublicID(), p.ID, by, db.Time(f.now()), link, html, source)
		if err != nil {
			return err
		}
		return f.countNotes(ctx, tx, p)
	})
	return id, err
}

// DropNoteIn takes a moderator's note away, for the desk. One that is gone already
// is no error.
func (f *Forum) DropNoteIn(ctx context.Context, tx *db.Tx, id NoteID) error {
	return f.dropNotes(ctx, tx, `DELETE FROM desk_note WHERE id = $1 RETURNING post`, id)
}

// dropNotesOf takes every note away that a name wrote.
func (f *Forum) dropNotesOf(ctx context.Context, tx *db.Tx, name account.NameID) error {
	return f.dropNotes(ctx, tx, `DELETE FROM desk_note WHERE written_by = $1 RETURNING post`, name)
}

func (f *Forum) dropNotes(ctx context.Context, tx *db.Tx, q string, arg any) error {
	posts, err := db.All(ctx, tx, db.Value[PostID], q, arg)
	if err != nil {
		return err
	}
	for _, id := range posts {
		if err := f.onPost(ctx, tx, id, func(_ Thread, p Post) error { return f.countNotes(ctx, tx, p) }); err != nil {
			return err
		}
	}
	return nil
}

// countNotes makes what a post says of its notes agree with them.
func (f *Forum) countNotes(ctx context.Context, tx *db.Tx, p Post) error {
	_, err := tx.Exec(ctx, `
		UPDATE post SET notes = (SELECT count(*) FROM desk_note d WHERE d.post = post.id), version = version + 1 WHERE id = $1`, p.ID)
	if err != nil {
		return err
	}
	_, err = f.touch(ctx, tx, p.Thread)
	return err
}

// notesAtOnce is how many posts one statement asks for the notes of.
const notesAtOnce = 32

// Notes returns the moderators' notes under posts, the oldest first.
func (f *Forum) Notes(ctx context.Context, r db.Reader, posts []PostID) (map[PostID][]DeskNote, error) {
	found := map[PostID][]DeskNote{}
	for len(posts) > 0 {
		args := make([]any, notesAtOnce)
		for i := range args {
			args[i] = posts[min(i, len(posts)-1)]
		}
		posts = posts[min(notesAtOnce, len(posts)):]
		notes, err := db.All(ctx, r, scanDeskNote, `
			SELECT d.id, d.pid, d.post, d.written_at, d.link, d.html, `+nameColumns+`
			FROM desk_note d JOIN name n ON n.id = d.written_by LEFT JOIN account o ON o.id = n.account
			WHERE d.post IN (`+db.In(1, notesAtOnce)+`) ORDER BY d.id`, args...)
		if err != nil {
			return nil, err
		}
		for _, n := range notes {
			found[n.Post] = append(found[n.Post], n)
		}
	}
	return found, nil
}

// addNotes adds the moderators' notes to the posts that have any.
func (r *reading) addNotes(ctx context.Context, replies []*Reply) error {
	var with []PostID
	for _, reply := range replies {
		if reply.DeskNotes > 0 && !reply.Removed() {
			with = append(with, reply.ID)
		}
	}
	notes, err := r.Forum.Notes(ctx, r.db, with)
	for _, reply := range replies {
		reply.Notes = notes[reply.ID]
	}
	return err
}

func scanDeskNote(r db.Row) (n DeskNote, err error) {
	err = r.Scan(append([]any{&n.ID, &n.PID, &n.Post, (*db.Time)(&n.At), &n.Link, &n.HTML}, intoName(&n.By)...)...)
	return n, err
}

// writtenNotes returns the notes of a name, for its owner.
func writtenNotes(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenNote, error) {
	return db.All(ctx, r, func(r db.Row) (n WrittenNote, err error) {
		err = r.Scan(&n.Post, (*db.Time)(&n.WrittenAt), &n.Link, &n.Words)
		return n, err
	}, `SELECT p.pid, d.written_at, d.link, d.source FROM desk_note d JOIN post p ON p.id = d.post WHERE d.written_by = $1 ORDER BY d.id`, name)
}
