package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	neturl "net/url"

	"github.com/mattn/go-sqlite3"
)

// A setting is one pragma, as it is asked for and as SQLite reports it when it
// has been obeyed. SQLite passes in silence over what it does not know or
// cannot do, so we look.
type setting struct {
	pragma, set string
	is          any
}

// settings are given to every connection as it opens; a PRAGMA sent to a pool
// would reach only one.
var settings = []setting{
	{"busy_timeout", "5000", int64(5000)},                 // a backup may hold the lock for a moment
	{"journal_mode", "WAL", "wal"},                        // readers never wait for the writer
	{"synchronous", "FULL", int64(2)},                     // what was answered for survives a power cut
	{"foreign_keys", "ON", int64(1)},                      // no post without its thread
	{"secure_delete", "ON", int64(1)},                     // erased words are overwritten, not only forgotten
	{"trusted_schema", "OFF", int64(0)},                   // a doctored file runs nothing of its own
	{"cell_size_check", "ON", int64(1)},                   // a broken page is noticed as it is read
	{"temp_store", "MEMORY", int64(2)},                    // sorting leaves nobody's words in another folder
	{"mmap_size", "0", int64(0)},                          // a failing disk is an error, not the end of the process
	{"journal_size_limit", "67108864", int64(67_108_864)}, // bytes: a busy day's log gives its room back
	{"cache_size", "-16000", int64(-16_000)},              // KiB a connection
}

var readOnly = setting{"query_only", "ON", int64(1)}

// statements keeps what a connection has prepared, more than the house has queries.
const statements = "?_stmt_cache_size=400"

// connector makes connections, none of which is used before it has shown that
// its settings took.
type connector struct {
	driver  *sqlite3.SQLiteDriver
	address string
}

func newConnector(file, more string, want []setting) connector {
	obey := func(c *sqlite3.SQLiteConn) error {
		for _, s := range want {
			if err := s.give(c); err != nil {
				return err
			}
		}
		return nil
	}
	return connector{&sqlite3.SQLiteDriver{ConnectHook: obey}, fileURI(file) + statements + more}
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.address) }
func (c connector) Driver() driver.Driver                        { return c.driver }

func (s setting) give(c *sqlite3.SQLiteConn) error {
	if _, err := c.Exec(`PRAGMA `+s.pragma+` = `+s.set, nil); err != nil {
		return fmt.Errorf("set pragma %s: %w", s.pragma, err)
	}
	return s.check(c)
}

func (s setting) check(c *sqlite3.SQLiteConn) error {
	rows, err := c.Query(`PRAGMA `+s.pragma, nil)
	if err != nil {
		return err
	}
	got := []driver.Value{nil}
	if err := errors.Join(rows.Next(got), rows.Close()); err != nil {
		return fmt.Errorf("read pragma %s: %w", s.pragma, err)
	}
	if got[0] != s.is {
		return fmt.Errorf("SQLite has %s %v where Kindword needs %v; is the file on a disk of this machine?", s.pragma, got[0], s.is)
	}
	return nil
}

// fileURI returns the address of file for SQLite. A question mark in its name must
// not begin the settings.
func fileURI(file string) string {
	return "file:" + (&neturl.URL{Path: file}).EscapedPath()
}
