package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"
)

// patience is how long a stop waits for the requests and jobs in hand.
const patience = 20 * time.Second

// serve answers requests until ctx ends, then lets every request and job in hand
// finish: nothing that was answered for is lost, and nothing answered half.
func serve(ctx context.Context, h *house) error {
	listener, err := net.Listen("tcp", h.set.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	commands, err := h.openSocket() // before the first request is answered
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server := &http.Server{
		Handler:           h.web.Handler(),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second, // a phone on a slow line needs 10 seconds for 40 KB
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(quiet{slog.Default().Handler()}, slog.LevelDebug),
	}
	server.RegisterOnShutdown(h.web.EndStreams) // an open desk would wait for ever
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var inHand sync.WaitGroup
	inHand.Go(func() { h.events.Run(ctx) })
	inHand.Go(func() { h.tend(ctx) })
	inHand.Go(func() {
		if err := serveSocket(ctx, h, commands); err != nil {
			slog.Error("commands cannot reach this server", "err", err)
		}
	})
	inHand.Go(func() {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		if err := server.Shutdown(last); err != nil {
			slog.Warn("some requests were still in hand at the end", "err", err)
		}
	})
	slog.Info("listening", "at", listener.Addr().String(), "address", h.set.Address)
	err = server.Serve(listener) // returns when Shutdown begins; the requests in hand go on
	stop()
	inHand.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// quiet drops what net/http says of single connections: it names their network
// addresses, which are nobody's business.
type quiet struct{ slog.Handler }

func (quiet) Enabled(context.Context, slog.Level) bool { return false }
