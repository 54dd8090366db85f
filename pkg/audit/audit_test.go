package audit

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

var noon = time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)

// mo is a moderator's own name.
const mo account.NameID = 7

func house(t *testing.T) *db.DB {
	t.Helper()
	d := dbtest.Open(t)
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `INSERT INTO name (id, pid, shown, since) VALUES ($1, 'mo', 'Mo', 0)`, mo)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
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
	stop := errors.New("stop")
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		if err := Record(t.Context(), tx, Entry{At: noon, Actor: mo, Act: "thread.locked"}); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
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
	for _, q := range []string{`UPDATE audit SET act = 'nothing'`, `DELETE FROM audit`} {
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
