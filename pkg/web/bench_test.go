package web

import (
	"fmt"
	"html/template"
	"net/http"
	"net/http/httptest"
	"testing"
)

// BenchmarkThread asks for a page of fifty replies, as a guest who finds it
// remembered, as a member, and as a member when nothing is remembered.
func BenchmarkThread(b *testing.B) {
	w := newTown(b)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	opening := w.opening(thread)
	for i := range 50 {
		w.reply("ben", opening, fmt.Sprintf("Reply %d. It is mostly sitting, and a nurse called Dee who talked about her cat.", i))
	}
	for _, test := range []struct {
		name, as string
		before   func()
	}{
		{"guest", "", func() {}},
		{"member", "ann", func() {}},
		{"member, nothing remembered", "ann", func() { w.parts = cache[template.HTML]{most: mostParts} }},
	} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				test.before()
				r := httptest.NewRequest("GET", "/t/"+thread.PID, nil)
				r.Header.Set("Accept-Encoding", "gzip")
				r.Header.Set("Accept-Language", "en-GB,en;q=0.9")
				if test.as != "" {
					r.AddCookie(&http.Cookie{Name: sessionCookie, Value: w.tokens[test.as]})
				}
				out := httptest.NewRecorder()
				if w.handler.ServeHTTP(out, r); out.Code != http.StatusOK {
					b.Fatal(out.Code)
				}
			}
		})
	}
}
