package web

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/forum"
)

// actsOf are acts whose keys are put together: what each beginning can end with.
var actsOf = map[string][]string{
	"role.":          {"member", "welcomer", "moderator", "operator"},
	"storm.joining_": {"open", "invited", "paused"},
	"case.":          {"keep", "ask", "redact", "fold", "remove", "restore", "move", "lock", "note", "pause", "hold_first", "ban", "spam", "release", "decline", "destroy"},
	"care.":          {"redact", "closed"},
}

var actKey = regexp.MustCompile(`^[a-z]+\.[a-z_]*$`)

// acts are the keys of everything that is written down: what any package of the
// domain names Act in an entry, gives to a parameter called act, or puts in a
// variable of that name.
func (w *town) acts() []string {
	w.t.Helper()
	files, err := filepath.Glob("../*/*.go")
	w.must(err)
	var parsed []*ast.File
	set := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "../web/") {
			continue
		}
		one, err := parser.ParseFile(set, file, nil, 0)
		w.must(err)
		parsed = append(parsed, one)
	}
	takes := map[string]int{} // functions, and which of their parameters is an act
	for _, file := range parsed {
		ast.Inspect(file, func(n ast.Node) bool {
			if f, ok := n.(*ast.FuncDecl); ok {
				i := 0
				for _, field := range f.Type.Params.List {
					for _, name := range field.Names {
						if name.Name == "act" {
							takes[f.Name.Name] = i
						}
						i++
					}
				}
			}
			return true
		})
	}
	found := map[string]bool{}
	say := func(e ast.Expr) {
		for _, key := range spelled(e) {
			if ends, begun := actsOf[key]; begun {
				for _, end := range ends {
					found[key+end] = true
				}
				continue
			}
			if strings.HasSuffix(key, ".") || strings.HasSuffix(key, "_") {
				w.t.Errorf("what comes after %q? Say so in actsOf", key)
			}
			found[key] = true
		}
	}
	for _, file := range parsed {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if at, ok := takes[called(n.Fun)]; ok && at < len(n.Args) {
					say(n.Args[at])
				}
				if name := called(n.Fun); name == "log" || name == "Record" {
					for _, arg := range n.Args {
						say(arg)
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Act" {
					say(n.Value)
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if name, ok := left.(*ast.Ident); ok && name.Name == "act" && i < len(n.Rhs) {
						say(n.Rhs[i])
					}
				}
			}
			return true
		})
	}
	if len(found) < 35 {
		w.t.Fatalf("only %v", found)
	}
	return slices.Sorted(maps.Keys(found))
}

func called(f ast.Expr) string {
	switch f := f.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// spelled are the keys that stand in an expression, or begin one.
func spelled(e ast.Expr) (keys []string) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if key, err := strconv.Unquote(e.Value); err == nil && actKey.MatchString(key) {
			keys = append(keys, key)
		}
	case *ast.BinaryExpr:
		keys = append(keys, spelled(e.X)...)
	case *ast.CallExpr: // of a case, which knows whether it is one of care
		if called(e.Fun) == "act" && len(e.Args) == 1 {
			end := ""
			if lit, ok := e.Args[0].(*ast.BasicLit); ok {
				end, _ = strconv.Unquote(lit.Value)
			}
			keys = append(keys, "case."+end, "care."+end)
		}
	}
	return keys
}

// Everything that is written down has its words, in every language.
func TestEveryActHasWords(t *testing.T) {
	w := newTown(t)
	acts := w.acts()
	for _, act := range acts {
		if !w.Words.Has("act." + act) {
			t.Errorf("%s has no words: add act.%s to the catalogue", act, act)
		}
	}
	for some := range slices.Chunk(acts, forum.ActsAtOnce) {
		for _, act := range some {
			w.write(act, "")
		}
		for _, language := range []string{"en", "es"} {
			page := w.ask(asking{as: "mo", path: "/desk/log", header: map[string]string{"Accept-Language": language}}).Body.String()
			if found := regexp.MustCompile(`\b(?:act|run|reason)\.[a-z_.]+|· [a-z]+\.[a-z_]+`).FindAllString(mainOf(t, page), -1); len(found) > 0 {
				t.Errorf("in %s it shows %v", language, found)
			}
		}
	}
}

// The record tells every act, newest first and page by page.
func TestTheRecord(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "First chemo", "Words.")
	for range forum.ActsAtOnce {
		w.write("thread.locked", "thread "+thread.PID)
	}
	w.write("role.operator", "name "+w.people["mo"].Name.PID)
	w.write("name.buried", "name "+w.people["ben"].Name.PID)
	for _, as := range []string{"ola", "mo"} {
		page := w.get(as, "/desk/log")
		says := mainOf(t, page)
		if !strings.Contains(says, "mo · name.buried: ben") || !strings.Contains(says, "mo · Became an operator, by a link") || strings.Count(says, "mo · Conversation let rest: First chemo") != forum.ActsAtOnce-2 {
			t.Error(says)
		}
		older := regexp.MustCompile(`/desk/log\?from=\d+`).FindString(page)
		says = mainOf(t, w.get(as, older))
		if strings.Count(says, "mo · Conversation let rest: First chemo") != 2 || !strings.Contains(says, "That is the whole record.") {
			t.Error(says)
		}
	}
}

