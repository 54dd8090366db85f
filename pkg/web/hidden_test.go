package web

import (
	"fmt"
	"math"
	"math/rand/v2"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/seal"
)

// A veil is something of which its asker may not know that it is there.
type veil struct {
	as, what                         string
	thread, post, draft, name, board string
}

// veils are a members' thread and a thread that was taken down, for those who may
// see neither; and for everybody else ann's draft, and the name of somebody who left
// as a former member.
func (w *town) veils() []veil {
	ctx, ola := w.t.Context(), w.people["ola"]
	narrow, err := w.Forum.Open(ctx, w.people["ann"], w.chemo.ID, forum.NewThread{Title: "For members", Words: "Words.", Audience: forum.Members})
	w.must(err)
	quiet, down := w.open("ann", w.quiet, "Quiet", "Words."), w.open("ann", w.chemo, "Taken down", "Words.")
	w.must(w.Forum.RemoveThread(ctx, ola, down.PID, "harm"))
	draft, err := w.Forum.SaveDraft(ctx, w.people["ann"], forum.Draft{Kind: forum.DraftThread, Board: w.chemo.Slug, Fields: forum.Fields{Words: "Words."}})
	w.must(err)
	name := w.formerName()
	post := func(t forum.Thread) string {
		page, err := w.Forum.ThreadPage(ctx, ola, t, forum.View{})
		w.must(err)
		return page.Opening.PID
	}
	var veils []veil
	for _, as := range []string{"", "ben", "moe"} {
		veils = append(veils, veil{as, "a thread that was taken down", down.PID, post(down), draft.PID, name, w.chemo.Slug})
	}
	return append(veils,
		veil{"", "a members' thread on a public board", narrow.PID, post(narrow), draft.PID, name, w.chemo.Slug},
		veil{"", "a members' thread on their board", quiet.PID, post(quiet), draft.PID, name, w.quiet.Slug})
}

// formerName is the public id of the name of somebody who left as a former member.
func (w *town) formerName() string {
	name := account.Name{ID: account.NameID(seal.RowID()), PID: seal.PublicID()}
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `INSERT INTO name (id, pid, shown, since, state) VALUES ($1, $2, '', 0, 'former')`, name.ID, name.PID)
		return err
	})
	return name.PID
}

// waysTo are the requests that lead to something behind a veil: every route that has
// its thread, its post or its draft in the address or in the form.
func (w *town) waysTo(v veil) (all []asking) {
	public := w.opening(w.open("ann", w.chemo, "For anybody", "Words."))
	fill := strings.NewReplacer(":thread", v.thread, ":post", v.post, ":draft", v.draft, ":name", v.name)
	for _, r := range w.routes().Routes() {
		path := fill.Replace(r.Path)
		if path == r.Path {
			continue
		}
		ask := asking{as: v.as, method: r.Method, path: path}
		if r.Method == "GET" {
			low := ask
			low.cookie = lookCookie + "=" + look{Energy: "low"}.String()
			all = append(all, ask, low)
			continue
		}
		for _, form := range []url.Values{{}, {"words": {"Words."}, "do": {"look"}}, {"words": {"Words."}, "do": {"post"}}, {"words": {"Words."}, "do": {"save"}}, {"words": {"Words."}, "do": {"quote"}},
			{"do": {"lock"}, "reason": {"heated"}}, {"do": {"remove"}, "reason": {"harm"}}, {"kind": {"thanks"}}} {
			ask.form = form
			all = append(all, ask)
		}
	}
	send := func(path string, form url.Values) {
		all = append(all, asking{as: v.as, method: "POST", path: path, form: form})
	}
	for _, kind := range []string{"reply", "edit"} {
		send("/write/check", url.Values{"kind": {kind}, "post": {v.post}, "words": {"Words."}})
		send("/write/check", url.Values{"kind": {kind}, "post": {v.post}, "words": {"Words."}, "only": {"1"}})
		send("/drafts/save", url.Values{"kind": {kind}, "post": {v.post}, "words": {"Words."}})
	}
	send("/write/check", url.Values{"kind": {"reply"}, "post": {public}, "do": {"quote"}, "quote_of": {v.post}, "offered": {"One", "Two", "Three"}})
	send("/write/check", url.Values{"kind": {"reply"}, "post": {public}, "words": {"[quote:" + v.post + ":1]"}, "only": {"1"}})
	send("/drafts/save", url.Values{"kind": {"reply"}, "post": {public}, "words": {"Words."}, "draft": {v.draft}, "version": {"1"}})
	for _, path := range []string{"/p/" + public + "/reply?quote=" + v.post, "/write?draft=" + v.draft, "/b/" + v.board + "/write?draft=" + v.draft,
		"/drafts?from=" + v.draft, "/b/" + v.board + "?from=" + v.thread, "/awake?from=" + v.thread, "/waiting?from=" + v.thread} {
		all = append(all, asking{as: v.as, path: path})
	}
	return all
}

