package account

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/db"
)

// Serving is somebody who looks after boards: a moderator or an operator.
type Serving struct {
	Name   Name    // their own; its Role says which they are
	Boards []int64 // those they look after; none means all
}

// LooksAfter reports whether s looks after a board.
func (s Serving) LooksAfter(board int64) bool {
	return len(s.Boards) == 0 || slices.Contains(s.Boards, board)
}

// mostTeam bounds the team of one site.
const mostTeam = 500

// Team returns everybody who looks after boards, by the names they go by. That a
// name serves is no secret: it stands beside the name wherever it is shown.
func Team(ctx context.Context, r db.Reader) ([]Serving, error) {
	var team []Serving
	for _, role := range []Role{Moderator, Operator} {
		names, err := db.All(ctx, r, scanName, `
			SELECT `+nameColumns+` FROM account o JOIN name n ON n.account = o.id WHERE o.role = $1 ORDER BY o.id LIMIT $2`, role, mostTeam)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			team = append(team, Serving{Name: name})
		}
	}
	boards, err := db.All(ctx, r, scanServes, `
		SELECT n.id, b.board FROM account_board b JOIN account o ON o.id = b.account JOIN name n ON n.account = o.id
		WHERE o.role = 'moderator' ORDER BY b.account, b.board`)
	if err != nil {
		return nil, err
	}
	for _, b := range boards {
		if i := slices.IndexFunc(team, func(s Serving) bool { return s.Name.ID == b.name }); i >= 0 {
			team[i].Boards = append(team[i].Boards, b.board)
		}
	}
	return team, nil
}

type serves struct {
	name  NameID
	board int64
}

func scanServes(r db.Row) (s serves, err error) {
	err = r.Scan(&s.name, &s.board)
	return s, err
}
