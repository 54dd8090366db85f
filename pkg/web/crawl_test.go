package web

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
)

// readers are all kinds of people who ask; those who may see most come first.
var readers = []string{"ola", "moe", "mo", "fay", "gil", "hal", "ann", "ben", "writer", "guest"}

// asking is how one of them asks for path.
func (q *square) asking(who, path, looks string) asking {
	a := asking{as: who, path: path}
	if who == "guest" || who == "writer" {
		a.as = ""
	}
	if who == "writer" {
		a.cookie = q.cookie
	}
	if looks != "" {
		a.cookie = strings.TrimPrefix(a.cookie+"; "+lookCookie+"="+looks, "; ")
	}
	return a
}

// A crawl is everything that one reader was shown.
type crawl struct {
	*square
	who    string
	known  map[string][]canary // by their words
	found  map[canary]string   // the address of a page that shows each
	seen   map[string]bool     // addresses
	pages  int
	routes []route
}

type route struct {
	gin.RouteInfo
	match *regexp.Regexp
}

func (q *square) crawler(who string) *crawl {
	c := &crawl{square: q, who: who, known: map[string][]canary{}, found: map[canary]string{}, seen: map[string]bool{}}
	for _, k := range q.canaries {
		c.known[k.word] = append(c.known[k.word], k)
	}
	for _, r := range q.routes().Routes() {
		c.routes = append(c.routes, route{r, regexp.MustCompile("^" + regexp.MustCompile(`:[a-z]+`).ReplaceAllString(r.Path, "[^/]+") + "$")})
	}
	return c
}

// Every address that gin lists, filled in with everything there is, and every link
// of every page is read by everybody. What each of them was shown is compared with
// the rule, cell by cell. Whoever may see least comes last and then first, so that
// nothing remembered for one is shown to another.
func TestNobodyReadsWhatIsNotForThem(t *testing.T) {
	q := newSquare(t)
	crawls := map[string]*crawl{}
	for _, who := range readers {
		crawls[who] = q.crawler(who)
		crawls[who].readAll("")
	}
	for _, who := range []string{"guest", "ben", "mo"} {
		crawls[who].readAll(look{Energy: "low", Notes: "show"}.String())
	}
	for _, who := range readers {
		for _, one := range q.canaries {
			at, found := crawls[who].found[one]
			switch may := mayKnow(who, one); {
			case found && !may:
				t.Errorf("%s was shown the %s (%s) at %s", who, one.what, one.word, at)
			case !found && may && !one.id:
				t.Errorf("%s was never shown the %s (%s)", who, one.what, one.word)
			}
		}
		t.Logf("%s read %d pages and looked for %d canaries", who, crawls[who].pages, len(q.canaries))
	}
}

func (c *crawl) readAll(looks string) {
	clear(c.seen)
	for _, path := range c.addresses() {
		c.read(path, looks)
	}
}

// addresses are those of every route that can be read, with everything in the place
// of each of its parameters.
func (c *crawl) addresses() (paths []string) {
	for _, r := range c.routes {
		if r.Method != "GET" || r.Path == "/static/:file" {
			continue
		}
		for _, path := range c.fill(r.Path) {
			paths = append(paths, path)
			for _, more := range c.ways(r.Path, path) {
				paths = append(paths, path+"?"+more)
			}
		}
	}
	return paths
}

// fill puts everything there is, and something that is not, in the place of each
// parameter of a route.
func (c *crawl) fill(path string) []string {
	i := strings.IndexByte(path, ':')
	if i < 0 {
		return []string{path}
	}
	name, rest, more := strings.Cut(path[i+1:], "/")
	if more {
		rest = "/" + rest
	}
	var filled []string
	for _, value := range append(c.values(name, path[:i]), "0123456789abc") {
		filled = append(filled, c.fill(path[:i]+value+rest)...)
	}
	return filled
}

// values are what there is to put in the place of a parameter, after the part of an
// address that stands before it.
func (c *crawl) values(parameter, before string) []string {
	switch parameter {
	case "thread":
		return c.threads
	case "post":
		return c.postsFor(before)
	case "draft":
		return c.drafts
	case "board":
		return []string{c.chemo.Slug, c.quiet.Slug, c.away.Slug}
	case "name":
		return c.names()
	case "held":
		return c.deskIDs("held")
	case "queue":
		return []string{"care", "flagged", "held", "appeals", "unanswered", "unread"}
	case "case":
		return c.deskIDs("flag_case")
	case "decision":
		return c.deskIDs("decision")
	case "message":
		return c.deskIDs("notice")
	case "talk":
		return c.deskIDs("talk")
	case "helpline":
		return []string{c.Site.Now().Helplines[0].PID}
	}
	return nil
}

func (q *square) names() []string {
	pids := []string{q.mask.PID}
	for _, who := range q.people {
		pids = append(pids, who.Name.PID)
	}
	return pids
}

