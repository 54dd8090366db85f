package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/forum"
	"github.com/kindword/kindword/pkg/screen"
	"github.com/kindword/kindword/pkg/seal"
)

// keyCmd looks after the master key.
type keyCmd struct {
	Print   keyPrintCmd   `cmd:"" default:"1" help:"Print the master key, to be kept on paper."`
	Rotate  keyRotateCmd  `cmd:"" help:"Put a new master key in the old one's place."`
	Restore keyRestoreCmd `cmd:"" help:"Read the master key from paper, when its file was lost."`
	Lost    keyLostCmd    `cmd:"" help:"Go on with a new master key, when its file and its paper are both lost."`
}

type keyPrintCmd struct{}

// Run prints the key. It makes none: paper is for the key that is in use.
func (keyPrintCmd) Run(s *settings, out io.Writer) error {
	if _, err := os.Stat(s.KeyFile); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no master key in %s yet; the first start makes it", s.KeyFile)
	}
	keys, _, err := seal.Load(s.KeyFile)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n\nWrite it down or print it, and keep it where no backup of the data is. Whoever has both can link one-thread names to their owners and read e-mail addresses.\n", seal.Print(keys.Master()))
	return err
}

type keyRestoreCmd struct{}

// Run reads the key from paper into its file. It never writes over one.
func (keyRestoreCmd) Run(s *settings, in io.Reader, out io.Writer) error {
	if _, err := os.Stat(s.KeyFile); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a key in %s already; please move it away first", s.KeyFile)
	}
	fmt.Fprintln(out, "Type the key from your paper, and press Enter:")
	text, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && text == "" {
		return fmt.Errorf("read the key: %w", err)
	}
	master, err := seal.Parse(text)
	if err != nil {
		return err
	}
	return seal.Replace(s.KeyFile, master)
}

type keyLostCmd struct{}

// Run lets go of everything that only the lost key could open. It works alone: a
// server that runs still has the key, and kindword key print still prints it.
func (keyLostCmd) Run(ctx context.Context, s *settings, out io.Writer) error {
	if _, err := os.Stat(s.KeyFile); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is a key in %s; this is for when there is none, and no paper of it either", s.KeyFile)
	}
	d, err := db.Open(ctx, s.database())
	if err != nil {
		return err
	}
	keys, _, err := seal.Load(s.KeyFile)
	if err != nil {
		return errors.Join(err, d.Close())
	}
	err = d.Tx(ctx, func(tx *db.Tx) error {
		if err := account.Forget(ctx, tx, keys); err != nil {
			return err
		}
		if err := forum.Forget(ctx, tx); err != nil {
			return err
		}
		if err := screen.Forget(ctx, tx); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `UPDATE setting SET value = $1 WHERE key = $2`, checkOf(keys), keyCheck)
		return err
	})
	if err == nil {
		fmt.Fprintln(out, "The site goes on with a new master key. What only the old one could open is gone: e-mail addresses, authenticator apps, recovery words, drafts, places in conversations, and whose the one-thread names are. Members are offered new recovery words when they next come.")
	}
	return errors.Join(err, d.Close())
}

type keyRotateCmd struct{}

// Run puts the new key in place.
func (keyRotateCmd) Run(ctx context.Context, s *settings, in io.Reader, out io.Writer) error {
	return perform(ctx, s, "key rotate", nil, in, out)
}

// rotateKey seals everything anew. The new key is on the disk beside the old one
// before anything is sealed under it, so that a crash at any moment leaves a
// database whose key is there: see (*house).knowKey.
func rotateKey(ctx context.Context, h *house, _ []string, _ io.Reader, out io.Writer) error {
	master := make([]byte, seal.KeySize)
	rand.Read(master)
	next, err := seal.NewKeys(master)
	if err != nil {
		return err
	}
	if err := seal.Replace(h.nextKeyFile(), master); err != nil {
		return err
	}
	old, err := seal.NewKeys(h.keys.Master())
	if err != nil {
		return err
	}
	err = h.db.Tx(ctx, func(tx *db.Tx) error {
		if err := h.sealAnew(ctx, tx, old, next); err != nil {
			return err
		}
		// Whoever wrote before us in this commit has been sealed anew, and whoever
		// writes after us seals under the next key.
		h.keys.Become(next)
		return nil
	})
	if err != nil {
		h.keys.Become(old)
		return errors.Join(fmt.Errorf("nothing was changed: %w", err), os.Remove(h.nextKeyFile()))
	}
	if err := os.Rename(h.nextKeyFile(), h.set.KeyFile); err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, "The new master key is in place. Please keep it on paper too (kindword key print). Backups made before now need the old one.")
	return err
}

func (h *house) sealAnew(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	h.keys.Become(old) // again, when a lost commit has us run twice
	if err := h.accounts.Rotate(ctx, tx, old, next); err != nil {
		return err
	}
	if err := h.forum.Rotate(ctx, tx, old, next); err != nil {
		return err
	}
	if err := h.screen.Rotate(ctx, tx, next); err != nil {
		return err
	}
	if err := h.events.Reseal(ctx, tx, func(sealed []byte) ([]byte, error) {
		plain, err := h.openEvent(sealed)
		return sealEvent(next, plain), err
	}); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE setting SET value = $1 WHERE key = $2`, checkOf(next), keyCheck)
	return err
}

func (h *house) nextKeyFile() string { return h.set.KeyFile + ".next" }
