package account_test

import (
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	kept "github.com/kindword/kindword/pkg/site"
)

func TestJoiningInAStorm(t *testing.T) {
	var storm kept.Storm
	h := newHouse(t, account.WithStorm(func() kept.Storm { return storm }))
	storm = kept.Storm{Joining: kept.JoiningPaused, JoiningUntil: h.clock.Now().Add(time.Hour)}
	_, err := h.Accounts.Join(t.Context(), h.joining("Quiet Heron"))
	h.refused(err, "fault.joining_paused")

	storm.Joining = kept.JoiningInvited
	_, err = h.Accounts.Join(t.Context(), h.joining("Quiet Heron"))
	h.refused(err, "fault.joining_invited")
	j := h.joining("Quiet Heron")
	j.Invitation = "no such token"
	_, err = h.Accounts.Join(t.Context(), j)
	h.refused(err, "fault.invitation_over")

	token, err := h.Accounts.NewOperatorLink(t.Context())
	h.ok(err)
	j = h.joining("Fern Ladder")
	j.OperatorLink = token
	_, err = h.Accounts.Join(t.Context(), j)
	h.ok(err)

	h.clock.pass(time.Hour)
	h.join("Quiet Heron")
}

// An invitation lets in as many as it is for, and nothing leads from them to it.
func TestInvitations(t *testing.T) {
	var storm kept.Storm
	h := newHouse(t, account.WithStorm(func() kept.Storm { return storm }))
	storm = kept.Storm{Joining: kept.JoiningInvited, JoiningUntil: h.clock.Now().AddDate(0, 0, 3)}
	one, token, err := h.Accounts.NewInvitation(t.Context(), h.Mo, 5, 1)
	h.ok(err)
	if standing, err := h.Accounts.Invitations(t.Context(), h.Ola); err != nil || len(standing) != 1 || standing[0].PID != one.PID || standing[0].Uses != 5 {
		t.Errorf("standing: %+v, %v", standing, err)
	}
	names := []string{"Quiet Heron", "Blue Kettle", "Still Water", "Warm Bread", "Late Robin"}
	for _, name := range names {
		j := h.joining(name)
		j.Invitation = token
		j.OfAge = false // a form that needs another look uses nothing up
		_, err := h.Accounts.Join(t.Context(), j)
		h.refused(err, "fault.age")
		j.OfAge = true
		_, err = h.Accounts.Join(t.Context(), j)
		h.ok(err)
	}
	j := h.joining("One More")
	j.Invitation = token
	_, err = h.Accounts.Join(t.Context(), j)
	h.refused(err, "fault.invitation_over")
	if n := h.count(`SELECT COUNT(*) FROM invitation`); n != 0 {
		t.Errorf("%d invitations are kept", n)
	}

	// One that nobody needs is not used up.
	_, token, err = h.Accounts.NewInvitation(t.Context(), h.Mo, 1, 1)
	h.ok(err)
	storm = kept.Storm{}
	j.Invitation = token
	_, err = h.Accounts.Join(t.Context(), j)
	h.ok(err)
	if stands, err := h.Accounts.InvitationStands(t.Context(), token); err != nil || !stands {
		t.Errorf("stands: %v, %v", stands, err)
	}
	h.clock.pass(24 * time.Hour)
	if stands, err := h.Accounts.InvitationStands(t.Context(), token); err != nil || stands {
		t.Errorf("after its time it stands: %v, %v", stands, err)
	}

	two, token, err := h.Accounts.NewInvitation(t.Context(), h.Mo, 1, 7)
	h.ok(err)
	h.ok(h.Accounts.WithdrawInvitation(t.Context(), h.Ola, two.PID))
	if stands, err := h.Accounts.InvitationStands(t.Context(), token); err != nil || stands {
		t.Errorf("taken back, it stands: %v, %v", stands, err)
	}
	h.refused(h.Accounts.WithdrawInvitation(t.Context(), h.Ola, two.PID), "fault.not_here")
	for _, by := range []account.Account{{}, h.Ann} {
		_, _, err = h.Accounts.NewInvitation(t.Context(), by, 1, 7)
		h.refused(err, "fault.not_here")
		_, err = h.Accounts.Invitations(t.Context(), by)
		h.refused(err, "fault.not_here")
		h.refused(h.Accounts.WithdrawInvitation(t.Context(), by, one.PID), "fault.not_here")
	}
	_, _, err = h.Accounts.NewInvitation(t.Context(), h.Mo, 2, 3)
	h.refused(err, "fault.invitation_uses")
	h.refused(err, "fault.invitation_days")
}

func TestHourlyCeiling(t *testing.T) {
	var storm kept.Storm
	h := newHouse(t, account.WithStorm(func() kept.Storm { return storm }))
	storm = kept.Storm{Ceiling: 2, CeilingUntil: h.clock.Now().AddDate(0, 0, 1)}
	h.join("Quiet Heron")
	j := h.joining("Blue Kettle")
	j.Words = nil // somebody who does not get in takes no place
	if _, err := h.Accounts.Join(t.Context(), j); err == nil {
		t.Fatal("joined without words")
	}
	h.clock.pass(30 * time.Minute)
	h.join("Blue Kettle")
	_, err := h.Accounts.Join(t.Context(), h.joining("Still Water"))
	h.refused(err, "fault.joining_ceiling")
	h.clock.pass(30 * time.Minute)
	h.join("Still Water")
	_, err = h.Accounts.Join(t.Context(), h.joining("Warm Bread"))
	h.refused(err, "fault.joining_ceiling")
	storm = kept.Storm{}
	h.join("Warm Bread")
}