// Who looks after some boards reads what was done there and nothing else, and is
// led to no page they do not have.
func TestTheRecordOfSomeBoards(t *testing.T) {
	w := newTown(t)
	ctx, mo := t.Context(), w.people["mo"]
	w.lookAfter("pat", w.quiet)
	here, there := w.open("ann", w.quiet, "Sleepless", "Words."), w.open("ann", w.chemo, "First chemo", "Words.")
	w.must(w.Forum.Lock(ctx, mo, here.PID, "heated"))
	w.must(w.Forum.RemoveThread(ctx, mo, there.PID, "unkind"))
	_, err := w.Forum.AddLabel(ctx, w.people["ola"], "money")
	w.must(err)
	w.write(audit.CareClosed, "thread "+here.PID)
	for as, want := range map[string]string{
		"pat": "mo · Conversation let rest: Sleepless · It had become heated.",
		"mo":  "mo · Care case closed | ola · Label added: money | mo · Conversation taken down: First chemo · It was unkind. | mo · Conversation let rest: Sleepless · It had become heated.",
	} {
		page := w.get(as, "/desk/log")
		var lines []string
		for _, line := range regexp.MustCompile(`</time>(.*)</li>`).FindAllStringSubmatch(page, -1) {
			lines = append(lines, strings.TrimSpace(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(line[1], "")))
		}
		if got := strings.Join(lines, " | "); got != want {
			t.Errorf("as %s: %s", as, got)
		}
		if strings.Contains(page, "/run/") {
			t.Errorf("%s is led to an operator's page", as)
		}
	}
	if page := w.get("ola", "/desk/log"); !strings.Contains(page, "/run/labels#l-money") {
		t.Error("an operator is not led to the label")
	}
	if out := w.ask(asking{as: "pat", path: "/desk/log?from=nonsense"}); out.Code != http.StatusOK {
		t.Errorf("%d", out.Code)
	}
}

// In public stand numbers alone: the newest hash at once, what is about people and
// their words once its month is over, and of care nothing but that somebody was looked after.
func TestDecisionsInNumbers(t *testing.T) {
	w := newTown(t)
	says := func(as string) string { return mainOf(t, w.get(as, "/decisions")) }
	if got := says(""); strings.Contains(got, "newest hash") || !strings.Contains(got, "Nothing has been counted yet.") {
		t.Error(got)
	}
	thread := w.open("ann", w.chemo, "First chemo", "Words.")
	w.must(w.Forum.Lock(t.Context(), w.people["mo"], thread.PID, "heated"))
	w.must(w.Forum.Unlock(t.Context(), w.people["mo"], thread.PID))
	w.must(w.Forum.Lock(t.Context(), w.people["mo"], thread.PID, "heated"))
	_, err := w.Forum.AddLabel(t.Context(), w.people["ola"], "money")
	w.must(err)
	w.must(w.Forum.ArchiveLabel(t.Context(), w.people["ola"], "money"))
	for _, act := range []string{"case.pause", audit.CareClosed, "care.called", "nothing.known"} {
		w.write(act, "")
	}
	newest, err := w.Forum.NewestAct(t.Context())
	w.must(err)
	for _, as := range []string{"", "ann"} {
		got := says(as)
		for _, want := range []string{newest.Hash.String(), "It has 9 entries", "November 2026 Boards, labels, helplines or settings changed: 2 If we got it wrong"} {
			if !strings.Contains(got, want) {
				t.Errorf("as %q, no %q in %s", as, want, got)
			}
		}
	}
	w.clock.pass(30 * 24 * time.Hour)
	w.signIn("ann")
	w.write("post.removed", "")
	newer, err := w.Forum.NewestAct(t.Context())
	w.must(err)
	for _, as := range []string{"", "ann"} {
		got := says(as)
		want := "November 2026 Boards, labels, helplines or settings changed: 2 Conversation let rest: 2 Care case closed: 1 Conversation opened for replies again: 1 Someone paused for some days: 1 Something else: 1 If we"
		if !strings.Contains(got, want) || !strings.Contains(got, newer.Hash.String()) || strings.Contains(got, newest.Hash.String()) {
			t.Errorf("as %q a month later: %s", as, got)
		}
	}
	w.clock.pass(400 * 24 * time.Hour)
	if got := says(""); !strings.Contains(got, "Nothing has been counted yet.") || !strings.Contains(got, newer.Hash.String()) {
		t.Errorf("more than a year later: %s", got)
	}
}

// What everybody reads costs a guest one small query while nothing happens, and
// never more for a long record.
func TestDecisionsCost(t *testing.T) {
	w := newTown(t)
	asked := func() []string {
		return dbtest.Statements(w.db, func() { w.get("", "/decisions") })
	}
	w.tx(func(tx *db.Tx) error {
		for i := range 3000 {
			e := audit.Entry{At: w.clock.now(), Actor: w.people["mo"].Name.ID, Act: "post.removed", Subject: fmt.Sprint("post p", i)}
			if err := audit.Record(t.Context(), tx, e); err != nil {
				return err
			}
		}
		return nil
	})
	first := asked()
	if len(first) != 2 {
		t.Errorf("%s", strings.Join(first, "\n"))
	}
	for i, q := range first {
		dbtest.NoScan(t, w.db, q, [][]any{nil, {202512}}[i]...)
	}
	if again := asked(); len(again) != 1 {
		t.Errorf("%s", strings.Join(again, "\n"))
	}
}
