package web

import (
	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// apartFrom says what stands in the place of something that its author and the reader
// do not show each other. It names nobody: to the one who did not choose it says
// neither who nor why.
func (f frame) apartFrom(what string, whose account.Whose) string {
	return f.T("apart." + what + "." + string(whose))
}

// authorOf is who wrote r, as this reader may know it.
func (f frame) authorOf(r *forum.Reply) string {
	if r.Apart != account.Nobodys {
		return f.T("apart.somebody")
	}
	return f.nameOf(r.By)
}

// personal reports whether r looks to this reader as it looks to few others. What is
// made of it is not remembered.
func (d *drawing) personal(r *forum.Reply) bool {
	return r.Apart != account.Nobodys || d.living.Personal && d.speaking(r)
}
