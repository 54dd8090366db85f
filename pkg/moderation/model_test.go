package moderation

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// The reference model: what a desk must do, said as simply as possible. It knows posts,
// the flags on them, cases, decisions and appeals, and predicts how each act ends.

type modelPost struct {
	pid     string
	id      forum.PostID
	author  int
	thread  int
	rev     int
	removed bool
	folded  forum.Fold
}

type modelFlag struct {
	by, post, rev int
	words         string
	open          bool
	in            *modelCase
}

type modelCase struct {
	pid     string
	post    int
	open    bool
	version int64
	second  bool
	appeal  *modelDecision // of an appeal's case
}

type modelDecision struct {
	pid        string
	in         *modelCase
	post, rev  int
	by, second int // -1 is nobody
	verdict    Verdict
	state      DecisionState
	at, until  time.Time
	was        forum.Fold
	appealed   bool
}

// view is a case as somebody was shown it, perhaps a while ago.
type view struct {
	in      *modelCase
	version int64
	rev     int
}

type model struct {
	*town
	rand      *rand.Rand
	people    []account.Account
	wrote     map[[2]int]time.Time // when a person last wrote in a thread
	posts     []*modelPost
	flags     []*modelFlag
	cases     []*modelCase
	decisions []*modelDecision
	views     []view
	banned    map[int]map[string]bool // decisions that ban somebody, standing
	done      map[string]int          // how often each act ended how
}

const moderatorsFrom = 5

// seedOf is where chance begins: KINDWORD_TEST_SEED, or something new.
func seedOf(t *testing.T) uint64 {
	seed := rand.Uint64()
	if s := os.Getenv("KINDWORD_TEST_SEED"); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	t.Logf("KINDWORD_TEST_SEED=%d", seed)
	return seed
}

func newModel(t *testing.T, seed uint64) *model {
	w := newTown(t)
	m := &model{town: w, rand: rand.New(rand.NewPCG(seed, 1)), wrote: map[[2]int]time.Time{}, banned: map[int]map[string]bool{}, done: map[string]int{}}
	w.setStep(&w.Mo, account.Steady)
	w.setStep(&w.Ola, account.Steady)
	eve := w.settle("Eve Lantern", account.Member)
	m.people = []account.Account{w.Ann, w.Ben, w.Cat, w.Dan, eve, w.Mo, w.May, w.Ola}
	for i := range 6 {
		thread := w.opens(w.Ann, fmt.Sprint("Words of thread ", i), "")
		m.wrote[[2]int{0, i}] = w.now()
		writers := []int{1, 2, 3, 4}
		if i == 0 {
			writers = []int{1, 5, 6}
		}
		for _, by := range writers {
			p := w.answers(m.people[by], thread, "Some words")
			m.posts = append(m.posts, &modelPost{pid: p.PID, id: p.ID, author: by, thread: i, rev: 1})
			m.wrote[[2]int{by, i}] = w.now()
		}
	}
	return m
}

func (m *model) pick(n int) int { return m.rand.IntN(n) }

func (m *model) moderator() int { return moderatorsFrom + m.pick(len(m.people)-moderatorsFrom) }

// step does one act by chance and holds it against what the model predicts.
func (m *model) step(t *testing.T) {
	t.Helper()
	m.pass(time.Duration(m.pick(30)) * time.Minute)
	switch n := m.pick(100); {
	case n < 25:
		m.flagSome(t)
	case n < 32:
		m.editSome(t)
	case n < 50:
		m.look()
	case n < 75:
		m.decideSome(t)
	case n < 85:
		m.secondSome(t)
	case n < 91:
		m.undoSome(t)
	case n < 95:
		m.appealSome(t)
	default:
		m.answerSome(t)
	}
}

// agrees fails the test unless an act ended as predicted, "" for well.
func (m *model) agrees(t *testing.T, what string, err error, key string) bool {
	t.Helper()
	m.done[what+" "+key]++
	got := fault.Of(err).Key
	if got == key && (key != "" || err == nil) {
		return key == ""
	}
	t.Fatalf("%s: %v (%q), and the model says %q", what, err, got, key)
	return false
}

func (m *model) openCase(post int) *modelCase {
	for _, c := range m.cases {
		if c.open && c.appeal == nil && c.post == post {
			return c
		}
	}
	return nil
}

