package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
)

// A view of the gallery: one page, as somebody sees it.
type sight struct {
	route string // as gin lists it, with its method when that is not GET
	as    string
	path  string
	send  []string // the form to send there, as names and values; nil only goes there
	plain bool     // it shows nobody's words, and so is the same in every gallery
}

// notPages are routes that answer with no page of their own.
var notPages = map[string]string{
	"/desk/live": "a stream of events",

	"/static/:file":     "a file",
	"/desk/numbers.csv": "a file",
	"/p/:post":          "leads to the page that shows the post",
	"/t/:thread/new":    "leads to the first new reply",
	"/write/check":      "leads to the drafts",
}

// sights are all kinds of pages there are, in all their states.
func (g *gallery) sights() []sight {
	t, p, b := "/t/"+g.thread, "/p/"+g.reply, "/b/"+g.chemo.Slug
	all := []sight{
		{route: "/", path: "/"}, {route: "/", as: "ann", path: "/"},
		{route: "/b/:board", path: b}, {route: "/b/:board", as: "ann", path: b}, {route: "/b/:board", path: b + "?order=waiting&from=" + g.narrow},
		{route: "/b/:board", path: "/b/" + g.empty.Slug}, {route: "/b/:board", path: "/b/" + g.quiet.Slug}, {route: "/b/:board", path: "/b/" + g.shut.Slug},
		{route: "/awake", path: "/awake"}, {route: "/waiting", as: "ann", path: "/waiting"},
		{route: "/t/:thread", path: t}, {route: "/t/:thread", as: "ann", path: t}, {route: "/t/:thread", as: "mo", path: t},
		{route: "/t/:thread", as: "ann", path: t + "?order=flat"}, {route: "/t/:thread", path: t + "?order=one&from=" + g.reply},
		{route: "/t/:thread", path: "/t/" + g.long + "?order=newest"}, {route: "/t/:thread", as: "ben", path: "/t/" + g.long},
		{route: "/t/:thread", path: "/t/" + g.deep}, {route: "/t/:thread", as: "mo", path: "/t/" + g.removed}, {route: "/t/:thread", as: "ben", path: "/t/" + g.resting},
		{route: "/t/:thread", as: "ann", path: "/t/" + g.moved}, {route: "/t/:thread", path: "/t/" + g.emptied},
		{route: "/t/:thread/from/:post", path: "/t/" + g.deep + "/from/" + g.branch}, {route: "/t/:thread/from/:post", as: "ann", path: t + "/from/" + g.reply},
		{route: "/t/:thread/print", as: "ann", path: t + "/print"},
		{route: "/u/:name", as: "ben", path: "/u/" + g.people["ann"].Name.PID}, {route: "/u/:name", as: "ann", path: "/u/" + g.mask.PID},
		{route: "/u/:name/unsee", as: "ben", path: "/u/" + g.people["ann"].Name.PID + "/unsee"}, {route: "/u/:name/unsee", as: "mo", path: "/u/" + g.mask.PID + "/unsee"},
		{route: "/you/unseen", as: "ann", path: "/you/unseen"}, {route: "/you/unseen", as: "ben", path: "/you/unseen"},
		{route: "/t/:thread/print", as: "kay", path: t + "/print"}, {route: "/u/:name", as: "ann", path: "/u/" + g.people["kay"].Name.PID},
		{route: "/agreements", path: "/agreements"}, {route: "/agreements", as: "ann", path: "/agreements"},
		{route: "/help-now", path: "/help-now"}, {route: "/where-to-post", path: "/where-to-post"}, {route: "/contact", path: "/contact"},

		{route: "/write", path: "/write"}, {route: "/write", as: "ann", path: "/write?draft=" + g.draft},
		{route: "/b/:board/write", path: b + "/write"}, {route: "/b/:board/write", as: "ben", path: b + "/write?new=1"},
		{route: "POST /b/:board/write", as: "ben", path: b + "/write", send: []string{"title", "", "words", "", "do", "post"}},
		{route: "POST /b/:board/write", as: "ben", path: b + "/write", send: []string{"title", g.says.title, "words", "Ring 020 7946 0018. " + g.says.line, "note", g.says.note, "wish", "advice", "do", "look"}},
		{route: "/p/:post/reply", path: p + "/reply"}, {route: "/p/:post/reply", as: "ben", path: "/p/" + g.opening + "/reply?quote=" + g.reply},
		{route: "POST /p/:post/reply", as: "ben", path: "/p/" + g.opening + "/reply", send: []string{"words", "", "do", "look"}},
		{route: "POST /p/:post/reply", as: "kay", path: "/p/" + g.opening + "/reply", send: []string{"words", g.says.body, "do", "quote", "quote_of", g.reply}},
		{route: "POST /p/:post/reply", as: "ann", path: "/p/" + g.down + "/reply", send: []string{"words", g.says.body, "do", "post"}},
		{route: "/p/:post/edit", as: "ann", path: "/p/" + g.changed + "/edit"}, {route: "/p/:post/edit", as: "ann", path: "/p/" + g.opening + "/edit"},
		{route: "POST /p/:post/edit", as: "ann", path: "/p/" + g.changed + "/edit", send: []string{"words", g.says.line, "revision", "1", "do", "post"}},
		{route: "/p/:post/remove", as: "ann", path: "/p/" + g.mine + "/remove"}, {route: "/p/:post/remove", as: "ann", path: "/p/" + g.back + "/remove"},
		{route: "/p/:post/history", as: "ann", path: "/p/" + g.changed + "/history"}, {route: "/p/:post/history", as: "mo", path: "/p/" + g.changed + "/history"},
		{route: "/p/:post/kind-word", as: "ann", path: "/p/" + g.mine + "/kind-word"}, {route: "/p/:post/kind-word", path: p + "/kind-word"},
		{route: "/t/:thread/mine", as: "ann", path: t + "/mine"}, {route: "/t/:thread/mine", as: "mo", path: t + "/mine"},
		{route: "POST /t/:thread/mine", as: "ann", path: t + "/mine", send: []string{"do", "short", "short", strings.Repeat("word ", 300)}},
		{route: "/drafts", as: "ann", path: "/drafts"}, {route: "/drafts", as: "ann", path: "/drafts?thrown=1"}, {route: "/drafts", as: "writer", path: "/drafts"}, {route: "/drafts", as: "ben", path: "/drafts?thrown=1"},
		{route: "/drafts/:draft", as: "ann", path: "/drafts/" + g.draft}, {route: "/drafts/:draft/compare", as: "ann", path: "/drafts/" + g.beside + "/compare"},

		{route: "/t/:thread/tools", as: "mo", path: t + "/tools"}, {route: "/t/:thread/tools", as: "mo", path: "/t/" + g.removed + "/tools"},
		{route: "POST /t/:thread/tools", as: "mo", path: t + "/tools", send: []string{"do", "lock"}},
		{route: "/t/:thread/merge", as: "mo", path: t + "/merge"}, {route: "/t/:thread/merge", as: "mo", path: t + "/merge?into=/t/" + g.long},
		{route: "/p/:post/tools", as: "mo", path: "/p/" + g.down + "/tools"}, {route: "/p/:post/tools", as: "mo", path: p + "/tools"},
	}
	return slices.Concat(all, g.plainSights(), g.ownSights(), g.toldSights(), g.runSights(), g.guardedSights(), g.deskSights(), g.wrongs())
}

