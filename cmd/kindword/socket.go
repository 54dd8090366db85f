package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/kindword/kindword/pkg/db"
)

// One process owns the database. A command therefore runs inside the server when
// one is running: it sends its name and arguments over a socket in the data
// folder, which only this user may open, and prints what comes back.

// failed is the trailer that carries a command's error.
const failed = "Kindword-Failed"

func (s *settings) socket() string { return filepath.Join(s.Data, "kindword.sock") }

// openSocket makes the socket. What is there was left by a server that was killed:
// the database is ours.
func (h *house) openSocket() (net.Listener, error) {
	path := h.set.socket()
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open the command socket: %w", err)
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("open the command socket: %w", err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(fmt.Errorf("open the command socket: %w", err), listener.Close())
	}
	return listener, nil
}

// serveSocket answers commands until ctx ends.
func serveSocket(ctx context.Context, h *house, listener net.Listener) error {
	server := &http.Server{Handler: answerCommands(h), ReadHeaderTimeout: 5 * time.Second}
	server.SetKeepAlivesEnabled(false) // a command may leave its input unread: nothing follows it on its connection
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		server.Shutdown(last)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("command socket: %w", err)
	}
	<-stopped
	return nil
}

func answerCommands(h *house) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		do, ok := tasks[strings.TrimPrefix(r.URL.Path, "/")]
		var args []string
		if err := json.Unmarshal([]byte(r.URL.Query().Get("args")), &args); !ok || err != nil {
			http.Error(w, "no such command", http.StatusNotFound)
			return
		}
		control := http.NewResponseController(w)
		control.EnableFullDuplex() // a command prints while it still reads
		w.Header().Set("Trailer", failed)
		w.WriteHeader(http.StatusOK)
		control.Flush()
		if err := do(r.Context(), h, args, r.Body, flushing{w, control}); err != nil {
			w.Header().Set(failed, err.Error())
		}
	})
}

// flushing sends each line when it is printed.
type flushing struct {
	io.Writer
	control *http.ResponseController
}

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.Writer.Write(p)
	return n, errors.Join(err, f.control.Flush())
}

// starting is how long a command waits for a server that has the database and does
// not answer yet, or no more.
const starting = 10 * time.Second

// perform runs a task inside the running server or, with none, alone.
func perform(ctx context.Context, s *settings, name string, args []string, in io.Reader, out io.Writer) error {
	for until := time.Now().Add(starting); ; {
		conn, err := net.Dial("unix", s.socket())
		if err == nil {
			return ask(ctx, conn, name, args, in, out)
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ECONNREFUSED) {
			return fmt.Errorf("talk to the running server: %w", err)
		}
		h, err := build(ctx, s)
		if err == nil {
			return errors.Join(tasks[name](ctx, h, args, in, out), h.close())
		}
		if !errors.Is(err, db.ErrInUse) || time.Now().After(until) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

func ask(ctx context.Context, conn net.Conn, name string, args []string, in io.Reader, out io.Writer) error {
	packed, err := json.Marshal(args)
	if err != nil {
		return err
	}
	address := url.URL{Scheme: "http", Host: "kindword", Path: "/" + name, RawQuery: url.Values{"args": {string(packed)}}.Encode()}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address.String(), io.NopCloser(in))
	if err != nil {
		return err
	}
	transport := &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil }}
	answer, err := transport.RoundTrip(request)
	if err != nil {
		return fmt.Errorf("talk to the running server: %w", err)
	}
	defer answer.Body.Close()
	if _, err := io.Copy(out, answer.Body); err != nil {
		return fmt.Errorf("talk to the running server: %w", err)
	}
	if answer.StatusCode != http.StatusOK {
		return errors.New("the running server is of another version; please restart it")
	}
	if words := answer.Trailer.Get(failed); words != "" {
		return errors.New(words)
	}
	return nil
}
