package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/kindword/kindword/pkg/demo"
)

// demoCmd makes the demonstration community and serves it.
type demoCmd struct{}

// Run serves the demonstration, on this machine alone: its buttons let anybody in
// as anybody.
func (demoCmd) Run(ctx context.Context, s *settings, out io.Writer) error {
	host, _, err := net.SplitHostPort(s.Listen)
	if err != nil || !loopback(host) || !loopback(s.address.Hostname()) {
		return errors.New("the demonstration is served on localhost alone: anybody may sign in as anybody there")
	}
	if s.Data == "data" { // never by accident in the folder of a real site
		s.Data, s.KeyFile = "data/demo", "data/demo.key"
	}
	h, err := open(ctx, s)
	if err != nil {
		return err
	}
	if err := demo.Claim(ctx, h.db); err != nil {
		return closing(h, err)
	}
	if err := h.furnish(ctx); err != nil {
		return closing(h, err)
	}
	community := demo.New(h.db, h.site, h.accounts, h.forum, demo.Room{Desk: h.desk, Rota: h.rota}, time.Now, func(key string) string { return h.words.Match(s.Language).T(key) })
	if err := community.Make(ctx, func(done, of int) {
		fmt.Fprintf(out, "\rMaking the demonstration community: %d of %d conversations", done, of)
	}); err != nil {
		return closing(h, err)
	}
	if err := community.BeOnDuty(ctx); err != nil {
		return closing(h, err)
	}
	h.web.Demo = community
	fmt.Fprintf(out, "\n\nKindword is at %s\nSign in as a patient, a caregiver, a moderator or an operator by the buttons on its sign-in page.\nPress Ctrl+C to stop.\n\n", s.Address)
	return closing(h, serve(ctx, h))
}
