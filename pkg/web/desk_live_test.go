package web

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/moderation"
)

// An open desk hears of a new case, and of nothing else; a session has only so many
// lines open; and when the server stops they all end.
func TestDeskHears(t *testing.T) {
	w := newTown(t)
	w.lookAfter("pat", w.quiet)
	post := w.opening(w.open("ann", w.chemo, "Title", "Words."))
	site := httptest.NewUnstartedServer(w.handler)
	site.Config.WriteTimeout = 300 * time.Millisecond // a stream outlives it
	site.Start()
	defer site.Close()
	listen := func(as string) (*bufio.Scanner, int) {
		t.Helper()
		ctx, cancel := context.WithCancel(t.Context())
		t.Cleanup(cancel)
		r, err := http.NewRequestWithContext(ctx, "GET", site.URL+"/desk/live", nil)
		w.must(err)
		r.AddCookie(&http.Cookie{Name: sessionCookie, Value: w.tokens[as]})
		r.Header.Set("Accept", "text/event-stream")
		answer, err := http.DefaultClient.Do(r)
		w.must(err)
		t.Cleanup(func() { answer.Body.Close() })
		lines := bufio.NewScanner(answer.Body)
		if answer.StatusCode == http.StatusOK {
			for lines.Scan() && lines.Text() != "" { // the first lines say that it is open
			}
		}
		return lines, answer.StatusCode
	}
	mo, status := listen("mo")
	if status != http.StatusOK {
		t.Fatal(status)
	}
	for as, want := range map[string]int{"ann": 404, "": 404} {
		if _, got := listen(as); got != want {
			t.Errorf("%q: %d", as, got)
		}
	}
	pat, _ := listen("pat")
	time.AfterFunc(400*time.Millisecond, func() { // later than any answer may take
		_, err := w.Desk.Flag(context.Background(), w.people["ben"], moderation.Target{Kind: moderation.OnPost, PID: post}, moderation.ConductDoor, moderation.Harm, "")
		if err != nil {
			t.Error(err)
		}
	})
	heard := ""
	for mo.Scan() && heard == "" {
		heard = strings.TrimPrefix(mo.Text(), ": here")
	}
	if heard != "data: changed" {
		t.Errorf("mo hears %q", heard)
	}
	for range mostStreams - 1 {
		if _, got := listen("mo"); got != http.StatusOK {
			t.Errorf("one of a few more: %d", got)
		}
	}
	if _, got := listen("mo"); got != http.StatusTooManyRequests {
		t.Errorf("one too many: %d", got)
	}
	w.EndStreams()
	w.EndStreams()
	for pat.Scan() {
		if pat.Text() == "data: changed" {
			t.Error("a moderator of another board hears of it")
		}
	}
	for mo.Scan() {
	}
}
