package moderation

import (
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
)

// What was noticed about somebody is for whoever is on duty, and for the operators
// while nobody is; others who look after the board see that there is a case.
func TestASignIsForThoseOnDuty(t *testing.T) {
	w := newOnCall(t)
	ctx := t.Context()
	WithDuty(w.rota.On)(w.Desk)
	w.opens(w.Ann, aPlan, "")
	w.steps()
	sees := func(when string, want map[string]bool) {
		t.Helper()
		for _, who := range []account.Account{w.Mo, w.May, w.Ola} {
			page := must(w.Desk.Queue(ctx, who, InCare, Filter{}, ""))(t)
			if len(page.Cases) != 1 {
				t.Fatalf("%s: %s has %d cases", when, who.Name.Shown, len(page.Cases))
			}
			whole := must(w.Case(ctx, who, page.Cases[0].PID))(t)
			for _, c := range []Case{page.Cases[0], whole.Case} {
				if got := c.Sign == care.Plan; got != want[who.Name.Shown] || c.Urgent() != got || c.Veiled == got || (c.Harm == harmUrgent) != got || c.CalledAt.IsZero() == got {
					t.Errorf("%s: %s: %+v", when, who.Name.Shown, c)
				}
			}
			if whole.Post.Source != aPlan || len(whole.Verdicts) == 0 {
				t.Errorf("%s: %s cannot look after them", when, who.Name.Shown)
			}
		}
	}
	mo, may, ola := w.Mo.Name.Shown, w.May.Name.Shown, w.Ola.Name.Shown
	sees("nobody is on duty", map[string]bool{ola: true})
	w.shift(w.Mo, 0, 2*time.Hour)
	sees("mo is on duty", map[string]bool{mo: true})
	w.shift(w.May, time.Hour, 4*time.Hour)
	sees("may comes later", map[string]bool{mo: true})
	w.pass(3 * time.Hour)
	sees("may is on duty", map[string]bool{may: true})
	w.shift(w.Ola, 0, time.Hour)
	sees("ola is on duty too", map[string]bool{may: true, ola: true})
}
