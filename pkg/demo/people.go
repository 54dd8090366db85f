package demo

import (
	"context"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
)

// A Guest of the demonstration looks at it as one of these people, by a button.
type Guest string

// As whom one can look at the demonstration.
const (
	Patient   Guest = "patient"
	Caregiver Guest = "caregiver"
	Moderator Guest = "moderator"
	Operator  Guest = "operator"
)

// Guests are the buttons, in order, and the name each signs in as.
var Guests = []struct {
	As   Guest
	Name string
}{{Patient, "Quiet Heron"}, {Caregiver, "Wren in Wool"}, {Moderator, "Harbour Bell"}, {Operator, "Fern Ladder"}}

// roles are those who are trusted with something.
var roles = map[string]account.Role{
	"Harbour Bell": account.Moderator, "Ash Lantern": account.Moderator, "Fern Ladder": account.Operator,
}

// masks are the names taken for one thread, and who took each.
var masks = map[string]string{
	"Grey Umbrella": "Wren in Wool", "Still Water Jug": "Plain Toast", "Folded Map": "Slow Tuesday",
	"Empty Hanger": "Tea Towel", "Corner Lamp": "Quiet Heron", "Paper Fan": "North Window",
	"Short Pencil": "Button Tin", "Closed Piano": "Half Moon Biscuit",
}

// newcomers have not been here for long.
var newcomers = []string{"Paper Boat", "Odd Sock", "Open Drawer"}

var about = map[string]string{
	"Quiet Heron":   "Chemo, crosswords, one teenage son. I read more than I write.",
	"Copper Kettle": "Out the other side of bowel chemo. Ask me about cold hands.",
	"Wren in Wool":  "I sit on the other side of it. Husband has myeloma, I have the plastic chair.",
	"Harbour Bell":  "One of the moderators. Usually here in the evenings.",
	"North Window":  "Secondary breast. I would rather you said the word.",
}

// settle makes an account for everybody who writes, with the day since when.
func (m *Demo) settle(ctx context.Context, threads []thread) error {
	var names []string
	for _, t := range threads {
		for _, r := range append([]reply{{by: t.by}}, t.replies...) {
			if masks[r.by] == "" && !slices.Contains(names, r.by) {
				names = append(names, r.by)
			}
		}
	}
	for _, g := range Guests {
		if !slices.Contains(names, g.Name) {
			names = append(names, g.Name)
		}
	}
	slices.Sort(names)
	return m.db.Tx(ctx, func(tx *db.Tx) error {
		for _, name := range names {
			since, step := 70+m.luck.IntN(500), account.Steady
			if slices.Contains(newcomers, name) {
				since, step = 62, account.New
			}
			who, err := m.accounts.Settle(ctx, tx, account.Settler{
				Name: name, Role: roles[name], Step: step, About: about[name],
				Since: account.DayOf(m.now().Add(-time.Duration(since) * 24 * time.Hour)),
			})
			if err != nil {
				return err
			}
			m.people[name] = who
		}
		return nil
	})
}

// nameIn returns the name that somebody writes with in a thread.
func (m *Demo) nameIn(ctx context.Context, tx *db.Tx, shown string, id forum.ThreadID, names map[string]account.Name) (account.Name, error) {
	behind, masked := masks[shown]
	if !masked {
		return m.people[shown].Name, nil
	}
	if name, ok := names[shown]; ok {
		return name, nil
	}
	name, err := m.accounts.NewNameIn(ctx, tx, m.people[behind], int64(id), shown)
	names[shown] = name
	return name, err
}

// SignIn opens a session as one of the demonstration's people.
func (m *Demo) SignIn(ctx context.Context, as string) (account.Opened, error) {
	for _, g := range Guests {
		if string(g.As) != as {
			continue
		}
		name, err := db.One(ctx, m.db, db.Value[account.ID], `SELECT account FROM name WHERE shown = $1 AND account IS NOT NULL`, g.Name)
		if err != nil {
			return account.Opened{}, err
		}
		return m.accounts.OpenFor(ctx, name, account.OwnDevice)
	}
	return account.Opened{}, ErrReal
}
