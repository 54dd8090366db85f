package screen

import (
	"context"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// holds says why d waits because of who wrote it. Only newcomers' posts do, and only
// those with something that spam cannot do without: plain words never wait.
func (s *Screen) holds(ctx context.Context, r db.Reader, d Draft) (why []string, err error) {
	if !newcomer(d.By) {
		return nil, nil
	}
	both := d.Title + "\n" + d.Source
	if len(s.links(both)) > 0 {
		why = append(why, HoldLink)
	}
	if len(s.contacts(both)) > 0 {
		why = append(why, HoldContact)
	}
	same, err := s.elsewhere(ctx, r, d)
	if err != nil {
		return nil, err
	}
	if same {
		why = append(why, HoldSame)
	}
	if d.Trap {
		why = append(why, HoldTrap)
	}
	if d.Fast {
		why = append(why, HoldFast)
	}
	return why, nil
}

// newcomer reports whether by's posts may wait: whoever looks after others has come
// another way, however new they are.
func newcomer(by account.Account) bool {
	return by.Step == account.New && by.Role == account.Member
}
