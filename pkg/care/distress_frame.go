package care

import "strings"

// frame is a thing said with words in any order: every one of its lists stands
// within so many words in one sentence, and none of the others does. It hears what
// no line of words foresaw: “death looks like a kindness”, “everyone would heave a
// sigh of relief if I were gone”.
type frame struct {
	key     string
	class   Class
	hint    string
	all     string // names of lists
	without string
	within  int // words, from the first of all to the last
	why     string
}

// bits gives every list that a frame names its place in a token's mask.
func (g *grammar) frameBits(frames []frame) {
	g.frameBit = make([]uint64, len(g.lists))
	next := 0
	for _, fr := range frames {
		for name := range strings.FieldsSeq(fr.all + " " + fr.without) {
			list, known := g.lists[name]
			if !known {
				panic("care: no list " + name + " for " + fr.key)
			}
			if g.frameBit[list] == 0 {
				g.frameBit[list] = 1 << next
				next++
			}
		}
		g.frames = append(g.frames, frameMask{g.masks(fr.all), g.masks(fr.without), fr.within, len(g.sayings)})
		g.sayings = append(g.sayings, saying{key: fr.key, class: fr.class, hint: fr.hint, why: fr.why, whose: strings.Contains(fr.all, "absence")})
	}
	if next > 64 {
		panic("care: frames name more than 64 lists")
	}
}

// frameMask is a frame as bits: each of need stands for one list.
type frameMask struct {
	need, without []uint64
	within        int
	saying        int
}

func (g *grammar) masks(names string) (masks []uint64) {
	for name := range strings.FieldsSeq(names) {
		masks = append(masks, g.frameBit[g.lists[name]])
	}
	return masks
}

// frame looks for every frame in the text, once its lists are known.
func (f *finder) frame() {
	seen := make([]uint64, len(f.tokens)) // the lists with a phrase that begins here
	last := make([]int, len(f.tokens))    // where the longest of them ends
	for i := range f.tokens {
		for e := f.first[i]; e >= 0; e = f.edges[e].next {
			if bit := f.frameBit[f.edges[e].list]; bit != 0 {
				seen[i] |= bit
				last[i] = max(last[i], f.edges[e].to)
			}
		}
	}
	for i, lists := range seen {
		if lists == 0 {
			continue
		}
		for n := range f.frames {
			if fr := &f.frames[n]; lists&fr.need[0] != 0 {
				f.framed(fr, seen, last, i)
			}
		}
	}
}

// framed looks for the rest of fr around token i, where its first list stands.
func (f *finder) framed(fr *frameMask, seen []uint64, last []int, i int) {
	from, to := i, i+1
	for n := 0; n < fr.within && from > 0 && f.tokens[from].stop != ended; n++ {
		from--
	}
	for n := 0; n < fr.within && to < len(f.tokens) && f.tokens[to].stop != ended; n++ {
		to++
	}
	var all uint64
	for j := from; j < to; j++ {
		if j != i {
			all |= seen[j]
		}
	}
	all |= seen[i] &^ fr.need[0]
	for _, bit := range fr.without {
		if (all|seen[i])&bit != 0 {
			return
		}
	}
	for _, bit := range fr.need[1:] {
		if all&bit == 0 {
			return
		}
	}
	f.hits = append(f.hits, hit{fr.saying, i, max(last[i], i+1)})
}
