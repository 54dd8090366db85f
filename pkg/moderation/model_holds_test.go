package moderation

import (
	"sync"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// TestDeskAgainstModel does thousands of acts by chance, many of them on views that are
// no longer so, and holds each against what the reference model predicts.
func TestDeskAgainstModel(t *testing.T) {
	m := newModel(t, seedOf(t))
	acts := 2500
	if testing.Short() {
		acts = 500
	}
	for i := range acts {
		m.step(t)
		if i%250 == 0 {
			m.same(t)
		}
	}
	m.same(t)
	m.holds(t)
	for _, what := range []string{"flag ", "flag fault.flag_decided", "decide keep ", "decide remove ", "decide fold ", "second ", "undo ", "appeal ", "answer ", "answer fault.appeal_own"} {
		if m.done[what] == 0 && !testing.Short() {
			t.Errorf("%q never happened", what)
		}
	}
}

// same fails the test unless the database is as the model.
func (m *model) same(t *testing.T) {
	t.Helper()
	for i, p := range m.posts {
		now := m.post(p.id)
		if now.Removed() != p.removed || !p.removed && now.FoldedFor != p.folded || now.Revision != p.rev {
			t.Fatalf("post %d is removed %v, folded %q, revision %d; the model says %v, %q, %d", i, now.Removed(), now.FoldedFor, now.Revision, p.removed, p.folded, p.rev)
		}
		if s := m.standing(m.people[p.author].Name.ID); s.Banned != (len(m.banned[p.author]) > 0) {
			t.Fatalf("the author of post %d is banned %v", i, s.Banned)
		}
	}
	open := map[Queue]int{}
	for _, c := range m.cases {
		q := InFlagged
		if c.appeal != nil {
			q = InAppeals
		}
		if c.open {
			open[q]++
		}
		now := must(findCaseCalled(t.Context(), m.db, c.pid))(t)
		if now.Open() != c.open || now.Version != c.version || (now.SecondFor != "") != c.second {
			t.Fatalf("case of post %d: open %v, version %d; the model says %v, %d", c.post, now.Open(), now.Version, c.open, c.version)
		}
	}
	counts := must(m.Counts(t.Context(), m.Mo))(t)
	if counts[InFlagged] != open[InFlagged] || counts[InAppeals] != open[InAppeals] {
		t.Fatalf("counted %v, the model %v", counts, open)
	}
}

// TestDeskTogether has eight people at a time flag, edit, decide, undo and appeal, each on
// what they last saw, and then holds what must always be so.
func TestDeskTogether(t *testing.T) {
	seed := seedOf(t)
	m := newModel(t, seed)
	rounds := 200
	if testing.Short() {
		rounds = 40
	}
	var crowd sync.WaitGroup
	for n := range 8 {
		crowd.Go(func() {
			hand := &hand{model: m, by: m.people[n], chance: newModelChance(seed, n)}
			for range rounds {
				hand.act(t)
			}
		})
	}
	crowd.Wait()
	m.holds(t)
	if n := m.count(`SELECT COUNT(*) FROM decision`); n < rounds/4 {
		t.Errorf("only %d decisions were made", n)
	}
}

// holds fails the test unless everything that must always be so is.
func (m *model) holds(t *testing.T) {
	t.Helper()
	for what, q := range invariants {
		if n := m.count(q); n != 0 {
			t.Errorf("%s: %d times", what, n)
		}
	}
	ctx := t.Context()
	names := map[account.NameID]int{}
	for i, p := range m.people {
		names[p.Name.ID] = i
	}
	type row struct{ decided, second, about account.NameID }
	rows := must(db.All(ctx, m.db, func(r db.Row) (x row, err error) {
		err = r.Scan(&x.decided, &x.second, &x.about)
		return x, err
	}, `SELECT decided_by, COALESCE(second_by, 0), COALESCE(about, 0) FROM decision`))(t)
	for _, x := range rows {
		if x.decided == x.about || x.second == x.about || x.second == x.decided {
			t.Errorf("%d decided, %d agreed, about %d", names[x.decided], names[x.second], names[x.about])
		}
	}
	m.removedAgree(t)
	m.countsAgree(t)
}

// removedAgree holds that a post is down just when a decision that says so stands.
func (m *model) removedAgree(t *testing.T) {
	t.Helper()
	for i, p := range m.posts {
		stands := m.count(`SELECT COUNT(*) FROM decision WHERE post = $1 AND verdict = 'remove' AND state = 'stands'`, p.id)
		if down := m.post(p.id).Removed(); down != (stands == 1) || stands > 1 {
			t.Errorf("post %d is down %v, and %d decisions say so", i, down, stands)
		}
	}
}

// countsAgree recounts what the desk counts.
func (m *model) countsAgree(t *testing.T) {
	t.Helper()
	counts := must(m.Counts(t.Context(), m.Mo))(t)
	for _, q := range Queues {
		n := 0
		for from, more := Cursor(""), true; more; {
			page := must(m.Desk.Queue(t.Context(), m.Mo, q, Filter{}, from))(t)
			n += len(page.Cases)
			from, more = page.Next, page.More
		}
		if recount := m.count(`SELECT COUNT(*) FROM flag_case WHERE queue = $1 AND state = 'open'`, q); counts[q] != recount || n != recount {
			t.Errorf("%s: counted %d, listed %d, and there are %d", q, counts[q], n, recount)
		}
	}
}

// invariants each count what must never be.
var invariants = map[string]string{
	"two open cases of one target": `
		SELECT COUNT(*) FROM (SELECT queue FROM flag_case WHERE state = 'open' GROUP BY queue, target_kind, target HAVING COUNT(*) > 1) AS x`,
	"two open flags of one person": `
		SELECT COUNT(*) FROM (SELECT raised_by FROM flag WHERE state = 'open' GROUP BY raised_by, target_kind, target, door HAVING COUNT(*) > 1) AS x`,
	"a case counts other flags than it has": `
		SELECT COUNT(*) FROM flag_case c WHERE c.flags <> (SELECT COUNT(*) FROM flag f WHERE f.flag_case = c.id)`,
	"an open flag in a decided case": `
		SELECT COUNT(*) FROM flag f JOIN flag_case c ON c.id = f.flag_case WHERE f.state = 'open' AND c.state <> 'open'`,
	"a decision that took effect is not written down once": `
		SELECT COUNT(*) FROM decision x WHERE x.state IN ('stands', 'granted') AND 1 <> (
			SELECT COUNT(*) FROM audit a WHERE a.subject = 'decision ' || x.pid AND a.act = 'case.' || x.verdict)`,
	"one that was undone is not written down": `
		SELECT COUNT(*) FROM decision x WHERE x.state = 'undone' AND NOT EXISTS (
			SELECT a.id FROM audit a WHERE a.subject = 'decision ' || x.pid AND a.act IN ('case.undone', 'case.withdrawn'))`,
	"one that waits or was refused took effect": `
		SELECT COUNT(*) FROM decision x WHERE x.state IN ('waiting', 'refused') AND EXISTS (
			SELECT a.id FROM audit a WHERE a.subject = 'decision ' || x.pid AND a.act = 'case.' || x.verdict)`,
	"whoever a decision concerns was not told once": `
		SELECT COUNT(*) FROM decision x WHERE x.state IN ('stands', 'granted') AND x.verdict <> 'keep' AND 1 <> (
			SELECT COUNT(*) FROM notice n WHERE n.name = x.about AND n.kind = 'decided' AND n.about = 'decision ' || x.pid)`,
	"whoever it concerns was not told that it was undone": `
		SELECT COUNT(*) FROM decision x WHERE x.state = 'undone' AND EXISTS (
			SELECT n.id FROM notice n WHERE n.name = x.about AND n.kind = 'decided' AND n.about = 'decision ' || x.pid) AND NOT EXISTS (
			SELECT n.id FROM notice n WHERE n.name = x.about AND n.kind = 'undone' AND n.about = 'decision ' || x.pid)`,
	"somebody who flagged heard nothing": `
		SELECT COUNT(*) FROM flag f WHERE f.state = 'answered' AND NOT EXISTS (
			SELECT n.id FROM notice n JOIN decision x ON n.about = 'decision ' || x.pid
			WHERE n.name = f.raised_by AND n.kind = 'flag_answered' AND x.flag_case = f.flag_case)`,
	"an appeal was answered by who decided": `
		SELECT COUNT(*) FROM appeal p JOIN decision x ON x.id = p.decision WHERE p.answered_by IN (x.decided_by, x.second_by)`,
	"an appeal that was answered was not told, or not written down": `
		SELECT COUNT(*) FROM appeal p JOIN decision x ON x.id = p.decision WHERE p.answer <> '' AND (NOT EXISTS (
			SELECT n.id FROM notice n WHERE n.name = x.about AND n.kind = 'appeal_answered' AND n.about = 'decision ' || x.pid) OR NOT EXISTS (
			SELECT a.id FROM audit a WHERE a.subject = 'decision ' || x.pid AND a.act = 'appeal.' || p.answer))`,
	"an appeal was granted and the decision stands": `
		SELECT COUNT(*) FROM appeal p JOIN decision x ON x.id = p.decision WHERE (p.answer = 'granted') <> (x.state = 'granted')`,
	"an open appeal has no case, or an answered one has": `
		SELECT COUNT(*) FROM appeal p WHERE (p.answer = '') <> EXISTS (
			SELECT c.id FROM flag_case c WHERE c.queue = 'appeals' AND c.target = p.decision AND c.state = 'open')`,
	"a decision waits in a case that is decided": `
		SELECT COUNT(*) FROM decision x JOIN flag_case c ON c.id = x.flag_case WHERE x.state = 'waiting' AND c.state = 'decided'`,
	"a case waits for a second moderator, and no decision does": `
		SELECT COUNT(*) FROM flag_case c WHERE c.second_for NOT IN ('', 'opinion') AND NOT EXISTS (
			SELECT x.id FROM decision x WHERE x.flag_case = c.id AND x.state = 'waiting')`,
}