func (m *model) flagSome(t *testing.T) {
	by, i := m.pick(moderatorsFrom), m.pick(len(m.posts))
	if m.pick(15) == 0 {
		by = m.moderator()
	}
	p, words := m.posts[i], ""
	if m.pick(3) == 0 {
		words = fmt.Sprint("words ", m.pick(4))
	}
	key, already := "", false
	var last *modelFlag
	for _, f := range m.flags {
		if f.by == by && f.post == i {
			last, already = f, already || f.open
		}
	}
	switch {
	case p.removed:
		key = "fault.post_gone"
	case p.author == by:
		key = "fault.flag_own"
	case already:
	case last != nil && last.rev >= p.rev && (words == "" || words == last.words):
		key = "fault.flag_decided"
	}
	out, err := m.Flag(t.Context(), m.people[by], Target{OnPost, p.pid}, ConductDoor, Unkind, words)
	if !m.agrees(t, "flag", err, key) {
		return
	}
	if out.Already != already {
		t.Fatalf("flag: already %v, and the model says %v", out.Already, already)
	}
	if already {
		return
	}
	c := m.openCase(i)
	if c == nil {
		c = &modelCase{post: i, open: true, version: 1}
		found, err := openCaseOf(t.Context(), m.db, InFlagged, OnPost, int64(p.id))
		if err != nil {
			t.Fatal(err)
		}
		c.pid = found.PID
		m.cases = append(m.cases, c)
	}
	m.flags = append(m.flags, &modelFlag{by: by, post: i, rev: p.rev, words: words, open: true, in: c})
	m.foldMaybe(i, c)
}

// foldMaybe folds a post for three standing flags, unless it is spared.
func (m *model) foldMaybe(i int, c *modelCase) {
	p, n := m.posts[i], 0
	for _, f := range m.flags {
		if f.in == c && f.open {
			n++
		}
	}
	for _, x := range m.decisions {
		if x.post == i && x.rev == p.rev && x.verdict == Keep && x.state == Stands {
			return
		}
	}
	if n >= 3 && p.folded == "" && p.author < moderatorsFrom {
		p.folded = forum.ByFlags
	}
}

func (m *model) editSome(t *testing.T) {
	p := m.posts[m.pick(len(m.posts))]
	if n := len(m.views); n > 0 && m.pick(2) == 0 { // somebody has just looked at it
		p = m.posts[m.views[n-1].in.post]
	}
	if p.removed || len(m.banned[p.author]) > 0 {
		return
	}
	_, err := m.forum.Edit(t.Context(), m.people[p.author], p.pid, forum.Change{Revision: p.rev, Words: fmt.Sprint("Words ", p.rev+1)})
	if m.agrees(t, "edit", err, "") {
		p.rev++
	}
}

// look takes a view of a case, to be decided on now or much later.
func (m *model) look() {
	if len(m.cases) == 0 {
		return
	}
	c := m.cases[m.pick(len(m.cases))]
	for range 20 { // most look at what is open
		if c.open || m.pick(20) == 0 {
			break
		}
		c = m.cases[m.pick(len(m.cases))]
	}
	v := view{in: c, version: c.version}
	if c.appeal == nil {
		v.rev = m.posts[c.post].rev
	}
	m.views = append(m.views, v)
}

func (m *model) takeView() (view, bool) {
	if len(m.views) == 0 {
		return view{}, false
	}
	i := max(0, len(m.views)-1-m.pick(2)*m.pick(4))
	v := m.views[i]
	m.views = append(m.views[:i], m.views[i+1:]...)
	return v, true
}

// barred is why somebody may not decide on a case, or "".
func (m *model) barred(by int, c *modelCase) string {
	p := m.posts[c.post]
	if p.author == by {
		return "fault.desk_own_words"
	}
	flags := c
	if c.appeal != nil {
		flags = c.appeal.in
	}
	for _, f := range m.flags {
		if f.in == flags && f.by == by {
			return "fault.desk_own_flag"
		}
	}
	if at, ok := m.wrote[[2]int{by, p.thread}]; ok && m.now().Sub(at) <= inThreadFor {
		return "fault.desk_in_thread"
	}
	return ""
}
