package web

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/site"
)

// lookAfter adds a moderator of some boards alone.
func (w *town) lookAfter(shown string, boards ...forum.Board) {
	w.t.Helper()
	w.settle(shown, account.Moderator)
	w.tx(func(tx *db.Tx) error {
		for _, b := range boards {
			if _, err := tx.Exec(w.t.Context(), `INSERT INTO account_board (account, board) VALUES ($1, $2)`, w.people[shown].ID, b.ID); err != nil {
				return err
			}
		}
		return nil
	})
	w.signIn(shown)
}

// send posts a form as somebody, and returns the page that follows it.
func (w *town) send(as, path string, pairs ...string) (status int, page string) {
	w.t.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	out := w.ask(asking{as: as, method: "POST", path: path, form: form})
	if out.Code != http.StatusSeeOther {
		return out.Code, out.Body.String()
	}
	to, _, _ := strings.Cut(out.Header().Get("Location"), "#")
	next := w.ask(asking{as: as, path: to})
	for next.Code == http.StatusFound || next.Code == http.StatusSeeOther {
		to, _, _ = strings.Cut(next.Header().Get("Location"), "#")
		next = w.ask(asking{as: as, path: to})
	}
	return out.Code, next.Body.String()
}

// does sends a form that must be taken, and wants words on the page after it.
func (w *town) does(as, path, says string, pairs ...string) string {
	w.t.Helper()
	status, page := w.send(as, path, pairs...)
	if status != http.StatusSeeOther || !strings.Contains(page, says) {
		w.t.Fatalf("%s %v as %s: %d, want %q on the page after it\n%s", path, pairs, as, status, says, mainOf(w.t, page))
	}
	return page
}

// mainOf is what a page says, in words.
func mainOf(t testing.TB, page string) string {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Data == "main" {
			return textOf(n)
		}
	}
	return page
}

// recorded lists what was written down, the latest first.
func (w *town) recorded() (acts []string) {
	w.t.Helper()
	entries, err := audit.Recent(w.t.Context(), w.db, 100)
	w.must(err)
	for _, e := range entries {
		acts = append(acts, strings.TrimSpace(e.Act+" "+e.Reason))
	}
	return acts
}

// To all but operators the pages of operators are what any address is that leads
// nowhere: the same status and the same bytes.
func TestRunningIsNotHere(t *testing.T) {
	w := newTown(t)
	w.lookAfter("pat", w.quiet)
	fill := strings.NewReplacer(":board", w.chemo.Slug, ":name", w.people["ann"].Name.PID, ":helpline", "none", ":filter", "none")
	for _, as := range []string{"", "ann", "pat", "mo"} {
		for _, method := range []string{"GET", "POST"} {
			missing := w.ask(asking{as: as, method: method, path: "/none"})
			for _, route := range w.routes().Routes() {
				if !strings.HasPrefix(route.Path, "/run") || route.Method != method {
					continue
				}
				got := w.ask(asking{as: as, method: method, path: fill.Replace(route.Path), form: url.Values{"name": {"ben"}}})
				if got.Code != http.StatusNotFound || got.Body.String() != missing.Body.String() {
					t.Errorf("%s %s as %q: %d, %d bytes; missing %d bytes", method, route.Path, as, got.Code, got.Body.Len(), missing.Body.Len())
				}
			}
		}
	}
}

// An operator whose account a passphrase alone opens has none of it either.
func TestRunningNeedsASecondFactor(t *testing.T) {
	w := newTown(t)
	w.tx(func(tx *db.Tx) error {
		_, err := tx.Exec(t.Context(), `DELETE FROM passkey WHERE account = $1`, w.people["ola"].ID)
		return err
	})
	if got := w.ask(asking{as: "ola", path: "/run"}); got.Code != http.StatusNotFound {
		t.Errorf("%d", got.Code)
	}
}

// keys are what a page must never show: the name of a message in place of it.
var keys = regexp.MustCompile(`\b(?:run|tools|log|said|merge|fault|acts?|reason|lock_reason|role|write)\.[a-z_]+[a-z_.-]*`)

