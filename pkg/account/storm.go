package account

// ModeratesAll reports whether a looks after every board now: they may shut the doors
// for a while when too many come at once.
func (a Account) ModeratesAll() bool {
	return a.ModeratesSome() && (a.Role == Operator || len(a.Boards) == 0)
}
