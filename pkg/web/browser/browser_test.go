package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
)

const bad = `<!doctype html><html lang="en"><title>A form</title><main><h1>A form</h1>
<img src="/x.png"><input name="bare"><p style="color:#ccc;background:#fff">too pale</p>
<form action="/next" method="post"><label for="w">Words</label><input id="w" name="w"><button>Send</button></form></main>`

func site(t *testing.T) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			fmt.Fprintf(w, "<!doctype html><html lang=en><title>t</title><main><h1>Got</h1><p id=got>%s</p></main>", r.PostFormValue("w"))
			return
		}
		fmt.Fprint(w, bad)
	}))
	t.Cleanup(s.Close)
	return s
}

// The tools that judge the product can tell good from bad themselves.
func TestToolsWork(t *testing.T) {
	b, s := Start(t), site(t)
	for _, way := range []Way{{}, {NoScript: true, Width: 360, Dark: true}} {
		p := b.Open(t, s.URL, way)
		p.Go("/")
		violations, _ := p.Axe()
		for _, want := range []string{"image-alt", "label", "color-contrast"} {
			if !slices.ContainsFunc(violations, func(f Finding) bool { return f.Rule == want }) {
				t.Errorf("axe-core missed the planted %s: %v", want, violations)
			}
		}
		if stops := p.Stops(9); len(stops) != 3 || stops[2].Tag != "BUTTON" {
			t.Errorf("Tab led to %v", stops)
		}
		p.Type("#w", "hello")
		p.Press("button")
		if p.Text("#got") != "hello" || p.Address() != "/next" {
			t.Errorf("sent %q to %s", p.Text("#got"), p.Address())
		}
	}
}
