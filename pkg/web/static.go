package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/static"
)

// An asset is a file that pages send along. Its address holds a hash of what is in
// it, so a browser may keep it for ever: another release has another address.
type asset struct {
	address, kind string
	plain, zipped []byte
}

// assets are read and compressed once, at start.
var assets = pack(static.FS)

// addressed are the same, found by the last part of their address.
var addressed = byAddress(assets)

func pack(files fs.FS) map[string]asset {
	packed := map[string]asset{}
	names, err := fs.Glob(files, "*.*")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		plain, err := fs.ReadFile(files, name)
		if err != nil {
			panic(err)
		}
		ext := path.Ext(name)
		if ext == ".css" {
			plain = leaner(plain)
		}
		packed[name] = asset{
			address: fmt.Sprintf("/static/%s.%.8x%s", strings.TrimSuffix(name, ext), sha256.Sum256(plain), ext),
			kind:    mime.TypeByExtension(ext),
			plain:   plain,
			zipped:  zipped(plain, gzip.BestCompression),
		}
	}
	return packed
}

var (
	remarks = regexp.MustCompile(`(?s)/\*.*?\*/`)
	margins = regexp.MustCompile(`\n\s*`)
)

// leaner is a stylesheet without what only its authors need: remarks and margins.
// No string in ours holds either.
func leaner(css []byte) []byte {
	return margins.ReplaceAll(remarks.ReplaceAll(css, nil), []byte("\n"))
}

func byAddress(packed map[string]asset) map[string]asset {
	found := map[string]asset{}
	for _, a := range packed {
		found[path.Base(a.address)] = a
	}
	return found
}

// zipped returns plain as gzip packs it.
func zipped(plain []byte, level int) []byte {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err != nil {
		panic(err) // only for a level there is not
	}
	w.Write(plain) // into memory, which does not fail
	w.Close()
	return out.Bytes()
}

// Asset is the address of a static file. A name that is none of ours shows itself
// in the first test that draws the page.
func (f frame) Asset(name string) string { return assets[name].address }

func (s *Server) static(c *gin.Context) error {
	a, ok := addressed[c.Param("file")]
	if !ok {
		return fault.New(fault.NotFound, "fault.not_here")
	}
	h, body := c.Writer.Header(), a.plain
	if takesGzip(c.Request) {
		h.Set("Content-Encoding", "gzip")
		body = a.zipped
	}
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(body))
	return nil
}
