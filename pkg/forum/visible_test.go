package forum

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// set changes a column of a thread by hand.
func (v *village) set(t Thread, assignment string) {
	v.t.Helper()
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(v.t.Context(), `UPDATE thread SET `+assignment+` WHERE id = $1`, t.ID)
		return err
	})
}

// TestWhoSeesWhat compares every way to reach a thread with a rule written by hand.
func TestWhoSeesWhat(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board, elsewhere := v.board("chemo", Public), v.board("elsewhere", Public)
	moe := v.settle("moe", account.Moderator) // of another board
	moe.Boards = []int64{int64(elsewhere)}
	lax := v.settle("lax", account.Moderator) // without a second factor
	lax.SecondFactor = false
	people := map[string]account.Account{"guest": guest, "ann": v.ann, "ben": v.ben, "mo": v.mo, "moe": moe, "lax": lax, "ola": v.ola}

	threads := map[string]Thread{}
	for _, what := range []string{"public", "members", "removed", "removed members", "merged"} {
		form := NewThread{}
		if what == "members" || what == "removed members" {
			form.Audience = Members
		}
		threads[what] = v.open(board, v.ann, form)
	}
	v.set(threads["removed"], `removed_at = 1`)
	v.set(threads["removed members"], `removed_at = 1`)
	v.set(threads["merged"], fmt.Sprintf(`merged_into = %d`, threads["members"].ID))

	listed := func(who, what string) bool {
		return what == "public" || what == "members" && who != "guest"
	}
	sees := func(who, what string) bool {
		if what == "removed" || what == "removed members" {
			return who == "mo" || who == "ola"
		}
		return listed(who, what)
	}
	for who, by := range people {
		for what, thread := range threads {
			kind := fault.NotFound
			switch {
			case sees(who, what) || what == "merged" && who != "guest":
				kind = fault.Internal
			case who == "ann" && what != "merged":
				kind = fault.Gone // she opened it, and may know
			}
			told := who + " asks for the " + what + " thread"
			found, err := v.Thread(ctx, by, thread.PID)
			want(t, told, err, kind)
			if what == "merged" && err == nil && found.ID != threads["members"].ID {
				t.Errorf("%s: got %v", told, found)
			}
			if what == "merged" {
				kind = fault.NotFound // its posts would be in the other thread
			}
			opening := v.opening(thread)
			_, _, err = v.Post(ctx, by, opening.PID)
			want(t, told+"'s post", err, kind)
			_, err = v.Place(ctx, by, opening.PID)
			want(t, told+"'s place", err, kind)
			_, err = v.Quote(ctx, by, opening.PID, "")
			want(t, told+" to quote it", err, kind)
			if _, err = v.Revisions(ctx, by, opening.PID); err == nil && kind != fault.Internal {
				t.Errorf("%s: revisions", told)
			}
			if _, err = v.Reply(ctx, by, opening.PID, NewReply{Words: "a"}); kind == fault.NotFound {
				want(t, told+" to answer", err, kind)
			}
			if card, ok := v.Version(thread.PID); ok && SeesCard(by, card) != listed(who, what) {
				t.Errorf("%s: the card says %t", told, SeesCard(by, card))
			}
			if got := Sees(by, v.findThread(thread.ID)); got != sees(who, what) {
				t.Errorf("%s: Sees says %t", told, got)
			}
		}
		count := 1
		if who != "guest" {
			count = 2
		}
		for _, order := range []ListOrder{ByLatest, ByNewest} {
			if n := len(must(v.Threads(ctx, by, board, order, ""))(t).Threads); n != count {
				t.Errorf("%s: the board lists %d threads, %s", who, n, order)
			}
			for what, thread := range threads {
				page := must(v.Threads(ctx, by, board, order, thread.PID))(t)
				if begins := page.Threads[0].ID == thread.ID; begins && !listed(who, what) {
					t.Errorf("%s: a page begins with the %s thread", who, what)
				}
			}
		}
	}
}

