// Package mail sends letters, when the operator has set up a relay.
//
// A letter may be read by whoever shares the mailbox, the phone or the screen. So
// it is short plain text with nothing in it of what was written on the site, no
// name, no board, no picture, and nothing that tells the sender it was opened.
package mail

import (
	"context"
	"errors"
	"strings"
)

// Letter is one mail to one person.
type Letter struct {
	To      string // a bare address
	Subject string
	Text    string
}

// A Sender takes letters to where they are sent on from.
type Sender interface {
	// Send hands l over, or says why not: it may be tried again.
	Send(ctx context.Context, l Letter) error
}

// ErrLetter says that a letter could not be sent as it is, and never can be.
var ErrLetter = errors.New("a letter's address or subject has a line of its own")

// check refuses what could add a header to a letter, before any library has to.
func (l Letter) check() error {
	if l.To == "" || strings.ContainsAny(l.To+l.Subject, "\r\n\x00") {
		return ErrLetter
	}
	return nil
}