// without is a as it asks for what was never there.
func (v veil) without(a asking) asking {
	none := strings.NewReplacer(v.thread, "0123456789abc", v.post, "123456789abcd", v.draft, "23456789abcde", v.name, "3456789abcdef")
	a.path = none.Replace(a.path)
	form := url.Values{}
	for name, values := range a.form {
		for _, value := range values {
			form.Add(name, none.Replace(value))
		}
	}
	a.form = form
	return a
}

// What may not be seen answers as what is not there: the same status, headers and
// bytes, after the same questions to the database, on every way that leads to it.
func TestHiddenAnswersAsMissing(t *testing.T) {
	w := newTown(t)
	w.settle("moe", account.Moderator)
	away := w.board("away", "Away", forum.Medical, forum.Public)
	w.tend("moe", away)
	asked := 0
	for _, v := range w.veils() {
		same := strings.NewReplacer(v.thread, "THREAD", v.post, "POST", v.draft, "DRAFT", v.name, "NAME", "0123456789abc", "THREAD", "123456789abcd", "POST", "23456789abcde", "DRAFT", "3456789abcdef", "NAME")
		answer := func(a asking) (text string, queries []string) {
			w.forget(v.draft)
			queries = dbtest.Statements(w.db, func() {
				out := w.ask(a)
				text = fmt.Sprint(out.Code, " ", out.Header(), "\n", out.Body)
			})
			return newDraft.ReplaceAllString(chance.ReplaceAllString(same.Replace(text), ""), ""), queries
		}
		for _, a := range w.waysTo(v) {
			asked++
			for _, one := range []asking{a, v.without(a)} {
				answer(one) // what is remembered of boards and lists is in memory from now on
			}
			hidden, queries := answer(a)
			missing, others := answer(v.without(a))
			told := fmt.Sprintf("%q asks for %s at %s %s %v", v.as, v.what, a.method, a.path, a.form)
			if hidden != missing {
				t.Errorf("%s, and is not told what they were of nothing:\n%s", told, firstChange(hidden, missing))
			}
			if !slices.Equal(queries, others) {
				t.Errorf("%s, with other questions to the database than for nothing:\n%s", told, firstChange(strings.Join(queries, "\n"), strings.Join(others, "\n")))
			}
		}
	}
	t.Logf("%d pairs", asked)
}

// newDraft is where the words that were sent are kept, each time under another id.
var newDraft = regexp.MustCompile(`(?:/drafts/|draft=|"draft":")[0-9a-z]{13}`)

// forget throws away what was written but for one draft, and how fast.
func (w *town) forget(but string) {
	w.pace = pace{}
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(w.t.Context(), `DELETE FROM draft WHERE pid <> $1`, but)
		if err == nil {
			_, err = tx.Exec(w.t.Context(), `DELETE FROM guest_draft`)
		}
		return err
	})
}

// tend makes somebody a moderator of one board alone.
func (w *town) tend(who string, board forum.Board) {
	w.must(w.Accounts.SetRole(w.t.Context(), w.people["ola"], w.people[who].Name.PID, account.Moderator, int64(board.ID)))
	w.signIn(who)
}

// rounds is how many requests of each kind are timed.
const rounds = 2000

