package care

import (
	"fmt"
	mathbits "math/bits"
	"slices"
	"strings"
)

// A pattern is a line of words that rules are written in:
//
//	want            the word
//	pill|tablet     one of these words
//	[want]          one of the phrases of the list of that name
//	me?             may be missing, also [list]?
//	..3             up to three words of any kind, but no “not”
//	!at|in          none of these words is next in the clause, also ![list]
//	$               the clause ends here
//	^               the clause begins here
//	#  ##           a number of one digit, of more
//
// Words are small and without accents; “don't” is “do not”, “I'm” is “i am”. A
// pattern stays inside one sentence, and its first step is a word or a list.
type pattern struct {
	steps  []step
	list   int   // the list that it is a phrase of, or
	saying int   // the saying it belongs to; -1 for none
	next   *step // the second step, where it can only be a certain word: most patterns end there
}

type step struct {
	words []uint64 // a bit for each word of the vocabulary
	lists []int
	gap   int
	maybe bool
	not   bool
	edge  byte // '^', or '$', which may also stand among words
}

func (p *step) has(word int32) bool { return in(p.words, word) }

// plain tells whether s is one word, whichever.
func (s *step) plain() bool {
	return s.lists == nil && s.gap == 0 && !s.maybe && !s.not && s.edge == 0
}

// grammar is every list and saying, ready to be looked for.
type grammar struct {
	vocabulary
	lists   map[string]int
	byWord  [][]*pattern        // by the first word
	byPair  map[pair][]*pattern // by the first two, where the second is certain
	byList  [][]*pattern        // by the first list
	sayings []saying
	sets    map[string]*[]uint64
	marks   map[string][]uint64 // words that the weighing asks for, by name
	nots    []uint64            // the words of the mark "not", which no gap passes over
	frames  []frameMask
	// frameBit is the place of each list in a token's mask; 0 for lists no frame names.
	frameBit []uint64
}

// newGrammar compiles the tables. A mistake in them is a mistake of ours, found by
// the first test: it panics.
func newGrammar(lists []phrases, short []shortForm, sayings []saying, frames []frame, marks map[string]string) *grammar {
	g := &grammar{vocabulary: vocabulary{words: map[string][]int32{}, names: map[string]int32{}}, lists: map[string]int{}, sayings: sayings,
		sets: map[string]*[]uint64{}, marks: map[string][]uint64{}}
	g.number, g.large = []int32{g.id("#")}, []int32{g.id("##")}
	var all []*pattern
	for _, l := range lists {
		if _, twice := g.lists[l.name]; twice {
			panic("care: two lists named " + l.name)
		}
		g.lists[l.name] = len(g.lists)
		for line := range strings.FieldsFuncSeq(l.says, func(r rune) bool { return r == ',' || r == '\n' }) {
			if strings.TrimSpace(line) != "" {
				all = g.add(all, line, g.lists[l.name], -1)
			}
		}
	}
	for i, s := range sayings {
		for line := range strings.SplitSeq(s.says, "\n") {
			if line = strings.TrimSpace(line); line == "" {
				continue
			}
			all = g.add(all, line, -1, i)
			if rest, ok := strings.CutPrefix(line, "not "); ok { // “I don't think I can go on”
				all = g.add(all, "not think|feel|believe i can|could|will|would|should? "+rest, -1, i)
			}
		}
	}
	for name, words := range marks {
		g.marks[name] = *g.set(words)
	}
	for _, s := range sayings {
		g.marks["unless "+s.key] = *g.set(s.unless)
	}
	for _, f := range fillers {
		g.set(f)
	}
	for word, id := range g.names {
		g.words[word] = []int32{id}
	}
	for _, s := range short {
		for form := range strings.FieldsSeq(s.forms) {
			means := []int32{}
			for word := range strings.FieldsSeq(s.means) {
				means = append(means, g.id(word))
			}
			g.words[form] = means
		}
	}
	g.nots = g.marks["not"]
	g.frameBits(frames)
	g.fill()
	g.index(all)
	return g
}

func (g *grammar) parse(line string) (steps []step) {
	for field := range strings.FieldsSeq(line) {
		var p step
		if gap, ok := strings.CutPrefix(field, ".."); ok {
			if _, err := fmt.Sscan(gap, &p.gap); err != nil {
				panic("care: how many words is " + field + " in " + line)
			}
			steps = append(steps, p)
			continue
		}
		field, p.not = strings.CutPrefix(field, "!")
		field, p.maybe = strings.CutSuffix(field, "?")
		var words []string
		for one := range strings.SplitSeq(field, "|") {
			if name, ok := strings.CutPrefix(one, "["); ok {
				list, known := g.lists[strings.TrimSuffix(name, "]")]
				if !known {
					panic("care: no list " + one + " for " + line)
				}
				p.lists = append(p.lists, list)
			} else if one == "^" || one == "$" {
				p.edge = one[0]
			} else {
				words = append(words, one)
			}
		}
		p.words = *g.set(strings.Join(words, " "))
		steps = append(steps, p)
	}
	return steps
}

// add puts the pattern of line to all, and once more without its first step where
// that may be missing.
func (g *grammar) add(all []*pattern, line string, list, saying int) []*pattern {
	steps := g.parse(line)
	for {
		if len(steps) == 0 || steps[0].not || steps[0].gap > 0 {
			panic("care: begin with a word or a list: " + line)
		}
		maybe := steps[0].maybe
		steps[0].maybe = false
		p := &pattern{steps: steps, list: list, saying: saying}
		if len(steps) > 1 && steps[0].edge != '^' && steps[1].plain() {
			p.next = &steps[1]
		}
		all = append(all, p)
		if !maybe {
			return all
		}
		steps = steps[1:]
	}
}

