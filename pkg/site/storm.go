package site

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// stormKey is the row that holds all of it, apart from what the form for the whole
// site saves.
const stormKey = "site.storm"

// Joining says who may join.
type Joining string

// Who may join.
const (
	JoiningOpen    Joining = "open"
	JoiningInvited Joining = "invited" // whoever has an invitation
	JoiningPaused  Joining = "paused"  // nobody, for a while
)

// Storm is what is shut for a while, when more come than can be looked after. Each
// part of it ends by itself.
type Storm struct {
	Joining      Joining   // what it is until JoiningUntil
	JoiningUntil time.Time // zero: joining is open
	NewReadOnly  time.Time // until when newcomers may read, and not write
	Ceiling      int       // new accounts an hour, until CeilingUntil
	CeilingUntil time.Time
}

// JoiningAt returns who may join at t.
func (s Storm) JoiningAt(t time.Time) Joining {
	if s.Joining == "" || !t.Before(s.JoiningUntil) {
		return JoiningOpen
	}
	return s.Joining
}

// CeilingAt returns how many may join in the hour before t, and false if there is no
// bound.
func (s Storm) CeilingAt(t time.Time) (int, bool) { return s.Ceiling, t.Before(s.CeilingUntil) }

// ReadOnlyAt reports whether newcomers may only read at t.
func (s Storm) ReadOnlyAt(t time.Time) bool { return t.Before(s.NewReadOnly) }

// Any reports whether anything is shut at t.
func (s Storm) Any(t time.Time) bool {
	_, ceiling := s.CeilingAt(t)
	return ceiling || s.JoiningAt(t) != JoiningOpen || s.ReadOnlyAt(t)
}

// StormHours are those for which each part can be shut: a night, a day, a weekend.
// Nothing is shut for longer without somebody choosing so again.
var StormHours = []int{1, 4, 12, 24, 72}

// Ceilings are the numbers of new accounts an hour that can be chosen.
var Ceilings = []int{1, 5, 20, 100}

// A Keeper is whoever asks to shut something or open it again.
type Keeper interface {
	Actor
	// ModeratesAll reports whether they look after every board.
	ModeratesAll() bool
}

// ShutJoining has people join only as joining says for some of [StormHours]; [JoiningOpen]
// ends it now.
func (s *Site) ShutJoining(ctx context.Context, by Keeper, joining Joining, hours int) error {
	if joining == JoiningOpen {
		hours = 0
	}
	return s.press(ctx, by, "storm.joining_"+string(joining), hours, joining == JoiningOpen, func(storm *Storm, until time.Time) error {
		switch joining {
		case JoiningOpen, JoiningInvited, JoiningPaused:
		default:
			return fault.Field("joining", "fault.storm_joining")
		}
		storm.Joining, storm.JoiningUntil = joining, until
		return nil
	})
}

// NewcomersRead has newcomers read and not write for some of [StormHours]; 0 ends it
// now.
func (s *Site) NewcomersRead(ctx context.Context, by Keeper, hours int) error {
	return s.press(ctx, by, ended("storm.read_only", hours), hours, hours == 0, func(storm *Storm, until time.Time) error {
		storm.NewReadOnly = until
		return nil
	})
}

// Ceil lets at most n join an hour, one of [Ceilings], for some of [StormHours]; 0
// hours end it now.
func (s *Site) Ceil(ctx context.Context, by Keeper, n, hours int) error {
	return s.press(ctx, by, ended("storm.ceiling", hours), hours, hours == 0, func(storm *Storm, until time.Time) error {
		if hours > 0 && !slices.Contains(Ceilings, n) {
			return fault.Field("ceiling", "fault.storm_ceiling")
		}
		storm.Ceiling, storm.CeilingUntil = n, until
		return nil
	})
}

func ended(act string, hours int) string {
	if hours == 0 {
		return act + "_ended"
	}
	return act
}

// press changes one part of the storm and writes that down. To anybody who may not
// there is no such page.
func (s *Site) press(ctx context.Context, by Keeper, act string, hours int, ends bool, change func(storm *Storm, until time.Time) error) error {
	if !by.Operates() && !by.ModeratesAll() {
		return notHere()
	}
	var until time.Time
	if !ends {
		if !slices.Contains(StormHours, hours) {
			return fault.Field("hours", "fault.storm_hours")
		}
		until = s.now().Add(time.Duration(hours) * time.Hour)
	}
	return s.db.Tx(ctx, func(tx *db.Tx) error {
		rows, err := settings(ctx, tx)
		if err != nil {
			return err
		}
		storm, err := readStorm(rows)
		if err != nil {
			return err
		}
		if err := change(&storm, until); err != nil {
			return err
		}
		if err := saveStorm(ctx, tx, storm); err != nil {
			return err
		}
		if err := s.changed(ctx, tx); err != nil {
			return err
		}
		return s.log(ctx, tx, by, act, "site")
	})
}

func readStorm(rows map[string]string) (storm Storm, err error) {
	if text, ok := rows[stormKey]; ok {
		if err := json.Unmarshal([]byte(text), &storm); err != nil {
			return storm, fmt.Errorf("setting %s: %w", stormKey, err)
		}
	}
	return storm, nil
}

func saveStorm(ctx context.Context, tx *db.Tx, storm Storm) error {
	text, err := json.Marshal(storm)
	if err != nil {
		return err
	}
	return saveSetting(ctx, tx, stormKey, string(text))
}
