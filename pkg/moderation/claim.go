package moderation

import (
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/notice"
	"github.com/kindword/kindword/pkg/text"
)

const (
	// ClaimFor is how long a claim lasts unless it is renewed.
	ClaimFor = 30 * time.Minute
	// handedFor is how long a case stays with whom it was handed to: they may be asleep.
	handedFor = 24 * time.Hour
	// MaxCaseNote is how long a note between moderators may be, in characters.
	MaxCaseNote = 2_000
)

// CaseNote is what one moderator wrote to the others about a case.
type CaseNote struct {
	By    account.Name
	At    time.Time
	Words string
}

// Claim says that by is at the case called pid for the next while, or goes on being. It
// warns others and stops nobody: who claims last is at it.
func (d *Desk) Claim(ctx context.Context, by account.Account, pid string) error {
	return d.atCase(ctx, by, pid, func(tx *db.Tx, c Case) error {
		return setClaim(ctx, tx, c.ID, by.Name.ID, d.now().Add(ClaimFor), 0)
	})
}

// Release lets go of a case that by claimed. It needs no reason.
func (d *Desk) Release(ctx context.Context, by account.Account, pid string) error {
	return d.atCase(ctx, by, pid, func(tx *db.Tx, c Case) error {
		if c.ClaimedBy.ID != by.Name.ID {
			return nil
		}
		return setClaim(ctx, tx, c.ID, 0, time.Time{}, 0)
	})
}

// ReleaseAll lets go of all that by claimed: for a break, or the end of a shift.
func (d *Desk) ReleaseAll(ctx context.Context, by account.Account) error {
	if !by.ModeratesSome() {
		return notHere()
	}
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		for _, q := range Queues {
			if err := releaseClaims(ctx, tx, by.Name.ID, q); err != nil {
				return err
			}
		}
		d.watching.changed(tx, 0)
		return nil
	})
}

// HandOver gives a case to the moderator whose name is called to, with a note.
func (d *Desk) HandOver(ctx context.Context, by account.Account, pid, to, note string) error {
	note, err := checkCaseNote(note, false)
	if err != nil {
		return err
	}
	return d.atCase(ctx, by, pid, func(tx *db.Tx, c Case) error {
		name, err := d.colleague(ctx, tx, by, c, to)
		if err != nil {
			return err
		}
		if err := setClaim(ctx, tx, c.ID, name.ID, d.now().Add(handedFor), name.ID); err != nil {
			return err
		}
		if err := d.tellColleague(ctx, tx, name.ID, notice.HandedOver, c); err != nil {
			return err
		}
		if note == "" {
			return nil
		}
		return insertNote(ctx, tx, c.ID, CaseNote{By: by.Name, At: d.now(), Words: note})
	})
}

// AskSecond asks for a second opinion on a case: of the moderator whose name is called
// to, or of any when that is empty. Everybody at the desk sees that it is asked for.
func (d *Desk) AskSecond(ctx context.Context, by account.Account, pid, to, note string) error {
	note, err := checkCaseNote(note, false)
	if err != nil {
		return err
	}
	return d.atCase(ctx, by, pid, func(tx *db.Tx, c Case) error {
		if c.SecondFor == "" {
			if err := raiseCase(ctx, tx, c.ID, opinion); err != nil {
				return err
			}
		}
		if to != "" {
			name, err := d.colleague(ctx, tx, by, c, to)
			if err != nil {
				return err
			}
			if err := d.tellColleague(ctx, tx, name.ID, notice.SecondAsked, c); err != nil {
				return err
			}
		}
		if note == "" {
			return nil
		}
		return insertNote(ctx, tx, c.ID, CaseNote{By: by.Name, At: d.now(), Words: note})
	})
}

// AddNote writes a note to the other moderators about a case.
func (d *Desk) AddNote(ctx context.Context, by account.Account, pid, words string) error {
	words, err := checkCaseNote(words, true)
	if err != nil {
		return err
	}
	return d.atCase(ctx, by, pid, func(tx *db.Tx, c Case) error {
		return insertNote(ctx, tx, c.ID, CaseNote{By: by.Name, At: d.now(), Words: words})
	})
}

// atCase does something around an open case, for a moderator of its board.
func (d *Desk) atCase(ctx context.Context, by account.Account, pid string, do func(tx *db.Tx, c Case) error) error {
	return d.db.Tx(ctx, func(tx *db.Tx) error {
		c, err := findCaseCalled(ctx, tx, pid)
		if err != nil {
			return err
		}
		if err := canLook(by, c); err != nil {
			return err
		}
		if !c.Open() {
			return fault.New(fault.Conflict, "fault.desk_stale")
		}
		d.watching.changed(tx, c.Board)
		return do(tx, c)
	})
}

// colleague returns the other moderator of c's board whose name is called pid.
func (d *Desk) colleague(ctx context.Context, r db.Reader, by account.Account, c Case, pid string) (account.Name, error) {
	name, err := account.FindName(ctx, r, pid)
	if err != nil || name.OneThread() || name.ID == by.Name.ID {
		return name, fault.Field("to", "fault.choose_again")
	}
	id, err := d.accounts.OwnerOf(ctx, r, name.ID)
	if err != nil {
		return name, err
	}
	who, err := d.accounts.Account(ctx, r, id)
	if err != nil {
		return name, err
	}
	if !who.Moderates(int64(c.Board)) {
		return name, fault.Field("to", "fault.choose_again")
	}
	return name, nil
}

func (d *Desk) tellColleague(ctx context.Context, tx *db.Tx, name account.NameID, kind notice.Kind, c Case) error {
	at := d.now()
	about := audit.Subject("case", c.PID) + " " + at.UTC().Format("20060102150405.000")
	return notice.PutIn(ctx, tx, notice.Notice{Name: name, Kind: kind, About: about, At: at, Data: notice.Data{Case: c.PID}})
}

// tellColleagues asks all others who look after c's board for a second opinion: of what
// waits beside a case no queue tells.
func (d *Desk) tellColleagues(ctx context.Context, tx *db.Tx, by account.Account, c Case) error {
	names, err := colleagues(ctx, tx, by, c)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := d.tellColleague(ctx, tx, name.ID, notice.SecondAsked, c); err != nil {
			return err
		}
	}
	return nil
}

func checkCaseNote(words string, needed bool) (string, error) {
	words = strings.TrimSpace(text.Clean(words))
	if needed && words == "" {
		return "", fault.Field("note", "fault.words_empty")
	}
	if over := utf8.RuneCountInString(words) - MaxCaseNote; over > 0 {
		return "", fault.Field("note", "fault.site_long", "N", over)
	}
	return words, nil
}
