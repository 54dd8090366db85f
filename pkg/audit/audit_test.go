package audit

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

var noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)

// mo is a moderator's own name.
const mo account.NameID = 7

var errStop = errors.New("stop")

func house(t *testing.T) *db.DB {
	t.Helper()
	d := dbtest.Open(t)
	settle(t, d)
	return d
}

func settle(t testing.TB, d *db.DB) {
	t.Helper()
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO name (id, pid, shown, since) VALUES ($1, 'mo', 'Mo', 0)`, mo)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestNewestFirst(t *testing.T) {
	d := house(t)
	acts := []string{"thread.locked", "thread.unlocked", "post.removed"}
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		for i, act := range acts {
			e := Entry{At: noon.Add(time.Duration(i) * time.Minute), Actor: mo, Act: act, Subject: Subject("thread", "abc"), Reason: "unkind"}
			if err := Record(t.Context(), tx, e); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Recent(t.Context(), d, 2)
	if err != nil {
		t.Fatal(err)
	}
	want := Entry{ID: got[0].ID, At: noon.Add(2 * time.Minute), Actor: mo, Act: "post.removed", Subject: "thread abc", Reason: "unkind"}
	if len(got) != 2 || got[0] != want || got[1].Act != "thread.unlocked" {
		t.Errorf("got %v", got)
	}
	if older, err := Before(t.Context(), d, got[1].ID, 2); err != nil || len(older) != 1 || older[0].Act != "thread.locked" {
		t.Errorf("before them: %v, %v", older, err)
	}
	if mine, err := By(t.Context(), d, mo); err != nil || len(mine) != 3 || mine[0].Act != "thread.locked" {
		t.Errorf("of mo: %v, %v", mine, err)
	}
	if none, err := By(t.Context(), d, mo+1); err != nil || len(none) != 0 {
		t.Errorf("of another: %v, %v", none, err)
	}
}

// There is no act without its entry, and no entry without its act.
func TestUndoneTogether(t *testing.T) {
	d := house(t)
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		if err := Record(t.Context(), tx, Entry{At: noon, Actor: mo, Act: "thread.locked"}); err != nil {
			return err
		}
		return errStop
	})
	if !errors.Is(err, errStop) {
		t.Fatal(err)
	}
	if got, err := Recent(t.Context(), d, 10); err != nil || len(got) != 0 {
		t.Errorf("an act that never was left %v, %v", got, err)
	}
}

func TestPermanent(t *testing.T) {
	d := house(t)
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		return Record(t.Context(), tx, Entry{At: noon, Actor: mo, Act: "thread.locked"})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{`UPDATE audit SET act = 'nothing'`, `DELETE FROM audit`, `UPDATE audit_link SET n = 2`, `DELETE FROM audit_link`} {
		err := d.Tx(t.Context(), func(tx *db.Tx) error {
			_, err := tx.Exec(t.Context(), q)
			return err
		})
		if err == nil {
			t.Errorf("%s was allowed", q)
		}
	}
}

// Nobody's words get in by accident: an entry outlives them.
func TestNoWords(t *testing.T) {
	d := house(t)
	for _, e := range []Entry{
		{Actor: mo, Act: ""},
		{Actor: mo, Act: "thread.locked because she was rude"},
		{Actor: mo, Act: "thread.locked", Reason: "she was rude"},
		{Actor: mo, Act: "thread.locked", Subject: "thread about my scan"},
	} {
		err := d.Tx(t.Context(), func(tx *db.Tx) error { return Record(context.Background(), tx, e) })
		if !errors.Is(err, errWords) {
			t.Errorf("%v: got %v", e, err)
		}
	}
}

// What was done for somebody who may be in danger leads to nobody, whatever the
// caller says, and is counted only when it is over.
func TestCareNamesNobody(t *testing.T) {
	d := house(t)
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		for _, act := range []string{"care.opened", CareClosed, "thread.locked", CareClosed} {
			if err := Record(t.Context(), tx, Entry{At: noon, Actor: mo, Act: act, Subject: Subject("thread", "abc"), Board: 3}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := Recent(t.Context(), d, 10)
	if err != nil || len(entries) != 4 {
		t.Fatal(entries, err)
	}
	for _, e := range entries {
		if named := e.Subject != "" || e.Board != 0; named != (e.Act == "thread.locked") {
			t.Errorf("%+v", e)
		}
	}
	counts, err := Counts(t.Context(), d, MonthOf(noon))
	want := []Count{{202611, CareClosed, 2}, {202611, "thread.locked", 1}}
	if err != nil || !slices.Equal(counts, want) {
		t.Errorf("%v, %v", counts, err)
	}
	if found := verify(t, d, Hash{}); found.Broken != nil {
		t.Errorf("%+v", found.Broken)
	}
}

// A moderator of some boards reads what was done there, page by page.
func TestAboutBoards(t *testing.T) {
	d := house(t)
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		for i, board := range []int64{1, 2, 0, 3, 1, 2, 3} {
			if err := Record(t.Context(), tx, Entry{At: noon.Add(time.Duration(i)), Actor: mo, Act: "thread.locked", Board: board}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var boards []int64
	for before := int64(math.MaxInt64); ; {
		some, err := About(t.Context(), d, []int64{1, 3}, before, 2)
		if err != nil {
			t.Fatal(err)
		}
		if len(some) == 0 {
			break
		}
		for _, e := range some {
			boards, before = append(boards, e.Board), e.ID
		}
	}
	if !slices.Equal(boards, []int64{3, 1, 3, 1}) {
		t.Errorf("%v", boards)
	}
}
