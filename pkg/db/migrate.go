package db

import (
	"context"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var migrations embed.FS

// migrate runs the migrations this database has not had yet, in order.
func (d *DB) migrate(ctx context.Context) error {
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	steps, err := goose.NewProvider(d.dialect.goose, d.writes, scripts{folder, d.dialect},
		goose.WithTableName("migration"), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	has, knows, err := steps.GetVersions(ctx)
	if err != nil {
		return err
	}
	if has > knows {
		return fmt.Errorf("this database was made by a newer Kindword: it is at version %d, and this one knows %d. Please start the newer one", has, knows)
	}
	_, err = steps.Up(ctx)
	return err
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
