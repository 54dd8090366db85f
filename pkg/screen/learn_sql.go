package screen

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

func countToken(ctx context.Context, tx *db.Tx, token string, by taught) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO spam_token (token, spam, ham) VALUES ($1, $2, $3)
		ON CONFLICT (token) DO UPDATE SET spam = spam_token.spam + excluded.spam, ham = spam_token.ham + excluded.ham`,
		[]byte(token), by.spam, by.ham)
	return err
}

// tokensAtOnce is how many are asked for in one statement.
const tokensAtOnce = 50

// countsOf returns what is kept of each token.
func countsOf(ctx context.Context, r db.Reader, tokens []string) (map[string]taught, error) {
	type row struct {
		token []byte
		taught
	}
	scan := func(r db.Row) (t row, err error) {
		err = r.Scan(&t.token, &t.spam, &t.ham)
		return t, err
	}
	counts := map[string]taught{}
	for some := range slices.Chunk(tokens, tokensAtOnce) {
		args := make([]any, tokensAtOnce)
		for i := range args {
			args[i] = []byte(some[min(i, len(some)-1)])
		}
		rows, err := db.All(ctx, r, scan, `SELECT token, spam, ham FROM spam_token WHERE token IN (`+db.In(1, tokensAtOnce)+`)`, args...)
		if err != nil {
			return nil, err
		}
		for _, t := range rows {
			counts[string(t.token)] = t.taught
		}
	}
	return counts, nil
}
