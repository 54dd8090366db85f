package account_test

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// newName takes a name for one thread.
func (h *house) newName(by account.Account, thread int64, shown string) account.Name {
	h.t.Helper()
	var n account.Name
	h.tx(func(tx *db.Tx) (err error) {
		n, err = h.Accounts.NewNameIn(h.t.Context(), tx, by, thread, shown)
		return err
	})
	return n
}

func (h *house) nameIn(by account.Account, thread int64) account.Name {
	h.t.Helper()
	n, err := h.Accounts.NameIn(h.t.Context(), h.d, by, thread)
	h.ok(err)
	return n
}

func TestANameForOneThread(t *testing.T) {
	h := newHouse(t)
	if n := h.nameIn(h.Ann, 7); n.ID != h.Ann.Name.ID {
		t.Errorf("in a thread where she took no name she is %+v", n)
	}
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	if lamp.ID == h.Ann.Name.ID || lamp.Role != "" || !lamp.OneThread() || !lamp.FirstTimer() {
		t.Errorf("%+v", lamp)
	}
	if n := h.nameIn(h.Ann, 7); n != lamp {
		t.Errorf("%+v, want %+v", n, lamp)
	}
	if n := h.nameIn(h.Ann, 8); n.ID != h.Ann.Name.ID {
		t.Errorf("elsewhere she is %+v", n)
	}
	if n := h.nameIn(h.Ben, 7); n.ID != h.Ben.Name.ID {
		t.Errorf("ben is %+v", n)
	}
	if n := h.nameIn(account.Account{}, 7); n.ID != 0 {
		t.Errorf("a guest is %+v", n)
	}
	names, err := h.Accounts.NamesOf(t.Context(), h.d, h.Ann.ID)
	h.ok(err)
	if len(names) != 2 || names[0].ID != h.Ann.Name.ID || names[1] != lamp {
		t.Errorf("%+v", names)
	}
	if of, err := h.Accounts.OwnerOf(t.Context(), h.d, lamp.ID); err != nil || of != h.Ann.ID {
		t.Errorf("owner %d, %v", of, err)
	}
}

func TestANameForOneThreadIsCheckedAndUsedUp(t *testing.T) {
	h := newHouse(t)
	h.newName(h.Ann, 7, "Corner Lamp")
	for _, c := range []struct {
		by     account.Account
		thread int64
		shown  string
		want   string
	}{
		{h.Ann, 7, "Paper Fan", "fault.name_in_thread"},
		{h.Ben, 7, "corner lamp", "fault.name_taken"},
		{h.Ben, 8, "Comer Lamp", "fault.name_taken"},
		{h.Ann, 8, "Ann Teapot", "fault.name_taken"}, // not even her own
		{h.Ann, 8, "Nurse Ann", "fault.name_profession"},
		{account.Account{}, 8, "Paper Fan", "fault.sign_in"},
	} {
		err := h.d.Tx(t.Context(), func(tx *db.Tx) error {
			_, err := h.Accounts.NewNameIn(t.Context(), tx, c.by, c.thread, c.shown)
			return err
		})
		h.refused(err, c.want)
	}
	j := h.joining("Corner Lamp")
	_, err := h.Accounts.Join(t.Context(), j)
	h.refused(err, "fault.name_taken")
}

func TestMoreNamesThanOneBatch(t *testing.T) {
	h := newHouse(t)
	for i := range 70 {
		h.newName(h.Ann, int64(i+1), fmt.Sprintf("Lamp %s", letters(i)))
		if i%10 == 0 {
			h.newName(h.Ben, int64(i+1), fmt.Sprintf("Fan %s", letters(i)))
		}
	}
	names, err := h.Accounts.NamesOf(t.Context(), h.d, h.Ann.ID)
	h.ok(err)
	if len(names) != 71 {
		t.Errorf("%d names", len(names))
	}
}

// letters writes a number in letters that no two numbers share.
func letters(i int) string {
	return strings.NewReplacer("0", "ku", "1", "ta", "2", "ne", "3", "po", "4", "wi", "5", "du", "6", "ro", "7", "fy", "8", "ca", "9", "me").Replace(strconv.Itoa(i))
}

