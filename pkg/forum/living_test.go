package forum

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/text"
)

var nothing = text.Living{Gone: "gone", Nobody: "nobody"}

func link(post string) string { return "/p/" + post }

// shown returns p as by reads it.
func (v *village) shown(by account.Account, p Post) string {
	v.t.Helper()
	living := must(v.Living(v.t.Context(), by, link, p.HTML))(v.t)
	living.Gone, living.Nobody = nothing.Gone, nothing.Nobody
	return string(p.HTML.With(living))
}

func TestAQuoteLivesAsLongAsItsPost(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	public, private := v.board("chemo", Public), v.board("feelings", Members)
	said := v.reply(v.opening(v.open(public, v.ann, NewThread{})), v.ben, "Take a **big** cardigan. And biscuits.")
	quote := must(v.Quote(ctx, v.cat, said.PID, "big cardigan"))(t)
	p := v.reply(said, v.cat, quote.String()+"\n\nI will.")
	if html := v.shown(guest, p); !strings.Contains(html, "big") || !strings.Contains(html, "cardigan") || strings.Contains(html, "biscuits") || !strings.Contains(html, "ben") || !strings.Contains(html, "/p/"+said.PID) {
		t.Errorf("a quote reads %s", html)
	}
	must(v.Edit(ctx, v.ben, said.PID, Change{Revision: 1, Words: "And tea. Take a big cardigan."}))(t)
	if html := v.shown(guest, p); !strings.Contains(html, "cardigan") || strings.Contains(html, "tea") {
		t.Errorf("words that a change left standing are quoted as %s", html)
	}
	must(v.Edit(ctx, v.ben, said.PID, Change{Revision: 2, Words: "Something else."}))(t)
	if html := v.shown(guest, p); strings.Contains(html, "cardigan") || !strings.Contains(html, "gone") {
		t.Errorf("an earlier version is quoted as %s", html)
	}
	must(v.Edit(ctx, v.ben, said.PID, Change{Revision: 3, Words: "Take a big cardigan."}))(t)
	want(t, "ben erases what he said before", v.EraseEarlier(ctx, v.ben, said.PID), fault.Internal)
	if html := v.shown(guest, p); strings.Contains(html, "cardigan") || !strings.Contains(html, "gone") {
		t.Errorf("an erased version is quoted as %s", html)
	}

	secret := v.opening(v.open(private, v.ann, NewThread{Words: "only among us"}))
	p = v.reply(said, v.cat, must(v.Quote(ctx, v.cat, secret.PID, ""))(t).String()+"\n\nWell.")
	if html := v.shown(v.ben, p); !strings.Contains(html, "only among us") {
		t.Errorf("a member reads %s", html)
	}
	if html := v.shown(guest, p); strings.Contains(html, "only among us") || strings.Contains(html, "ann") {
		t.Errorf("a guest reads %s", html)
	}
	want(t, "ann takes it back", v.TakeBack(ctx, v.ann, secret.PID), fault.Internal)
	if html := v.shown(v.ben, p); strings.Contains(html, "only among us") {
		t.Errorf("what was taken back is quoted as %s", html)
	}
}

func TestAMentionIsAReference(t *testing.T) {
	v := newVillage(t)
	ctx := t.Context()
	for _, a := range []*account.Account{&v.ann, &v.ben} {
		a.Name.PID = seal.PublicID()
		v.tx(func(tx *db.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE name SET pid = $1 WHERE id = $2`, a.Name.PID, a.Name.ID)
			return err
		})
	}
	opening := v.opening(v.open(v.board("chemo", Public), v.ann, NewThread{}))
	p := v.reply(opening, v.ben, "Dear @Ann, and @nobody at all")
	if !strings.Contains(p.Source, "@{"+v.ann.Name.PID+"}") || !strings.Contains(p.Source, "@nobody") {
		t.Errorf("kept as %q", p.Source)
	}
	if _, mine, err := v.Writing(ctx, v.ben, p.PID); err != nil || mine.Source != "Dear @ann, and @nobody at all" {
		t.Errorf("given back as %q, %v", mine.Source, err)
	}
	if html := v.shown(guest, p); !strings.Contains(html, "@ann") {
		t.Errorf("shown as %s", html)
	}
	v.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE name SET shown = '' WHERE id = $1`, v.ann.Name.ID)
		return err
	})
	if html := v.shown(guest, p); strings.Contains(html, "ann") || !strings.Contains(html, "nobody") {
		t.Errorf("once ann has left, shown as %s", html)
	}
}
