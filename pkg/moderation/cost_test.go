package moderation

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// plants puts n open cases about nothing in particular into each queue, over both boards
// and every kind.
func (w *town) plants(from, n int) {
	w.t.Helper()
	for _, q := range Queues {
		w.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(w.t.Context(), fmt.Sprintf(`
				WITH RECURSIVE k (n) AS (SELECT CAST($1 AS BIGINT) UNION ALL SELECT n + 1 FROM k WHERE n < $2)
				INSERT INTO flag_case (pid, queue, target_kind, target, board, kind, harm, opened_at, claimed_by, claimed_until)
				SELECT '%[1]s' || n, '%[1]s', 'post', -n, CASE WHEN n %% 2 = 0 THEN CAST($3 AS BIGINT) ELSE $4 END,
					CASE n %% 4 WHEN 0 THEN 'unkind' WHEN 1 THEN 'harm' WHEN 2 THEN 'spam' ELSE 'other' END, n %% 4 + 5, 1000000000000 + n,
					CASE WHEN n %% 9 = 0 THEN CAST($5 AS BIGINT) END, CASE WHEN n %% 9 = 0 THEN 99999999999999 END FROM k`, q),
				from, from+n-1, w.board, w.other, w.Mo.Name.ID)
			return err
		})
	}
}

// readings asks for every page that the desk shows.
func (w *town) readings() map[string]func() {
	ctx, all := w.t.Context(), map[string]func(){}
	some := w.Mo
	some.Boards = []int64{int64(w.board), int64(w.other)}
	for who, by := range map[string]account.Account{"all boards": w.Mo, "two boards": some} {
		all["counts, "+who] = func() { must(w.Counts(ctx, by))(w.t) }
		all["unread, "+who] = func() { must(w.Unread(ctx, by, ""))(w.t) }
		all["unanswered, "+who] = func() { must(w.Unanswered(ctx, by, AloneFilter{}, ""))(w.t) }
		all["unanswered, older, "+who] = func() {
			must(w.Unanswered(ctx, by, AloneFilter{Board: w.board, OlderThan: time.Hour}, "1-0-5-5"))(w.t)
		}
		for _, q := range Queues {
			for what, f := range map[string]Filter{
				"all": {}, "a board": {Board: w.board}, "a kind": {Kind: Spam}, "a kind on a board": {Board: w.board, Kind: Spam},
				"old": {OlderThan: time.Hour}, "old on a board": {Board: w.board, OlderThan: time.Hour}, "mine": {Mine: true},
				"mine on a board": {Board: w.board, Mine: true}, "unclaimed": {Unclaimed: true}, "old and unclaimed": {OlderThan: time.Hour, Unclaimed: true},
			} {
				for place, from := range map[string]Cursor{"first": "", "middle": "6-1000000000050-1"} {
					all[fmt.Sprintf("%s, %s, %s, %s page", who, q, what, place)] = func() { must(w.Desk.Queue(ctx, by, q, f, from))(w.t) }
				}
			}
		}
	}
	return all
}

// TestManyCasesCostWhatFewDo holds that a desk with a hundred thousand cases asks the same
// of the database as one with a hundred in each queue, and that nothing is read or sorted
// outside an index.
func TestManyCasesCostWhatFewDo(t *testing.T) {
	w := newTown(t)
	w.plants(1, 100)
	few := map[string][]string{}
	for what, read := range w.readings() {
		few[what] = dbtest.Statements(w.db, read)
	}
	w.plants(101, 24_900)
	asked := map[string]bool{}
	for what, read := range w.readings() {
		many := dbtest.Statements(w.db, read)
		if !slices.Equal(few[what], many) {
			t.Errorf("%s: %d statements for 100 cases, %d for 100,000", what, len(few[what]), len(many))
		}
		for _, q := range many {
			asked[q] = true
		}
	}
	for q := range asked {
		dbtest.NoScan(t, w.db, q, likely(q)...)
	}
	if len(asked) < 20 {
		t.Errorf("only %d statements were seen", len(asked))
	}
	page := must(w.Desk.Queue(t.Context(), w.Mo, InFlagged, Filter{}, ""))(t)
	if page.Count != MostCounted || len(page.Cases) != casesAtOnce || !page.More {
		t.Errorf("%d cases counted, %d on the page", page.Count, len(page.Cases))
	}
}

// TestEveryVerbUsesItsIndex holds the same of what flags, decides, undoes and appeals.
func TestEveryVerbUsesItsIndex(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	p := w.answers(w.Ann, w.opens(w.Dan, "Words", ""), "Some words")
	w.steps()
	asked := dbtest.Statements(w.db, func() {
		w.flag(w.Ben, p)
		c := w.first(InFlagged)
		w.must(w.Claim(ctx, w.Mo, c.PID))
		w.must(w.Release(ctx, w.Mo, c.PID))
		w.must(w.HandOver(ctx, w.Mo, c.PID, w.May.Name.PID, "For you"))
		w.must(w.ReleaseAll(ctx, w.May))
		x := w.decides(w.Mo, c, choose(c, Fold))
		w.must(w.Appeal(ctx, w.Ann, x.PID, "Words"))
		a := w.first(InAppeals)
		w.must(w.DecideAppeal(ctx, w.May, a.PID, a.Version, true))
		must(w.Flag(ctx, w.Cat, Target{OnPost, p.PID}, CareDoor, Worried, ""))(t)
		c = w.first(InCare)
		w.decides(w.Mo, c, choose(c, Close))
		w.must(w.MarkRead(ctx, w.Mo, p.PID))
		must(w.Urgent(ctx, w.Mo))(t)
	})
	for _, q := range asked {
		if strings.Contains(q, "flag") || strings.Contains(q, "decision") || strings.Contains(q, "appeal") || strings.Contains(q, "unread_post") {
			if !strings.HasPrefix(q, "INSERT") {
				dbtest.NoScan(t, w.db, q, likely(q)...)
			}
		}
	}
}

// likely returns values of the sorts that q is asked with.
func likely(q string) []any {
	var args []any
	for i := 1; strings.Contains(q, fmt.Sprintf("$%d", i)); i++ {
		mark := fmt.Sprintf("$%d", i)
		before := strings.TrimRight(q[:strings.Index(q+" ", mark)], " =(<>'")
		switch word := before[strings.LastIndexAny(before, " .,(")+1:]; word {
		case "pid", "queue", "kind", "target_kind", "verdict", "second_for", "sign", "door", "state", "answer", "slug", "effect", "audience":
			args = append(args, "a")
		case "form_key", "place", "slot":
			args = append(args, []byte("a"))
		default:
			args = append(args, int64(1))
		}
	}
	return args
}
