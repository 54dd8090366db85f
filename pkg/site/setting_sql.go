package site

import (
	"context"
	"fmt"
	"strconv"

	"github.com/kindword/kindword/pkg/db"
)

// Every row of ours begins with "site."; the table holds others' too.
const (
	versionKey = "site.version"
	closedKey  = "site.closed"
)

// A column is one setting as its row keeps it.
type column struct {
	key string
	get func(Settings) string
	set func(*Settings, string) error
}

func words(key string, field func(*Settings) *string) column {
	return column{key,
		func(s Settings) string { return *field(&s) },
		func(s *Settings, v string) error { *field(s) = v; return nil },
	}
}

func number(key string, field func(*Settings) *int) column {
	return column{key,
		func(s Settings) string { return strconv.Itoa(*field(&s)) },
		func(s *Settings, v string) (err error) { *field(s), err = strconv.Atoi(v); return err },
	}
}

var columns = []column{
	words("site.name", func(s *Settings) *string { return &s.Name }),
	words("site.run_by", func(s *Settings) *string { return &s.RunBy }),
	words("site.contact", func(s *Settings) *string { return &s.Contact }),
	words("site.country", func(s *Settings) *string { return &s.Country }),
	words("site.emergency", func(s *Settings) *string { return &s.Emergency }),
	words("site.on_duty", func(s *Settings) *string { return &s.OnDuty }),
	words("site.language", func(s *Settings) *string { return &s.Language }),
	words("site.time_zone", func(s *Settings) *string { return &s.TimeZone }),
	number("site.minimum_age", func(s *Settings) *int { return &s.MinimumAge }),
	{"site.indexed",
		func(s Settings) string { return strconv.FormatBool(s.Indexed) },
		func(s *Settings, v string) (err error) { s.Indexed, err = strconv.ParseBool(v); return err },
	},
	number("site.care_minutes", func(s *Settings) *int { return &s.CareMinutes }),
	number("site.desk_hours", func(s *Settings) *int { return &s.DeskHours }),
	{closedKey,
		func(s Settings) string { return strconv.FormatBool(s.Closed) },
		func(s *Settings, v string) (err error) { s.Closed, err = strconv.ParseBool(v); return err },
	},
}

type setting struct{ key, value string }

func scanSetting(r db.Row) (s setting, err error) {
	err = r.Scan(&s.key, &s.value)
	return s, err
}

// settings returns the rows of ours, in one read, so that they fit together.
func settings(ctx context.Context, r db.Reader) (map[string]string, error) {
	keys := []any{versionKey, stormKey}
	for _, c := range columns {
		keys = append(keys, c.key)
	}
	all, err := db.All(ctx, r, scanSetting, `SELECT key, value FROM setting WHERE key IN (`+db.In(1, len(keys))+`)`, keys...)
	if err != nil {
		return nil, err
	}
	rows := make(map[string]string, len(all))
	for _, s := range all {
		rows[s.key] = s.value
	}
	return rows, nil
}

// read puts rows into s and returns their version. What has no row stays as it was.
func read(rows map[string]string, s *Settings) (version int64, err error) {
	version = 1
	if v, ok := rows[versionKey]; ok {
		if version, err = strconv.ParseInt(v, 10, 64); err != nil {
			return 0, fmt.Errorf("setting %s: %w", versionKey, err)
		}
	}
	for _, c := range columns {
		if v, ok := rows[c.key]; ok {
			if err := c.set(s, v); err != nil {
				return 0, fmt.Errorf("setting %s: %w", c.key, err)
			}
		}
	}
	return version, nil
}

func saveSettings(ctx context.Context, tx *db.Tx, s Settings) error {
	for _, c := range columns {
		if err := saveSetting(ctx, tx, c.key, c.get(s)); err != nil {
			return err
		}
	}
	return nil
}

func saveSetting(ctx context.Context, tx *db.Tx, key, value string) error {
	_, err := tx.Exec(ctx, `
		INSERT INTO setting (key, value) VALUES ($1, $2)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return err
}

func raiseVersion(ctx context.Context, tx *db.Tx) error {
	rows, err := settings(ctx, tx)
	if err != nil {
		return err
	}
	version, err := read(rows, &Settings{})
	if err != nil {
		return err
	}
	return saveSetting(ctx, tx, versionKey, strconv.FormatInt(version+1, 10))
}
