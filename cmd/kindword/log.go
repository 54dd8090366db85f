package main

import (
	"fmt"
	"io"
	"log/slog"
)

func logLevel(name string) (level slog.Level, err error) {
	if err := level.UnmarshalText([]byte(name)); err != nil {
		return 0, fmt.Errorf("%q is none of debug, info, warn and error", name)
	}
	return level, nil
}

// logTo writes log lines to out. They hold routes, ids and counts, and nothing
// that a person wrote or is.
func logTo(out io.Writer, level string) {
	at, _ := logLevel(level) // refused at start when it is none
	slog.SetDefault(slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: at})))
}
