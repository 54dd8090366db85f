package db

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var embedded embed.FS

// migrations are the product's own.
var migrations, _ = fs.Sub(embedded, "migrations") // fails only for a name that is not a path

// migrate runs the migrations of steps that this database has not had yet, in
// order, each in one transaction: a start that is cut short leaves the tables
// before a step, or after it.
func (d *DB) migrate(ctx context.Context, steps fs.FS) error {
	todo, err := goose.NewProvider(d.dialect.goose, d.writes, scripts{steps, d.dialect},
		goose.WithTableName("migration"), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	has, knows, err := todo.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if has > knows {
		return tooNew(has, knows, d.dialect.earlier(d, knows))
	}
	if 0 < has && has < knows {
		if err := d.dialect.upgrade(ctx, d, has); err != nil {
			return fmt.Errorf("nothing was changed: %w", err)
		}
	}
	if _, err = todo.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// tooNew refuses a database that a later Kindword has changed.
func tooNew(has, knows int64, earlier string) error {
	say := fmt.Sprintf("it was made by a newer Kindword: it is at version %d, and this one knows %d. Start the newer one", has, knows)
	if earlier != "" {
		say += ", or put back the copy that was made before: " + earlier
	}
	return errors.New(say)
}

// scripts are the migrations as one database reads them: in its words, and
// without those whose name ends in the name of the other.
type scripts struct {
	fs.FS
	dialect dialect
}

// ReadDir leaves out what is not for this database.
func (s scripts) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(all, func(e fs.DirEntry) bool {
		only := path.Ext(strings.TrimSuffix(e.Name(), ".sql"))
		return only != "" && only != "."+s.dialect.name
	}), err
}

// Open opens one script, its text already in this database's words.
func (s scripts) Open(name string) (fs.File, error) {
	file, err := s.FS.Open(name)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(file)
	if err != nil {
		return nil, err
	}
	return script{file, strings.NewReader(s.dialect.words(string(text)))}, nil
}

type script struct {
	fs.File
	words io.Reader
}

func (s script) Read(p []byte) (int, error) { return s.words.Read(p) }
