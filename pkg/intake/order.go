package intake

import (
	"cmp"
	"slices"
)

// thread is the lines of one thread in the order in which they can be written:
// its opening first, and each reply after what it answers.
type thread struct {
	source, id string
	lines      []placed
}

// placed is a line and the line it answers, by its place in the thread.
type placed struct {
	line
	answers int // 0 is the opening; for the opening itself it means nothing
}

// threadsOf sorts lines into threads, in the order in which each begins. Lines
// that repeat a post are refused.
func threadsOf(lines []line, refuse func(Refusal)) []thread {
	type key struct{ source, id string }
	members := map[key][]line{}
	var order []key
	for _, l := range lines {
		k := key{l.source, l.thread}
		if members[k] == nil {
			order = append(order, k)
		}
		members[k] = append(members[k], l)
	}
	threads := make([]thread, 0, len(order))
	for _, k := range order {
		threads = append(threads, thread{k.source, k.id, inOrder(members[k], refuse)})
	}
	slices.SortStableFunc(threads, func(a, b thread) int { return a.lines[0].at.Compare(b.lines[0].at) })
	return threads
}

// inOrder puts a thread's lines in order. The opening is the oldest line without
// a parent or, when every line has one, the oldest of all. A line whose parent is
// not in the file, or stands in a circle, answers the opening: its words are kept.
func inOrder(lines []line, refuse func(Refusal)) []placed {
	seen := map[string]bool{}
	lines = slices.DeleteFunc(lines, func(l line) bool {
		if seen[l.post] {
			refuse(Refusal{l.number, "its post_id stands on an earlier line of the same thread"})
			return true
		}
		seen[l.post] = true
		return false
	})
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.number, b.number))
	})
	opening := max(0, slices.IndexFunc(lines, func(l line) bool { return l.parent == "" || !seen[l.parent] }))
	place := map[string]int{lines[opening].post: 0}
	ordered := []placed{{line: lines[opening]}}
	rest := slices.Delete(slices.Clone(lines), opening, opening+1)
	for len(rest) > 0 {
		var later []line
		for _, l := range rest {
			at, known := place[l.parent]
			if !known && seen[l.parent] && l.parent != l.post {
				later = append(later, l) // what it answers has not had its turn
				continue
			}
			place[l.post] = len(ordered)
			ordered = append(ordered, placed{l, at})
		}
		if len(later) == len(rest) { // only circles are left
			first := later[0]
			place[first.post] = len(ordered)
			ordered = append(ordered, placed{first, 0})
			later = later[1:]
		}
		rest = later
	}
	return ordered
}