// set returns the place where the bits of words will be, once all words are known.
func (g *grammar) set(words string) *[]uint64 {
	if g.sets[words] == nil {
		for word := range strings.FieldsSeq(words) {
			g.id(word)
		}
		bits := make([]uint64, 128)
		g.sets[words] = &bits
	}
	return g.sets[words]
}

func (g *grammar) fill() {
	if len(g.names) >= 128*64 {
		panic("care: more words than a set holds")
	}
	for words, bits := range g.sets {
		for word := range strings.FieldsSeq(words) {
			id := g.names[word]
			(*bits)[id>>6] |= 1 << (id & 63)
		}
	}
}

func (g *grammar) index(all []*pattern) {
	g.byPair = map[pair][]*pattern{}
	g.byWord, g.byList = make([][]*pattern, len(g.names)+1), make([][]*pattern, len(g.lists))
	for _, p := range all {
		first := p.steps[0]
		if first.edge == '^' {
			first = p.steps[1]
		}
		for _, list := range first.lists {
			g.byList[list] = append(g.byList[list], p)
		}
		for _, id := range members(first.words) {
			if p.next == nil {
				g.byWord[id] = append(g.byWord[id], p)
				continue
			}
			for _, second := range members(p.next.words) {
				g.byPair[pair{id, second}] = append(g.byPair[pair{id, second}], p)
			}
		}
	}
}

// pair is two words, one after the other.
type pair struct{ first, second int32 }

// members lists the words of a set.
func members(set []uint64) (words []int32) {
	for i, bits := range set {
		for ; bits != 0; bits &= bits - 1 {
			words = append(words, int32(i<<6+mathbits.TrailingZeros64(bits)))
		}
	}
	return words
}

// hit is a saying and the tokens it was found in.
type hit struct {
	saying   int
	from, to int
}

// edge is a phrase of a list, from the token it is filed under.
type edge struct {
	list, to int
	next     int32 // the next edge of the same token, -1 for none
}

// finder looks for every pattern in one text, from its end to its beginning, so
// that the lists a pattern goes on with are already known.
type finder struct {
	*grammar
	tokens []token
	edges  []edge
	first  []int32 // by token
	end    int     // of the sentence
	hits   []hit
}

func (f *finder) find() []hit {
	f.first = make([]int32, len(f.tokens)+1)
	f.first[len(f.tokens)] = -1
	f.end = len(f.tokens)
	for i := len(f.tokens) - 1; i >= 0; i-- {
		f.first[i] = -1
		for _, p := range f.byWord[f.tokens[i].word] {
			f.try(p, i, i+1)
		}
		if i+1 < f.end {
			for _, p := range f.byPair[pair{f.tokens[i].word, f.tokens[i+1].word}] {
				f.try(p, i, i+1)
			}
		}
		if f.tokens[i].stop == ended {
			f.end = i // of the sentence before
		}
	}
	f.frame()
	return f.hits
}

// try looks for the rest of p, whose first word or list runs from token from to
// token at.
func (f *finder) try(p *pattern, from, at int) {
	rest := p.steps[1:]
	if p.steps[0].edge == '^' {
		if f.tokens[from].stop == joined {
			return
		}
		rest = p.steps[2:]
	}
	to, ok := f.match(rest, at)
	if !ok {
		return
	}
	if p.saying >= 0 {
		f.hits = append(f.hits, hit{p.saying, from, to})
		return
	}
	for e := f.first[from]; e >= 0; e = f.edges[e].next {
		if f.edges[e].list == p.list && f.edges[e].to == to {
			return
		}
	}
	f.edges = append(f.edges, edge{p.list, to, f.first[from]})
	f.first[from] = int32(len(f.edges) - 1)
	for _, q := range f.byList[p.list] {
		f.try(q, from, to)
	}
}

// is tells whether word is one of a mark's.
func (g *grammar) is(mark string, word int32) bool { return in(g.marks[mark], word) }

func in(set []uint64, word int32) bool { return set[word>>6]>>(word&63)&1 == 1 }

// match tells where steps end if they begin at token i. It takes the first way
// that fits.
func (f *finder) match(steps []step, i int) (end int, ok bool) {
	for n := range steps {
		p, rest := &steps[n], steps[n+1:]
		if p.gap > 0 {
			for skip := 0; skip <= p.gap && i+skip <= f.end; skip++ {
				if end, ok = f.match(rest, i+skip); ok {
					return end, true
				}
				if i+skip < f.end && in(f.nots, f.tokens[i+skip].word) {
					break
				}
			}
			return 0, false
		}
		word, last := i < f.end && p.has(f.tokens[i].word), i >= f.end || f.tokens[i].stop != joined
		if p.not {
			if !last && (word || f.anyEdge(p.lists, i)) {
				return 0, false
			}
			continue
		}
		if i < f.end && p.lists != nil {
			for e := f.first[i]; e >= 0; e = f.edges[e].next {
				if slices.Contains(p.lists, f.edges[e].list) {
					if end, ok = f.match(rest, f.edges[e].to); ok {
						return end, true
					}
				}
			}
		}
		switch {
		case word && (p.maybe || p.edge != 0):
			if end, ok = f.match(rest, i+1); ok {
				return end, true
			}
			if !p.maybe && !last {
				return 0, false
			}
		case word:
			i++
		case !p.maybe && (p.edge != '$' || !last):
			return 0, false
		}
	}
	return i, true
}

func (f *finder) anyEdge(lists []int, i int) bool {
	for e := f.first[i]; e >= 0; e = f.edges[e].next {
		if slices.Contains(lists, f.edges[e].list) {
			return true
		}
	}
	return false
}
