package account_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

func TestLeaving(t *testing.T) {
	for _, c := range []struct {
		choice account.Choice
		state  account.State
		shown  string
		about  string
	}{
		{account.RemoveWords, account.Former, "", ""},
		{account.KeepWords, account.Former, "", ""},
		{account.KeepName, account.Gone, "Quiet Heron", "I read more than I write."},
	} {
		t.Run(string(c.choice), func(t *testing.T) {
			h := newHouse(t)
			o, j := h.join("Quiet Heron")
			who := h.viewer(o.Token)
			h.ok(h.Accounts.SetAbout(t.Context(), who, "I read more than I write."))
			h.app(who)
			h.ok(h.Accounts.Unsee(t.Context(), who, h.Ben.Name.ID))
			lamp := h.newName(who, 7, "Corner Lamp")
			fan := h.newName(who, 8, "Paper Fan")
			h.ok(h.Accounts.Leave(t.Context(), who, c.choice))

			h.clock.pass(23 * time.Hour)
			h.work()
			if v := h.viewer(o.Token); v.Leaving != c.choice || v.LeavingDay == 0 {
				t.Fatalf("before the day is over: %+v", v)
			}
			h.clock.pass(2 * time.Hour)
			h.work()
			if !h.viewer(o.Token).Guest() || h.count(`SELECT COUNT(*) FROM account WHERE id = $1`, who.ID) != 0 {
				t.Fatal("still there")
			}
			for _, table := range []string{"session", "passkey", "known_browser", "agreed", "account_board", "pass"} {
				if n := h.count(`SELECT COUNT(*) FROM `+table+` WHERE account = $1`, who.ID); n != 0 {
					t.Errorf("%d rows in %s", n, table)
				}
			}
			if n := h.count(`SELECT COUNT(*) FROM unseen_name`); n != 0 {
				t.Errorf("%d names unseen by nobody", n)
			}
			own, err := account.FindNameID(t.Context(), h.d, who.Name.ID)
			h.ok(err)
			if own.State != c.state || own.Shown != c.shown || own.About != c.about || own.Version <= who.Name.Version {
				t.Errorf("their name is %+v", own)
			}
			if !slices.Equal(*h.left, []account.Left{{Name: who.Name.ID, Choice: c.choice}}) {
				t.Errorf("told: %+v", *h.left) // one name alone, so far
			}
			h.clock.pass(account.Scatter)
			h.work()
			for _, n := range []account.Name{lamp, fan} {
				gone, err := account.FindNameID(t.Context(), h.d, n.ID)
				h.ok(err)
				if gone.State != c.state || (gone.Shown == "") != (c.shown == "") {
					t.Errorf("%+v", gone)
				}
				if !slices.Contains(*h.left, account.Left{Name: n.ID, Choice: c.choice}) {
					t.Errorf("nobody was told of %+v", n)
				}
				if of, err := h.Accounts.OwnerOf(t.Context(), h.d, n.ID); err != nil || of != 0 {
					t.Errorf("owner %d, %v", of, err)
				}
			}
			if n := h.count(`SELECT COUNT(*) FROM name WHERE slot IS NOT NULL OR place IS NOT NULL OR sealed IS NOT NULL`); n != 0 {
				t.Errorf("%d names are still tied", n)
			}
			_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase})
			h.refused(err, "fault.sign_in_wrong")
			for _, name := range []string{"Quiet Heron", "Corner Lamp", "Paper Fan"} {
				h.refused(h.Accounts.CheckName(t.Context(), h.d, name), "fault.name_taken") // never given out again
			}
		})
	}
}

