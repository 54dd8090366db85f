package account

import (
	"context"
	"errors"
	"fmt"

	"github.com/kindword/kindword/pkg/mail"
)

// LetterKind says what a letter is for. The catalogue has its words under
// "letter." and the kind, with ".subject" and ".text" after it.
type LetterKind string

// The letters accounts send.
const (
	ConfirmLetter LetterKind = "confirm" // a link that confirms the address
	ReturnLetter  LetterKind = "return"  // a link that lets its reader back in
	NoticeLetter  LetterKind = "notice"  // there is something to read on the site; it holds no word of what
	CallLetter    LetterKind = "call"    // a moderator is asked to come to the desk; it holds no word of why
)

// Letter asks that a letter be sent. It holds a secret and an address, and so waits
// sealed.
type Letter struct {
	To       string // "" for nobody: see [Accounts.AskForLetter]
	Language string
	Kind     LetterKind
	Token    string
}

// Sealed keeps letters that wait from whoever reads the database.
func (Letter) Sealed() {}

// post is how letters leave the house.
type post struct {
	sender  mail.Sender
	address string
	say     func(language, key string, args ...any) string
}

// WithMail sends letters through sender, with links to the site's address, such as
// https://kindword.example, in the words that say finds for a language and a key.
// Without it e-mail is not offered.
func WithMail(sender mail.Sender, address string, say func(language, key string, args ...any) string) Option {
	return func(a *Accounts) { a.post = post{sender, address, say} }
}

// paths are where the links of letters lead.
var paths = map[LetterKind]string{ConfirmLetter: "/email/", ReturnLetter: "/recover/link/", NoticeLetter: "/you/messages", CallLetter: "/desk"}

// send writes and sends a letter that was asked for. Told twice it sends twice; a
// second one does no harm.
func (a *Accounts) send(ctx context.Context, l Letter) error {
	if l.To == "" || !a.SendsMail() {
		return nil
	}
	err := a.post.sender.Send(ctx, mail.Letter{
		To:      l.To,
		Subject: a.post.say(l.Language, "letter."+string(l.Kind)+".subject"),
		Text:    a.post.say(l.Language, "letter."+string(l.Kind)+".text", "Link", a.post.address+paths[l.Kind]+l.Token),
	})
	if errors.Is(err, mail.ErrLetter) {
		return nil // it never can be sent
	}
	if err != nil {
		return fmt.Errorf("send a letter: %w", err)
	}
	return nil
}
