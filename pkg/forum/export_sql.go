package forum

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

func scanWrittenThread(r db.Row) (t WrittenThread, err error) {
	err = r.Scan(&t.ID, &t.Address, &t.Board, &t.Title, (*db.Time)(&t.OpenedAt), &t.Audience, &t.Wish,
		&t.Short, &t.ShortHTML, &t.Ending, &t.EndingHTML, &t.AskOn)
	return t, err
}

// writtenThreads returns the threads that a name opened, also those taken down or
// merged away, with their labels.
func writtenThreads(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenThread, error) {
	threads, err := db.All(ctx, r, scanWrittenThread, `
		SELECT t.id, t.pid, b.slug, t.title, t.opened_at, t.audience, t.wish,
			t.short, t.short_html, t.ending, t.ending_html, coalesce(t.ask_on, 0)
		FROM thread t JOIN board b ON b.id = t.board WHERE t.opened_by = $1 ORDER BY t.opened_at, t.id`, name)
	if err != nil {
		return nil, err
	}
	for i := range threads {
		threads[i].Labels, err = db.All(ctx, r, db.Value[string], `
			SELECT l.slug FROM thread_label tl JOIN label l ON l.id = tl.label WHERE tl.thread = $1 ORDER BY l.position, l.id`, threads[i].ID)
		if err != nil {
			return nil, err
		}
	}
	return threads, nil
}

func scanWrittenPost(r db.Row) (p WrittenPost, err error) {
	err = r.Scan(&p.ID, &p.Address, &p.Thread, &p.Answers, (*db.Time)(&p.WrittenAt), (*db.Time)(&p.ChangedAt), &p.Words, &p.HTML,
		&p.Note, &p.Know, &p.KnowLink, (*db.Time)(&p.RemovedAt), &p.RemovedBy, &p.RemovedFor, (*db.Time)(&p.RedactedAt), &p.cover)
	return p, err
}

func scanWrittenRevision(r db.Row) (v WrittenRevision, err error) {
	err = r.Scan(&v.Post, &v.Title, &v.Words, (*db.Time)(&v.WrittenAt))
	return v, err
}

// writtenPosts returns the posts of a name with their earlier versions, mentions in
// them by name.
func writtenPosts(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenPost, error) {
	posts, err := db.All(ctx, r, scanWrittenPost, `
		SELECT p.id, p.pid, t.pid, coalesce(up.pid, ''), p.written_at, p.changed_at, p.source, p.html,
			p.note, p.know, p.know_link, p.removed_at, p.removed_by, p.removed_for, p.redacted_at, p.cover
		FROM post p JOIN thread t ON t.id = p.thread LEFT JOIN post up ON up.id = p.parent
		WHERE p.written_by = $1 ORDER BY p.written_at, p.id`, name)
	if err != nil {
		return nil, err
	}
	at := map[PostID]*WrittenPost{}
	for i := range posts {
		if posts[i].cover != "" { // what others do not see is their author's own
			if posts[i].HTML, err = text.RenderLong(posts[i].Words); err != nil {
				return nil, err
			}
		}
		at[posts[i].ID] = &posts[i]
		if posts[i].Words, err = unrefer(ctx, r, posts[i].Words); err != nil {
			return nil, err
		}
	}
	earlier, err := db.All(ctx, r, scanWrittenRevision, `
		SELECT v.post, v.title, v.source, v.written_at FROM revision v JOIN post p ON p.id = v.post
		WHERE p.written_by = $1 AND v.erased_at IS NULL ORDER BY v.post, v.number`, name)
	if err != nil {
		return nil, err
	}
	for _, v := range earlier {
		if v.Words, err = unrefer(ctx, r, v.Words); err != nil {
			return nil, err
		}
		at[v.Post].Earlier = append(at[v.Post].Earlier, v)
	}
	return posts, nil
}

func scanWrittenKindWord(r db.Row) (k WrittenKindWord, err error) {
	err = r.Scan(&k.Post, &k.Kind, &k.Day)
	return k, err
}

func writtenKindWords(ctx context.Context, r db.Reader, name account.NameID) ([]WrittenKindWord, error) {
	return db.All(ctx, r, scanWrittenKindWord, `
		SELECT p.pid, k.kind, k.day FROM kind_word k JOIN post p ON p.id = k.post WHERE k.name = $1 ORDER BY k.day, p.pid`, name)
}
