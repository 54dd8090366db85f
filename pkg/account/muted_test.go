package account_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
)

// What somebody muted is theirs alone: sealed, taken along, carried over to another
// master key, and gone with a lost one.
func TestMuted(t *testing.T) {
	h := newHouse(t)
	ctx, ann, ben := t.Context(), h.Ann, h.Ben
	muted := func(who account.Account) string {
		t.Helper()
		all, err := h.Accounts.Muted(ctx, who)
		h.ok(err)
		return strings.Join(all, ",")
	}
	sealed := func() []byte {
		t.Helper()
		b, err := db.One(ctx, h.d, db.Value[[]byte], `SELECT muted FROM account WHERE id = $1`, ann.ID)
		h.ok(err)
		return b
	}
	for _, words := range []string{"relapse", "  last   breath ", "Relapse", "anaemia"} {
		h.ok(h.Accounts.Mute(ctx, ann, words))
	}
	if got := muted(ann); got != "anaemia,last breath,relapse" {
		t.Errorf("muted: %q", got)
	}
	if muted(ben) != "" || muted(account.Account{}) != "" {
		t.Error("somebody else muted them too")
	}
	for words, key := range map[string]string{"": "fault.muted_empty", " ?! ": "fault.muted_empty", strings.Repeat("é", 61): "fault.muted_long"} {
		h.refused(h.Accounts.Mute(ctx, ann, words), key)
	}
	h.refused(h.Accounts.Mute(ctx, account.Account{}, "relapse"), "fault.sign_in")
	h.ok(h.Accounts.Mute(ctx, ann, strings.Repeat("é", 60)))
	h.ok(h.Accounts.Unmute(ctx, ann, strings.Repeat("É", 60)))

	few := sealed()
	if bytes.Contains(few, []byte("relapse")) {
		t.Error("it can be read")
	}
	h.ok(h.Accounts.Mute(ctx, ann, "one more"))
	if more := sealed(); len(more) != len(few) {
		t.Errorf("%d bytes for three words, %d for four", len(few), len(more))
	}
	next, err := seal.NewKeys(bytes.Repeat([]byte{9}, seal.KeySize))
	h.ok(err)
	h.tx(func(tx *db.Tx) error { return h.Accounts.Rotate(ctx, tx, h.Keys, next) })
	h.Keys.Become(next)
	if got := muted(ann); got != "anaemia,last breath,one more,relapse" {
		t.Errorf("under another key: %q", got)
	}
	for i := range account.MostMuted - 4 {
		h.ok(h.Accounts.Mute(ctx, ann, fmt.Sprint("word ", i)))
	}
	h.refused(h.Accounts.Mute(ctx, ann, "another"), "fault.muted_many")
	h.ok(h.Accounts.Mute(ctx, ann, "relapse")) // is there
	for _, words := range strings.Split(muted(ann), ",") {
		h.ok(h.Accounts.Unmute(ctx, ann, words))
	}
	if sealed() != nil {
		t.Error("something is left when nothing is muted")
	}

	h.ok(h.Accounts.Mute(ctx, ann, "relapse"))
	proved := h.viewer(h.Opened(t, ann).Token)
	e, err := h.Accounts.Export(ctx, proved)
	h.ok(err)
	if !slices.Equal(e.Muted, []string{"relapse"}) {
		t.Errorf("taken along: %v", e.Muted)
	}
	fresh := accounttest.Keys(t)
	h.tx(func(tx *db.Tx) error { return account.Forget(ctx, tx, fresh) })
	if sealed() != nil {
		t.Error("something is left that nobody can open")
	}
}
