package account_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/events"
	"github.com/kindword/kindword/pkg/fault"
)

func TestAnOperatorsLinkWorksOnce(t *testing.T) {
	h := newHouse(t)
	token, err := h.Accounts.NewOperatorLink(t.Context())
	h.ok(err)
	if ok, err := h.Accounts.OperatorLinkStands(t.Context(), token); err != nil || !ok {
		t.Errorf("%v, %v", ok, err)
	}
	j := h.joining("Fern Ladder")
	j.OperatorLink = token
	o, err := h.Accounts.Join(t.Context(), j)
	h.ok(err)
	if v := h.viewer(o.Token); v.Role != account.Operator || !v.NeedsSecondFactor() || v.Operates() {
		t.Errorf("%+v", v)
	}
	h.app(o.Account)
	if !h.viewer(o.Token).Operates() {
		t.Error("with an app they still may not")
	}
	if ok, err := h.Accounts.OperatorLinkStands(t.Context(), token); err != nil || ok {
		t.Errorf("%v, %v", ok, err)
	}
	j = h.joining("Spare Key")
	j.OperatorLink = token
	_, err = h.Accounts.Join(t.Context(), j)
	h.refused(err, "fault.link_used")
	h.ok(h.Accounts.CheckName(t.Context(), h.d, "Spare Key")) // nothing of that joining stayed
}

func TestAMemberTakesAnOperatorsLink(t *testing.T) {
	h := newHouse(t)
	token, err := h.Accounts.NewOperatorLink(t.Context())
	h.ok(err)
	o, other := h.Opened(t, h.Ann), h.Opened(t, h.Ann)
	_, err = h.Accounts.TakeOperatorLink(t.Context(), account.Account{}, token)
	h.refused(err, "fault.sign_in")
	fresh, err := h.Accounts.TakeOperatorLink(t.Context(), o.Account, token)
	h.ok(err)
	if !h.viewer(o.Token).Guest() || !h.viewer(other.Token).Guest() || h.viewer(fresh.Token).Role != account.Operator {
		t.Error("not one session, an operator's")
	}
	_, err = h.Accounts.TakeOperatorLink(t.Context(), h.Opened(t, h.Ben).Account, token)
	h.refused(err, "fault.link_used")
	old, err := h.Accounts.NewOperatorLink(t.Context())
	h.ok(err)
	h.clock.pass(25 * time.Hour)
	_, err = h.Accounts.TakeOperatorLink(t.Context(), h.Opened(t, h.Ben).Account, old)
	h.refused(err, "fault.link_used")
}

// TestALinkIsTakenOnce though many take it at the same moment.
func TestALinkIsTakenOnce(t *testing.T) {
	h := newHouse(t)
	token, err := h.Accounts.NewOperatorLink(t.Context())
	h.ok(err)
	var took sync.Map
	var crowd sync.WaitGroup
	for i := range 8 {
		who := h.Opened(t, h.Settle(t, h.d, account.Settler{Name: "Lamp " + letters(i)})).Account
		crowd.Go(func() {
			if _, err := h.Accounts.TakeOperatorLink(t.Context(), who, token); err == nil {
				took.Store(who.ID, true)
			} else if !fault.Is(err, fault.Gone) {
				t.Error(err)
			}
		})
	}
	crowd.Wait()
	n := 0
	took.Range(func(any, any) bool { n++; return true })
	if n != 1 {
		t.Errorf("%d people took one link", n)
	}
}

func TestOnlyOperatorsGiveRoles(t *testing.T) {
	h := newHouse(t)
	bare := h.Ola
	bare.SecondFactor = false
	for _, by := range []account.Account{{}, h.Ann, h.Mo, bare} {
		h.refused(h.Accounts.SetRole(t.Context(), by, h.Ann.Name.PID, account.Operator), "fault.operators_only")
	}
	h.refused(h.Accounts.SetRole(t.Context(), h.Ola, h.Ann.Name.PID, "queen"), "fault.role_unknown")
	h.refused(h.Accounts.SetRole(t.Context(), h.Ola, "nobody", account.Moderator), "fault.not_here")
	lamp := h.newName(h.Ann, 7, "Corner Lamp")
	h.refused(h.Accounts.SetRole(t.Context(), h.Ola, lamp.PID, account.Moderator), "fault.not_here") // it would unmask her
}

