package screen

import "strings"

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
	edges   map[edge]node
	ends    map[node][]int // the filters whose way ends there
}

type (
	step int32 // a word, or the beginning of one
	node int32
	edge struct {
		from node
		by   step
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
	m := &matcher{filters: filters, exact: map[string]step{}, begins: map[string]step{}, edges: map[edge]node{}, ends: map[node][]int{}}
	var steps step
	var nodes node
	known := map[int]bool{}
	for i, f := range filters {
		at := node(0)
		for _, w := range parse(f.Pattern) {
			index := m.exact
			if w.star {
				index = m.begins
				known[len(w.folded)] = true
			}
			by, ok := index[w.folded]
			if !ok {
				steps++
				by = steps
				index[w.folded] = by
			}
			next, ok := m.edges[edge{at, by}]
			if !ok {
				nodes++
				next = nodes
				m.edges[edge{at, by}] = next
			}
			at = next
		}
		if at != 0 {
			m.ends[at] = append(m.ends[at], i)
		}
	}
	for n := range maxPattern * 4 {
		if known[n] {
			m.lengths = append(m.lengths, n)
		}
	}
	return m
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
		ways, next = append(ways, way{0, from}), next[:0]
		for _, by := range steps {
			for _, w := range ways {
				at, ok := m.edges[edge{w.at, by}]
				if !ok {
					continue
				}
				next = append(next, way{at, w.from})
				for _, i := range m.ends[at] {
					do(i, w.from, to)
				}
			}
		}
		ways, next = next, ways
	})
}

// steps are all that a folded word stands for.
func (m *matcher) steps(into []step, folded []byte) []step {
	if by, ok := m.exact[string(folded)]; ok {
		into = append(into, by)
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
