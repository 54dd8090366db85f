package web

import (
	"github.com/kindword/kindword/pkg/account"
)

// nameOf is a name as people read it. Of a former member nothing is shown.
func (f frame) nameOf(n account.Name) string {
	if n.Shown == "" || n.State == account.Former {
		return f.T("name.former")
	}
	return n.Shown
}

// roleOf is the word beside the name of somebody the site trusts with something,
// or "". A name for one thread has no role: it would unmask who is behind it.
func (f frame) roleOf(n account.Name) string {
	switch n.Role {
	case account.Welcomer, account.Moderator, account.Operator:
		return f.T("role." + string(n.Role))
	}
	return ""
}
