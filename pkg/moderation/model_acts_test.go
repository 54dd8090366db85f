package moderation

import (
	"testing"

	"github.com/kindword/kindword/pkg/forum"
)

// What moderators and authors do in the reference model.

func (m *model) decideSome(t *testing.T) {
	v, ok := m.takeView()
	if !ok || v.in.appeal != nil {
		return
	}
	by, c, p := m.moderator(), v.in, m.posts[v.in.post]
	verdict := []Verdict{Keep, Keep, Fold, Remove, Ban}[m.pick(5)]
	form := Choice{Version: v.version, Revision: v.rev, Verdict: verdict}
	if verdict != Keep {
		form.Reason = "unkind"
	}
	key := ""
	switch {
	case !c.open || c.version != v.version || p.rev != v.rev:
		key = "fault.desk_stale"
	case m.barred(by, c) != "":
		key = m.barred(by, c)
	case verdict == Ban && p.author >= moderatorsFrom:
		key = "fault.desk_own_house"
	case verdict == Remove && p.removed:
		key = "fault.removed_already"
	}
	x, err := m.Decide(t.Context(), m.people[by], c.pid, form)
	if !m.agrees(t, "decide "+string(verdict), err, key) {
		return
	}
	d := &modelDecision{pid: x.PID, in: c, post: c.post, rev: p.rev, by: by, second: -1, verdict: verdict, state: Stands, at: m.now(), until: m.now().Add(UndoWithin)}
	m.decisions = append(m.decisions, d)
	if verdict == Ban {
		d.state, c.second = Waiting, true
		c.version++
		return
	}
	m.takesEffect(d)
}

func (m *model) takesEffect(d *modelDecision) {
	p := m.posts[d.post]
	d.was = p.folded
	switch d.verdict {
	case Keep:
		p.folded = ""
	case Fold:
		p.folded = forum.ByDesk
	case Remove:
		p.removed = true
	case Ban:
		if m.banned[p.author] == nil {
			m.banned[p.author] = map[string]bool{}
		}
		m.banned[p.author][d.pid] = true
	}
	d.in.open, d.in.second = false, false
	d.in.version++
	for _, x := range m.decisions {
		if x.in == d.in && x.state == Waiting {
			x.state = Refused
		}
	}
	for _, f := range m.flags {
		if f.in == d.in {
			f.open = false
		}
	}
}

func (m *model) takenBack(d *modelDecision) {
	p := m.posts[d.post]
	switch d.verdict {
	case Keep, Fold:
		if !p.removed {
			p.folded = d.was
		}
	case Remove:
		p.removed = false
	case Ban:
		delete(m.banned[p.author], d.pid)
	}
}

func (m *model) some(of func(d *modelDecision) bool) *modelDecision {
	for range 30 {
		if len(m.decisions) == 0 {
			return nil
		}
		if d := m.decisions[len(m.decisions)-1-m.pick(min(len(m.decisions), 25))]; of(d) || m.pick(30) == 0 {
			return d
		}
	}
	return nil
}

func (m *model) secondSome(t *testing.T) {
	d := m.some(func(d *modelDecision) bool { return d.state == Waiting })
	if d == nil {
		return
	}
	by, agree := m.moderator(), m.pick(3) > 0
	version := d.in.version - int64(m.pick(5)/4)
	key := ""
	switch {
	case by == d.by:
		key = "fault.desk_second_same"
	case m.barred(by, d.in) != "":
		key = m.barred(by, d.in)
	case d.state != Waiting:
		key = "fault.desk_stale"
	case agree && (!d.in.open || version != d.in.version || m.posts[d.post].rev != d.rev):
		key = "fault.desk_stale"
	}
	_, err := m.Second(t.Context(), m.people[by], d.pid, version, agree)
	if !m.agrees(t, "second", err, key) {
		return
	}
	if agree {
		d.second, d.state, d.until = by, Stands, m.now().Add(UndoWithin)
		m.takesEffect(d)
		return
	}
	d.state = Refused
	m.waitsStill(d.in)
}

