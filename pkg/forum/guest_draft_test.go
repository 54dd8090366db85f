package forum

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// A guest writes in two pages, joins, and has both.
func TestGuestJoinsHalfWay(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	token := must(v.SaveGuestDraft(ctx, "", typed("one", "form 1")))(t)
	if again := must(v.SaveGuestDraft(ctx, token, typed("two", "form 2")))(t); again != token {
		t.Error("a second page got a second token")
	}
	must(v.SaveGuestDraft(ctx, token, typed("one, changed", "form 1")))(t)

	drafts := must(v.GuestDrafts(ctx, token))(t)
	if len(drafts) != 2 || drafts[0].Fields.Words != "one, changed" || drafts[1].Fields.Words != "two" {
		t.Fatalf("got %v", drafts)
	}
	taken := must(v.TakeGuestDraft(ctx, v.ann, token))(t)
	if len(taken) != 2 || taken[0].Fields.Words != "one, changed" || taken[0].Version != 1 {
		t.Fatalf("taken %v", taken)
	}
	got := must(v.Draft(ctx, v.ann, taken[1].PID))(t)
	if got.Fields.Words != "two" || got.Name != v.ann.Name.ID {
		t.Errorf("ann has %+v", got)
	}
	_, err := v.GuestDrafts(ctx, token)
	want(t, "once taken over", err, fault.NotFound)
	_, err = v.TakeGuestDraft(ctx, v.ben, token)
	want(t, "taken twice", err, fault.NotFound)
}

func TestGuestDraftEnds(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	token := must(v.SaveGuestDraft(ctx, "", typed("words", "form")))(t)
	v.clock.pass(GuestDraftLives)
	_, err := v.GuestDrafts(ctx, token)
	want(t, "a day later", err, fault.NotFound)
	next := must(v.SaveGuestDraft(ctx, token, typed("words", "form")))(t)
	if next == token {
		t.Error("a token came back to life")
	}
	_, err = v.TakeGuestDraft(ctx, guest, next)
	want(t, "a guest takes it", err, fault.SignIn)
	want(t, "thrown away", v.ThrowGuestDrafts(ctx, next), fault.Internal)
	_, err = v.GuestDrafts(ctx, next)
	want(t, "thrown away", err, fault.NotFound)
}

func TestRoomForGuests(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	token := ""
	for i := range maxGuestForms {
		token = must(v.SaveGuestDraft(ctx, token, typed("words", fmt.Sprint(i))))(t)
	}
	_, err := v.SaveGuestDraft(ctx, token, typed("words", "one more"))
	want(t, "one more form", err, fault.TooLarge)
	_, err = v.SaveGuestDraft(ctx, "", typed(strings.Repeat("x", maxGuestBytes), "form"))
	want(t, "too many words", err, fault.TooLarge)
	if n := len(must(v.GuestDrafts(ctx, token))(t)); n != maxGuestForms {
		t.Errorf("a refused draft cost another: %d are left", n)
	}
	v.tx(func(tx *db.Tx) error {
		for i := range 3 {
			if err := putGuestDrafts(ctx, tx, seal.Hash(fmt.Sprint(i)), []byte("x"), v.clock.now()); err != nil {
				return err
			}
		}
		return nil
	})
	if n := must(countGuestDrafts(ctx, v.db, 3))(t); n != 3 {
		t.Errorf("counted %d", n)
	}
}

// The token is a secret: the database holds its hash, and nothing that can be read.
func TestGuestDraftIsSealed(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	token := must(v.SaveGuestDraft(ctx, "", typed("canary", "form")))(t)
	row := must(db.One(ctx, v.db, func(r db.Row) (b [2][]byte, err error) {
		err = r.Scan(&b[0], &b[1])
		return b, err
	}, `SELECT token, sealed FROM guest_draft`))(t)
	if string(row[0]) != string(seal.Hash(token)) || strings.Contains(string(row[1]), "canary") {
		t.Error("a guest's draft lies open")
	}
}
