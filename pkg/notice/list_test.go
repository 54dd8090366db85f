package notice

import (
	"fmt"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
)

// lamp gives somebody a name for one thread.
func (w *town) lamp(by account.Account, shown string) account.Name {
	w.t.Helper()
	thread := w.open(by, shown)
	return must(w.Accounts.NameIn(w.t.Context(), w.db, by, int64(thread.ID)))(w.t)
}

// A member sees what all their names are told, newest first and every notice once;
// nobody else sees any of it.
func TestFor(t *testing.T) {
	w := newTown(t)
	lamp := w.lamp(w.Ann, "Paper Lamp")
	const all = 3*onPage + 1
	for i := range all {
		name := w.Ann.Name.ID
		if i%3 == 0 {
			name = lamp.ID
		}
		w.put(name, fmt.Sprintf("decision %d", i))
		if i%4 == 0 {
			w.pass(time.Minute) // some are told at the same moment
		}
	}
	seen, from, last := map[string]bool{}, "", w.clock.Add(time.Hour)
	for pages := 0; ; pages++ {
		page := must(w.For(t.Context(), w.Ann, from))(t)
		for _, n := range page.Notices {
			if seen[n.PID] || n.At.After(last) {
				t.Errorf("%s at %v came twice or too late", n.About, n.At)
			}
			if want := n.Name == lamp.ID; n.To.OneThread() != want || want && n.To.Shown != "Paper Lamp" {
				t.Errorf("%s is told to %+v", n.About, n.To)
			}
			seen[n.PID], last = true, n.At
			if _, err := w.Notice(t.Context(), w.Ben, n.PID); !fault.Is(err, fault.NotFound) {
				t.Errorf("ben reads a notice of ann's: %v", err)
			}
		}
		if from = page.Next; from == "" {
			break
		}
	}
	if len(seen) != all {
		t.Errorf("%d notices, want %d", len(seen), all)
	}
	for who, by := range map[string]account.Account{"ben": w.Ben, "mo": w.Mo, "a guest": {}} {
		if page := must(w.For(t.Context(), by, ""))(t); len(page.Notices) != 0 {
			t.Errorf("%s sees %d", who, len(page.Notices))
		}
	}
	// Another's notice as a beginning tells nothing of it.
	other := must(w.For(t.Context(), w.Ann, ""))(t).Notices[0].PID
	if page := must(w.For(t.Context(), w.Ben, other))(t); len(page.Notices) != 0 {
		t.Error("ben begins at a notice of ann's")
	}
}

func TestSeeing(t *testing.T) {
	w := newTown(t)
	lamp := w.lamp(w.Ann, "Paper Lamp")
	unseen := func(want int) {
		t.Helper()
		if n := must(w.Unseen(t.Context(), w.Ann))(t); n != want {
			t.Errorf("%d unseen, want %d", n, want)
		}
	}
	unseen(0)
	for i := range 3 {
		w.put(w.Ann.Name.ID, fmt.Sprint("decision ", i))
		w.put(lamp.ID, fmt.Sprint("decision ", i))
	}
	unseen(6)
	first := must(w.For(t.Context(), w.Ann, ""))(t).Notices[0]
	if err := w.See(t.Context(), w.Ben, first.PID); !fault.Is(err, fault.NotFound) {
		t.Errorf("ben sees a notice of ann's: %v", err)
	}
	must(0, w.See(t.Context(), w.Ann, first.PID))(t)
	must(0, w.See(t.Context(), w.Ann, first.PID))(t)
	unseen(5)
	if w.CanUnsee(w.Ann) {
		t.Error("one alone is not taken back")
	}
	must(0, w.SeeAll(t.Context(), w.Ann))(t)
	unseen(0)
	must(0, w.UnseeAll(t.Context(), w.Ann))(t)
	unseen(5)
	if err := w.UnseeAll(t.Context(), w.Ann); !fault.Is(err, fault.Conflict) {
		t.Errorf("taken back twice: %v", err)
	}
	must(0, w.SeeAll(t.Context(), w.Ann))(t)
	w.pass(UnseeWithin + time.Minute)
	if w.CanUnsee(w.Ann) || w.CanUnsee(w.Ben) {
		t.Error("it is remembered too long, or for others")
	}
	for i := range MostUnseen + 10 {
		w.put(w.Ann.Name.ID, fmt.Sprint("more ", i))
	}
	unseen(MostUnseen + 1)
}

