package db

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
)

// errLetGo says why a process that had the database may not write just now.
var errLetGo = errors.New("the hold on the database is lost")

// A session keeps other processes from a PostgreSQL database: for as long as it
// lasts it has a lock that each of them would need. It must be a session of the
// server's own; a pooler that lends sessions out by the transaction would break it.
type session struct {
	config *pgx.ConnConfig
	conn   *pgx.Conn // the watcher's, after holdPostgres
	why    atomic.Pointer[error]
	stop   context.CancelFunc
	ended  chan struct{}
}

// patience is how long a start waits for the process before it to be gone.
var patience = "3s"

// again is how often a hold that was lost is asked for.
const again = time.Second

func holdPostgres(ctx context.Context, url string) (hold, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, errors.New("its address is not one of PostgreSQL's") // err may repeat its password
	}
	config.RuntimeParams["lock_timeout"] = patience
	config.RuntimeParams["tcp_keepalives_idle"] = "30" // seconds: then a machine that vanished is missed
	s := &session{config: config, ended: make(chan struct{})}
	if err := s.take(ctx); err != nil {
		return nil, err
	}
	ctx, s.stop = context.WithCancel(context.Background())
	go s.watch(ctx)
	return s, nil
}

func (s *session) take(ctx context.Context) error {
	conn, err := pgx.ConnectConfig(ctx, s.config)
	if err != nil {
		return err
	}
	if _, err = conn.Exec(ctx, `SELECT pg_advisory_lock($1)`, int64(owning)); err != nil {
		conn.Close(ctx)
		if sqlState(err) == "55P03" { // waited long enough
			return ErrInUse
		}
		return fmt.Errorf("take the database: %w", err)
	}
	s.conn = conn
	return nil
}

// watch waits for the session to break off, as it does when the server starts
// again, and then takes the database once more. Nothing is written between.
func (s *session) watch(ctx context.Context) {
	defer close(s.ended)
	for {
		_, err := s.conn.WaitForNotification(ctx) // none is ever sent
		s.conn.Close(context.WithoutCancel(ctx))
		if ctx.Err() != nil {
			return
		}
		s.why.Store(&errLetGo)
		slog.Warn("the hold on the database is lost; asking for it again", "err", err)
		for err := s.take(ctx); err != nil; err = s.take(ctx) {
			if errors.Is(err, ErrInUse) {
				// Somebody else has written: what this process keeps in memory is old.
				slog.Error("another kindword has taken the database; stop one of the two")
				s.why.Store(&ErrInUse)
				return
			}
			select {
			case <-time.After(again):
			case <-ctx.Done():
				return
			}
		}
		s.why.Store(nil)
	}
}

func (s *session) lost() error {
	if why := s.why.Load(); why != nil {
		return *why
	}
	return nil
}

func (s *session) release() error {
	s.stop()
	<-s.ended
	return nil
}
