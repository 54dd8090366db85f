package screen

import (
	"slices"
	"strings"
)

// matcher finds every filter in one pass over a text's words. It is a tree of words:
// each phrase is a way from its root. A text's word may stand for several steps,
// itself and the beginnings that a filter named with a star; where a way can go on is
// followed for all of them at once, so that a phrase costs no more than its words.
// It never changes.
type matcher struct {
	filters []Filter
	exact   map[string]step
	begins  map[string]step // what stands before a star
	lengths []int           // of those, in bytes, rising
	first   [1 << 12]bool   // whether some of those begins as a word does: see first3
	nodes   []place
	inner   map[step]bool // steps that lead on from another, not from the root alone
}

type (
	step int32 // a word, or the beginning of one
	node int32
	// place is a node of the tree: the steps that lead on from it, rising, where
	// each leads, and the filters whose way ends there.
	place struct {
		steps []step
		next  []node
		ends  []int
	}
	way struct {
		at   node
		from int // where its first word begins
	}
)

// match is where a filter was found.
type match struct {
	filter   *Filter
	from, to int
	title    bool
}

func compile(filters []Filter) *matcher {
	m := &matcher{filters: filters, exact: map[string]step{}, begins: map[string]step{}, nodes: make([]place, 1), inner: map[step]bool{}}
	known := map[int]bool{}
	for i, f := range filters {
		at := node(0)
		for _, w := range parse(f.Pattern) {
			index := m.exact
			if w.star {
				index = m.begins
				known[len(w.folded)] = true
				m.first[first3(w.folded)] = true
			}
			by, ok := index[w.folded]
			if !ok {
				by = step(len(m.exact) + len(m.begins) + 1)
				index[w.folded] = by
			}
			if at != 0 {
				m.inner[by] = true
			}
			at = m.grow(at, by)
		}
		if at != 0 {
			m.nodes[at].ends = append(m.nodes[at].ends, i)
		}
	}
	for n := range known {
		m.lengths = append(m.lengths, n)
	}
	slices.Sort(m.lengths)
	return m
}

// grow returns where by leads from at, which is a new place if need be.
func (m *matcher) grow(at node, by step) node {
	p := &m.nodes[at]
	i, ok := slices.BinarySearch(p.steps, by)
	if ok {
		return p.next[i]
	}
	fresh := node(len(m.nodes))
	p.steps, p.next = slices.Insert(p.steps, i, by), slices.Insert(p.next, i, fresh)
	m.nodes = append(m.nodes, place{})
	return fresh
}

// first3 is a small number for how a word begins. Only a word whose number a star has
// is looked up again and again, once a length.
func first3[T string | []byte](w T) int {
	if len(w) < leastStar {
		return 0
	}
	return (int(w[0])*31*31 + int(w[1])*31 + int(w[2])) & (1<<12 - 1)
}

// find returns where filters first stand in title and in source: each once a text.
func (m *matcher) find(title, source string) found {
	if len(m.filters) == 0 {
		return nil
	}
	all := m.in(title, true)
	return append(all, m.in(source, false)...)
}

// in returns where each filter first stands in text.
func (m *matcher) in(text string, title bool) (all found) {
	var seen map[int]bool
	m.every(text, func(i, from, to int) {
		if seen == nil {
			seen = map[int]bool{}
		}
		if !seen[i] {
			seen[i] = true
			all = append(all, match{&m.filters[i], from, to, title})
		}
	})
	return all
}

// every calls do each time a filter stands in text.
func (m *matcher) every(text string, do func(filter, from, to int)) {
	var steps []step
	var ways, next []way
	eachWord(text, func(folded []byte, from, to int) {
		steps = m.steps(steps[:0], folded)
		if len(steps) == 0 {
			ways = ways[:0]
			return
		}
		next = next[:0]
		for _, by := range steps {
			if len(ways) > 0 && m.inner[by] {
				for _, w := range ways {
					next = m.follow(next, w, by, to, do)
				}
			}
			next = m.follow(next, way{0, from}, by, to, do)
		}
		ways, next = next, ways
	})
}

// follow takes one step on from w, to the end of a word at to.
func (m *matcher) follow(next []way, w way, by step, to int, do func(filter, from, to int)) []way {
	p := &m.nodes[w.at]
	i, ok := slices.BinarySearch(p.steps, by)
	if !ok {
		return next
	}
	at := p.next[i]
	for _, filter := range m.nodes[at].ends {
		do(filter, w.from, to)
	}
	if len(m.nodes[at].steps) > 0 {
		next = append(next, way{at, w.from})
	}
	return next
}

// steps are all that a folded word stands for.
func (m *matcher) steps(into []step, folded []byte) []step {
	if by, ok := m.exact[string(folded)]; ok {
		into = append(into, by)
	}
	if !m.first[first3(folded)] {
		return into
	}
	for _, n := range m.lengths {
		if n > len(folded) {
			break
		}
		if by, ok := m.begins[string(folded[:n])]; ok {
			into = append(into, by)
		}
	}
	return into
}

// patternWord is one word of a pattern.
type patternWord struct {
	folded string
	star   bool // the word may go on
}

// parse reads a pattern: words, each with a star after it if it may go on.
func parse(pattern string) (words []patternWord) {
	for field := range strings.FieldsSeq(pattern) {
		before := len(words)
		eachWord(field, func(folded []byte, _, _ int) {
			words = append(words, patternWord{folded: string(folded)})
		})
		if len(words) > before && strings.HasSuffix(field, "*") {
			words[len(words)-1].star = true
		}
	}
	return words
}