// TestARoleIsToldAndWrittenDown in the transaction of the change itself.
func TestARoleIsToldAndWrittenDown(t *testing.T) {
	var log []string
	broken := errors.New("the log is full")
	var fail error
	h := newHouse(t, account.WithLog(func(_ context.Context, _ *db.Tx, by account.Account, act, subject string) error {
		log = append(log, by.Name.Shown+" "+act+" "+subject)
		return fail
	}))
	var told []account.RoleChanged
	events.On(h.Queue, "test.role", func(_ context.Context, c account.RoleChanged) error {
		told = append(told, c)
		return nil
	})
	h.ok(h.Accounts.SetRole(t.Context(), h.Ola, h.Ann.Name.PID, account.Moderator, 5, 3, 5))
	h.work()
	if want := []string{"Ola Ladder role.moderator name " + h.Ann.Name.PID}; !slices.Equal(log, want) {
		t.Errorf("%q", log)
	}
	if want := []account.RoleChanged{{Name: h.Ann.Name.ID, Was: account.Member, Is: account.Moderator}}; !slices.Equal(told, want) {
		t.Errorf("%+v", told)
	}
	ann := h.Opened(t, h.Ann).Account
	slices.Sort(ann.Boards)
	if ann.Role != account.Moderator || !slices.Equal(ann.Boards, []int64{3, 5}) || ann.Name.Role != account.Moderator || ann.Name.Version <= h.Ann.Name.Version {
		t.Errorf("%+v", ann)
	}
	fail = broken
	if err := h.Accounts.SetRole(t.Context(), h.Ola, h.Ann.Name.PID, account.Member); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if ann := h.Opened(t, h.Ann).Account; ann.Role != account.Moderator {
		t.Error("an act without its entry")
	}
}

func TestThereIsNoDefaultAccount(t *testing.T) {
	h := newHouse(t)
	h.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `UPDATE account SET role = 'member' WHERE role = 'operator'`)
		return err
	})
	if has, err := h.Accounts.HasOperator(t.Context()); err != nil || has {
		t.Errorf("%v, %v", has, err)
	}
}

func TestAgreementsHaveVersions(t *testing.T) {
	h := newHouse(t)
	ann := h.Opened(t, h.Ann)
	if h.Accounts.NeedsToAccept(ann.Account) {
		t.Error("there is nothing to accept")
	}
	first, err := h.Accounts.WriteAgreement(t.Context(), "Be kind.")
	h.ok(err)
	if got := h.Accounts.Agreement(); got != first || got.Version != 1 || got.Words != "Be kind." {
		t.Errorf("%+v", got)
	}
	if !h.Accounts.NeedsToAccept(h.viewer(ann.Token)) || h.Accounts.NeedsToAccept(account.Account{}) {
		t.Error("who needs to accept")
	}
	h.ok(h.Accounts.Accept(t.Context(), ann.Account, 1))
	h.ok(h.Accounts.Accept(t.Context(), ann.Account, 1))
	if h.Accounts.NeedsToAccept(h.viewer(ann.Token)) {
		t.Error("she accepted")
	}
	_, err = h.Accounts.SetAgreement(t.Context(), h.Mo, 1, "Be kinder.")
	h.refused(err, "fault.operators_only")
	_, err = h.Accounts.SetAgreement(t.Context(), h.Ola, 1, "")
	h.refused(err, "fault.agreements_empty")
	_, err = h.Accounts.SetAgreement(t.Context(), h.Ola, 0, "Be kinder.")
	h.refused(err, "fault.agreements_changed")
	second, err := h.Accounts.SetAgreement(t.Context(), h.Ola, 1, "Be kinder.")
	h.ok(err)
	if second.Version != 2 || !h.Accounts.NeedsToAccept(h.viewer(ann.Token)) {
		t.Errorf("%+v", second)
	}
	h.refused(h.Accounts.Accept(t.Context(), ann.Account, 1), "fault.agreements")
	_, err = h.Accounts.Join(t.Context(), func() account.Joining { j := h.joining("Quiet Heron"); j.Agreed = 1; return j }())
	h.refused(err, "fault.agreements")
	restarted, err := account.Open(t.Context(), h.d, h.Queue, h.Keys, h.clock.Now)
	h.ok(err)
	if restarted.Agreement() != second {
		t.Errorf("%+v", restarted.Agreement())
	}
}
