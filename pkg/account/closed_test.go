package account_test

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

// Until a site is open only those who look after it write there. Everybody else
// comes in, and reads.
func TestClosedSite(t *testing.T) {
	closed := true
	h := newHouse(t, account.WithClosed(func() bool { return closed }))
	for _, test := range []struct {
		who  account.Account
		want string
	}{{h.Ann, "fault.not_open_yet"}, {h.Mo, ""}, {h.Ola, ""}} {
		v := h.viewer(h.Opened(t, test.who).Token)
		if test.want == "" {
			if err := account.CanPublish(v); err != nil {
				t.Errorf("%s: %v", v.Name.Shown, err)
			}
			continue
		}
		h.refused(account.CanPublish(v), test.want)
	}
	closed = false
	if err := account.CanPublish(h.viewer(h.Opened(t, h.Ann).Token)); err != nil {
		t.Errorf("after it opened: %v", err)
	}
}