// postsFor are the posts to ask for below an address: all of them; on the pages of
// a thread its own, and the post that opened each of the others.
func (c *crawl) postsFor(path string) (posts []string) {
	thread := strings.Split(path+"///", "/")[2]
	if !slices.Contains(c.threads, thread) {
		return c.posts
	}
	known := map[string]bool{}
	for _, pid := range c.posts {
		if of := c.within[pid]; of == thread || !known[of] {
			posts, known[of] = append(posts, pid), true
		}
	}
	return posts
}

// ways are the other pages that a route has at a path: its orders, its places to
// begin.
func (c *crawl) ways(route, path string) (queries []string) {
	each := func(name string, of []string) {
		for _, value := range of {
			queries = append(queries, name+"="+value)
		}
	}
	switch {
	case route == "/b/:board":
		each("order", []string{"newest", "waiting"})
		each("from", c.threads)
	case route == "/awake", route == "/waiting":
		each("from", c.threads)
	case route == "/t/:thread":
		each("order", []string{"newest", "flat", "one"})
		each("from", c.postsFor(path))
	case route == "/t/:thread/print":
		each("from", c.postsFor(path))
	case path == "/p/"+c.posts[2]+"/reply":
		queries = []string{"new=1"}
		each("quote", c.posts)
	case strings.HasSuffix(route, "/write"), route == "/write":
		each("draft", c.drafts)
	case route == "/drafts":
		queries = []string{"thrown=1"}
		each("from", c.drafts)
	}
	return queries
}

// read reads the page at path, and every page it leads to.
func (c *crawl) read(path, looks string) {
	left := []string{path}
	for len(left) > 0 {
		path, left = left[0], left[1:]
		if c.seen[path] {
			continue
		}
		c.seen[path] = true
		out := c.ask(c.asking(c.who, path, looks))
		c.pages++
		if out.Code >= 500 {
			c.t.Errorf("%s at %s: %d", c.who, path, out.Code)
		}
		c.look(path, out.Body.String(), fmt.Sprint(out.Header()))
		left = append(left, leadsTo(out)...)
	}
}

// look notes every canary in what was answered at path. Its own address is no
// secret to whoever asks.
func (c *crawl) look(path string, texts ...string) {
	bare, _, _ := strings.Cut(path, "?")
	for _, text := range texts {
		for token := range strings.FieldsFuncSeq(text, notInWord) {
			for _, one := range c.known[token] {
				if one.id && strings.Contains(path, token) || one.on != "" && !c.routed(one.on, bare) {
					continue
				}
				c.found[one] = path
			}
		}
		if c.who != "fay" && strings.Contains(text, c.mask.PID) && strings.Contains(text, c.people["fay"].Name.PID) {
			c.t.Errorf("%s: %s shows both a name for one thread and whose it is", c.who, path)
		}
	}
}

func notInWord(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') }

func (c *crawl) routed(pattern, path string) bool {
	return slices.ContainsFunc(c.routes, func(r route) bool { return r.Path == pattern && r.match.MatchString(path) })
}

var linksIn = regexp.MustCompile(` (?:href|action)="(/[^"#]*)`)

// leadsTo returns where the links of a page go, its forms and where it sends on to.
// Where somebody goes back to afterwards makes no other page.
func leadsTo(out *httptest.ResponseRecorder) (paths []string) {
	found := []string{out.Header().Get("Location")}
	for _, m := range linksIn.FindAllStringSubmatch(out.Body.String(), -1) {
		found = append(found, html.UnescapeString(m[1]))
	}
	for _, path := range found {
		u, err := url.Parse(path)
		if err != nil || !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "/static/") {
			continue
		}
		values := u.Query()
		values.Del("next")
		u.RawQuery, u.Fragment = values.Encode(), ""
		paths = append(paths, u.String())
	}
	return paths
}

// A copy of somebody's words holds all of theirs, and nobody else's.
func TestCopyHoldsOnesOwnWords(t *testing.T) {
	q := newSquare(t)
	for _, who := range []string{"ann", "ben", "fay", "mo"} {
		out := q.ask(asking{as: who, method: "POST", path: "/you/words"})
		packed, err := zip.NewReader(bytes.NewReader(out.Body.Bytes()), int64(out.Body.Len()))
		q.must(err)
		for _, file := range packed.File {
			c, text := q.crawler(who), new(strings.Builder)
			r, err := file.Open()
			q.must(err)
			_, err = io.Copy(text, r)
			q.must(err)
			c.look(file.Name, text.String())
			for _, one := range q.canaries {
				switch _, found := c.found[one]; {
				case one.id || one.on != "":
				case found && one.by != who:
					t.Errorf("%s: %s holds the %s, which is %s's", who, file.Name, one.what, one.by)
				case !found && one.by == who && one.fate != gone4good:
					t.Errorf("%s: %s lacks the %s", who, file.Name, one.what)
				}
			}
		}
	}
}
