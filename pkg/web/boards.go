package web

import (
	"context"
	"sync"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// boardList is the boards as they were at a version: a page of a thread shows its
// board's name and safety line, and need not ask for them each time.
type boardList struct {
	mu      sync.Mutex
	version int64
	byID    map[forum.BoardID]forum.Board
}

// boardOf returns the board with an id. Boards are no secret; what is on them is.
func (s *Server) boardOf(ctx context.Context, id forum.BoardID) (forum.Board, error) {
	s.boards.mu.Lock()
	defer s.boards.mu.Unlock()
	version := s.Forum.BoardsVersion() // before the boards, so that what is kept is never older than its name
	if s.boards.byID == nil || s.boards.version != version {
		all, err := s.Forum.Boards(ctx, account.Account{})
		if err != nil {
			return forum.Board{}, err
		}
		s.boards.version, s.boards.byID = version, map[forum.BoardID]forum.Board{}
		for _, b := range all {
			s.boards.byID[b.ID] = b.Board
		}
	}
	b, ok := s.boards.byID[id]
	if !ok {
		return b, fault.New(fault.NotFound, "fault.not_here")
	}
	return b, nil
}
