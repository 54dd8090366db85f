package moderation

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// What is taken out of a post is taken out of what the desk wrote down about it, too:
// what members said beside their flags, moderators' notes, letters, and appeals.

// The places that hold words at the desk.
var besideTables = map[string]string{
	"flag":     `UPDATE flag SET words = $1 WHERE id = $2`,
	"note":     `UPDATE case_note SET words = $1 WHERE id = $2`,
	"decision": `UPDATE decision SET message = $1 WHERE id = $2`,
	"appeal":   `UPDATE appeal SET words = $1 WHERE id = $2`,
}

type wordsAt struct {
	table string
	id    int64
	words string
}

func scanWordsAt(r db.Row) (w wordsAt, err error) {
	err = r.Scan(&w.table, &w.id, &w.words)
	return w, err
}

// WordsAbout returns the words of every case about a post, its author or its thread,
// for [forum.Beside].
func (d *Desk) WordsAbout(ctx context.Context, r db.Reader, id forum.PostID) (map[string]string, error) {
	all, err := db.All(ctx, r, scanWordsAt, `
		WITH about AS (
			SELECT c.id FROM post p JOIN flag_case c ON c.about = p.written_by WHERE p.id = $1
			UNION SELECT c.id FROM post p JOIN flag_case c ON c.target_kind = 'thread' AND c.target = p.thread WHERE p.id = $1
			UNION SELECT x.flag_case FROM decision x WHERE x.post = $1
		)
		SELECT 'flag', f.id, f.words FROM about a JOIN flag f ON f.flag_case = a.id
		UNION ALL SELECT 'note', n.id, n.words FROM about a JOIN case_note n ON n.flag_case = a.id
		UNION ALL SELECT 'decision', x.id, x.message FROM about a JOIN decision x ON x.flag_case = a.id
		UNION ALL SELECT 'appeal', p.id, p.words FROM about a JOIN decision x ON x.flag_case = a.id JOIN appeal p ON p.decision = x.id`, id)
	places := make(map[string]string, len(all))
	for _, w := range all {
		places[w.table+" "+strconv.FormatInt(w.id, 10)] = w.words
	}
	return places, err
}

// PutWords writes other words in one of those places.
func (d *Desk) PutWords(ctx context.Context, tx *db.Tx, at, words string) error {
	table, number, _ := strings.Cut(at, " ")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil || besideTables[table] == "" {
		return fmt.Errorf("the desk has no place called %q", at)
	}
	_, err = tx.Exec(ctx, besideTables[table], words, id)
	return err
}
