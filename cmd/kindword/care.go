package main

import (
	"fmt"
	"io"
	"os"

	"github.com/kindword/kindword/pkg/care"
)

// careCmd measures the check for identifying details.
type careCmd struct {
	Evaluate careEvaluateCmd `cmd:"" help:"Precision and recall of the check on labelled texts, one JSON object a line: id, text, label [[KIND, start, end], …]."`
}

type careEvaluateCmd struct {
	File []string `arg:"" help:"Files of labelled texts, gzipped or not." type:"existingfile"`
	Half string   `help:"whole, tuned (the half the rules were tuned on) or judged (the other half)." enum:"whole,tuned,judged" default:"judged"`
}

// Run prints a table for each file.
func (c careEvaluateCmd) Run(out io.Writer) error {
	for _, name := range c.File {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		table, err := care.Evaluate(f, map[string]care.Half{"whole": care.Whole, "tuned": care.Tuned, "judged": care.Judged}[c.Half])
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(out, "%s (%s)\n%s\n", name, c.Half, table)
	}
	return nil
}
