package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// guestPage is a whole page as every guest who reads alike gets it, made once a
// version and kept as it travels. It holds nobody's secret, so its length may be
// known.
type guestPage struct {
	etag   string
	zipped []byte
}

// read answers with a page that changes nothing. A guest's is remembered whole
// under key, which names the version of all that make shows beside the frame; who
// may see it has been asked already. Anybody else's is made for them.
func readPage[T any](s *Server, c *gin.Context, v view[T], key string, make func() (T, error)) error {
	if viewer(c).Member() {
		page, err := make()
		if err != nil {
			return err
		}
		return v.show(c, page)
	}
	page, err := s.pages.get(keyOf(key, s.frameKey(c)), func() (guestPage, error) {
		page, err := make()
		if err != nil {
			return guestPage{}, err
		}
		html, err := v.render(page)
		return remembered(html), err
	})
	if err != nil {
		return err
	}
	return page.send(c)
}

// frameKey names everything that a guest's frame shows: how they read and in which
// language, the site's settings, who is on duty, and today, which turns "today" into "yesterday".
func (s *Server) frameKey(c *gin.Context) string {
	f := s.frame(c)
	f.Look.Labels = "" // pages with rows on them see to that: see readRows
	return keyOf(f.Lang(), f.day, f.Site.Version, f.Duty, f.Scripts, f.Look)
}

// remembered names the page for what is in it, not for its version: a new release
// may show the same version in other words.
func remembered(html template.HTML) guestPage {
	return guestPage{fmt.Sprintf(`W/"%.12x"`, sha256.Sum256([]byte(html))), zipped([]byte(html), gzip.BestCompression)}
}

// send answers 304 to a browser that has the page, and unpacks it for the few
// that cannot. No proxy keeps it: a thread that was narrowed vanishes at once.
func (p guestPage) send(c *gin.Context) error {
	h, body := c.Writer.Header(), p.zipped
	if takesGzip(c.Request) {
		h.Set("Content-Encoding", "gzip")
	} else {
		r, err := gzip.NewReader(bytes.NewReader(p.zipped))
		if err != nil {
			return err
		}
		if body, err = io.ReadAll(r); err != nil {
			return err
		}
	}
	h.Set("Content-Type", htmlType)
	h.Set("ETag", p.etag)
	h.Set("Cache-Control", "private, no-cache")
	h.Add("Vary", "Accept-Encoding, Accept-Language, Cookie, Save-Data") // the same address is another page once you sign in
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(body))
	return nil
}

func takesGzip(r *http.Request) bool {
	for offer := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, weight, _ := strings.Cut(offer, ";")
		if strings.TrimSpace(name) == "gzip" {
			return weight == "" || strings.Trim(weight, " q=0.") != "" // q=0, in any spelling, is a no
		}
	}
	return false
}