// plainSights show nobody's words.
func (g *gallery) plainSights() (all []sight) {
	for _, path := range []string{"/how", "/kind", "/privacy", "/accessibility", "/decisions", "/reading", "/leave", "/join", "/sign-in", "/recover", "/sign-out"} {
		all = append(all, sight{route: path, path: path, plain: true})
	}
	return append(all,
		sight{route: "/reading", as: "ann", path: "/reading?saved=1&next=/", plain: true},
		sight{route: "/join", path: "/join?next=/p/" + g.reply + "/kind-word", plain: true},
		sight{route: "POST /join", path: "/join", send: []string{"name", "Nurse Kettle", "passphrase", "short"}, plain: true},
		sight{route: "POST /sign-in", path: "/sign-in", send: []string{"name", "Nobody", "passphrase", "not the one"}, plain: true},
		sight{route: "POST /recover", path: "/recover", send: []string{"words", "one two three four five six"}, plain: true},
		sight{route: "/recover", path: "/recover?sent=1", plain: true},
		sight{route: "/recover/link/:token", path: "/recover/link/nothing", plain: true},
		sight{route: "/email/:token", path: "/email/nothing", plain: true},
		sight{route: "/welcome/:token", path: "/welcome/" + g.welcome, plain: true},
		sight{route: "/sign-out", as: "ann", path: "/sign-out", plain: true},
	)
}

