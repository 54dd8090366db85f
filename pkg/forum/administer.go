package forum

import (
	"context"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

const (
	// ManyBoards is how many boards of a category are a wall of words. An operator
	// is told so, and is not kept from it.
	ManyBoards = 8

	maxBoardTitle = 60  // characters
	maxBoardLine  = 300 // characters; the purpose, what it is not for, the safety line
	maxBoardText  = 4_000
)

var patchNames = regexp.MustCompile(`^q-[a-z]+ [a-z]+$`)

// tidy returns b with its words fit to keep.
func (b Board) tidy() Board {
	for _, line := range []*string{&b.Title, &b.Purpose, &b.NotFor, &b.Safety} {
		*line = text.CleanTitle(*line)
	}
	b.Agreements = text.Clean(b.Agreements)
	return b
}

func (b Board) check() error {
	return fault.Fields(
		oneOf("category", b.Category, Medical, Personal),
		boardWords("title", b.Title, maxBoardTitle, true),
		boardWords("purpose", b.Purpose, maxBoardLine, true),
		boardWords("not_for", b.NotFor, maxBoardLine, false),
		boardWords("agreements", b.Agreements, maxBoardText, false),
		boardWords("safety", b.Safety, maxBoardLine, false),
		oneOf("audience", b.Audience, Members, Public),
		oneOf("opens", b.Opens, OpensMembers, OpensSteady, OpensModerators),
		boardPatch(b.Patch),
	)
}

func oneOf[T comparable](field string, value T, of ...T) error {
	if !slices.Contains(of, value) {
		return fault.Field(field, "fault.choose_again")
	}
	return nil
}

func boardWords(field, words string, longest int, needed bool) error {
	if words == "" && needed {
		return fault.Field(field, "fault.board_empty")
	}
	if over := utf8.RuneCountInString(words) - longest; over > 0 {
		return fault.Field(field, "fault.site_long", "N", over)
	}
	return nil
}

func boardPatch(patch string) error {
	if !patchNames.MatchString(patch) {
		return fault.Field("patch", "fault.choose_again")
	}
	return nil
}

// AddBoard adds b after the others of its category, for an operator. Its slug is
// made of its title and stays when that is changed: addresses are kept.
func (f *Forum) AddBoard(ctx context.Context, by account.Account, b Board) (Board, error) {
	b = b.tidy()
	err := f.operate(ctx, by, "board.added", func(tx *db.Tx) (subject string, err error) {
		if err := b.check(); err != nil {
			return "", err
		}
		taken, err := boardSlugs(ctx, tx)
		if err != nil {
			return "", err
		}
		b.Slug = freeSlug(b.Title, func(slug string) bool { return slices.Contains(taken, slug) })
		b.ID, err = insertBoard(ctx, tx, b)
		return audit.Subject("board", b.Slug), err
	})
	return b, err
}

// ChangeBoard makes the board called slug what b says, for an operator, but for its
// place and its slug. When its audience becomes narrower, so do its threads, at
// once; when it becomes wider, they stay as they are: they were written for members.
func (f *Forum) ChangeBoard(ctx context.Context, by account.Account, slug string, b Board) error {
	return f.ChangeBoardFrom(ctx, by, slug, "", b)
}

// ChangeBoardFrom is [Forum.ChangeBoard] for a form that was made from the
// [Board.Stamp] was: when somebody else has changed the board since, the answer is
// fault.Conflict. With no stamp it does not ask.
func (f *Forum) ChangeBoardFrom(ctx context.Context, by account.Account, slug, was string, b Board) error {
	b = b.tidy()
	return f.operate(ctx, by, "board.changed", func(tx *db.Tx) (string, error) {
		if err := b.check(); err != nil {
			return "", err
		}
		old, err := findStandingBoard(ctx, tx, slug)
		if err != nil {
			return "", err
		}
		if was != "" && was != old.Stamp() {
			return "", fault.New(fault.Conflict, "fault.set_meanwhile")
		}
		b.ID = old.ID
		if err := updateBoard(ctx, tx, b); err != nil {
			return "", err
		}
		if old.Audience == Public && b.Audience == Members {
			err = f.moveThreads(ctx, tx, b.ID, b)
		}
		return audit.Subject("board", slug), err
	})
}

// OrderBoards puts the boards called slugs in this order, for an operator.
func (f *Forum) OrderBoards(ctx context.Context, by account.Account, slugs []string) error {
	return f.operate(ctx, by, "board.ordered", func(tx *db.Tx) (string, error) {
		for i, slug := range slugs {
			if err := placeBoard(ctx, tx, slug, i+1); err != nil {
				return "", err
			}
		}
		return "boards", nil
	})
}

// ArchiveBoard leaves the board called slug for reading only, for an operator.
func (f *Forum) ArchiveBoard(ctx context.Context, by account.Account, slug string) error {
	return f.operate(ctx, by, "board.archived", func(tx *db.Tx) (string, error) {
		return audit.Subject("board", slug), archiveBoard(ctx, tx, slug, f.now())
	})
}

// ReopenBoard lets threads be opened again on the board called slug, for an operator.
func (f *Forum) ReopenBoard(ctx context.Context, by account.Account, slug string) error {
	return f.operate(ctx, by, "board.reopened", func(tx *db.Tx) (string, error) {
		return audit.Subject("board", slug), reopenBoard(ctx, tx, slug)
	})
}

// MergeBoard puts all threads of the board called from on the one called into, for
// an operator. The address of from then leads to the other. No thread's audience
// widens by it.
func (f *Forum) MergeBoard(ctx context.Context, by account.Account, from, into string) error {
	return f.operate(ctx, by, "board.merged", func(tx *db.Tx) (string, error) {
		one, err := findStandingBoard(ctx, tx, from)
		if err != nil {
			return "", err
		}
		other, err := findStandingBoard(ctx, tx, into)
		if err != nil {
			return "", err
		}
		if one.ID == other.ID {
			return "", fault.Field("into", "fault.merge_itself")
		}
		if err := f.moveThreads(ctx, tx, one.ID, other); err != nil {
			return "", err
		}
		return audit.Subject("board", from), leadBoardOn(ctx, tx, one.ID, other.ID)
	})
}

// moveThreads puts every thread of a board on another, or on the same with another
// audience. It is one statement and happens at once, however many there are: a
// thread that is no longer for everybody must not be read for a moment longer.
func (f *Forum) moveThreads(ctx context.Context, tx *db.Tx, from BoardID, to Board) error {
	if err := rehouseThreads(ctx, tx, from, to); err != nil {
		return err
	}
	f.current.forgetBoard(tx, from)
	for _, board := range []BoardID{from, to.ID} {
		for _, a := range []Audience{Public, Members} {
			f.current.raiseList(tx, board, a)
		}
	}
	return nil
}

// forgetBoard drops what is known of a board's threads once tx is on the disk, and
// takes nothing in that was read before.
func (v *versions) forgetBoard(tx *db.Tx, board BoardID) {
	tx.After(func() {
		v.mu.Lock()
		defer v.mu.Unlock()
		for i := range v.writes {
			v.writes[i]++
		}
		for _, cards := range []map[string]Card{v.young, v.old} {
			for pid, c := range cards {
				if c.Board == board {
					delete(cards, pid)
				}
			}
		}
	})
}
