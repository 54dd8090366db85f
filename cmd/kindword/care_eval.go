package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/kindword/kindword/pkg/care"
)

// careEvalCmd measures the sign of distress.
type careEvalCmd struct {
	File  []string `arg:"" help:"Files of labelled texts: CSV with the columns text and label (none, talk, wish, plan, aimed), or lines of JSON, {\"text\", \"label\"}; gzipped or not. A text without a label counts as ordinary." type:"existingfile"`
	Half  string   `help:"whole, tuned (the half the rules were tuned on) or judged (the other half)." enum:"whole,tuned,judged" default:"whole"`
	Quiet bool     `help:"Print the figures alone, none of the texts."`
}

// Help tells what the command is.
func (careEvalCmd) Help() string {
	return `Reads every text as the forum would, on this machine alone, and compares what it read with the label: how many of those who wish not to live became a case, how many with a plan called the moderators, and how many ordinary texts were taken for either, each with its 95 % interval. Then it prints the texts that were missed and those that raised a case without need, with the rules that spoke. Nothing is stored and nothing leaves the machine.`
}

// Run prints the figures for each file.
func (c careEvalCmd) Run(out io.Writer) error {
	for _, name := range c.File {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		trial, err := care.EvaluateDistress(f, map[string]care.Half{"whole": care.Whole, "tuned": care.Tuned, "judged": care.Judged}[c.Half])
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Fprintf(out, "%s (%s): %s", name, c.Half, trial)
		if !c.Quiet {
			list(out, "missed", trial, care.Judgement.Missed)
			list(out, "raised without need", trial, care.Judgement.Wrong)
		}
		fmt.Fprintln(out)
	}
	return nil
}

func list(out io.Writer, what string, trial care.Trial, which func(care.Judgement) bool) {
	fmt.Fprintf(out, "\n%s\n", what)
	for _, j := range trial {
		if which(j) {
			fmt.Fprintf(out, "  %s, read as %q by %s\n    %s\n", j.Label, j.Sign.Class, strings.Join(j.Sign.Rules, " "), strings.ReplaceAll(strings.TrimSpace(j.Text), "\n", "\n    "))
		}
	}
}
