// Package screen looks at what somebody wrote before it is shown: for what a
// newcomer's post waits for, for the operator's filter words, for passages that
// others should not see yet.
//
// It keeps one promise above all: a text with a sign of distress is never held, never
// refused and never flagged by anything here. And a newcomer's plain words never
// wait, at any hour.
package screen

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/seal"
	"github.com/kindword/kindword/pkg/site"
)

// Log writes down who did what, in the transaction of the act itself.
type Log = account.Log

// Screen looks at texts. It is safe for concurrent use.
type Screen struct {
	db       *db.DB
	site     *site.Site
	log      Log
	now      func() time.Time
	host     string // of this site: its own addresses lead nowhere else
	distress func(source string) care.Sign

	printKey []byte
	reading  sync.Mutex // one reload at a time, so that the newest is kept
	filters  atomic.Pointer[matcher]
}

// An Option sets how texts are looked at.
type Option func(*Screen)

// WithHost names the site's own host: a newcomer's link to another thread here does
// not wait.
func WithHost(host string) Option { return func(s *Screen) { s.host = host } }

// Open reads the filter words of d and the key of its prints, which is sealed under
// keys. Each change of a filter is written down with log.
func Open(ctx context.Context, d *db.DB, of *site.Site, keys *seal.Keys, log Log, now func() time.Time, options ...Option) (*Screen, error) {
	s := &Screen{db: d, site: of, log: log, now: now, distress: care.Distress}
	for _, o := range options {
		o(s)
	}
	var err error
	if s.printKey, err = openKey(ctx, d, keys); err != nil {
		return nil, fmt.Errorf("open the key of prints: %w", err)
	}
	if err := s.load(ctx); err != nil {
		return nil, fmt.Errorf("read the filter words: %w", err)
	}
	return s, nil
}

func (s *Screen) load(ctx context.Context) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	all, err := filtersInUse(ctx, s.db)
	if err != nil {
		return err
	}
	s.filters.Store(compile(all))
	return nil
}

// changed has the filters read again once tx is saved.
func (s *Screen) changed(ctx context.Context, tx *db.Tx) {
	tx.After(func() {
		if err := s.load(context.WithoutCancel(ctx)); err != nil {
			slog.Error("the filter words changed and could not be read again", "err", err)
		}
	})
}
