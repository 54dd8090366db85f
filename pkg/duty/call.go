package duty

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// LastRound is the round of [Rota.Callees] in which the operators are called at the
// latest: after whoever is there, and whoever begins next.
const LastRound = 2

// Callees returns whom to call, in a round, about something on a board when a life
// may be at risk: in the first whoever is there, in the next whoever begins next,
// and then the operators. A round that would call nobody, or nobody but those who
// stand in an earlier one, passes to the one after; those after the last call all
// operators.
func (r *Rota) Callees(ctx context.Context, q db.Reader, board int64, round int) ([]account.NameID, error) {
	team, err := account.Team(ctx, q)
	if err != nil {
		return nil, err
	}
	var operators []account.NameID
	open := map[account.NameID]bool{} // who looks after the board and is in no round yet
	for _, s := range team {
		open[s.Name.ID] = s.LooksAfter(board)
		if s.Name.Role == account.Operator {
			operators = append(operators, s.Name.ID)
		}
	}
	var rounds [][]account.NameID
	add := func(names []account.NameID) {
		if names = slices.DeleteFunc(slices.Clone(names), func(n account.NameID) bool { return !open[n] }); len(names) == 0 {
			return
		}
		rounds = append(rounds, names)
		for _, n := range names {
			open[n] = false
		}
	}
	add(namesOf(r.On()))
	add(r.next(open))
	add(operators)
	if round < len(rounds) {
		return rounds[round], nil
	}
	return operators, nil
}

// next returns whoever of some begins next.
func (r *Rota) next(of map[account.NameID]bool) []account.NameID {
	now, ahead := r.now(), r.Ahead()
	i := slices.IndexFunc(ahead, func(s Shift) bool { return s.Starts.After(now) && of[s.Of.ID] })
	if i < 0 {
		return nil
	}
	return []account.NameID{ahead[i].Of.ID}
}

func namesOf(shifts []Shift) []account.NameID {
	names := make([]account.NameID, len(shifts))
	for i, s := range shifts {
		names[i] = s.Of.ID
	}
	return names
}
