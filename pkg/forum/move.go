package forum

import (
	"context"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// MaxMoveNote is how long a moderator's note on a moved thread may be, in characters.
const MaxMoveNote = 200

// Move puts the thread called pid on another board, with a note that stands on it.
// Its address stays the same. Its audience never widens: on a board for members it
// is for members from then on, and on a public one it stays for whom it was.
func (f *Forum) Move(ctx context.Context, by account.Account, pid, board, note string) error {
	note, err := checkMoveNote(note)
	if err != nil {
		return err
	}
	return f.moderate(ctx, by, pid, "thread.moved", "", func(tx *db.Tx, t Thread) error {
		to, err := findBoard(ctx, tx, board)
		if err != nil {
			return err
		}
		return f.move(ctx, tx, t, to, note, by.Name.ID)
	})
}

// MoveIn is [Forum.Move] for the desk, by a moderator's name. To move a thread back
// does not widen its audience again: what was answered meanwhile was written for
// members.
func (f *Forum) MoveIn(ctx context.Context, tx *db.Tx, id ThreadID, board BoardID, note string, by account.NameID) error {
	note, err := checkMoveNote(note)
	if err != nil {
		return err
	}
	return f.onThread(ctx, tx, id, func(t Thread) error {
		to, err := findBoardID(ctx, tx, board)
		if err != nil {
			return err
		}
		return f.move(ctx, tx, t, to, note, by)
	})
}

func checkMoveNote(note string) (string, error) {
	note = text.CleanTitle(note)
	if over := utf8.RuneCountInString(note) - MaxMoveNote; over > 0 {
		return "", fault.Field("note", "fault.site_long", "N", over)
	}
	return note, nil
}

func (f *Forum) move(ctx context.Context, tx *db.Tx, t Thread, to Board, note string, by account.NameID) error {
	switch {
	case to.Archived(), to.MergedInto != 0:
		return fault.Field("board", "fault.board_archived")
	case to.ID == t.Board:
		return fault.Field("board", "fault.move_nowhere")
	}
	f.current.raiseList(tx, t.Board, t.Audience)
	_, err := tx.Exec(ctx, `
		UPDATE thread SET board = $1, audience = $2, pinned_at = NULL, moved_at = $3, moved_from = $4, moved_words = $5, moved_by = $6
		WHERE id = $7`, to.ID, t.Audience.Narrower(to.Audience), db.Time(f.now()), t.Board, note, by, t.ID)
	return err
}
