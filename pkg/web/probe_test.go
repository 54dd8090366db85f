package web

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/forum"
)

// Whatever form somebody sends, wherever to and about whatever, its answer shows
// them nothing that they may not know.
func TestNoFormShowsWhatIsNotForThem(t *testing.T) {
	q := newSquare(t)
	for _, who := range []string{"guest", "writer", "ben", "moe"} { // what moe does comes last: some of it is theirs to do
		c, sent := q.crawler(who), 0
		for _, r := range c.routes {
			if r.Method != "POST" || regexp.MustCompile(`^/(you|sign|join|recover|welcome|email|leave|demo)`).MatchString(r.Path) {
				continue
			}
			for _, path := range c.fill(r.Path) {
				for _, form := range c.forms(r.Path) {
					a := c.asking(who, path, "")
					a.method, a.form = "POST", form
					out := q.ask(a)
					if sent++; out.Code >= 500 {
						t.Errorf("%s sent %v to %s: %d", who, form, path, out.Code)
					}
					c.look(path+"?"+form.Encode(), out.Body.String(), fmt.Sprint(out.Header()))
				}
			}
		}
		for one, at := range c.found {
			if !mayKnow(who, one) {
				t.Errorf("%s was shown the %s (%s) by %s", who, one.what, one.word, at)
			}
		}
		t.Logf("%s sent %d forms", who, sent)
	}
}

// forms are what to send to a route: nothing, a little of everything, and what
// names a post or a draft in the form itself.
func (c *crawl) forms(route string) []url.Values {
	public := c.posts[2]
	forms := []url.Values{nil, {"title": {"A title"}, "words": {"Words."}, "revision": {"1"}, "do": {"look"}}}
	if route == "/write/check" {
		forms = nil
		for _, pid := range c.posts {
			forms = append(forms,
				url.Values{"kind": {"reply"}, "post": {public}, "words": {"Words.\n\n[quote:" + pid + ":1]"}, "only": {"1"}},
				url.Values{"kind": {"reply"}, "post": {public}, "do": {"quote"}, "quote_of": {pid}},
				url.Values{"kind": {"reply"}, "post": {pid}, "words": {"Words."}},
				url.Values{"kind": {"edit"}, "post": {pid}, "words": {"Words."}})
		}
	}
	if strings.HasPrefix(route, "/drafts/") || route == "/write/check" {
		for _, pid := range c.drafts {
			forms = append(forms, url.Values{"kind": {"reply"}, "post": {public}, "words": {"Words."}, "draft": {pid}, "version": {"1"}})
		}
	}
	return forms
}

// Whatever happens among members, no guest could notice: every page that guests
// read stays what it was, to the byte.
func TestGuestsNoticeNothing(t *testing.T) {
	q := newSquare(t)
	quiet, _ := q.opens(canary{by: "ann", board: "quiet"}, "noisy thread", q.quiet, "")
	other, answered := q.opens(canary{by: "ben", board: "chemo"}, "other thread", q.chemo, forum.Members)
	third, _ := q.opens(canary{by: "ben", board: "chemo"}, "third thread", q.chemo, forum.Members)
	c := q.crawler("guest")
	c.readAll("")
	before := map[string]string{}
	for path := range c.seen {
		before[path] = q.guestsPage(path)
	}
	q.noise(quiet, other, third, answered)
	for path, was := range before {
		if is := q.guestsPage(path); is != was {
			t.Errorf("%s is not what it was:\n%s", path, firstChange(was, is))
		}
	}
	t.Logf("%d pages stayed as they were", len(before))
	if open := q.start("ann", q.chemo, forum.NewThread{Title: "For anybody", Words: "Words."}); q.guestsPage("/b/chemotherapy") == before["/b/chemotherapy"] {
		t.Errorf("a thread for anybody (%s) changed nothing: this test could not fail", open.PID)
	}
}

// chance is what differs each time a page is made: proofs, keys, and what is
// offered at random.
var chance = regexp.MustCompile(`(name="(?:token|key|made|words?|offered|asked)" value="[^"]*"|Set-Cookie:\[[^\]]*\])`)

// recordsEnd is what everybody may know of the record at once, so that nobody can take
// its last rows away: its newest hash, and how many entries it has.
var recordsEnd = regexp.MustCompile(`(?s)<p>It has .*?</code></p>|(?:Content-Length|Etag):\[[^\]]*\]`)

func (q *square) guestsPage(path string) string {
	out := q.ask(asking{path: path})
	if strings.HasPrefix(path, "/join") {
		return fmt.Sprint(out.Code) // three names and six words, new each time
	}
	page := chance.ReplaceAllString(fmt.Sprint(out.Code, out.Header(), "\n", out.Body), "")
	if path == "/decisions" {
		page = recordsEnd.ReplaceAllString(page, "")
	}
	return page
}

func firstChange(was, is string) string {
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			return "was …" + was[max(0, i-60):min(len(was), i+60)] + "…\nis  …" + is[max(0, i-60):min(len(is), i+60)] + "…"
		}
	}
	return fmt.Sprint(len(was), " bytes became ", len(is))
}

// noise is everything that members can do among themselves.
func (q *square) noise(quiet, other, third, answered string) {
	ctx, ann, ben, ola := q.t.Context(), q.people["ann"], q.people["ben"], q.people["ola"]
	c := canary{by: "ann", board: "quiet"}
	_, opening := q.opens(c, "new thread", q.quiet, "")
	reply := q.says(c, "new reply", opening, "")
	q.says(c, "reply to that", reply, "")
	q.says(c, "reply on a public board", answered, "")
	_, err := q.Forum.Edit(ctx, ann, reply, forum.Change{Revision: 1, Words: "Other words."})
	q.must(err)
	q.must(q.Forum.SendKindWord(ctx, ben, reply, forum.Thanks))
	q.must(q.Forum.SetWish(ctx, ben, other, forum.Listening))
	q.must(q.Forum.SetEnding(ctx, ben, other, "It went well."))
	q.must(q.Forum.TakeBack(ctx, ann, reply))
	q.must(q.Forum.PutBack(ctx, ann, reply))
	q.must(q.Forum.Remove(ctx, ola, reply, "unkind"))
	q.must(q.Forum.Pin(ctx, ola, other))
	q.must(q.Forum.Lock(ctx, ola, other, "heated"))
	q.must(q.Forum.Unlock(ctx, ola, other))
	q.must(q.Forum.Move(ctx, ola, quiet, q.away.Slug, "A note."))
	q.must(q.Forum.Merge(ctx, ola, third, other))
	_, err = q.Forum.Split(ctx, ola, reply, "Split off")
	if err == nil {
		q.t.Error("a removed reply was split off")
	}
	q.must(q.Forum.RemoveThread(ctx, ola, quiet, "harm"))
	q.keep("ann", forum.Draft{Kind: forum.DraftThread, Board: q.chemo.Slug, Fields: forum.Fields{Words: "A draft."}})
	q.must(q.Accounts.SetAbout(ctx, ann, "Something new."))
	q.settle("newcomer", "member")
}
