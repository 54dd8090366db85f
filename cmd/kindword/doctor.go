package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"syscall"
	"time"

	"github.com/kindword/kindword/pkg/site"
)

type doctorCmd struct{}

// Run prints what the site lacks and what its operator should look at; it fails
// when there is anything.
func (doctorCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "doctor", nil, in, out)
}

// enoughDisk is how much room there should be: a backup is a whole copy of the
// database, and a full disk takes no more words.
const enoughDisk = 1 << 30

func doctor(ctx context.Context, h *house, _ []string, _ io.Reader, out io.Writer) error {
	found, err := h.findings(ctx)
	if err != nil {
		return err
	}
	say := h.words.Match(h.site.Now().Language)
	state := "doctor.open"
	if h.site.Now().Closed {
		state = "doctor.closed"
	}
	fmt.Fprintln(out, say.T(state))
	for _, one := range found {
		fmt.Fprintf(out, "\n%s\n  %s\n", say.T(one+".lacks"), say.T(one+".mend"))
	}
	if len(found) > 0 {
		return fmt.Errorf("%s", say.N("doctor.found", len(found)))
	}
	_, err = fmt.Fprintln(out, say.T("doctor.well"))
	return err
}

// findings are the keys of what to look at, in order.
func (h *house) findings(ctx context.Context) (found []string, err error) {
	lacks, err := h.rota.Lacking(ctx)
	if err != nil {
		return nil, err
	}
	for _, lack := range lacks {
		found = append(found, "doctor."+string(lack))
	}
	due := func(l site.Helpline) bool { return l.Due(time.Now()) }
	failing, err := h.events.Failing(ctx)
	if err != nil {
		return nil, err
	}
	for _, one := range []struct {
		key  string
		true bool
	}{
		{"checked", slices.ContainsFunc(h.site.Now().Helplines, due)},
		{"jobs", failing > 0},
		{"key", !private(h.set.KeyFile)},
		{"disk", free(h.set.Data) < enoughDisk},
		{"tls", !h.set.tls() && h.set.address.Hostname() != "localhost"},
	} {
		if one.true {
			found = append(found, "doctor."+one.key)
		}
	}
	return found, nil
}

// private reports whether nobody but its owner may read a file.
func private(file string) bool {
	is, err := os.Stat(file)
	return err == nil && is.Mode().Perm()&0o077 == 0
}

// free returns the bytes that are free where a folder lies.
func free(folder string) int64 {
	var on syscall.Statfs_t
	if syscall.Statfs(folder, &on) != nil {
		return 0
	}
	return int64(on.Bavail) * int64(on.Bsize)
}