// ownSights are somebody's own pages.
func (g *gallery) ownSights() (all []sight) {
	for _, path := range []string{"/you", "/you/account", "/you/account/name", "/you/account/passphrase", "/you/account/passkeys", "/you/account/app", "/you/account/email", "/you/recovery", "/you/words", "/you/muted", "/you/leave"} {
		all = append(all, sight{route: path, as: "ann", path: path})
	}
	return append(all,
		sight{route: "/you", as: "mo", path: "/you"}, sight{route: "/you", as: "lea", path: "/you"},
		sight{route: "/you/leave", as: "kay", path: "/you/leave"},
		sight{route: "POST /you/prove", as: "kay", path: "/you/prove", send: []string{"passphrase", "not the one", "next", "/you/leave"}},
		sight{route: "POST /you/account/email", as: "ann", path: "/you/account/email", send: []string{"email", "none", "for", "recovery"}},
		sight{route: "POST /you/account/passphrase", as: "ann", path: "/you/account/passphrase", send: []string{"passphrase", "short"}},
		sight{route: "POST /you/account/app", as: "ann", path: "/you/account/app", send: []string{"code", "1"}},
		sight{route: "POST /you/muted", as: "ann", path: "/you/muted", send: []string{"words", strings.Repeat("word ", 20)}},
		sight{route: "POST /you/leave", as: "ann", path: "/you/leave", send: []string{"choice", "none"}},
		sight{route: "POST /you/account/about", as: "ann", path: "/you/account/about", send: []string{"about", strings.Repeat("word ", 300)}},
	)
}

// runSights are the operators' pages.
func (g *gallery) runSights() (all []sight) {
	for _, path := range []string{"/run", "/run/site", "/run/helplines", "/run/helplines/new", "/run/boards", "/run/boards/new", "/run/labels", "/run/agreements", "/run/people"} {
		all = append(all, sight{route: path, as: "ola", path: path})
	}
	all = append(all,
		sight{route: "/run/reasons", as: "ola", path: "/run/reasons"}, sight{route: "/run/reasons/new", as: "ola", path: "/run/reasons/new"},
		sight{route: "/run/reason/:reason", as: "ola", path: "/run/reason/unkind"}, sight{route: "POST /run/reasons/new", as: "ola", path: "/run/reasons/new", send: []string{"slug", "Not So", "title-en", g.says.title}},
		sight{route: "/run/filters", as: "ola", path: "/run/filters"}, sight{route: "/run/filters/new", as: "ola", path: "/run/filters/new"},
		sight{route: "/run/filter/:filter", as: "ola", path: "/run/filter/" + g.filter},
		sight{route: "POST /run/filters/new", as: "ola", path: "/run/filters/new", send: []string{"pattern", "", "does", "refuse", "words", ""}},
		sight{route: "POST /run/filters/new", as: "ola", path: "/run/filters/new", send: []string{"pattern", "the", "does", "hold", "do", "try", "try", "The one and the other " + g.says.body}},
		sight{route: "/desk/storm", as: "ola", path: "/desk/storm"}, sight{route: "/desk/storm", as: "mo", path: "/desk/storm"},
		sight{route: "/desk/invitations", as: "mo", path: "/desk/invitations"},
		sight{route: "POST /desk/invitations", as: "ola", path: "/desk/invitations", send: []string{"do", "make", "uses", "5", "days", "7"}},
		sight{route: "/invited/:invitation", path: "/invited/" + g.invitation},
	)
	board, name := "/run/board/"+g.chemo.Slug, g.people["mo"].Name.PID
	return append(all,
		sight{route: "/desk/log", as: "mo", path: "/desk/log"}, sight{route: "/desk/log", as: "ola", path: "/desk/log?from=3"},
		sight{route: "/desk/shift", as: "mo", path: "/desk/shift"}, sight{route: "/desk/handbook", as: "mo", path: "/desk/handbook", plain: true}, sight{route: "/desk/numbers", as: "ola", path: "/desk/numbers"},
		sight{route: "/desk/practice/:case", as: "mo", path: "/desk/practice/1", plain: true}, sight{route: "/desk/practice/:case", as: "mo", path: "/desk/practice/5?answer=b", plain: true},
		sight{route: "POST /desk/shift", as: "mo", path: "/desk/shift", send: []string{"do", "plan", "day", "", "starts", "", "hours", ""}},
		sight{route: "/run/helpline/:helpline", as: "ola", path: "/run/helpline/" + g.helpline},
		sight{route: "/run/board/:board", as: "ola", path: board}, sight{route: "/run/board/:board", as: "ola", path: "/run/board/" + g.shut.Slug},
		sight{route: "/run/board/:board/merge", as: "ola", path: board + "/merge"}, sight{route: "/run/board/:board/merge", as: "ola", path: board + "/merge?into=" + g.quiet.Slug},
		sight{route: "/run/person/:name", as: "ola", path: "/run/person/" + name}, sight{route: "/run/person/:name", as: "ola", path: "/run/person/" + g.people["ann"].Name.PID},
		sight{route: "POST /run/board/:board", as: "ola", path: board, send: []string{"title", "", "purpose", ""}},
		sight{route: "POST /run/helplines/new", as: "ola", path: "/run/helplines/new", send: []string{"title", "", "opens", "whenever"}},
		sight{route: "POST /run/site", as: "ola", path: "/run/site", send: []string{"name", "", "minimum_age", "200"}},
		sight{route: "POST /run/agreements", as: "ola", path: "/run/agreements", send: []string{"words", ""}},
		sight{route: "POST /run/people", as: "ola", path: "/run/people", send: []string{"name", "Nobody at all"}},
		sight{route: "POST /run/labels", as: "ola", path: "/run/labels", send: []string{"do", "add", "title", ""}},
	)
}

