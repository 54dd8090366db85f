package main

import (
	"context"
	"fmt"
	"io"

	"github.com/kindword/kindword/pkg/intake"
)

// importFile takes in conversations. Its first argument is the file's name, for
// the report alone; the others are the map.
func importFile(ctx context.Context, h *house, args []string, in io.Reader, out io.Writer) error {
	m, err := intake.ParseMap(args[1:])
	if err != nil {
		return err
	}
	shown := -1
	report, err := intake.New(h.db, h.forum, h.accounts).Take(ctx, in, m, func(done, of int) {
		if percent := done * 100 / of; percent > shown {
			shown = percent
			fmt.Fprintf(out, "\r%3d%%  %d of %d lines", percent, done, of)
		}
	})
	fmt.Fprintln(out)
	for _, r := range report.Refused {
		fmt.Fprintf(out, "%s, %s\n", args[0], r)
	}
	fmt.Fprintf(out, "%d conversations and %d posts were taken, %d posts were here already, %d lines were not taken.\n",
		report.Threads, report.Posts, report.Known, len(report.Refused))
	return err
}