// Neither does the time to an answer tell what is hidden from what is missing: the
// two are asked for in a random order, and their times compared by Welch's t.
func TestHiddenTakesNoLongerThanMissing(t *testing.T) {
	w := newTown(t)
	ctx, ann, ola := t.Context(), w.people["ann"], w.people["ola"]
	var narrow, opening, down, posts, drafts, former []string
	for range 50 {
		former = append(former, w.formerName())
		one, err := w.Forum.Open(ctx, ann, w.chemo.ID, forum.NewThread{Title: "For members", Words: strings.Repeat("Words. ", 50), Audience: forum.Members})
		w.must(err)
		narrow, opening = append(narrow, one.PID), append(opening, w.opening(one))
		two := w.open("ann", w.chemo, "Taken down", strings.Repeat("Words. ", 50))
		down, posts = append(down, two.PID), append(posts, w.opening(two))
		w.must(w.Forum.RemoveThread(ctx, ola, two.PID, "harm"))
		draft, err := w.Forum.SaveDraft(ctx, ann, forum.Draft{Kind: forum.DraftThread, Board: w.chemo.Slug, Fields: forum.Fields{Words: strings.Repeat("Words. ", 50)}})
		w.must(err)
		drafts = append(drafts, draft.PID)
	}
	for _, test := range []struct {
		as, before, after string
		hidden            []string
	}{
		{"", "/t/", "", narrow}, {"", "/t/", "/print", narrow}, {"", "/p/", "", opening}, {"", "/p/", "/reply", opening},
		{"ben", "/t/", "", down}, {"ben", "/p/", "", posts}, {"ben", "/p/", "/history", posts}, {"ben", "/drafts/", "", drafts}, {"ben", "/u/", "", former},
	} {
		ask := func(pid string) float64 {
			began := time.Now()
			w.ask(asking{as: test.as, path: test.before + pid + test.after})
			return float64(time.Since(began))
		}
		apart := math.Abs(compare(ask, test.hidden, 0, rounds))
		if apart >= 4.5 { // a difference shows the better the more one asks, and what the machine did meanwhile does not
			apart = math.Abs(compare(ask, test.hidden, 0, 5*rounds))
		}
		if apart >= 4.5 {
			t.Errorf("%q can tell by the time whether there is a %s…%s: |t| = %.1f", test.as, test.before, test.after, apart)
		}
		t.Logf("%5q %s…%s |t| = %.2f", test.as, test.before, test.after, apart)
	}
	ask := func(pid string) float64 {
		began := time.Now()
		w.ask(asking{path: "/t/" + pid})
		return float64(time.Since(began))
	}
	if apart := compare(ask, narrow, 20*time.Microsecond, rounds); apart < 4.5 {
		t.Errorf("twenty microseconds more went unnoticed (t = %.1f): this test could not fail", apart)
	} else {
		t.Logf("with twenty microseconds more, t = %.1f", apart)
	}
}

// compare returns Welch's t of the times that the hidden and the missing take. The
// slowest tenth of each is left out: those are the machine's, and so long that they
// would drown a difference. The hidden may be made slower, to see whether it shows.
func compare(ask func(pid string) float64, hidden []string, slower time.Duration, rounds int) float64 {
	var all [2][]float64
	for i := range 2*rounds + 200 {
		which := rand.IntN(2)
		if len(all[which]) == rounds {
			which = 1 - which
		}
		pid := seal.PublicID()
		if which == 0 {
			pid = hidden[rand.IntN(len(hidden))]
		}
		took := ask(pid)
		if which == 0 {
			took += float64(slower)
		}
		if i >= 200 {
			all[which] = append(all[which], took)
		}
	}
	for i := range all {
		slices.Sort(all[i])
		all[i] = all[i][:len(all[i])*9/10]
	}
	return welch(all[0], all[1])
}

// welch returns Welch's t of two samples.
func welch(a, b []float64) float64 {
	mean := func(s []float64) (m, v float64) {
		for _, x := range s {
			m += x / float64(len(s))
		}
		for _, x := range s {
			v += (x - m) * (x - m) / float64(len(s)-1)
		}
		return m, v / float64(len(s))
	}
	ma, va := mean(a)
	mb, vb := mean(b)
	return (ma - mb) / math.Sqrt(va+vb)
}
