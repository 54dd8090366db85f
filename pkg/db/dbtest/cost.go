package dbtest

import (
	"errors"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

// Statements runs do and returns the text of every query and statement that was
// sent to d meanwhile, in order, each on one line.
func Statements(d *db.DB, do func()) []string {
	var mu sync.Mutex
	var all []string
	stop := d.Watch(func(q string) {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, strings.Join(strings.Fields(q), " "))
	})
	defer stop()
	do()
	return all
}

// Plan returns how d would answer q: the lines of SQLite's EXPLAIN QUERY PLAN, or
// of PostgreSQL's EXPLAIN when it is told to read a whole table, or to sort, only
// if it must. (Its tables are nearly empty here, and it would do so gladly.)
func Plan(t testing.TB, d *db.DB, q string, args ...any) []string {
	t.Helper()
	lines, err := plan(t, d, q, args)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

func plan(t testing.TB, d *db.DB, q string, args []any) (lines []string, err error) {
	ctx := t.Context()
	if server == "" {
		return db.All(ctx, d, func(r db.Row) (line string, err error) {
			var id, parent, unused int
			err = r.Scan(&id, &parent, &unused, &line)
			return line, err
		}, `EXPLAIN QUERY PLAN `+q, args...)
	}
	done := errors.New("seen enough")
	err = d.Tx(ctx, func(tx *db.Tx) error {
		for _, way := range []string{"seqscan", "bitmapscan", "sort", "incremental_sort", "hashagg", "hashjoin", "mergejoin", "material"} {
			if _, err := tx.Exec(ctx, `SET LOCAL enable_`+way+` = off`); err != nil {
				return err
			}
		}
		if lines, err = db.All(ctx, tx, db.Value[string], `EXPLAIN `+q, args...); err != nil {
			return err
		}
		return done
	})
	if errors.Is(err, done) {
		err = nil
	}
	return lines, err
}

// NoScan fails t if d would answer q by reading a whole table or a whole index, by
// sorting, or by passing over rows with OFFSET: by anything that costs more as the
// forum grows. Give it values of the sort that the query is asked with.
func NoScan(t testing.TB, d *db.DB, q string, args ...any) {
	t.Helper()
	lines := Plan(t, d, q, args...)
	for _, wrong := range scans(q, lines) {
		t.Errorf("%s\n\tin %s\n\tplanned as\n\t%s", wrong, strings.Join(strings.Fields(q), " "), strings.Join(lines, "\n\t"))
	}
}

var (
	offset = regexp.MustCompile(`(?i)\bOFFSET\b`)
	named  = regexp.MustCompile(`(?i)(\w+)\s*(?:\([^()]*\)\s*)?AS\s*(?:NOT\s+MATERIALIZED\s*|MATERIALIZED\s*)?\(`) // WITH name AS (
	scan   = regexp.MustCompile(`^\s*SCAN (\S+)(.*)`)                                                              // SQLite's
	seq    = regexp.MustCompile(`\bSeq Scan on\b`)                                                                 // PostgreSQL's
	sorts  = regexp.MustCompile(`\bUSE TEMP B-TREE\b|^\s*(->)?\s*(Incremental )?Sort\b`)
)

// scans returns what is wrong with a plan.
func scans(q string, lines []string) (wrong []string) {
	if offset.MatchString(q) {
		wrong = append(wrong, "it has an OFFSET")
	}
	own := map[string]bool{"CONSTANT": true} // rows that the query itself lists
	for _, m := range named.FindAllStringSubmatch(q, -1) {
		own[m[1]] = true
	}
	for _, line := range lines {
		m := scan.FindStringSubmatch(line)
		switch {
		case m != nil && !own[m[1]] && !strings.HasPrefix(m[1], "(") && !strings.Contains(m[2], "VIRTUAL TABLE"), seq.MatchString(line):
			wrong = append(wrong, "it reads a whole table: "+strings.TrimSpace(line))
		case sorts.MatchString(line):
			wrong = append(wrong, "it sorts: "+strings.TrimSpace(line))
		}
	}
	return wrong
}
