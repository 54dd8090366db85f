package notice

import (
	"context"
	"slices"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/text"
)

// Talk returns the talk called pid: its newest lines, or those before the line with
// the number from. It is for its member, and for moderators of its board.
func (b *Box) Talk(ctx context.Context, by account.Account, pid string, before int64) (p TalkPage, err error) {
	if by.Guest() {
		return p, fault.New(fault.SignIn, "fault.sign_in")
	}
	t, side, err := b.findTalk(ctx, b.db, by, pid)
	if err != nil {
		return p, err
	}
	p.Talk, p.Mine = t, side == MemberSide
	lines, err := linesOf(ctx, b.db, t.ID, before, linesOnPage+1)
	if err != nil {
		return p, err
	}
	if len(lines) > linesOnPage {
		lines = lines[:linesOnPage]
		p.Previous = lines[linesOnPage-1].ID
	}
	slices.Reverse(lines)
	for i := range lines {
		if lines[i].HTML, err = text.RenderLong(lines[i].Source); err != nil {
			return p, err
		}
	}
	p.Lines = lines
	if p.Mine {
		return p, b.seeTalk(ctx, t)
	}
	return p, nil
}

// DeskTalks is a page of talks for moderators.
type DeskTalks struct {
	Talks []Talk
	Next  string // where the next page begins, or "" at the end
}

// DeskTalks returns the talks on by's boards in which it is a side's turn: those that
// wait for the moderators oldest first, the others newest first. They begin at the
// talk called from, or at the beginning.
func (b *Box) DeskTalks(ctx context.Context, by account.Account, turn Side, from string) (p DeskTalks, err error) {
	if !by.ModeratesSome() {
		return p, notHere()
	}
	oldest := turn == DeskSide
	begin, err := talkPlace(ctx, b.db, from, oldest)
	if err != nil {
		return p, err
	}
	var all []Talk
	for _, board := range deskBoards(by) {
		some, err := talksIn(ctx, b.db, turn, board, begin, oldest, onPage+1)
		if err != nil {
			return p, err
		}
		all = append(all, some...)
	}
	slices.SortFunc(all, func(x, y Talk) int {
		n := x.LastAt.Compare(y.LastAt)
		if n == 0 {
			n = int(x.ID - y.ID)
		}
		if !oldest {
			n = -n
		}
		return n
	})
	p.Talks = all[:min(len(all), onPage)]
	if len(all) > onPage {
		p.Next = all[onPage].PID
	}
	return p, nil
}

// DeskWaiting returns how many talks wait for by's answer, up to one more than
// [MostUnseen].
func (b *Box) DeskWaiting(ctx context.Context, by account.Account) (int, error) {
	if !by.ModeratesSome() {
		return 0, nil
	}
	count := 0
	for _, board := range deskBoards(by) {
		n, err := countTalks(ctx, b.db, DeskSide, board)
		if err != nil {
			return 0, err
		}
		count = min(count+n, MostUnseen+1)
	}
	return count, nil
}

// everyBoard stands for all boards at once.
const everyBoard = -1

// deskBoards are the boards whose talks by sees, each read from its own range of an
// index: all at once, or the named ones and what concerns the whole site.
func deskBoards(by account.Account) []int64 {
	if by.Role == account.Operator || len(by.Boards) == 0 {
		return []int64{everyBoard}
	}
	return append([]int64{0}, by.Boards...)
}
