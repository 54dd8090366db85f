package seal

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

func newKeys(t *testing.T) *Keys {
	t.Helper()
	master := make([]byte, KeySize)
	rand.Read(master)
	k, err := NewKeys(master)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestSealed(t *testing.T) {
	k, other := newKeys(t), newKeys(t)
	sealed := k.Seal("name", "row 1", []byte("account 7"))
	if plain, err := k.Open("name", "row 1", sealed); err != nil || string(plain) != "account 7" {
		t.Fatalf("opened %q, %v", plain, err)
	}
	bent := bytes.Clone(sealed)
	bent[len(bent)-1] ^= 1
	for name, open := range map[string]func() ([]byte, error){
		"another row":     func() ([]byte, error) { return k.Open("name", "row 2", sealed) },
		"another purpose": func() ([]byte, error) { return k.Open("email", "row 1", sealed) },
		"another key":     func() ([]byte, error) { return other.Open("name", "row 1", sealed) },
		"a changed byte":  func() ([]byte, error) { return k.Open("name", "row 1", bent) },
		"too short":       func() ([]byte, error) { return k.Open("name", "row 1", sealed[:5]) },
	} {
		if plain, err := open(); !errors.Is(err, ErrSealed) {
			t.Errorf("%s: %q, %v, want ErrSealed", name, plain, err)
		}
	}
	if bytes.Equal(sealed, k.Seal("name", "row 1", []byte("account 7"))) {
		t.Error("the same value was sealed alike twice, which tells that it is the same")
	}
}

func TestIndex(t *testing.T) {
	k := newKeys(t)
	same := k.Index("place", 1, 23)
	if !bytes.Equal(same, k.Index("place", 1, 23)) {
		t.Error("an index must find its row again")
	}
	for name, other := range map[string][]byte{
		"other parts":     k.Index("place", 1, 24),
		"parts run on":    k.Index("place", 12, 3),
		"another purpose": k.Index("slot", 1, 23),
		"another key":     newKeys(t).Index("place", 1, 23),
	} {
		if bytes.Equal(same, other) {
			t.Errorf("%s: the same index", name)
		}
	}
	next := newKeys(t)
	k.Become(next)
	if !bytes.Equal(k.Index("place", 1, 23), next.Index("place", 1, 23)) {
		t.Error("the keys did not become the new ones")
	}
}

func TestKeyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys", "kindword.key")
	first, made, err := Load(path)
	if err != nil || !made {
		t.Fatalf("made %v, %v", made, err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("the key file is %v, %v", info.Mode(), err)
	}
	again, made, err := Load(path)
	if err != nil || made || !bytes.Equal(first.Master(), again.Master()) {
		t.Fatalf("the second start: made %v, %v", made, err)
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(path); err == nil {
		t.Error("a key that others may read was taken")
	}
}

func TestPaper(t *testing.T) {
	k := newKeys(t)
	for _, text := range []string{Print(k.Master()), " " + Print(k.Master()) + "\r\n"} {
		if master, err := Parse(text); err != nil || !bytes.Equal(master, k.Master()) {
			t.Errorf("%v", err)
		}
	}
	for _, text := range []string{"", "abcd", Print(k.Master())[5:], Print(k.Master()) + "A"} {
		if _, err := Parse(text); err == nil {
			t.Errorf("%d letters were taken for a key", len(text))
		}
	}
}

func TestPublicIDs(t *testing.T) {
	seen := map[string]bool{}
	form := regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{13}$`)
	for range 1000 {
		id := PublicID()
		if !form.MatchString(id) || seen[id] {
			t.Fatalf("%q", id)
		}
		seen[id] = true
		if RowID() <= 0 {
			t.Fatal("a row's number is positive")
		}
	}
}
