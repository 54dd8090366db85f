package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db"
)

// auditCmd looks after the record of moderators' and operators' acts.
type auditCmd struct {
	Verify auditVerifyCmd `cmd:"" default:"withargs" help:"Follow the record's chain of hashes from end to end."`
	Export auditExportCmd `cmd:"" help:"Print the record as CSV: ids, acts, reasons and times, and nobody's words."`
}

type auditVerifyCmd struct {
	Against string `help:"A hash that was noted before, or a backup: the record must still hold it." placeholder:"HASH|FILE"`
}

// Run prints what is found, and fails when the chain is broken. A backup is read
// here, where its path means what was typed.
func (c auditVerifyCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	var args []string
	if c.Against != "" {
		noted, err := notedIn(ctx, c.Against)
		if err != nil {
			return err
		}
		args = []string{noted.String()}
	}
	return perform(ctx, s, "audit verify", args, in, out)
}

// notedIn is a hash as it was typed, or the newest one in a backup.
func notedIn(ctx context.Context, against string) (audit.Hash, error) {
	noted, err := audit.ParseHash(against)
	if err == nil {
		return noted, nil
	}
	newest, err := newestIn(ctx, against)
	if err != nil {
		return noted, fmt.Errorf("%s is neither a hash of 64 digits nor a backup: %w", against, err)
	}
	if newest.N == 0 {
		return noted, fmt.Errorf("the record in %s holds nothing to compare with", against)
	}
	return newest.Hash, nil
}

// newestIn is the newest link of the record in a backup.
func newestIn(ctx context.Context, file string) (audit.Link, error) {
	c, err := db.OpenCopy(file)
	if err != nil {
		return audit.Link{}, err
	}
	newest, err := audit.Newest(ctx, c)
	return newest, errors.Join(err, c.Close())
}

func verifyAudit(ctx context.Context, h *house, args []string, _ io.Reader, out io.Writer) error {
	var noted audit.Hash
	if len(args) > 0 {
		var err error
		if noted, err = audit.ParseHash(args[0]); err != nil {
			return err
		}
	}
	found, err := audit.Verify(ctx, h.db, noted)
	if err != nil {
		return err
	}
	if found.Broken != nil {
		fmt.Fprintf(out, "The record holds up to entry number %d. Its hash is\n\n  %s\n\n", found.Newest.N, found.Newest.Hash)
	} else {
		fmt.Fprintf(out, "The record has %d entries. Its newest hash is\n\n  %s\n\n", found.Newest.N, found.Newest.Hash)
	}
	if found.Noted != nil {
		fmt.Fprintf(out, "The hash that was noted is that of entry number %d.\n", found.Noted.N)
	}
	switch {
	case found.Broken != nil:
		return errors.New(broken(*found.Broken))
	case len(args) > 0 && found.Noted == nil:
		return errors.New("the record does not hold the hash that was noted: its last entries were removed, or it was written anew since")
	}
	_, err = fmt.Fprintln(out, "Every entry is as it was written, and none is missing in between. Whether the last ones are all there, only a hash that was noted elsewhere can tell: in a backup, or on the page /decisions.")
	return err
}

// broken says what is wrong with the record, and where.
func broken(b audit.Break) string {
	where := fmt.Sprintf("entry %d (%s, %s)", b.Entry.ID, b.Entry.Act, b.Entry.At.UTC().Format(time.RFC3339))
	next := b.After.N + 1
	switch b.Kind {
	case audit.Missing:
		return fmt.Sprintf("the record is broken: number %d is missing, before %s", next, where)
	case audit.Unlinked:
		return fmt.Sprintf("the record is broken at %s: it has no place in the chain. It was put in from outside, or its link was removed", where)
	case audit.Cut:
		return fmt.Sprintf("the record is broken: the entries from number %d on are missing", next)
	case audit.Miscount:
		return fmt.Sprintf("the record and the numbers on the page /decisions do not agree: entries after number %d were removed, or the numbers were changed", b.After.N)
	default:
		return fmt.Sprintf("the record is broken at number %d, %s: it is not as it was written, or something just before it was put in or taken out", next, where)
	}
}

type auditExportCmd struct {
	From string `help:"The first day, as in 2026-11-01. Without it, from the beginning." placeholder:"DAY"`
	To   string `help:"The last day. Without it, to the end." placeholder:"DAY"`
}

// Run prints the entries.
func (c auditExportCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "audit export", []string{c.From, c.To}, in, out)
}

func exportAudit(ctx context.Context, h *house, args []string, _ io.Reader, out io.Writer) error {
	from, err := dayIn(h.set.zone, args[0])
	if err != nil {
		return err
	}
	to, err := dayIn(h.set.zone, args[1])
	if err != nil {
		return err
	}
	if !to.IsZero() {
		to = to.AddDate(0, 0, 1) // the whole of the last day
	}
	w := csv.NewWriter(out)
	if err := w.Write([]string{"number", "time", "who", "act", "subject", "reason", "hash"}); err != nil {
		return err
	}
	who := map[account.NameID]string{}
	for e, err := range audit.All(ctx, h.db) {
		if err != nil {
			return err
		}
		if e.At.Before(from) || !to.IsZero() && !e.At.Before(to) {
			continue
		}
		if who[e.Actor] == "" {
			names, err := account.Names(ctx, h.db, e.Actor)
			if err != nil {
				return err
			}
			who[e.Actor] = names[e.Actor].PID
		}
		if err := w.Write([]string{strconv.FormatInt(e.Link.N, 10), e.At.UTC().Format(time.RFC3339), who[e.Actor], e.Act, e.Subject, e.Reason, e.Link.Hash.String()}); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// dayIn is the first moment of a day where the site is, or the zero time for none.
func dayIn(zone *time.Location, day string) (time.Time, error) {
	if day == "" {
		return time.Time{}, nil
	}
	at, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		return at, fmt.Errorf("%q is no day: write it as 2026-11-01", day)
	}
	return at, nil
}

// sayNewest prints what a backup's record ends with, to be noted elsewhere.
func sayNewest(ctx context.Context, file string, out io.Writer) error {
	newest, err := newestIn(ctx, file)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "The record of moderators' and operators' acts in %s has %d entries. Its newest hash, to be noted elsewhere (kindword audit verify --against), is %s\n", filepath.Base(file), newest.N, newest.Hash)
	return err
}