func TestWhatMayNotBeSeenIsMissing(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	secret, removed := v.open(board, v.ann, NewThread{Audience: Members}), v.open(board, v.ann, NewThread{})
	v.set(removed, `removed_at = 1`)
	missing := "0123456789abc"
	for _, c := range []struct {
		by     account.Account
		hidden Thread
	}{{guest, secret}, {guest, removed}, {v.ben, removed}} {
		for name, ask := range map[string]func(thread, post string) error{
			"thread":    func(thread, _ string) error { _, err := v.Thread(ctx, c.by, thread); return err },
			"post":      func(_, post string) error { _, _, err := v.Post(ctx, c.by, post); return err },
			"place":     func(_, post string) error { _, err := v.Place(ctx, c.by, post); return err },
			"revisions": func(_, post string) error { _, err := v.Revisions(ctx, c.by, post); return err },
			"writing":   func(_, post string) error { _, _, err := v.Writing(ctx, c.by, post); return err },
			"reply":     func(_, post string) error { _, err := v.Reply(ctx, c.by, post, NewReply{Words: "a"}); return err },
			"edit":      func(_, post string) error { _, err := v.Edit(ctx, c.by, post, Change{Words: "a"}); return err },
			"take back": func(_, post string) error { return v.TakeBack(ctx, c.by, post) },
			"put back":  func(_, post string) error { return v.PutBack(ctx, c.by, post) },
			"erase":     func(_, post string) error { return v.EraseEarlier(ctx, c.by, post) },
			"quote":     func(_, post string) error { _, err := v.Quote(ctx, c.by, post, ""); return err },
		} {
			var hidden, none error
			post := v.opening(c.hidden).PID
			a := dbtest.Statements(v.db, func() { hidden = ask(c.hidden.PID, post) })
			b := dbtest.Statements(v.db, func() { none = ask(missing, missing) })
			if !reflect.DeepEqual(hidden, none) || fault.Of(hidden).Key != "fault.not_here" {
				t.Errorf("%s: hidden says %v, missing %v", name, hidden, none)
			}
			if !slices.Equal(a, b) {
				t.Errorf("%s: hidden asks %q, missing %q", name, a, b)
			}
		}
	}
}

func TestAPageOfAName(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	board := v.board("chemo", Public)
	open, secret := v.open(board, v.ann, NewThread{Name: "Quiet Heron"}), v.open(board, v.ann, NewThread{Name: "Copper Kettle", Audience: Members})
	for _, c := range []struct {
		what string
		by   account.Account
		pid  string
		kind fault.Kind
	}{
		{"a guest, ben", guest, v.ben.Name.PID, fault.Internal},
		{"a guest, a name of a public thread", guest, open.OpenedBy.PID, fault.Internal},
		{"a guest, a name among members", guest, secret.OpenedBy.PID, fault.NotFound},
		{"a member, a name among members", v.cat, secret.OpenedBy.PID, fault.Internal},
		{"a guest, nobody", guest, "nobody", fault.NotFound},
	} {
		n, err := v.Name(ctx, c.by, c.pid)
		want(t, c.what, err, c.kind)
		if err == nil && n.PID != c.pid {
			t.Errorf("%s: got %s", c.what, n.PID)
		}
	}
	v.set(secret, `removed_at = 1`)
	_, err := v.Name(ctx, v.cat, secret.OpenedBy.PID)
	want(t, "a name of a thread taken down", err, fault.NotFound)
}

// TestHiddenTakesAsLongAsMissing compares the times of what is hidden and what is
// missing, asked in turns, by Welch's t.
func TestHiddenTakesAsLongAsMissing(t *testing.T) {
	v := newVillage(t)
	ctx := context.WithoutCancel(t.Context())
	board := v.board("chemo", Public)
	var hidden []string
	for range 200 {
		hidden = append(hidden, v.open(board, v.ann, NewThread{Audience: Members}).PID)
	}
	took := func(pid string) float64 {
		start := time.Now()
		v.Thread(ctx, guest, pid)
		return float64(time.Since(start))
	}
	var worst float64
	for range 3 { // a machine that does other things now and then
		var a, b []float64
		for i := range 2200 {
			x, y := took(hidden[i%len(hidden)]), took(seal.PublicID())
			if i >= 200 {
				a, b = append(a, x), append(b, y)
			}
		}
		if worst = math.Abs(welch(a, b)); worst < 4.5 {
			return
		}
	}
	t.Errorf("hidden and missing can be told apart by time: t = %.1f", worst)
}

// welch returns Welch's t of two samples.
func welch(a, b []float64) float64 {
	mean := func(s []float64) (m, v float64) {
		for _, x := range s {
			m += x / float64(len(s))
		}
		for _, x := range s {
			v += (x - m) * (x - m) / float64(len(s)-1)
		}
		return m, v / float64(len(s))
	}
	ma, va := mean(a)
	mb, vb := mean(b)
	return (ma - mb) / math.Sqrt(va+vb)
}
