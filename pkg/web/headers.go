package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// contentPolicy lets a page use what this site serves and nothing else. Neither
// scripts nor styles stand in a page itself, so words that slip through as markup
// still do nothing.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// headers stand on every answer. Referrer-Policy is same-origin, not no-referrer:
// that one makes browsers send "Origin: null" with our own forms, and every form
// on plain http would be refused.
func (s *Server) headers(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("Referrer-Policy", "same-origin")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "+
		"microphone=(), midi=(), payment=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)")
	h.Set("X-Robots-Tag", "noindex, nofollow, noarchive, nosnippet, noai, noimageai")
	h.Set("Cache-Control", "no-store") // unless whoever answers knows better
	if s.Secure {
		h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
	}
	c.Next()
}

// indexed lets search engines list the page: only for a board whose operator
// opened it to them, on a site that allows it.
func indexed(c *gin.Context) {
	c.Writer.Header().Set("X-Robots-Tag", "noarchive, noai, noimageai")
}

// asGet answers HEAD as GET is answered, without the body. It looks like a browser
// that fetches ahead, so it moves nothing: see [moves].
func asGet(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			get := r.Clone(r.Context())
			get.Method = http.MethodGet
			get.Header.Set("Sec-Purpose", "prefetch")
			w, r = headOnly{w}, get
		}
		next.ServeHTTP(w, r)
	})
}

// headOnly sends an answer's head and drops its body.
type headOnly struct{ http.ResponseWriter }

func (h headOnly) Write(b []byte) (int, error) { return len(b), nil }

// moves reports whether a GET may move what is the reader's own (their place in a
// thread, a visited notice): not when a browser only fetches ahead.
func moves(c *gin.Context) bool {
	for _, name := range []string{"Sec-Purpose", "Purpose", "X-Moz"} {
		if strings.Contains(c.GetHeader(name), "prefetch") || strings.Contains(c.GetHeader(name), "prerender") {
			return false
		}
	}
	return true
}