// No moment at which a notice is looked at is kept: moments would tell which names
// are one person's.
func TestSeeingLeavesADay(t *testing.T) {
	w := newTown(t)
	w.put(w.Ann.Name.ID, "decision one")
	w.put(w.lamp(w.Ann, "Paper Lamp").ID, "decision two")
	w.pass(3*time.Hour + 17*time.Second)
	must(0, w.SeeAll(t.Context(), w.Ann))(t)
	days := must(db.All(t.Context(), w.db, db.Value[int64], `SELECT seen_day FROM notice`))(t)
	for _, d := range days {
		if d != int64(account.DayOf(w.clock)) {
			t.Errorf("seen at %d", d)
		}
	}
}

// What is read for a page does not grow with what there is.
func TestReadingUsesItsIndex(t *testing.T) {
	w := newTown(t)
	w.put(w.Ann.Name.ID, "decision one")
	w.put(w.Ann.Name.ID, "decision two")
	talk := must(w.BeginTalk(t.Context(), w.Ann, TalkAbout{}, "key", "Hello."))(t)
	first := must(w.For(t.Context(), w.Ann, ""))(t).Notices[0]
	some := w.Mo
	some.Boards = []int64{int64(w.board)}
	asked := dbtest.Statements(w.db, func() {
		must(w.For(t.Context(), w.Ann, first.PID))(t)
		must(w.Unseen(t.Context(), w.Ann))(t)
		must(w.Notice(t.Context(), w.Ann, first.PID))(t)
		must(0, w.SeeAll(t.Context(), w.Ann))(t)
		must(0, w.UnseeAll(t.Context(), w.Ann))(t)
		must(0, w.See(t.Context(), w.Ann, first.PID))(t)
		must(w.SendLetters(t.Context()))(t)
		must(0, w.Tidy(t.Context()))(t)
		must(w.Talk(t.Context(), w.Ann, talk.PID, 0))(t)
		must(0, w.Say(t.Context(), w.Ann, talk.PID, "b", "And this."))(t)
		for _, by := range []account.Account{w.Mo, some} {
			for _, turn := range []Side{DeskSide, MemberSide} {
				must(w.DeskTalks(t.Context(), by, turn, ""))(t)
				must(w.DeskTalks(t.Context(), by, turn, talk.PID))(t)
			}
			must(w.DeskWaiting(t.Context(), by))(t)
		}
		must(0, w.NameLeft(t.Context(), account.Left{Name: w.Ann.Name.ID}))(t)
	})
	looked := 0
	for _, q := range asked {
		if len(q) > 6 && (q[:6] == "SELECT" || q[:6] == "UPDATE" || q[:6] == "DELETE") {
			dbtest.NoScan(t, w.db, q, likely(q)...)
			looked++
		}
	}
	if looked < 30 {
		t.Errorf("only %d statements were seen", looked)
	}
}

// likely returns values of the sorts that q is asked with.
func likely(q string) []any {
	args := []any{}
	for i := 1; ; i++ {
		mark := fmt.Sprintf("$%d", i)
		at := indexOf(q, mark)
		if at < 0 {
			return args
		}
		switch column(q[:at]) {
		case "pid", "about", "kind", "source", "waiting", "shown":
			args = append(args, "a")
		case "form_key", "slot", "place":
			args = append(args, []byte("a"))
		default:
			args = append(args, int64(1))
		}
	}
}