// waitsStill says whether a case waits for somebody once a decision came to nothing.
func (m *model) waitsStill(c *modelCase) {
	c.second = false
	for _, x := range m.decisions {
		c.second = c.second || x.in == c && x.state == Waiting
	}
	c.version++
}

func (m *model) undoSome(t *testing.T) {
	d := m.some(func(d *modelDecision) bool { return d.state == Stands || d.state == Waiting })
	if d == nil {
		return
	}
	by, key := m.moderator(), ""
	switch {
	case by != d.by && by != d.second && m.barred(by, d.in) != "":
		key = m.barred(by, d.in)
	case d.state != Stands && d.state != Waiting || !m.now().Before(d.until):
		key = "fault.desk_undo_late"
	case d.appealed:
		key = "fault.desk_undo_appealed"
	case d.state == Waiting && by != d.by:
		key = "fault.desk_withdraw"
	}
	_, err := m.Undo(t.Context(), m.people[by], d.pid)
	if !m.agrees(t, "undo", err, key) {
		return
	}
	if d.state == Waiting {
		d.state = Undone
		m.waitsStill(d.in)
		return
	}
	d.state = Undone
	m.takenBack(d)
	if d.in.open || m.openCase(d.post) != nil {
		return
	}
	d.in.open = true
	d.in.version++
	for _, f := range m.flags {
		if f.in == d.in && !m.stands(f.by, f.post) {
			f.open = true
		}
	}
}

func (m *model) stands(by, post int) bool {
	for _, f := range m.flags {
		if f.by == by && f.post == post && f.open {
			return true
		}
	}
	return false
}

func (m *model) appealSome(t *testing.T) {
	d := m.some(func(d *modelDecision) bool { return d.state == Stands && !d.appealed && d.verdict != Keep })
	if d == nil {
		return
	}
	by, key := m.posts[d.post].author, ""
	if m.pick(10) == 0 {
		by = m.pick(len(m.people))
	}
	switch {
	case by != m.posts[d.post].author:
		key = "fault.not_here"
	case d.state != Stands || d.verdict == Keep:
		key = "fault.appeal_nothing"
	case m.now().After(d.at.Add(AppealWithin)):
		key = "fault.appeal_late"
	case d.appealed:
		key = "fault.appeal_twice"
	}
	if !m.agrees(t, "appeal", m.Appeal(t.Context(), m.people[by], d.pid, "Look again"), key) {
		return
	}
	d.appealed = true
	x, err := findDecisionCalled(t.Context(), m.db, d.pid)
	if err != nil {
		t.Fatal(err)
	}
	found, err := openCaseOf(t.Context(), m.db, InAppeals, OnDecision, int64(x.ID))
	if err != nil {
		t.Fatal(err)
	}
	c := &modelCase{pid: found.PID, post: d.post, open: true, version: 1, appeal: d}
	m.cases = append(m.cases, c)
	m.views = append(m.views, view{in: c, version: 1}, view{in: c, version: 1})
}

func (m *model) answerSome(t *testing.T) {
	v, ok := m.takeView()
	for range 10 {
		if ok && v.in.appeal != nil {
			break
		}
		v, ok = m.takeView()
	}
	if !ok || v.in.appeal == nil {
		return
	}
	by, c, d, grant := m.moderator(), v.in, v.in.appeal, m.pick(2) == 0
	key := ""
	switch {
	case by == d.by || by == d.second:
		key = "fault.appeal_own"
	case m.barred(by, c) != "":
		key = m.barred(by, c)
	case !c.open || c.version != v.version:
		key = "fault.desk_stale"
	}
	if !m.agrees(t, "answer", m.DecideAppeal(t.Context(), m.people[by], c.pid, v.version, grant), key) {
		return
	}
	c.open = false
	c.version++
	if grant {
		d.state = Granted
		m.takenBack(d)
	}
}
