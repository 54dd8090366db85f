package notice

import (
	"context"
	"fmt"
	"strconv"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// WordsAbout returns what a post's author and the moderators have said to each other,
// for [forum.Beside].
func (b *Box) WordsAbout(ctx context.Context, r db.Reader, id forum.PostID) (map[string]string, error) {
	lines, err := db.All(ctx, r, scanSaid, `
		SELECT l.id, l.source FROM post p JOIN talk t ON t.name = p.written_by JOIN talk_line l ON l.talk = t.id
		WHERE p.id = $1 AND l.source <> ''`, id)
	places := make(map[string]string, len(lines))
	for _, l := range lines {
		places[strconv.FormatInt(l.id, 10)] = l.source
	}
	return places, err
}

// PutWords writes other words in a line. That words of it once went stays to be seen,
// also when they are back: a talk does not change without a mark.
func (b *Box) PutWords(ctx context.Context, tx *db.Tx, at, words string) error {
	id, err := strconv.ParseInt(at, 10, 64)
	if err != nil {
		return fmt.Errorf("a talk has no line called %q", at)
	}
	_, err = tx.Exec(ctx, `UPDATE talk_line SET source = $1, wiped_at = $2 WHERE id = $3 AND source <> ''`, words, db.Time(b.now()), id)
	return err
}

type said struct {
	id     int64
	source string
}

func scanSaid(r db.Row) (s said, err error) {
	err = r.Scan(&s.id, &s.source)
	return s, err
}
