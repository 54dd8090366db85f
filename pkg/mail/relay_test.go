package mail

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net"
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
)

// office is an SMTP server that keeps what it is handed.
type office struct {
	mu     sync.Mutex
	taken  []taken
	refuse string
}

type taken struct {
	from, to, helo string
	data           []byte
}

func (o *office) NewSession(c *smtp.Conn) (smtp.Session, error) {
	return &counter{office: o, taken: taken{helo: c.Hostname()}}, nil
}

type counter struct {
	office *office
	taken  taken
}

func (c *counter) Mail(from string, _ *smtp.MailOptions) error { c.taken.from = from; return nil }
func (c *counter) Rcpt(to string, _ *smtp.RcptOptions) error {
	if c.office.refuse != "" {
		return errors.New("550 " + to + " " + c.office.refuse)
	}
	c.taken.to = to
	return nil
}
func (c *counter) Data(r io.Reader) (err error) {
	if c.taken.data, err = io.ReadAll(r); err != nil {
		return err
	}
	c.office.mu.Lock()
	defer c.office.mu.Unlock()
	c.office.taken = append(c.office.taken, c.taken)
	return nil
}
func (c *counter) Reset()        {}
func (c *counter) Logout() error { return nil }

func open(t *testing.T, o *office) *url.URL {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := smtp.NewServer(o)
	server.ReadTimeout, server.WriteTimeout = 10*time.Second, 10*time.Second
	go server.Serve(l)
	t.Cleanup(func() { server.Close() })
	return &url.URL{Scheme: "smtp", Host: l.Addr().String()}
}

func TestALetterArrivesAndTellsNothingMore(t *testing.T) {
	o := &office{}
	relay := NewRelay(open(t, o), "post@kindword.example")
	err := relay.Send(t.Context(), Letter{To: "ann@home.example", Subject: "Tu enlace está aquí", Text: "Here it is:\n\nhttps://kindword.example/recover/abc\n"})
	if err != nil {
		t.Fatal(err)
	}
	if len(o.taken) != 1 || o.taken[0].to != "ann@home.example" || o.taken[0].from != "post@kindword.example" || o.taken[0].helo != "kindword.example" {
		t.Fatalf("taken: %+v", o.taken)
	}
	msg, err := mail.ReadMessage(bytes.NewReader(o.taken[0].data))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(msg.Header.Get("Subject"))
	if err != nil || subject != "Tu enlace está aquí" {
		t.Errorf("subject %q, %v", subject, err)
	}
	body, _ := io.ReadAll(msg.Body)
	if !strings.Contains(string(body), "https://kindword.example/recover/abc") {
		t.Errorf("body %q", body)
	}
	if id := msg.Header.Get("Message-ID"); !strings.HasSuffix(id, "@kindword.example>") {
		t.Errorf("Message-ID %q tells the machine", id)
	}
	for _, h := range []string{"X-Mailer", "User-Agent", "Return-Receipt-To", "Disposition-Notification-To", "List-Id"} {
		if v := msg.Header.Get(h); v != "" {
			t.Errorf("%s: %s", h, v)
		}
	}
	if kind := msg.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/plain") {
		t.Errorf("content type %q", kind)
	}
}

func TestNoLetterAddsAHeader(t *testing.T) {
	o := &office{}
	relay := NewRelay(open(t, o), "post@kindword.example")
	for _, l := range []Letter{
		{To: "ann@home.example\r\nBcc: eve@home.example"},
		{To: "ann@home.example\nBcc: eve@home.example"},
		{To: "ann@home.example, eve@home.example"},
		{To: "ann@home.example", Subject: "hello\r\nBcc: eve@home.example"},
		{To: "ann@home.example", Subject: "hello\nBcc: eve@home.example"},
		{To: ""}, {To: "nobody"},
	} {
		if err := relay.Send(t.Context(), l); !errors.Is(err, ErrLetter) {
			t.Errorf("%q %q: %v", l.To, l.Subject, err)
		}
	}
	if len(o.taken) != 0 {
		t.Errorf("taken all the same: %+v", o.taken)
	}
}

func TestAnErrorHoldsNoAddress(t *testing.T) {
	relay := NewRelay(open(t, &office{refuse: "is not here"}), "post@kindword.example")
	err := relay.Send(t.Context(), Letter{To: "ann@home.example", Subject: "x", Text: "y"})
	if err == nil || strings.Contains(err.Error(), "ann@home") {
		t.Errorf("%v", err)
	}
}

// TestARelayElsewhereMustSpeakTLS: only a relay on this machine may go without.
func TestARelayElsewhereMustSpeakTLS(t *testing.T) {
	o := &office{}
	at := open(t, o)
	relay := NewRelay(at, "post@kindword.example")
	elsewhere := *at
	elsewhere.Host = "relay.kindword.example:25"
	strict := NewRelay(&elsewhere, "post@kindword.example")
	strict.host = relay.host // as if relay.kindword.example were this listener
	strict.options = append(strict.options, relay.options[2])
	if err := strict.Send(t.Context(), Letter{To: "ann@home.example", Subject: "x", Text: "y"}); err == nil || len(o.taken) != 0 {
		t.Errorf("sent in clear: %v, %+v", err, o.taken)
	}
}