// Every page says everything in words, in both languages, and leads somewhere.
func TestOperatorsPagesAreInWords(t *testing.T) {
	w := newTown(t)
	busy := w.busy()
	for _, path := range busy {
		for _, language := range []string{"en", "es"} {
			out := w.ask(asking{as: "ola", path: path, header: map[string]string{"Accept-Language": language}})
			if out.Code != http.StatusOK {
				t.Errorf("%s: %d", path, out.Code)
				continue
			}
			if found := keys.FindAllString(mainOf(t, out.Body.String()), -1); len(found) > 0 {
				t.Errorf("%s in %s shows %v", path, language, found)
			}
			for _, to := range w.leads("ola", out.Body.String()) {
				to, _, _ = strings.Cut(to, "#")
				if code := w.ask(asking{as: "ola", path: to}).Code; code != http.StatusOK && code != http.StatusFound && code != http.StatusSeeOther {
					t.Errorf("%s leads to %s: %d", path, to, code)
				}
			}
			level := 0
			for _, heading := range outline(t, out.Body.String()) {
				if now := int(heading[1] - '0'); now > level+1 {
					t.Errorf("%s skips a level at %s", path, heading)
				} else {
					level = now
				}
			}
		}
	}
}

// busy fills the town with one of everything, and returns the addresses of all of
// an operator's and a moderator's pages.
func (w *town) busy() []string {
	ctx, ola := w.t.Context(), w.people["ola"]
	w.settle("wes", account.Welcomer)
	w.lookAfter("pat", w.quiet)
	_, err := w.Accounts.WriteAgreement(ctx, "Be **kind**.")
	w.must(err)
	help, err := w.Site.AddHelpline(ctx, ola, site.Helpline{Kind: site.HelpNow, Title: "Night line", About: "For anyone. Free.", Phone: "116 123", Hours: "Every night", Opens: "mon-sun 22:00-06:00"})
	w.must(err)
	_, err = w.Site.AddHelpline(ctx, ola, site.Helpline{Kind: site.HelpNow, Title: "Day line", Message: "85258"})
	w.must(err)
	for _, title := range []string{"recurrence", "money"} {
		_, err := w.Forum.AddLabel(ctx, ola, title)
		w.must(err)
	}
	w.must(w.Forum.ArchiveLabel(ctx, ola, "money"))
	rested, err := w.Forum.AddBoard(ctx, ola, forum.Board{Category: forum.Medical, Title: "Radiotherapy", Purpose: "Masks and marks.", Audience: forum.Public, Opens: forum.OpensSteady, Indexed: true, Patch: "q-gem moss"})
	w.must(err)
	w.must(w.Forum.ArchiveBoard(ctx, ola, rested.Slug))

	thread := w.open("ann", w.chemo, "First chemo on Thursday", "What do you wish you had known?")
	reply := w.reply("ben", w.opening(thread), "It is mostly sitting.")
	w.reply("ann", reply.PID, "That helps.")
	down := w.reply("ben", w.opening(thread), "Buy my powder.")
	w.must(w.Forum.Remove(ctx, ola, down.PID, "selling"))
	resting := w.open("ben", w.chemo, "Ports and lines", "Does it hurt?")
	w.must(w.Forum.Lock(ctx, ola, resting.PID, "heated"))
	w.must(w.Forum.Pin(ctx, ola, resting.PID))
	gone := w.open("ben", w.chemo, "A miracle", "Only today.")
	w.must(w.Forum.RemoveThread(ctx, ola, gone.PID, "selling"))
	for _, act := range w.acts() {
		w.write(act, w.subjectOf(act, thread, reply, help))
	}
	person := "/run/person/" + w.people["pat"].Name.PID
	return []string{"/run", "/run/site", "/run/helplines", "/run/helplines/new", "/run/helpline/" + help.PID, "/run/boards", "/run/boards/new", "/run/board/" + w.chemo.Slug,
		"/run/board/" + rested.Slug, "/run/board/" + w.chemo.Slug + "/merge", "/run/board/" + w.chemo.Slug + "/merge?into=" + w.quiet.Slug, "/run/labels", "/run/agreements",
		"/run/people", person, "/t/" + thread.PID + "/tools", "/t/" + resting.PID + "/tools", "/t/" + gone.PID + "/tools",
		"/t/" + thread.PID + "/merge", "/t/" + thread.PID + "/merge?into=/t/" + resting.PID, "/p/" + reply.PID + "/tools", "/p/" + down.PID + "/tools", "/p/" + w.opening(thread) + "/tools"}
}

