package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// To all but moderators of its board, the tools for what is there are what the
// tools for nothing are: the same status and the same bytes.
func TestToolsAreNotHere(t *testing.T) {
	w := newTown(t)
	w.lookAfter("pat", w.quiet)
	thread, gone := w.open("ann", w.chemo, "First chemo", "Words."), w.open("ann", w.chemo, "Another", "Words.")
	mine := w.open("pat", w.chemo, "A moderator elsewhere", "Words.")
	post := w.opening(thread)
	for _, t := range []forum.Thread{gone, mine} {
		w.must(w.Forum.RemoveThread(w.t.Context(), w.people["mo"], t.PID, "double"))
	}
	for _, as := range []string{"", "ann", "ben", "pat"} {
		for _, method := range []string{"GET", "POST"} {
			for _, path := range []string{"/t/:/tools", "/t/:/merge", "/p/:/tools"} {
				there := []string{thread.PID, gone.PID, mine.PID}
				if strings.HasPrefix(path, "/p") {
					there = []string{post}
				}
				missing := w.ask(asking{as: as, method: method, path: strings.Replace(path, ":", "0123456789abc", 1), form: url.Values{"do": {"pin"}}})
				for _, pid := range there {
					got := w.ask(asking{as: as, method: method, path: strings.Replace(path, ":", pid, 1), form: url.Values{"do": {"pin"}}})
					if got.Code != http.StatusNotFound || got.Body.String() != missing.Body.String() {
						t.Errorf("%s %s of %s as %q: %d, %d bytes; missing %d bytes", method, path, pid, as, got.Code, got.Body.Len(), missing.Body.Len())
					}
				}
			}
		}
	}
	if got := w.recorded(); len(got) != 2 {
		t.Errorf("somebody did something: %v", got)
	}
}

// Each tool leads back to the thread and says what was done, and guests see it at once.
func TestToolsForAThread(t *testing.T) {
	w := newTown(t)
	_, err := w.Forum.AddLabel(t.Context(), w.people["ola"], "money")
	w.must(err)
	thread := w.open("ann", w.chemo, "First chemo", "canary")
	path := "/t/" + thread.PID
	guest := func() string { return w.ask(asking{path: path}).Body.String() }
	guest()

	page := w.get("mo", path)
	if !strings.Contains(page, path+"/tools") || strings.Contains(w.get("ben", path), "/tools") || strings.Contains(guest(), "/tools") {
		t.Error("the link to the tools is on the wrong pages")
	}
	w.does("mo", path+"/tools", "This conversation is resting now.", "do", "lock", "reason", "heated")
	if !strings.Contains(guest(), "This conversation is resting.") {
		t.Error("a guest can still answer")
	}
	w.does("mo", path+"/tools", "People can reply here again.", "do", "unlock")
	w.does("mo", path+"/tools", "stands first on its board now", "do", "pin")
	if !strings.Contains(w.get("", "/b/chemotherapy"), "Start here") {
		t.Error("guests do not see it first")
	}
	w.does("mo", path+"/tools", "stands among the others again", "do", "unpin")
	w.does("mo", path+"/tools", "The labels are saved.", "do", "label", "labels", "money")
	if !strings.Contains(guest(), "Touches on: money") || !strings.Contains(w.get("mo", path+"/tools"), `value="money" checked`) {
		t.Error("no label")
	}
	w.does("mo", path+"/tools", "Moved.", "do", "move", "board", w.quiet.Slug, "note", "More people read here.")
	if !strings.Contains(w.get("ben", path), "More people read here.") || w.ask(asking{path: path}).Code != http.StatusNotFound {
		t.Error("it is not where it was moved to")
	}
	w.does("mo", path+"/tools", "taken down. Only moderators see it.", "do", "remove_thread", "reason", "off-topic")
	if w.ask(asking{as: "ben", path: path}).Code != http.StatusNotFound || w.ask(asking{as: "ann", path: path}).Code != http.StatusGone {
		t.Error("it still stands")
	}
	w.does("mo", path+"/tools", "This conversation is back.", "do", "put_back_thread")
	w.get("ben", path)
	want := "thread.restored,thread.removed off-topic,thread.moved,thread.labelled,thread.unpinned,thread.pinned,thread.unlocked,thread.locked heated,label.added"
	if acts := strings.Join(w.recorded(), ","); acts != want {
		t.Errorf("written down: %s", acts)
	}
}

