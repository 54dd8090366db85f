package audit

import (
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "github.com/mattn/go-sqlite3"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

// An intruder has the database itself, and no rule of it holds them.
type intruder struct {
	t *testing.T
	*sql.DB
}

// broken returns a house with entries 1 to n in its record, and somebody who got
// at its database.
func broken(t *testing.T, n int) (*db.DB, intruder) {
	t.Helper()
	address := dbtest.Ready(t)
	d, err := db.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	settle(t, d)
	write(t, d, n)

	driver := "pgx"
	file, lite := strings.CutPrefix(address, "sqlite:")
	if lite {
		driver, address = "sqlite3", file+"?_foreign_keys=off&_busy_timeout=5000"
	}
	pool, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	in := intruder{t, pool}
	if lite {
		in.does(`DROP TRIGGER audit_no_update`, `DROP TRIGGER audit_no_delete`, `DROP TRIGGER audit_link_no_update`, `DROP TRIGGER audit_link_no_delete`)
	} else {
		in.does(`ALTER TABLE audit DISABLE TRIGGER ALL`, `ALTER TABLE audit_link DISABLE TRIGGER ALL`)
	}
	return d, in
}

func (in intruder) does(all ...string) {
	in.t.Helper()
	for _, q := range all {
		if _, err := in.Exec(q); err != nil {
			in.t.Fatalf("%s: %v", q, err)
		}
	}
}

func write(t testing.TB, d *db.DB, n int) {
	t.Helper()
	err := d.Tx(t.Context(), func(tx *db.Tx) error {
		for i := range n {
			if err := Record(t.Context(), tx, someEntry(i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func someEntry(i int) Entry {
	return Entry{At: noon.Add(time.Duration(i) * time.Minute), Actor: mo, Act: "post.removed",
		Subject: Subject("post", fmt.Sprintf("p%d", i+1)), Reason: []string{"unkind", "harm", "selling"}[i%3], Board: int64(i % 2)}
}

func verify(t testing.TB, d db.Reader, noted Hash) Report {
	t.Helper()
	found, err := Verify(t.Context(), d, noted)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Whatever is done to the record behind its back breaks the chain, and the first
// place is told.
func TestTheChainBreaksVisibly(t *testing.T) {
	for name, test := range map[string]struct {
		does []string
		kind BreakKind
		at   int64 // the entry at which it breaks
	}{
		"when":                      {[]string{`UPDATE audit SET at = at + 1 WHERE id = 4`}, Changed, 4},
		"who":                       {[]string{`UPDATE audit SET actor = 8 WHERE id = 4`}, Changed, 4},
		"the act":                   {[]string{`UPDATE audit SET act = 'post.restored' WHERE id = 4`}, Changed, 4},
		"the subject":               {[]string{`UPDATE audit SET subject = 'post p5' WHERE id = 4`}, Changed, 4},
		"the reason":                {[]string{`UPDATE audit SET reason = '' WHERE id = 4`}, Changed, 4},
		"the board":                 {[]string{`UPDATE audit SET board = NULL WHERE id = 4`}, Changed, 4},
		"a letter goes over":        {[]string{`UPDATE audit SET act = 'post.remove', subject = 'dpost p4' WHERE id = 4`}, Changed, 4},
		"the first":                 {[]string{`UPDATE audit SET reason = 'harm' WHERE id = 1`}, Changed, 1},
		"the last":                  {[]string{`UPDATE audit SET reason = 'unkind' WHERE id = 9`}, Changed, 9},
		"its hash":                  {[]string{`UPDATE audit_link SET hash = (SELECT o.hash FROM audit_link o WHERE o.n = 3) WHERE n = 4`}, Changed, 4},
		"removed":                   {[]string{`DELETE FROM audit_link WHERE n = 4`, `DELETE FROM audit WHERE id = 4`}, Missing, 5},
		"removed, its link stays":   {[]string{`DELETE FROM audit WHERE id = 4`}, Missing, 5},
		"removed, the rest moved":   {[]string{`DELETE FROM audit_link WHERE n = 4`, `DELETE FROM audit WHERE id = 4`, `UPDATE audit_link SET n = -n WHERE n > 4`, `UPDATE audit_link SET n = -n - 1 WHERE n < 0`}, Changed, 5},
		"the first removed":         {[]string{`DELETE FROM audit_link WHERE n = 1`, `DELETE FROM audit WHERE id = 1`}, Missing, 2},
		"the last removed":          {[]string{`DELETE FROM audit_link WHERE n = 9`, `DELETE FROM audit WHERE id = 9`}, Miscount, 0},
		"the last's link stays":     {[]string{`DELETE FROM audit WHERE id = 9`}, Cut, 0},
		"all removed, links stay":   {[]string{`DELETE FROM audit`}, Cut, 0},
		"its link removed":          {[]string{`DELETE FROM audit_link WHERE n = 4`}, Unlinked, 4},
		"two change places":         {[]string{`UPDATE audit SET id = 99 WHERE id = 3`, `UPDATE audit SET id = 3 WHERE id = 6`, `UPDATE audit SET id = 6 WHERE id = 99`}, Changed, 3},
		"two and their links":       {[]string{`UPDATE audit SET id = 99 WHERE id = 3`, `UPDATE audit SET id = 3 WHERE id = 6`, `UPDATE audit SET id = 6 WHERE id = 99`, `UPDATE audit_link SET entry = 99 WHERE n = 3`, `UPDATE audit_link SET entry = 3 WHERE n = 6`, `UPDATE audit_link SET entry = 6 WHERE n = 3`}, Missing, 3},
		"one more":                  {[]string{`INSERT INTO audit (id, at, actor, act, subject, reason) VALUES (10, 0, 7, 'post.removed', '', '')`}, Unlinked, 10},
		"one more, before all":      {[]string{`INSERT INTO audit (id, at, actor, act, subject, reason) VALUES (-5, 0, 7, 'post.removed', '', '')`}, Unlinked, -5},
		"one more, with a link":     {[]string{`INSERT INTO audit (id, at, actor, act, subject, reason) VALUES (10, 0, 7, 'post.removed', '', '')`, `INSERT INTO audit_link (n, entry, hash) SELECT 10, 10, hash FROM audit_link WHERE n = 9`}, Changed, 10},
		"one more, in between":      {[]string{`UPDATE audit SET id = 20 WHERE id = 9`, `UPDATE audit_link SET entry = 20 WHERE n = 9`, `INSERT INTO audit (id, at, actor, act, subject, reason) VALUES (9, 0, 7, 'post.removed', '', '')`}, Unlinked, 9},
		"the numbers everyone sees": {[]string{`UPDATE audit_count SET n = n - 1`}, Miscount, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d, in := broken(t, 9)
			whole := verify(t, d, Hash{})
			if whole.Broken != nil || whole.Newest.N != 9 {
				t.Fatalf("it was broken before: %+v", whole)
			}
			in.does(test.does...)
			got := verify(t, d, whole.Newest.Hash)
			if got.Broken == nil || got.Broken.Kind != test.kind || got.Broken.Entry.ID != test.at {
				t.Fatalf("%+v, want %s at %d", got.Broken, test.kind, test.at)
			}
			if got.Newest != got.Broken.After || test.at > 1 && got.Newest.Entry >= test.at {
				t.Errorf("it holds until %+v", got.Newest)
			}
			if got.Noted != nil && got.Newest != whole.Newest {
				t.Errorf("the hash noted before still stands at %+v", got.Noted)
			}
		})
	}
}

// What the record alone cannot tell, a hash that was noted before does: the last
// entries removed with all that counted them, or the whole chain made anew.
func TestAgainstANotedHash(t *testing.T) {
	cut := []string{`DELETE FROM audit_link WHERE n > 7`, `DELETE FROM audit WHERE id > 7`, `UPDATE audit_count SET n = n - 2`}
	anew := []string{`UPDATE audit SET reason = 'harm' WHERE id = 4`, `DELETE FROM audit_link`, `DELETE FROM audit_count`}
	empty := []string{`DELETE FROM audit_link`, `DELETE FROM audit`, `DELETE FROM audit_count`}
	for name, does := range map[string][]string{"the last two removed": cut, "made anew": anew, "all removed": empty} {
		t.Run(name, func(t *testing.T) {
			d, in := broken(t, 9)
			noted := verify(t, d, Hash{}).Newest.Hash
			if got := verify(t, d, noted); got.Noted == nil || got.Noted.N != 9 {
				t.Fatalf("it is not there: %+v", got)
			}
			in.does(does...)
			if err := Chain(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			if got := verify(t, d, noted); got.Broken != nil || got.Noted != nil {
				t.Errorf("%+v", got)
			}
		})
	}
	d, _ := broken(t, 3)
	noted := verify(t, d, Hash{}).Newest.Hash
	write(t, d, 4)
	if got := verify(t, d, noted); got.Noted == nil || got.Noted.N != 3 || got.Newest.N != 7 {
		t.Errorf("an earlier hash: %+v", got)
	}
}

// What was written before there was a chain is linked once, at a start; what comes
// to stand there later in any other way is not.
func TestOldEntriesAreLinkedOnce(t *testing.T) {
	d, in := broken(t, 2*atOnce+10)
	before := verify(t, d, Hash{})
	counts, err := Counts(t.Context(), d, 0)
	if err != nil || len(counts) == 0 {
		t.Fatal(counts, err)
	}
	in.does(`DELETE FROM audit_link`, `DELETE FROM audit_count`)
	for range 2 {
		if err := Chain(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if after := verify(t, d, Hash{}); after.Newest != before.Newest || after.Broken != nil {
		t.Errorf("%+v, want %+v", after, before)
	}
	if again, err := Counts(t.Context(), d, 0); err != nil || fmt.Sprint(again) != fmt.Sprint(counts) {
		t.Errorf("%v, want %v, %v", again, counts, err)
	}
	in.does(`INSERT INTO audit (id, at, actor, act, subject, reason) VALUES (99999, 0, 7, 'post.removed', '', '')`)
	if err := Chain(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if got := verify(t, d, Hash{}); got.Broken == nil || got.Broken.Kind != Unlinked {
		t.Errorf("%+v", got)
	}
}

// Many who write at once make one chain, and those who failed leave no hole in it.
func TestOneChain(t *testing.T) {
	d := house(t)
	const writers, each = 8, 25
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := range each {
				err := d.Tx(t.Context(), func(tx *db.Tx) error {
					if err := Record(t.Context(), tx, someEntry(w*each+i)); err != nil {
						return err
					}
					if i%5 == 4 {
						return errStop
					}
					return nil
				})
				if err != nil && i%5 != 4 {
					t.Error(err)
				}
			}
		})
	}
	reading := make(chan struct{})
	go func() {
		defer close(reading)
		for range 5 {
			if got := verify(t, d, Hash{}); got.Broken != nil {
				t.Errorf("while others write: %+v", got.Broken)
			}
		}
	}()
	all.Wait()
	<-reading
	if got := verify(t, d, Hash{}); got.Broken != nil || got.Newest.N != writers*each*4/5 {
		t.Errorf("%+v", got)
	}
}

func TestHashesInWords(t *testing.T) {
	l := Link{}.next(someEntry(0))
	if h, err := ParseHash(l.Hash.String()); err != nil || h != l.Hash {
		t.Errorf("%v, %v", h, err)
	}
	for _, s := range []string{"", "12", strings.Repeat("x", 64), strings.Repeat("1", 65)} {
		if _, err := ParseHash(s); err == nil {
			t.Errorf("%q is no hash", s)
		}
	}
}

// The way an entry is written for its hash stays as it is: a chain that was made
// years ago is followed by the program of today.
func TestTheHashStays(t *testing.T) {
	e := someEntry(3)
	e.ID = 4
	const want = "c01dcacc28b2b0cf6145515818493d15fe7f2110dfd5a43c08a5fb6c0642a3b7" // reckoned by another program
	if got := (Link{N: 3, Entry: 3, Hash: Hash{1, 2, 3}}).next(e); got.N != 4 || got.Entry != 4 || got.Hash.String() != want {
		t.Errorf("%+v", got)
	}
}