func (w *town) subjectOf(act string, t forum.Thread, p forum.Post, h site.Helpline) string {
	kind, _, _ := strings.Cut(act, ".")
	return map[string]string{"thread": "thread " + t.PID, "post": "post " + p.PID, "board": "board " + w.chemo.Slug, "label": "label money", "site": "site",
		"helpline": "helpline " + h.PID, "agreement": "agreement 1", "role": "name " + w.people["ann"].Name.PID}[kind]
}

func (w *town) write(act, subject string) {
	w.t.Helper()
	w.tx(func(tx *db.Tx) error {
		return audit.Record(w.t.Context(), tx, audit.Entry{At: w.clock.now(), Actor: w.people["mo"].Name.ID, Act: act, Subject: subject})
	})
}

func TestSettingUp(t *testing.T) {
	w := newTown(t)
	says := mainOf(t, w.get("ola", "/run"))
	for _, missing := range []string{"The site still has the name it came with", "in one sentence who runs this site", "Add at least one helpline", "Say when a moderator looks in", "Write what everyone here agrees to"} {
		if !strings.Contains(says, missing) {
			t.Errorf("%q is not missing: %s", missing, says)
		}
	}
	if strings.Contains(says, "You look after this alone") {
		t.Error("mo and ola are two")
	}
	w.does("ola", "/run/site", "Saved.", "name", "Fernside", "run_by", "A small charity.", "contact", "Ring us.", "on_duty", "Mo looks in every evening", "minimum_age", "21", "care_minutes", "45", "desk_hours", "12",
		"emergency", "999", "language", "en", "time_zone", "Europe/London")
	w.does("ola", "/run/helplines/new", "Night line", "kind", "now", "title", "Night line", "phone", "116 123")
	w.does("ola", "/run/agreements", "Saved.", "version", "0", "words", "Be kind.")
	says = mainOf(t, w.get("ola", "/run"))
	if !strings.Contains(says, "Everything this site needs is in place.") || !strings.Contains(says, "People can join from 21.") {
		t.Error(says)
	}
	if page := w.get("", "/"); !strings.Contains(page, "Fernside") || !strings.Contains(page, "Mo looks in every evening.") || !strings.Contains(page, "116 123") {
		t.Error("guests do not see it")
	}
	w.clock.pass(200 * 24 * time.Hour)
	w.signIn("ola")
	if says = mainOf(t, w.get("ola", "/run")); !strings.Contains(says, "last checked over six months ago") {
		t.Error(says)
	}
	h := w.Site.Now().Helplines[0]
	w.does("ola", "/run/helplines", "Noted as checked today.", "helpline", h.PID, "do", "checked")
	if w.Site.Now().Helplines[0].Due(w.clock.now()) {
		t.Error("it was not noted")
	}
}

// A form that cannot be taken comes back with everything in it, and says what to mend.
func TestOperatorsFormsComeBack(t *testing.T) {
	w := newTown(t)
	long := strings.Repeat("x", 600)
	for _, tc := range []struct {
		path  string
		pairs []string
		says  string
		keeps []string
	}{
		{"/run/site", []string{"name", "", "run_by", "A charity", "minimum_age", "seven", "care_minutes", "0", "desk_hours", "24", "language", "en", "time_zone", "Moon/Crater", "indexed", "yes"},
			"Choose an age from 13 to 99.", []string{`value="A charity"`, `value="seven"`, `value="Moon/Crater"`, `value="yes" checked`}},
		{"/run/helplines/new", []string{"kind", "grief", "title", "A line", "opens", "whenever"}, "Write the hours like this", []string{`value="grief" checked`, `value="A line"`, `value="whenever"`}},
		{"/run/boards/new", []string{"title", "", "category", "personal", "purpose", "What for", "agreements", "Be slow.", "audience", "members", "opens", "steady", "pattern", "q-gem", "cloth", "moss"},
			"The board needs them.", []string{`value="What for"`, `>Be slow.</textarea>`, `value="personal" checked`, `value="steady" checked`, `value="q-gem" checked`, `value="moss" checked`}},
		{"/run/board/chemotherapy", []string{"title", "Chemo", "category", "medical", "purpose", long, "audience", "public", "opens", "members", "pattern", "q-gem", "cloth", "moss"}, "letters too long", []string{long, `value="Chemo"`}},
		{"/run/labels", []string{"do", "add", "title", strings.Repeat("y", 40)}, "letters too long", []string{strings.Repeat("y", 40)}},
		{"/run/agreements", []string{"version", "0", "words", " "}, "Write what everybody here agrees to.", nil},
		{"/run/people", []string{"name", "Nobody Here"}, "Nobody here has exactly that name.", []string{`value="Nobody Here"`}},
		{"/run/board/chemotherapy/merge", []string{"into", "chemotherapy"}, "one and the same", nil},
	} {
		status, page := w.send("ola", tc.path, tc.pairs...)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, tc.says) || !strings.Contains(page, `id="problems"`) {
			t.Errorf("%s: %d, want %q\n%s", tc.path, status, tc.says, mainOf(t, page))
		}
		for _, kept := range tc.keeps {
			if !strings.Contains(page, kept) {
				t.Errorf("%s lost %s", tc.path, kept)
			}
		}
		for _, link := range regexp.MustCompile(`<li><a href="#([a-z_]+)">`).FindAllStringSubmatch(page, -1) {
			if !strings.Contains(page, ` id="`+link[1]+`"`) {
				t.Errorf("%s: what to mend leads to #%s, which is nowhere", tc.path, link[1])
			}
		}
	}
}

