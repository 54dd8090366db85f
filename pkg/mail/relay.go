package mail

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/wneessen/go-mail"
)

// patience is how long a relay may take for one letter.
const patience = 30 * time.Second

// The ports of a relay whose address names none.
const (
	submission  = 587 // smtp: begins in clear and changes to TLS
	submissions = 465 // smtps: TLS from the first byte
)

// Relay sends letters through an SMTP server, always inside TLS, unless the server
// is on this machine and offers none.
type Relay struct {
	host    string
	from    string
	options []mail.Option
}

// NewRelay returns the relay at an address such as smtp://user:word@host:587 or
// smtps://host, for letters from the address from. Nothing is sent before [Relay.Send].
func NewRelay(at *url.URL, from string) *Relay {
	r := &Relay{host: at.Hostname(), from: from}
	r.options = []mail.Option{
		mail.WithTimeout(patience),
		mail.WithHELO(domain(from)), // else it tells the name of this machine
		mail.WithPort(port(at)),
		mail.WithoutNoop(),
	}
	switch {
	case at.Scheme == "smtps":
		r.options = append(r.options, mail.WithSSL())
	case here(r.host):
		r.options = append(r.options, mail.WithTLSPolicy(mail.TLSOpportunistic))
	default:
		r.options = append(r.options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if user := at.User; user != nil {
		password, _ := user.Password()
		r.options = append(r.options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover),
			mail.WithUsername(user.Username()), mail.WithPassword(password))
	}
	return r
}

// Send hands l to the relay. An error never holds the address it was for.
func (r *Relay) Send(ctx context.Context, l Letter) error {
	msg, err := r.written(l)
	if err != nil {
		return err
	}
	client, err := mail.NewClient(r.host, r.options...)
	if err != nil {
		return fmt.Errorf("reach the mail relay: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := client.DialAndSendWithContext(ctx, msg); err != nil {
		return errors.New("the mail relay did not take a letter: " + without(err.Error(), l.To, r.from))
	}
	return nil
}

// written returns l as it goes out.
func (r *Relay) written(l Letter) (*mail.Msg, error) {
	if err := l.check(); err != nil {
		return nil, err
	}
	msg := mail.NewMsg(mail.WithNoDefaultUserAgent()) // else it tells the library and its version
	if err := msg.From(r.from); err != nil {
		return nil, errors.New("the sender of the site's mail is no address")
	}
	if err := msg.To(l.To); err != nil {
		return nil, ErrLetter
	}
	msg.Subject(l.Subject)
	msg.SetMessageIDWithValue(rand.Text() + "@" + domain(r.from))
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: nobody's holiday answers it
	msg.SetBodyString(mail.TypeTextPlain, l.Text)
	return msg, nil
}

func port(at *url.URL) int {
	if n, err := strconv.Atoi(at.Port()); err == nil {
		return n
	}
	if at.Scheme == "smtps" {
		return submissions
	}
	return submission
}

// here reports whether host is this machine.
func here(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func domain(address string) string {
	if i := strings.LastIndexByte(address, '@'); i >= 0 {
		return strings.Trim(address[i+1:], "<> ")
	}
	return "localhost"
}

// without returns what a relay said, less the addresses it repeats.
func without(said string, addresses ...string) string {
	for _, a := range addresses {
		said = strings.ReplaceAll(said, a, "…")
	}
	return said
}
