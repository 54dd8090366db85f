package web

import (
	"net/url"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/forum"
)

// kindWords says in words who sent a kind word. It is never a number beside a
// heart, and for those who asked for no counts there is none in it.
func (f frame) kindWords(p forum.Post) string {
	if p.KindWords() == 0 {
		return ""
	}
	if f.Look.Low() {
		return f.T("kind_word.some")
	}
	var said []string
	for _, kind := range []struct {
		word forum.KindWord
		n    int
	}{{forum.Thinking, p.Thinking}, {forum.Same, p.Same}, {forum.Thanks, p.Thanks}} {
		if kind.n > 0 {
			said = append(said, f.N("kind_word."+string(kind.word)+".count", kind.n))
		}
	}
	return f.T("kind_word.all", "List", f.List(said))
}

// gone is what stands where a post was: that it was taken back, or taken down and
// why.
func (f frame) gone(p forum.Post) (words, why string) {
	what := "reply"
	if p.Opening() {
		what = "opening"
	}
	switch p.RemovedBy {
	case forum.ByAuthor:
		return f.T("gone."+what+".author", "Name", f.nameOf(p.By)), ""
	case forum.ByLeaving:
		return f.T("gone." + what + ".left"), ""
	}
	return f.T("gone." + what + ".moderator"), f.reason(p.RemovedFor)
}

// reason is a reason from the list, in words; of one that is not, nothing.
func (f frame) reason(reason string) string { return f.hint("reason." + reason) }

// answered is whom r answers: in words, and where that post is. On the page of a
// thread, a reply to the opening answers whoever started it, and need not say so.
func (d *drawing) answered(r *forum.Reply) (words, path, name string) {
	if r.To == nil {
		return "", "", ""
	}
	path = postPath(r.To.PID)
	if d.here[r.To.PID] {
		path = "#p-" + r.To.PID
	}
	name = d.f.nameOf(r.To.By)
	if r.To.Removed {
		name = d.f.T("post.gone")
	}
	if r.To.Apart != account.Nobodys {
		name = d.f.T("apart.answered." + string(r.To.Apart))
	}
	if r.To.Opening && d.nested() && d.page.Root == nil {
		return "", path, name
	}
	return name, path, name
}

// knowLink is the address somebody gave as their source, and the host to show for
// it. Only the web is linked to.
func knowLink(given string) (address, host string) {
	u, err := url.Parse(given)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return "", ""
	}
	return u.String(), u.Hostname()
}

// fromPath is where one line of replies is carried on.
func fromPath(thread, post string) string { return threadPath(thread) + "/from/" + post }

// viewPath is where a part of a thread is read, in an order.
func viewPath(thread string, v forum.View, usual forum.PageOrder) string {
	path := threadPath(thread)
	if v.Root != "" {
		path = fromPath(thread, v.Root)
	}
	if v.Order != usual && v.Order != "" {
		path += "?order=" + string(v.Order)
	}
	return path
}
