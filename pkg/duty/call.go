package duty

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// Callees returns whom to call, in a round, about something on a board when a life
// may be at risk: in the first whoever is there, in the next whoever begins next,
// and then the operators. A round that would call nobody passes to the one after;
// so does one that would call nobody but those already called.
func (r *Rota) Callees(ctx context.Context, q db.Reader, board int64, round int) ([]account.NameID, error) {
	team, err := account.Team(ctx, q)
	if err != nil {
		return nil, err
	}
	var operators []account.NameID
	looksAfter := map[account.NameID]bool{}
	for _, s := range team {
		looksAfter[s.Name.ID] = s.LooksAfter(board)
		if s.Name.Role == account.Operator {
			operators = append(operators, s.Name.ID)
		}
	}
	not := func(name account.NameID) bool { return !looksAfter[name] }
	var rounds [][]account.NameID
	for _, names := range [][]account.NameID{namesOf(r.On()), r.next()} {
		if names = slices.DeleteFunc(names, not); len(names) > 0 {
			rounds = append(rounds, names)
		}
	}
	if round < len(rounds) {
		return rounds[round], nil
	}
	return operators, nil
}

// next returns whoever begins next.
func (r *Rota) next() []account.NameID {
	now, ahead := r.now(), r.Ahead()
	i := slices.IndexFunc(ahead, func(s Shift) bool { return s.Starts.After(now) })
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