// What cannot be done comes back with what was typed, beside the tool it was typed into.
func TestToolsComeBack(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "canary")
	reply := w.reply("ben", w.opening(thread), "Words.")
	tools := "/t/" + thread.PID + "/tools"
	for _, tc := range []struct {
		path   string
		pairs  []string
		status int
		says   string
		keeps  string
	}{
		{tools, []string{"do", "lock"}, 422, "Choose a reason.", `id="reason"`},
		{tools, []string{"do", "remove_thread", "reason", "heated"}, 422, "Choose a reason.", `id="reason"`},
		{tools, []string{"do", "move", "board", "", "note", "It fits better."}, 422, "Choose one of these.", `value="It fits better."`},
		{tools, []string{"do", "move", "board", "chemotherapy", "note", "It fits better."}, 422, "already on this board", `value="It fits better."`},
		{tools, []string{"do", "move", "board", w.quiet.Slug, "note", strings.Repeat("z", 201)}, 422, "1 letter too long", `value="` + w.quiet.Slug + `" selected`},
		{tools, []string{"do", "put_back_thread"}, 409, "nothing to put back", ""},
		{tools, []string{"do", "dance"}, 422, "Choose what to do first.", ""},
		{"/p/" + reply.PID + "/tools", []string{"do", "remove"}, 422, "Choose a reason.", `id="reason"`},
		{"/p/" + reply.PID + "/tools", []string{"do", "split", "title", strings.Repeat("z", 121)}, 422, "1 letter too long", strings.Repeat("z", 121)},
		{"/p/" + reply.PID + "/tools", []string{"do", "put_back"}, 409, "nothing to put back", ""},
		{"/t/" + thread.PID + "/merge", []string{"into", "/t/0123456789abc"}, 422, "no conversation at that address", `value="/t/0123456789abc"`},
		{"/t/" + thread.PID + "/merge", []string{"into", "/t/" + thread.PID}, 422, "one and the same", ""},
	} {
		status, page := w.send("mo", tc.path, tc.pairs...)
		if status != tc.status || !strings.Contains(page, tc.says) || !strings.Contains(page, tc.keeps) {
			t.Errorf("%s %v: %d, want %d, %q and %s\n%s", tc.path, tc.pairs, status, tc.status, tc.says, tc.keeps, mainOf(t, page))
		}
		if n := strings.Count(page, ` id="reason"`); n > 1 {
			t.Errorf("%s %v: %d fields with one id", tc.path, tc.pairs, n)
		}
	}
	if got := w.recorded(); len(got) != 0 {
		t.Errorf("something was done: %v", got)
	}
}

func TestToolsForAPost(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "Words.")
	reply := w.reply("ben", w.opening(thread), "Buy my canary.")
	under := w.reply("ann", reply.PID, "No.")
	tools := "/p/" + reply.PID + "/tools"
	if says := mainOf(t, w.get("mo", tools)); !strings.Contains(says, "Buy my canary.") || !strings.Contains(says, "1 reply goes along with it.") || strings.Contains(says, "What it said before") {
		t.Error(says)
	}
	w.does("mo", tools, "The post is taken down.", "do", "remove", "reason", "selling")
	if page := w.get("", "/t/"+thread.PID); strings.Contains(page, "canary") || !strings.Contains(page, "It was selling something.") {
		t.Error("guests see the wrong thing")
	}
	if says := mainOf(t, w.get("mo", tools)); !strings.Contains(says, "Buy my canary.") || !strings.Contains(says, "It was selling something.") || !strings.Contains(says, "Put it back") {
		t.Error(says)
	}
	w.does("mo", tools, "The post is back.", "do", "put_back")
	w.tx(func(tx *db.Tx) error { // as if it had been changed
		_, err := tx.Exec(t.Context(), `UPDATE post SET revision = 2 WHERE pid = $1`, reply.PID)
		return err
	})
	if page := w.get("mo", tools); !strings.Contains(page, "/p/"+reply.PID+"/history") {
		t.Error("no link to what it said before")
	}
	page := w.does("mo", tools, "Here is the new conversation.", "do", "split", "title", "About canaries")
	if says := mainOf(t, page); !strings.Contains(says, "About canaries") || !strings.Contains(says, "No.") {
		t.Error(says)
	}
	if strings.Contains(w.get("", "/t/"+thread.PID), "canary") || !strings.Contains(w.get("", "/b/chemotherapy"), "About canaries") {
		t.Error("guests see the old conversation")
	}
	if got := w.ask(asking{path: "/p/" + under.PID}); got.Code != http.StatusFound || strings.Contains(got.Header().Get("Location"), thread.PID) {
		t.Errorf("a reply under it leads to %s", got.Header().Get("Location"))
	}
}

// What will happen is said before it does, and the moderator's own address bar is
// as good as a bare id.
func TestMergingThreads(t *testing.T) {
	w := newTown(t)
	one, other := w.open("ann", w.chemo, "Port or line", "canary"), w.open("ben", w.chemo, "Line or port", "Words.")
	w.reply("ben", w.opening(one), "A port.")
	path := "/t/" + one.PID + "/merge"
	for _, address := range []string{other.PID, "/t/" + other.PID, "https://kindword.example/t/" + other.PID + "?order=newest#p-x", " /t/" + other.PID + "/from/abc "} {
		says := mainOf(t, w.get("mo", path+"?into="+url.QueryEscape(address)))
		if !strings.Contains(says, "2 posts move to “Line or port”.") || strings.Contains(says, "for members") {
			t.Errorf("%s: %s", address, says)
		}
	}
	quiet := w.open("ann", w.quiet, "In private", "Words.")
	if says := mainOf(t, w.get("mo", path+"?into="+quiet.PID)); !strings.Contains(says, "What anyone can read now will be for members, for good.") {
		t.Error(says)
	}
	w.lookAfter("pat", w.chemo)
	for into, want := range map[string]string{quiet.PID: "You do not look after the board of that conversation.", "none": "no conversation at that address"} {
		out := w.ask(asking{as: "pat", path: path + "?into=" + into})
		if out.Code != http.StatusUnprocessableEntity || !strings.Contains(out.Body.String(), want) {
			t.Errorf("pat, into %s: %d", into, out.Code)
		}
	}
	if len(w.recorded()) != 0 {
		t.Error("looking did something")
	}
	page := w.does("mo", path, "Merged. The posts are here now.", "into", "/t/"+other.PID)
	if says := mainOf(t, page); !strings.Contains(says, "canary") || !strings.Contains(says, "A port.") {
		t.Error(says)
	}
	if out := w.ask(asking{as: "mo", path: "/t/" + one.PID + "/tools"}); out.Header().Get("Location") != "/t/"+other.PID+"/tools" {
		t.Errorf("its tools lead to %q", out.Header().Get("Location"))
	}
}
