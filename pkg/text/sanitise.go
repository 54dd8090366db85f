package text

import (
	"net/url"
	"regexp"

	"github.com/microcosm-cc/bluemonday"
)

// rel stands on every link: the site vouches for none, and tells the other side
// neither which page its reader came from nor how to reach back.
const rel = "nofollow ugc noopener noreferrer"

// policy lists all that may ever reach a page. It is the second lock: the
// renderer already makes nothing else. It is made once, for a policy is safe to
// share only while nobody changes it.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "em", "strong", "blockquote", "ul", "ol", "li", "code", "pre", "small")
	p.AllowAttrs("start").Matching(regexp.MustCompile(`^[0-9]{1,9}$`)).OnElements("ol")
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("rel").Matching(regexp.MustCompile(`^` + rel + `$`)).OnElements("a")
	p.AllowAttrs("ref").Matching(regexp.MustCompile(`^[0-9A-Za-z:-]+$`)).OnElements("kw-quote", "kw-name")
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(false)
	// AllowURLSchemes alone would let "https:evil.example" through.
	for _, scheme := range []string{"http", "https"} {
		p.AllowURLSchemeWithCustomPolicy(scheme, func(u *url.URL) bool {
			return u.Hostname() != "" && u.User == nil && u.Opaque == ""
		})
	}
	return p
}
