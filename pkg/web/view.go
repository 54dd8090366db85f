package web

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html/template"
	"net/http"
	"regexp"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/templates"
)

const htmlType = "text/html; charset=utf-8"

// A view is a template that is only ever filled with a T.
type view[T any] struct{ t *template.Template }

// drawn is one view, for the test that looks over all of them.
type drawn struct {
	t     *template.Template
	shows any
}

// views are all there are; the list grows while the package starts, and no later.
var views = map[string]drawn{}

// newPage reads the template of a whole page, set in the frame all pages share.
func newPage[T any](name string) view[T] {
	return read[T](name, "base.html", "parts.html", "answer.html", name)
}

// newPart reads the template of a part that is made once and shown on many pages,
// or of a page that stands alone.
func newPart[T any](name string) view[T] { return read[T](name, name, "parts.html") }

func read[T any](name string, files ...string) view[T] {
	var shows T
	t := template.Must(template.ParseFS(templates.FS, files...))
	views[name] = drawn{t, shows}
	return view[T]{t}
}

func (v view[T]) render(data T) (template.HTML, error) {
	var out strings.Builder
	err := v.t.Execute(&out, data)
	return template.HTML(out.String()), err
}

// show sends the page whole, or not at all.
func (v view[T]) show(c *gin.Context, data T) error { return v.showAs(c, http.StatusOK, data) }

func (v view[T]) showAs(c *gin.Context, status int, data T) error {
	var out bytes.Buffer
	if err := v.t.Execute(&out, data); err != nil {
		return err
	}
	sendHTML(c, status, out.Bytes())
	return nil
}

// sendHTML packs a page for the way. The one secret in it, the form's token, is
// masked anew each time, so that its length tells nothing.
func sendHTML(c *gin.Context, status int, page []byte) {
	h := c.Writer.Header()
	h.Add("Vary", "Accept-Encoding, Accept-Language, Cookie")
	if takesGzip(c.Request) {
		h.Set("Content-Encoding", "gzip")
		page = quickly(page)
	}
	c.Data(status, htmlType, page)
}

// packers are kept for the next page: a new one costs more than most pages do.
var packers = sync.Pool{New: func() any {
	w, err := gzip.NewWriterLevel(nil, gzip.BestSpeed)
	if err != nil {
		panic(err) // only for a level there is not
	}
	return w
}}

// quickly packs a page that is sent once.
func quickly(page []byte) []byte {
	w := packers.Get().(*gzip.Writer)
	defer packers.Put(w)
	var out bytes.Buffer
	w.Reset(&out)
	w.Write(page) // into memory, which does not fail
	w.Close()
	return out.Bytes()
}

// B is T for a sentence with **words** in bold or a [link](/kind) to a page of
// ours. What stands in its gaps is shown as it is.
func (f frame) B(key string, args ...any) template.HTML {
	plain := make([]any, len(args))
	for i, arg := range args {
		plain[i] = arg
		if i%2 == 1 {
			plain[i] = unmarked.Replace(fmt.Sprint(arg))
		}
	}
	html := template.HTMLEscapeString(f.T(key, plain...))
	html = bold.ReplaceAllString(html, "<b>$1</b>")
	html = linked.ReplaceAllString(html, `<a href="$2">$1</a>`)
	return template.HTML(marked.Replace(html))
}

var (
	bold   = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	linked = regexp.MustCompile(`\[([^\]]+)\]\(((?:/|#|tel:)[A-Za-z0-9/#+-]*)\)`)

	// What somebody wrote never turns bold or into a link: its marks stand aside
	// while the sentence is made.
	unmarked = strings.NewReplacer("*", "\uE000", "[", "\uE001")
	marked   = strings.NewReplacer("\uE000", "*", "\uE001", "[")
)
