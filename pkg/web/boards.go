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
	byID    map[forum.BoardID]forum.Board // never changed: another version is another map
}

// boardsNow returns the boards as they are. They are no secret; what is on them is.
func (s *Server) boardsNow(ctx context.Context) (map[forum.BoardID]forum.Board, error) {
	s.boards.mu.Lock()
	defer s.boards.mu.Unlock()
	version := s.Forum.BoardsVersion() // before the boards, so that what is kept is never older than its name
	if s.boards.byID == nil || s.boards.version != version {
		all, err := s.Forum.Boards(ctx, account.Account{})
		if err != nil {
			return nil, err
		}
		s.boards.version, s.boards.byID = version, map[forum.BoardID]forum.Board{}
		for _, b := range all {
			s.boards.byID[b.ID] = b.Board
		}
	}
	return s.boards.byID, nil
}

// boardOf returns the board with an id.
func (s *Server) boardOf(ctx context.Context, id forum.BoardID) (forum.Board, error) {
	boards, err := s.boardsNow(ctx)
	if err != nil {
		return forum.Board{}, err
	}
	if b, ok := boards[id]; ok {
		return b, nil
	}
	return forum.Board{}, fault.New(fault.NotFound, "fault.not_here")
}

// boardCalled returns the board called slug, also one that was merged into another.
func (s *Server) boardCalled(ctx context.Context, slug string) (forum.Board, error) {
	boards, err := s.boardsNow(ctx)
	if err != nil {
		return forum.Board{}, err
	}
	for _, b := range boards {
		if b.Slug == slug {
			return b, nil
		}
	}
	return s.Forum.Board(ctx, slug)
}
