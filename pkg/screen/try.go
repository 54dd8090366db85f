package screen

// Passage is a part of a text, in bytes.
type Passage struct{ From, To int }

// Try returns where a pattern stands in a text, every time. It keeps nothing.
func Try(pattern, text string) (all []Passage) {
	if CheckPattern(pattern) != nil {
		return nil
	}
	m := compile([]Filter{{Pattern: pattern}})
	m.every(text, func(_, from, to int) { all = append(all, Passage{from, to}) })
	return all
}
