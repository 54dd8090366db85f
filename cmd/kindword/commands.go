package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"
)

// commands is what the program can be asked to do. Its flags are the settings.
type commands struct {
	settings

	Serve    serveCmd    `cmd:"" default:"1" help:"Serve the forum."`
	Demo     demoCmd     `cmd:"" help:"Make a demonstration community and serve it, on this machine alone."`
	Import   importCmd   `cmd:"" help:"Take in conversations from a file of JSON lines."`
	Doctor   doctorCmd   `cmd:"" help:"Say what the site still needs, and what its operator should look at."`
	Operator operatorCmd `cmd:"" help:"Print a link that makes an operator, once."`
	Disclose discloseCmd `cmd:"" help:"Print everything that is held about a name."`
	Backup   backupCmd   `cmd:"" help:"Write a checked copy of the database to a file."`
	Audit    auditCmd    `cmd:"" help:"The record of moderators' and operators' acts: check it, or print it as CSV."`
	Key      keyCmd      `cmd:"" help:"The master key: print it for paper, or put a new one in its place."`
	Care     careCmd     `cmd:"" help:"Measure the check for identifying details on labelled texts."`
	CareEval careEvalCmd `cmd:"" name:"care-eval" help:"Measure the sign of distress on labelled texts."`
	SpamEval spamEvalCmd `cmd:"" name:"spam-eval" help:"Measure what is said of spam, by rules and by learning, on labelled texts."`
	Settings configCmd   `cmd:"" name:"config" help:"List every setting, its value and what it is."`
	Version  versionCmd  `cmd:"" help:"Print the version."`
}

// A task works on the house: inside the running server, or alone.
type task func(ctx context.Context, h *house, args []string, in io.Reader, out io.Writer) error

var tasks = map[string]task{
	"audit export": exportAudit,
	"audit verify": verifyAudit,
	"backup":       backup,
	"disclose":     disclose,
	"doctor":       doctor,
	"import":       importFile,
	"key rotate":   rotateKey,
	"operator":     operatorLink,
}

// run does what args ask for.
func run(ctx context.Context, args []string, in io.Reader, out, log io.Writer) error {
	f, err := readFile(args)
	if err != nil {
		return err
	}
	var all commands
	app, err := kong.New(&all,
		kong.Name("kindword"),
		kong.Description("A forum for people who are ill and those who love them."),
		kong.Writers(out, log),
		kong.Resolvers(f),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.BindTo(in, (*io.Reader)(nil)),
		kong.BindTo(out, (*io.Writer)(nil)),
	)
	if err != nil {
		return err
	}
	chosen, err := app.Parse(args)
	if err != nil {
		return err
	}
	if err := all.check(); err != nil {
		return err
	}
	logTo(log, all.Log)
	return chosen.Run(app, &all.settings)
}

type serveCmd struct{}

// Run serves until the process is asked to stop.
func (serveCmd) Run(ctx context.Context, s *settings, out io.Writer) error {
	h, err := build(ctx, s)
	if err != nil {
		return err
	}
	if err := h.welcome(ctx, out); err != nil {
		return closing(h, err)
	}
	return closing(h, serve(ctx, h))
}

type versionCmd struct{}

// Run prints which Kindword this is.
func (versionCmd) Run(out io.Writer) error {
	_, err := fmt.Fprintln(out, "kindword", version)
	return err
}

type backupCmd struct {
	To string `arg:"" help:"The file to write." type:"path"`
}

// Run writes the copy.
func (c backupCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "backup", []string{c.To}, in, out)
}

func backup(ctx context.Context, h *house, args []string, _ io.Reader, out io.Writer) error {
	if err := h.db.Backup(ctx, args[0]); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(out, "A checked copy of the database is in %s. The master key is not in it: keep that on paper (kindword key print).\n", args[0]); err != nil {
		return err
	}
	return sayNewest(ctx, args[0], out)
}

type operatorCmd struct{}

// Run prints the link.
func (operatorCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "operator", nil, in, out)
}

type discloseCmd struct {
	Name string `arg:"" help:"A name as it is shown, or its address' last part."`
}

// Run prints what is held.
func (c discloseCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "disclose", []string{c.Name}, in, out)
}

type importCmd struct {
	File string            `arg:"" help:"One post a line: thread_id, post_id, parent_id, author, created, title, body, board." type:"existingfile"`
	Map  map[string]string `help:"Other names for the fields, and a board for each category: --map author=author_pseudonym --map board:tech=introductions"`
}

// Run reads the file here, where its path means what was typed, and takes it in
// wherever the database is open.
func (c importCmd) Run(ctx context.Context, s *settings, out io.Writer) error {
	f, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	args := []string{c.File}
	for name, means := range c.Map {
		args = append(args, name+"="+means)
	}
	return perform(ctx, s, "import", args, f, out)
}