// TestNoSignInByANameForOneThread: it would tell that the two are one.
func TestNoSignInByANameForOneThread(t *testing.T) {
	h := newHouse(t)
	o, j := h.join("Quiet Heron")
	h.newName(h.viewer(o.Token), 7, "Corner Lamp")
	_, err := h.Accounts.SignIn(t.Context(), account.Coming{Name: "Corner Lamp", Passphrase: j.Passphrase})
	h.refused(err, "fault.sign_in_wrong")
}

// TestWhatTheRowOfAThreadNameTells: its sealed column is as long for everybody,
// opens for its own row alone, and nothing of it is in the clear.
func TestWhatTheRowOfAThreadNameTells(t *testing.T) {
	h := newHouse(t)
	for i := range 40 {
		h.newName(h.Ann, int64(i+1), "Lamp "+letters(i))
	}
	type row struct {
		pid          string
		sealed, slot []byte
	}
	rows, err := db.All(t.Context(), h.d, func(r db.Row) (x row, err error) {
		err = r.Scan(&x.pid, &x.sealed, &x.slot)
		return x, err
	}, `SELECT pid, sealed, slot FROM name WHERE thread IS NOT NULL`)
	h.ok(err)
	for i, x := range rows {
		if len(x.sealed) != len(rows[0].sealed) {
			t.Error("the length tells how many names there are")
		}
		if of, ok := account.OpenOwner(h.Keys, x.pid, x.sealed); !ok || of != h.Ann.ID {
			t.Errorf("opens as %d", of)
		}
		if _, ok := account.OpenOwner(h.Keys, rows[(i+1)%len(rows)].pid, x.sealed); ok {
			t.Error("opens in another row")
		}
		if bytes.Contains(x.sealed, strconv.AppendInt(nil, int64(h.Ann.ID), 10)) {
			t.Error("the account is in the clear")
		}
	}
	if n := h.count(`SELECT COUNT(*) FROM name WHERE thread IS NOT NULL AND account IS NOT NULL`); n != 0 {
		t.Errorf("%d names for one thread have an account in the open", n)
	}
}

// TestTakingANameTouchesNoRowOfTheAccount: what changed together would tell.
func TestTakingANameTouchesNoRowOfTheAccount(t *testing.T) {
	h := newHouse(t)
	snapshot := func() string {
		rows, err := db.All(t.Context(), h.d, func(r db.Row) (s string, err error) {
			var id, last, days, read int64
			err = r.Scan(&id, &last, &days, &read)
			return fmt.Sprint(id, last, days, read), err
		}, `SELECT id, last_day, days_here, posts_read FROM account ORDER BY id`)
		h.ok(err)
		return strings.Join(rows, "\n") + fmt.Sprint(h.count(`SELECT COUNT(*) FROM session`), h.count(`SELECT SUM(posts) FROM name WHERE account IS NOT NULL`))
	}
	before := snapshot()
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	h.tx(func(tx *db.Tx) error { return account.CountPost(t.Context(), tx, lamp.ID, 3) })
	if after := snapshot(); after != before {
		t.Errorf("%s\nbecame\n%s", before, after)
	}
	if n := h.nameIn(h.Ann, 7); n.Posts != 3 || n.FirstTimer() {
		t.Errorf("%+v", n)
	}
}

func TestPatches(t *testing.T) {
	seen := map[string]int{}
	for i := range 4800 {
		n := account.Name{PID: fmt.Sprint("name", i)}
		if n.Patch() != n.Patch() {
			t.Fatal("it changes")
		}
		seen[n.Patch()]++
	}
	if len(seen) != 48 {
		t.Errorf("%d patches of 8 patterns and 6 cloths", len(seen))
	}
	for patch, n := range seen {
		if n < 50 || n > 200 {
			t.Errorf("%s: %d of 4800", patch, n)
		}
		if pattern, cloth, ok := strings.Cut(patch, " "); !ok || !strings.HasPrefix(pattern, "q-") || cloth == "" {
			t.Errorf("%q", patch)
		}
	}
}
