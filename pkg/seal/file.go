package seal

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Load returns the keys of the master key file at path, which is made, for its
// owner's eyes only, when it is not there yet; made says so. A file that others
// may read is refused.
func Load(path string) (keys *Keys, made bool, err error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		master := make([]byte, KeySize)
		rand.Read(master)
		if err := write(path, master); err != nil {
			return nil, false, fmt.Errorf("make the master key: %w", err)
		}
		keys, err = NewKeys(master)
		return keys, true, err
	}
	if err != nil {
		return nil, false, fmt.Errorf("read the master key: %w", err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, fmt.Errorf("read the master key: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, false, fmt.Errorf("the master key file may be read by others; please run: chmod 600 %s", path)
	}
	master, err := Parse(string(text))
	if err != nil {
		return nil, false, fmt.Errorf("read the master key: %w", err)
	}
	keys, err = NewKeys(master)
	return keys, false, err
}

// write keeps master in a new file, whole on the disk before it has its name.
func write(path string, master []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".kindword-key-") // 0600 by its contract
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.WriteString(Print(master) + "\n"); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// Replace puts master in the file at path in one step.
func Replace(path string, master []byte) error {
	if err := write(path, master); err != nil {
		return fmt.Errorf("replace the master key: %w", err)
	}
	return nil
}

var paper = base32.StdEncoding.WithPadding(base32.NoPadding)

// Print returns master as thirteen groups of four letters, to be kept on paper.
func Print(master []byte) string {
	text := paper.EncodeToString(master)
	var groups []string
	for len(text) > 4 {
		groups, text = append(groups, text[:4]), text[4:]
	}
	return strings.Join(append(groups, text), "-")
}

// Parse reads what [Print] wrote, in any case and with any spaces or hyphens.
func Parse(text string) ([]byte, error) {
	clean := strings.NewReplacer("-", "", " ", "", "\n", "", "\r", "", "\t", "").Replace(strings.ToUpper(text))
	master, err := paper.DecodeString(clean)
	if err != nil || len(master) != KeySize {
		return nil, errors.New("this is not a master key of Kindword")
	}
	return master, nil
}

// Master returns the master key itself, for printing it and for rotating it.
func (k *Keys) Master() []byte { return append([]byte(nil), *k.master.Load()...) }
