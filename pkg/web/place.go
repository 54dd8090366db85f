package web

import (
	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// A target names where words are to go, whether that is still there or not.
type target struct {
	Kind  forum.DraftKind
	Board string // slug: of a thread to be opened
	Post  string // public id: of the post that is answered or changed
}

// path is where the form for it is, and where it is sent.
func (t target) path() string {
	switch t.Kind {
	case forum.DraftReply:
		return postPath(t.Post) + "/reply"
	case forum.DraftEdit:
		return postPath(t.Post) + "/edit"
	}
	return boardPath(t.Board) + "/write"
}

// A place is a target that was found, and takes words.
type place struct {
	target
	Board  forum.Board
	Thread forum.Thread // of a post
	Post   *forum.Reply // the post that is answered or changed
	Before forum.Post   // the post that is changed, as its author typed it
}

// find looks for the place that words are to go to, or returns the fault that says
// why they cannot. A guest is told what they would be told as a member: they may
// write first and join after.
func (s *Server) find(c *gin.Context, t target) (place, error) {
	by := viewer(c)
	switch t.Kind {
	case forum.DraftThread:
		return s.findBoard(c, t, someone(by))
	case forum.DraftReply:
		return s.findAnswered(c, t, someone(by))
	case forum.DraftEdit:
		return s.findOwn(c, t, by)
	}
	return place{}, notHere(c)
}

func (s *Server) findBoard(c *gin.Context, t target, by account.Account) (place, error) {
	board, err := s.Forum.Board(c.Request.Context(), t.Board)
	if err == nil && board.MergedInto != 0 {
		board, err = s.Forum.BoardID(c.Request.Context(), board.MergedInto)
	}
	if err != nil {
		return place{}, err
	}
	t.Board = board.Slug
	return place{target: t, Board: board}, forum.CanOpen(by, board)
}

func (s *Server) findAnswered(c *gin.Context, t target, by account.Account) (place, error) {
	thread, post, err := s.Forum.Post(c.Request.Context(), viewer(c), t.Post)
	if err != nil {
		return place{}, err
	}
	if err := forum.CanReply(by, thread, post.Post); err != nil {
		return place{}, err
	}
	board, err := s.boardOf(c.Request.Context(), thread.Board)
	return place{target: t, Board: board, Thread: thread, Post: post}, err
}

func (s *Server) findOwn(c *gin.Context, t target, by account.Account) (place, error) {
	if by.Guest() {
		return place{}, fault.New(fault.SignIn, "fault.sign_in")
	}
	_, before, err := s.Forum.Writing(c.Request.Context(), by, t.Post)
	if err != nil {
		return place{}, err
	}
	thread, post, err := s.Forum.Post(c.Request.Context(), by, t.Post)
	if err != nil {
		return place{}, err
	}
	board, err := s.boardOf(c.Request.Context(), thread.Board)
	return place{target: t, Board: board, Thread: thread, Post: post, Before: before}, err
}

// someone is by, or for a guest the newest of members.
func someone(by account.Account) account.Account {
	if by.Guest() {
		by = account.Account{ID: -1, Role: account.Member, Step: account.New}
	}
	return by
}

// opens reports whether words for p open a thread.
func (p place) opens() bool { return p.Kind == forum.DraftThread }

// titled reports whether words for p have a title: those that open a thread do.
func (p place) titled() bool {
	return p.opens() || p.Kind == forum.DraftEdit && p.Before.Opening()
}

// knows reports whether somebody is asked there how they know what they say.
func (p place) knows() bool {
	return p.Board.Category == forum.Medical && !p.titled()
}

// public reports whether anybody can read what is written there.
func (p place) public() bool {
	if p.opens() {
		return p.Board.Audience == forum.Public
	}
	return p.Thread.Audience == forum.Public
}
