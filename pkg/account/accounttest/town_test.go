package accounttest_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/account/accounttest"
	"github.com/kindword/kindword/pkg/db/dbtest"
)

func TestTownHasItsPeople(t *testing.T) {
	p := accounttest.Town(t, dbtest.Open(t), nil)
	if p.Ann.Guest() || p.Ann.Role != account.Member || p.Ann.ModeratesSome() {
		t.Errorf("ann is %+v", p.Ann)
	}
	if !p.Mo.Moderates(5) || p.Mo.Operates() {
		t.Errorf("mo is %+v", p.Mo)
	}
	if !p.Ola.Operates() || !p.Ola.Moderates(5) {
		t.Errorf("ola is %+v", p.Ola)
	}
	who, err := p.Accounts.Viewer(t.Context(), p.Opened(t, p.Ben).Token)
	if err != nil || who.ID != p.Ben.ID || who.Name.Shown != "Ben Lantern" {
		t.Errorf("ben's session is %+v, %v", who, err)
	}
}
