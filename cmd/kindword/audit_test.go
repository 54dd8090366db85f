package main

import (
	"database/sql"
	"encoding/csv"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
)

// mo acts, while no server runs.
func (s at) mo(acts ...audit.Entry) {
	s.t.Helper()
	ctx := s.t.Context()
	d, err := db.Open(ctx, "sqlite:"+filepath.Join(s.folder, "data", "kindword.db"))
	if err != nil {
		s.t.Fatal(err)
	}
	err = d.Tx(ctx, func(tx *db.Tx) error {
		if _, err := tx.Exec(ctx, `INSERT INTO name (id, pid, shown, since) VALUES (7, 'mo-pid', 'Mo', 0) ON CONFLICT (id) DO NOTHING`); err != nil {
			return err
		}
		for _, e := range acts {
			e.Actor = 7
			if err := audit.Record(ctx, tx, e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		s.t.Fatal(err)
	}
}

// behind changes the database behind the program's back.
func (s at) behind(all ...string) {
	s.t.Helper()
	pool, err := sql.Open("sqlite3", filepath.Join(s.folder, "data", "kindword.db"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer pool.Close()
	for _, q := range all {
		if _, err := pool.Exec(q); err != nil {
			s.t.Fatalf("%s: %v", q, err)
		}
	}
}

var someDay = time.Date(2026, 11, 3, 23, 30, 0, 0, time.UTC)

func anAct(days int, act, subject, reason string) audit.Entry {
	return audit.Entry{At: someDay.AddDate(0, 0, days), Act: act, Subject: subject, Reason: reason}
}

// What a backup printed is found again in the record, and in the backup; what was
// changed, or cut off at the end, is told and is an error.
func TestAuditVerify(t *testing.T) {
	s := newSite(t)
	s.start()()
	s.mo(anAct(0, "thread.locked", "thread a", "heated"), anAct(1, "post.removed", "post b", "unkind"), anAct(2, "care.closed", "thread c", ""))
	stop := s.start()
	copied := filepath.Join(s.folder, "copy.db")
	said, err := s.run(t.Context(), "", "backup", copied)
	hash := regexp.MustCompile(`[0-9a-f]{64}`).FindString(said)
	if err != nil || hash == "" || !strings.Contains(said, "3 entries") {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, args := range [][]string{{"verify"}, {"verify", "--against", hash}, {"verify", "--against", copied}, {}} {
		out, err := s.run(t.Context(), "", append([]string{"audit"}, args...)...)
		if err != nil || !strings.Contains(out, hash) || !strings.Contains(out, "3 entries") || len(args) > 1 && !strings.Contains(out, "entry number 3") {
			t.Errorf("%v: %v\n%s", args, err, out)
		}
	}
	stop()
	s.mo(anAct(3, "post.restored", "post b", ""))
	if out, err := s.run(t.Context(), "", "audit", "verify", "--against", copied); err != nil || !strings.Contains(out, "4 entries") || !strings.Contains(out, "entry number 3") {
		t.Errorf("the record has grown since: %v\n%s", err, out)
	}
	for against, says := range map[string]string{strings.Repeat("0", 64): "does not hold", "nothing": "neither", filepath.Join(s.folder, "key"): "neither", strings.Repeat("z", 64): "neither"} {
		if _, err := s.run(t.Context(), "", "audit", "verify", "--against", against); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", against, err)
		}
	}

	s.behind(`DROP TRIGGER audit_no_update`, `DROP TRIGGER audit_no_delete`, `DROP TRIGGER audit_link_no_delete`,
		`DELETE FROM audit_link WHERE n > 2`, `DELETE FROM audit WHERE act IN ('care.closed', 'post.restored')`, `DELETE FROM audit_count WHERE act IN ('care.closed', 'post.restored')`)
	if out, err := s.run(t.Context(), "", "audit", "verify"); err != nil || !strings.Contains(out, "2 entries") || !strings.Contains(out, "noted elsewhere") {
		t.Errorf("what is left: %v\n%s", err, out)
	}
	if _, err := s.run(t.Context(), "", "audit", "verify", "--against", copied); err == nil || !strings.Contains(err.Error(), "last entries were removed") {
		t.Errorf("the last are gone: %v", err)
	}
	s.behind(`UPDATE audit SET reason = 'answered' WHERE act = 'thread.locked'`)
	out, err := s.run(t.Context(), "", "audit", "verify")
	if err == nil || !strings.Contains(err.Error(), "broken at number 1, entry 1 (thread.locked, 2026-11-03T23:30:00Z)") || !strings.Contains(out, "up to entry number 0") {
		t.Errorf("one was changed: %v\n%s", err, out)
	}
}

// A regulator gets ids, keys and times: nobody's words, and of care no subject.
func TestAuditExport(t *testing.T) {
	s := newSite(t)
	s.start()()
	s.mo(anAct(0, "thread.locked", "thread a", "heated"), anAct(1, "post.removed", "post b", "illegal"), anAct(2, "care.closed", "thread c", ""))
	t.Setenv("KINDWORD_TIME_ZONE", "Europe/Madrid") // where it is half past midnight already
	for _, test := range []struct {
		args []string
		acts string
	}{
		{nil, "thread.locked post.removed care.closed"},
		{[]string{"--from", "2026-11-05"}, "post.removed care.closed"},
		{[]string{"--to", "2026-11-05"}, "thread.locked post.removed"},
		{[]string{"--from", "2026-11-05", "--to", "2026-11-05"}, "post.removed"},
		{[]string{"--from", "2027-01-01"}, ""},
	} {
		out, err := s.run(t.Context(), "", append([]string{"audit", "export"}, test.args...)...)
		if err != nil {
			t.Errorf("%v: %v", test.args, err)
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil || len(rows) == 0 {
			t.Fatalf("%v\n%s", err, out)
		}
		var acts []string
		for _, row := range rows[1:] {
			acts = append(acts, row[3])
			if row[2] != "mo-pid" || len(row[6]) != 64 || strings.Contains(strings.Join(row, ","), "Mo") || row[3] == "care.closed" && row[4] != "" {
				t.Errorf("%v", row)
			}
		}
		if got := strings.Join(acts, " "); got != test.acts {
			t.Errorf("%v: %s, want %s", test.args, got, test.acts)
		}
	}
	if _, err := s.run(t.Context(), "", "audit", "export", "--from", "yesterday"); err == nil || !strings.Contains(err.Error(), "2026-11-01") {
		t.Errorf("a day that is none: %v", err)
	}
}
