package moderation

import (
	"context"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/notice"
)

// Written is everything the desk keeps that somebody wrote under one name, and what it
// told them. Who flagged them, and that anybody worried about them, is not in it.
type Written struct {
	Name    string            `json:"name"`
	Address string            `json:"address"` // of the name
	Flags   []WrittenFlag     `json:"flags"`
	Decided []WrittenDecision `json:"decided"`
}

// WrittenFlag is a call for a moderator under the name. Of a worry nothing is left once
// somebody has looked after whoever it was about.
type WrittenFlag struct {
	At    time.Time  `json:"at"`
	Door  Door       `json:"door"`
	Kind  FlagKind   `json:"kind"`
	On    TargetKind `json:"on"`
	About string     `json:"about"` // address of the post, thread or name
	Words string     `json:"words,omitempty"`
}

// WrittenDecision is something that was decided about the name or its words, as it was
// told.
type WrittenDecision struct {
	Address   string         `json:"address"`
	At        time.Time      `json:"at"`
	Verdict   Verdict        `json:"verdict"`
	Reason    string         `json:"reason,omitempty"`
	Agreement string         `json:"agreement,omitempty"`
	Message   string         `json:"message,omitempty"`
	Post      string         `json:"post,omitempty"` // address
	Ends      time.Time      `json:"ends,omitzero"`  // of a pause
	State     DecisionState  `json:"state"`
	Appeal    *WrittenAppeal `json:"appeal,omitempty"`

	effect effect
}

// WrittenAppeal is how somebody asked another moderator to look.
type WrittenAppeal struct {
	At         time.Time     `json:"at"`
	Words      string        `json:"words,omitempty"`
	Answer     notice.Answer `json:"answer,omitempty"`
	AnsweredAt time.Time     `json:"answered_at,omitzero"`
}

// Export returns what by wrote at the desk and was told by it, under each of their
// names, their own first. It joins their names, so it is for their own eyes alone.
func (d *Desk) Export(ctx context.Context, by account.Account) ([]Written, error) {
	if by.Guest() {
		return nil, nil
	}
	names, err := d.accounts.NamesOf(ctx, d.db, by.ID)
	if err != nil {
		return nil, err
	}
	all := make([]Written, len(names))
	for i, name := range names {
		if all[i], err = d.Disclose(ctx, name); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Disclose returns what the desk holds of one name, for an operator who has to say. It
// leads to no other name of the same person.
func (d *Desk) Disclose(ctx context.Context, name account.Name) (w Written, err error) {
	w = Written{Name: name.Shown, Address: name.PID}
	if w.Flags, err = writtenFlags(ctx, d.db, name.ID); err != nil {
		return w, err
	}
	all, err := writtenDecisions(ctx, d.db, name.ID)
	for _, x := range all {
		if (Decision{Verdict: x.Verdict, Reason: x.Reason, About: name.ID, effect: x.effect}).tells() {
			w.Decided = append(w.Decided, x)
		}
	}
	return w, err
}