func TestSomebodyStaysAfterAll(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Ann)
	h.ok(h.Accounts.Leave(t.Context(), o.Account, account.RemoveWords))
	h.clock.pass(10 * time.Hour)
	h.ok(h.Accounts.StayAfterAll(t.Context(), h.viewer(o.Token)))
	again, err := h.Accounts.OpenFor(t.Context(), h.Ann.ID, account.OwnDevice)
	h.ok(err)
	h.ok(h.Accounts.Leave(t.Context(), again.Account, account.KeepName)) // and leaves once more, later
	h.clock.pass(15 * time.Hour)                                         // the first day is over, the second is not
	h.work()
	if v := h.viewer(o.Token); v.Guest() || v.Leaving != account.KeepName {
		t.Errorf("the first asking took her: %+v", v)
	}
	h.clock.pass(10 * time.Hour)
	h.work()
	if !h.viewer(o.Token).Guest() {
		t.Error("the second did not")
	}
	if !slices.Equal(*h.left, []account.Left{{Name: h.Ann.Name.ID, Choice: account.KeepName}}) {
		t.Errorf("%+v", *h.left)
	}
}

// TestToldTwice: every job is done again, and nothing more comes of it.
func TestToldTwice(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Ann)
	h.newName(h.Ann, 7, "Corner Lamp")
	h.ok(h.Accounts.Leave(t.Context(), o.Account, account.KeepWords))
	for range 2 { // the day to think, then the scatter
		before := h.jobs()
		h.clock.pass(73 * time.Hour)
		h.work()
		told := len(*h.left)
		h.again(before)
		h.work()
		if len(*h.left) != told {
			t.Errorf("told again: %+v", *h.left)
		}
	}
	if len(*h.left) != 2 {
		t.Errorf("%+v", *h.left)
	}
}

// TestNamesLeaveApart: each of a person's names follows at a moment of its own, and
// the jobs that wait say of none whose it is.
func TestNamesLeaveApart(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Ann)
	var names []account.Name
	for i := range 20 {
		names = append(names, h.newName(h.Ann, int64(i+1), "Lamp "+letters(i)))
	}
	h.ok(h.Accounts.Leave(t.Context(), o.Account, account.RemoveWords))
	h.clock.pass(account.ThinkAgain)
	ended := h.clock.Now()
	h.work()
	due := map[int64]bool{}
	for _, j := range h.jobs() {
		due[j.due] = true
		at := time.UnixMilli(j.due)
		if at.Before(ended) || at.After(ended.Add(account.Scatter)) {
			t.Errorf("due at %v", at)
		}
		for _, n := range names {
			if bytes.Contains(j.event, []byte(n.PID)) || bytes.Contains(j.event, []byte(n.Shown)) || bytes.Contains(j.event, []byte("Name")) {
				t.Error("a job says whose name it takes")
			}
		}
	}
	if len(due) != len(names) {
		t.Errorf("%d moments for %d names", len(due), len(names))
	}
}

func TestSomebodyHasToRunTheSite(t *testing.T) {
	h := newHouse(t)
	o := h.Opened(t, h.Ola)
	h.refused(h.Accounts.Leave(t.Context(), o.Account, account.KeepName), "fault.last_operator")
	h.refused(h.Accounts.SetRole(t.Context(), h.Ola, h.Ola.Name.PID, account.Member), "fault.last_operator")
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, h.Mo.Name.PID, account.Operator))
	o = h.Opened(t, h.Ola)
	h.ok(h.Accounts.Leave(t.Context(), o.Account, account.KeepName))
	h.refused(h.Accounts.Leave(t.Context(), h.Opened(t, h.Ben).Account, "some other way"), "fault.leave_choice")
}

type job struct {
	id, due int64
	who     string
	event   []byte
}

func (h *house) jobs() []job {
	h.t.Helper()
	all, err := db.All(h.t.Context(), h.d, func(r db.Row) (j job, err error) {
		err = r.Scan(&j.id, &j.due, &j.who, &j.event)
		return j, err
	}, `SELECT id, due_at, who, event FROM job`)
	h.ok(err)
	return all
}

// again puts jobs that were done back, as a crash after doing them does.
func (h *house) again(jobs []job) {
	h.t.Helper()
	h.tx(func(tx *db.Tx) error {
		for _, j := range jobs {
			if _, err := tx.Exec(h.t.Context(), `INSERT INTO job (id, who, event, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`, j.id, j.who, j.event, j.due); err != nil {
				return err
			}
		}
		return nil
	})
}