// Agreements go on the next member's page, and not over another operator's.
func TestAgreementsOfOperators(t *testing.T) {
	var logged []string
	w := newTown(t, account.WithLog(func(_ context.Context, _ *db.Tx, _ account.Account, act, subject string) error {
		logged = append(logged, act+" "+subject)
		return nil
	}))
	_, page := w.send("ola", "/run/agreements", "do", "look", "version", "0", "words", "Be **kind**.")
	if !strings.Contains(page, "<strong>kind</strong>") || !strings.Contains(page, "Be **kind**.</textarea>") {
		t.Error(mainOf(t, page))
	}
	w.does("ola", "/run/agreements", "Saved. Everyone is asked", "version", "0", "words", "Be **kind**.\r\n\r\nBe slow.")
	if !w.Accounts.NeedsToAccept(w.people["ann"]) {
		t.Error("ann is not asked")
	}
	status, page := w.send("ola", "/run/agreements", "version", "0", "words", "My own.")
	if status != http.StatusConflict || !strings.Contains(page, "My own.</textarea>") || !strings.Contains(page, "<strong>kind</strong>") || !strings.Contains(page, `name="version" value="1"`) {
		t.Errorf("%d %s", status, page)
	}
	if status, _ = w.send("ola", "/run/agreements", "version", "1", "words", "Be **kind**.\n\nBe slow."); status != http.StatusUnprocessableEntity {
		t.Errorf("the same again: %d", status)
	}
	if len(logged) != 1 || logged[0] != "agreement.changed agreement 1" {
		t.Errorf("written down: %v", logged)
	}
}

func TestRoles(t *testing.T) {
	w := newTown(t)
	ann := w.people["ann"].Name.PID
	for _, typed := range []string{"/u/" + ann, " https://kindword.example/u/" + ann} {
		out := w.ask(asking{as: "ola", method: "POST", path: "/run/people", form: url.Values{"name": {typed}}})
		if got := out.Header().Get("Location"); got != "/run/person/"+ann {
			t.Errorf("%q leads to %q", typed, got)
		}
	}
	if says := mainOf(t, w.get("ola", "/run/people")); strings.Contains(says, "ann ") || !strings.Contains(says, "olaRuns this site moModerator · all boards") {
		t.Error(says)
	}
	w.does("ola", "/run/person/"+ann, "Saved. They were signed out everywhere.", "role", "moderator", "boards", id(w.quiet))
	if out := w.ask(asking{as: "ann", path: "/you"}); out.Code != http.StatusUnauthorized {
		t.Errorf("ann is still in: %d", out.Code)
	}
	w.signIn("ann")
	if !w.people["ann"].Moderates(int64(w.quiet.ID)) || w.people["ann"].Moderates(int64(w.chemo.ID)) {
		t.Errorf("%+v", w.people["ann"])
	}
	page := w.get("ola", "/run/person/"+ann)
	if !strings.Contains(page, `value="moderator" checked`) || !strings.Contains(page, `value="`+id(w.quiet)+`" checked`) || strings.Contains(page, `value="`+id(w.chemo)+`" checked`) {
		t.Error(page)
	}
	status, page := w.send("ola", "/run/person/"+w.people["ola"].Name.PID, "role", "member")
	if status != http.StatusConflict || !strings.Contains(page, "Somebody has to run this site.") || !strings.Contains(page, `value="member" checked`) {
		t.Errorf("the last operator: %d", status)
	}
}
