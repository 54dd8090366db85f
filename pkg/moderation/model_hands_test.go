package moderation

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// hand is one of several people who are at it at once. Whatever they are refused must be
// a fault, and no two may decide on the same version of a case.
type hand struct {
	*model
	by     account.Account
	chance *rand.Rand
}

func newModelChance(seed uint64, n int) *rand.Rand { return rand.New(rand.NewPCG(seed, uint64(n)+2)) }

// consumed holds which versions of cases were decided on.
var consumed struct {
	sync.Mutex
	by map[string]int
}

func (h *hand) act(t *testing.T) {
	looks := h.by.ModeratesSome()
	switch n := h.chance.IntN(100); {
	case n < 2 || !looks && n < 70:
		p := h.posts[h.chance.IntN(len(h.posts))]
		_, err := h.Flag(t.Context(), h.by, Target{OnPost, p.pid}, ConductDoor, Unkind, fmt.Sprint("words ", h.chance.IntN(50)))
		h.well(t, "flag", err)
	case n < 6 || !looks && n < 85:
		h.edits(t)
	case !looks:
		h.appeals(t)
	case n < 16:
		h.undoes(t)
	case n < 24:
		h.seconds(t)
	default:
		h.decides(t)
	}
}

// well fails the test when err is our own failure.
func (h *hand) well(t *testing.T, what string, err error) bool {
	if err != nil && fault.Of(err).Kind == fault.Internal {
		t.Errorf("%s: %v", what, err)
	}
	return err == nil
}

func (h *hand) edits(t *testing.T) {
	p := h.posts[h.chance.IntN(len(h.posts))]
	if h.people[p.author].ID != h.by.ID {
		return
	}
	s, err := forum.FindSubject(t.Context(), h.db, p.id)
	if h.well(t, "read", err) {
		_, err = h.forum.Edit(t.Context(), h.by, p.pid, forum.Change{Revision: s.Post.Revision, Words: fmt.Sprint("Words ", h.chance.IntN(1000))})
		h.well(t, "edit", err)
	}
}

func (h *hand) decides(t *testing.T) {
	ctx, q := t.Context(), []Queue{InFlagged, InFlagged, InAppeals}[h.chance.IntN(3)]
	page, err := h.Desk.Queue(ctx, h.by, q, Filter{}, "")
	if !h.well(t, "queue", err) || len(page.Cases) == 0 {
		return
	}
	w, err := h.Case(ctx, h.by, page.Cases[h.chance.IntN(len(page.Cases))].PID)
	if !h.well(t, "case", err) {
		return
	}
	if q == InAppeals {
		h.well(t, "answer", h.DecideAppeal(ctx, h.by, w.PID, w.Version, h.chance.IntN(2) == 0))
		return
	}
	if w.Waits != nil && h.chance.IntN(2) == 0 {
		_, err := h.Second(ctx, h.by, w.Waits.PID, w.Version, h.chance.IntN(2) == 0)
		h.well(t, "second", err)
		return
	}
	h.well(t, "claim", h.Claim(ctx, h.by, w.PID))
	form := choose(w, []Verdict{Keep, Fold, Remove, Ban}[h.chance.IntN(4)])
	if h.chance.IntN(4) == 0 {
		h.editAs(t, w.Post)
	}
	now, err := forum.FindSubject(ctx, h.db, w.Post.ID) // its author may change it after this
	if !h.well(t, "read", err) {
		return
	}
	_, err = h.Decide(ctx, h.by, w.PID, form)
	if !h.well(t, "decide", err) {
		return
	}
	if form.Revision < now.Post.Revision {
		t.Errorf("decided on revision %d when %d stood there", form.Revision, now.Post.Revision)
	}
	consumed.Lock()
	defer consumed.Unlock()
	key := fmt.Sprint(w.PID, " ", w.Version)
	if consumed.by == nil {
		consumed.by = map[string]int{}
	}
	if consumed.by[key]++; consumed.by[key] > 1 {
		t.Errorf("two decided on version %d of a case", w.Version)
	}
}

// editAs has the author of a post change it while somebody looks at it.
func (h *hand) editAs(t *testing.T, p forum.Post) {
	for _, who := range h.people {
		if who.Name.ID == p.By.ID {
			_, err := h.forum.Edit(t.Context(), who, p.PID, forum.Change{Revision: p.Revision, Words: fmt.Sprint("Words ", h.chance.IntN(1000))})
			h.well(t, "edit", err)
		}
	}
}

// decision returns one of the newest decisions, or false.
func (h *hand) decision(t *testing.T) (Decision, bool) {
	all, err := db.All(t.Context(), h.db, scanDecision, `SELECT `+decisionColumns+fromDecision+`ORDER BY x.id DESC LIMIT 12`)
	if !h.well(t, "decisions", err) || len(all) == 0 {
		return Decision{}, false
	}
	return all[h.chance.IntN(len(all))], true
}

func (h *hand) undoes(t *testing.T) {
	if x, ok := h.decision(t); ok {
		_, err := h.Undo(t.Context(), h.by, x.PID)
		h.well(t, "undo", err)
	}
}

func (h *hand) seconds(t *testing.T) {
	x, ok := h.decision(t)
	if !ok {
		return
	}
	c, err := findCase(t.Context(), h.db, x.Case)
	if h.well(t, "case", err) {
		_, err = h.Second(t.Context(), h.by, x.PID, c.Version, h.chance.IntN(2) == 0)
		h.well(t, "second", err)
	}
}

func (h *hand) appeals(t *testing.T) {
	if x, ok := h.decision(t); ok {
		err := h.Appeal(t.Context(), h.by, x.PID, "Look again")
		h.well(t, "appeal", errors.Join(err))
	}
}