// wrong are errors that no address leads to by itself, by their names.
var wrong = map[string]error{
	"trouble": errors.New("made up"), "method": errMethod, "origin": errOrigin, "again": errUnproven,
	"often": fault.New(fault.TooOften, "fault.posts_often", "N", 3), "large": fault.New(fault.TooLarge, "fault.form_long"),
	"gone": fault.New(fault.Gone, "fault.thread_removed"), "saved": fault.New(fault.NotSaved, "fault.form"), "resting": fault.New(fault.Forbidden, "fault.thread_locked"),
}

// wrongs are the pages for what went wrong, each with what was typed.
func (g *gallery) wrongs() []sight {
	all := []sight{
		{route: "error", path: "/nothing-here"}, {route: "error", path: "/you"}, {route: "error", as: "ann", path: "/t/0123456789abc"},
		{route: "error", as: "ann", path: "/t/" + g.removed}, {route: "error", as: "ann", path: "/run"},
	}
	for name := range wrong {
		all = append(all, sight{route: "error", as: "ann", path: "/wrong/" + name})
	}
	slices.SortFunc(all, func(a, b sight) int { return strings.Compare(a.path, b.path) })
	return all
}

// doors is the site with one address more for each thing that can go wrong.
func (g *gallery) doors() http.Handler {
	r := g.routes()
	r.GET("/wrong/:what", g.do(func(c *gin.Context) error {
		c.Request.PostForm = url.Values{"title": {g.says.title}, "words": {g.says.body}}
		return wrong[c.Param("what")]
	}))
	return asGet(r)
}

// Every page there is stands in the list of those that are looked over, and the
// list names no page that is gone.
func TestEveryPageIsLookedOver(t *testing.T) {
	g := newGallery(t, usual, "http://localhost")
	listed := map[string]int{"error": 0}
	for path, why := range notPages {
		listed["GET "+path] = 1
		if why == "" {
			t.Errorf("%s: why is it no page?", path)
		}
	}
	for _, way := range waysBack {
		listed["GET "+way.from] = 1 // leads to the page that has the form
	}
	for _, s := range g.sights() {
		if !strings.Contains(s.route, " ") && s.route != "error" {
			s.route = "GET " + s.route
		}
		listed[s.route]++
		a := asking{as: s.as, path: s.path}
		if s.as == "writer" {
			a.as, a.cookie = "", formCookie+"="+g.writer
		}
		if s.send != nil {
			a.method, a.form = "POST", s.fields()
		}
		out := g.ask(a)
		refused := s.route == "error" || s.send != nil || strings.Contains(s.path, "/nothing")
		if out.Code != http.StatusOK && !refused || out.Code >= 300 && out.Code < 400 || !strings.HasPrefix(out.Header().Get("Content-Type"), "text/html") && !strings.HasPrefix(s.path, "/wrong/") {
			t.Errorf("%s as %q: %d %s", s.path, s.as, out.Code, out.Header())
		}
	}
	for _, r := range g.routes().Routes() {
		name := r.Method + " " + r.Path
		if listed[name] == 0 && r.Method == "GET" {
			t.Errorf("nobody looks over %s: add it to the gallery", name)
		}
		delete(listed, name)
	}
	delete(listed, "error")
	for name := range listed {
		t.Errorf("%s is in the gallery, and there is no such route", name)
	}
}

func (s sight) fields() url.Values {
	form := url.Values{}
	for i := 0; i+1 < len(s.send); i += 2 {
		form.Add(s.send[i], s.send[i+1])
	}
	return form
}
