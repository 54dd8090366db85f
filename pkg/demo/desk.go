package demo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/duty"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/moderation"
)

// A Room is where moderators of the demonstration work.
type Room struct {
	Desk *moderation.Desk
	Rota *duty.Rota
}

// fresh is something written on the day on which the community is made, by the same
// doors as anybody's: what it sets off is what it would set off on a real site.
type fresh struct {
	by, board string
	title     string // "" answers the newest thread of the board
	words     string
	flags     []freshFlag
}

type freshFlag struct {
	by    string
	door  moderation.Door
	kind  moderation.FlagKind
	words string
}

// freshWords are what the moderators of the demonstration find on their desk.
var freshWords = []fresh{
	{by: "Plain Toast", board: "chemotherapy",
		words: "It broke my wife too. We stopped the chemo in June and went on the mushroom powder and she is eating again. Honestly, bin the chemo, and start on 5 grams and go up.\n\nYou are a good person for sitting there with her. Nobody says that to us.",
		flags: []freshFlag{
			{"Copper Kettle", moderation.ConductDoor, moderation.Harm, "He is telling people to bin their chemo. My dad would believe this."},
			{"North Window", moderation.ConductDoor, moderation.Harm, "I don’t think he means harm but it worried me."},
		}},
	{by: "Button Tin", board: "scans-and-waiting",
		words: "If anyone near the hospital needs a lift, ring my neighbour Carol on 07700 900123. She drives people for nothing and she won’t mind.",
		flags: []freshFlag{{"Tea Towel", moderation.ConductDoor, moderation.Identifies, ""}}},
	{by: "Slow Tuesday", board: "how-you-are-feeling", title: "The evenings",
		words: "The days are all right, there are nurses and lists. It is the evenings. I sit in the kitchen with the light off and wonder what all of it is for.",
		flags: []freshFlag{{"Half Moon Biscuit", moderation.CareDoor, moderation.Worried, "She has not sounded like herself for a week."}}},
	{by: "Paper Boat", board: "side-effects", title: "Numb feet on the stairs",
		words: "Since the fourth round I can’t feel the edge of the step. Does it come back? And what did you do about shoes?"},
	{by: "Odd Sock", board: "side-effects",
		words: "I found a page with exercises for feet: https://www.example.org/feet. Is it any good?"},
	{by: "Open Drawer", board: "how-you-are-feeling", title: "I don’t want to do this any more",
		words: "I’m sorry to write this here. I don’t want to be alive any more. Everyone would be better off without me and my appointments. I don’t know why I’m telling you."},
}

// furnishRoom gives the moderators something to do: what their desk shows in a
// community that lives.
func (m *Demo) furnishRoom(ctx context.Context) error {
	for _, one := range freshWords {
		post, err := m.write(ctx, one)
		if err != nil {
			return fmt.Errorf("write as %s: %w", one.by, err)
		}
		for _, f := range one.flags {
			by := m.people[f.by]
			if _, err := m.room.Desk.Flag(ctx, by, moderation.Target{Kind: moderation.OnPost, PID: post}, f.door, f.kind, f.words); err != nil {
				return fmt.Errorf("flag as %s: %w", f.by, err)
			}
		}
	}
	return nil
}

// write posts one, and returns its post's public id; "" when it waits.
func (m *Demo) write(ctx context.Context, one fresh) (string, error) {
	by := m.people[one.by]
	board, err := m.forum.Board(ctx, one.board)
	if err != nil {
		return "", err
	}
	if one.title != "" {
		t, err := m.forum.Open(ctx, by, board.ID, forum.NewThread{Title: one.title, Words: one.words, Wish: forum.Listening})
		if err != nil {
			return "", waits(err)
		}
		return m.postOf(ctx, t.Opening)
	}
	opening, err := db.One(ctx, m.db, db.Value[forum.PostID], `
		SELECT t.opening FROM thread t
		WHERE t.board = $1 AND t.removed_at IS NULL AND t.merged_into IS NULL AND t.emptied_at IS NULL AND t.locked_at IS NULL
		ORDER BY t.opened_at DESC, t.id LIMIT 1`, board.ID)
	if err != nil {
		return "", err
	}
	pid, err := m.postOf(ctx, opening)
	if err != nil {
		return "", err
	}
	p, err := m.forum.Reply(ctx, by, pid, forum.NewReply{Words: one.words})
	return p.PID, waits(err)
}

// waits passes over what is held: that is what should happen to it.
func waits(err error) error {
	var held *forum.HeldError
	if errors.As(err, &held) {
		return nil
	}
	return err
}

func (m *Demo) postOf(ctx context.Context, id forum.PostID) (string, error) {
	return db.One(ctx, m.db, db.Value[string], `SELECT pid FROM post WHERE id = $1`, id)
}

// watch is how long somebody of the demonstration is on duty after a start.
const watch = 8 * time.Hour

// BeOnDuty puts Harbour Bell on the rota, unless somebody is there: a desk with
// nobody at it would show little.
func (m *Demo) BeOnDuty(ctx context.Context) error {
	if len(m.room.Rota.On()) > 0 {
		return nil
	}
	name, err := db.One(ctx, m.db, db.Value[account.NameID], `SELECT id FROM name WHERE shown = $1 AND account IS NOT NULL`, "Harbour Bell")
	if err != nil {
		return err
	}
	who, err := account.FindNameID(ctx, m.db, name)
	if err != nil {
		return err
	}
	by := account.Account{Role: account.Moderator, SecondFactor: true, Name: who}
	_, err = m.room.Rota.Plan(ctx, by, "", m.now(), m.now().Add(watch))
	return err
}
