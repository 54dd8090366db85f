package main

import (
	"fmt"
	"io"
	"os"

	"github.com/kindword/kindword/pkg/screen"
)

// spamEvalCmd measures what is said of spam.
type spamEvalCmd struct {
	File []string `arg:"" help:"Files of labelled texts, gzipped or not, one JSON object a line: text, label (1 is spam)." type:"existingfile"`
}

// Run prints a table for each file.
func (c spamEvalCmd) Run(out io.Writer) error {
	for _, name := range c.File {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		table, err := screen.Evaluate(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(out, "%s: %s\n", name, table)
	}
	return nil
}
