// Package seal keeps the site's secrets: one master key, the keys made from it
// for each purpose, columns sealed under them, and keyed indexes that find a row
// without saying whose it is.
//
// A stolen database without the key file joins nothing that is sealed here.
package seal

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"sync/atomic"

	"golang.org/x/crypto/chacha20poly1305"
)

// KeySize is the length of a master key in bytes: 256 bits.
const KeySize = 32

// A Purpose names what a key is for. Keys of two purposes have nothing in common
// (HKDF-SHA256, RFC 5869), so a value sealed for one never opens for another.
type Purpose string

// ErrSealed says that a sealed value does not open: the master key is another,
// or the value was moved to a row it was not sealed for.
var ErrSealed = errors.New("a sealed value does not open with this master key")

// Keys seals, opens and indexes under one master key. It is safe for concurrent use.
type Keys struct{ master atomic.Pointer[[]byte] }

// NewKeys returns the keys made from master, which is [KeySize] bytes long.
func NewKeys(master []byte) (*Keys, error) {
	if len(master) != KeySize {
		return nil, fmt.Errorf("a master key has %d bytes, not %d", KeySize, len(master))
	}
	k := new(Keys)
	k.set(master)
	return k, nil
}

func (k *Keys) set(master []byte) {
	own := append([]byte(nil), master...)
	k.master.Store(&own)
}

// Become makes k the keys of next from now on: the last step of putting a new
// master key in the old one's place.
func (k *Keys) Become(next *Keys) { k.set(*next.master.Load()) }

func (k *Keys) derive(use string, p Purpose) []byte {
	key, err := hkdf.Key(sha256.New, *k.master.Load(), nil, "kindword "+use+" "+string(p), KeySize)
	if err != nil {
		panic(err) // only for a length no caller can ask for
	}
	return key
}

// Seal encrypts plain for one row (XChaCha20-Poly1305, the row's name as
// additional data), so that it opens in that row and in no other.
func (k *Keys) Seal(p Purpose, row string, plain []byte) []byte {
	aead, err := chacha20poly1305.NewX(k.derive("seal", p))
	if err != nil {
		panic(err) // only for a key of another length
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+len(plain)+aead.Overhead())
	rand.Read(nonce)
	return aead.Seal(nonce, nonce, plain, []byte(row))
}

// Open returns what [Keys.Seal] was given, or [ErrSealed].
func (k *Keys) Open(p Purpose, row string, sealed []byte) ([]byte, error) {
	aead, err := chacha20poly1305.NewX(k.derive("seal", p))
	if err != nil {
		panic(err) // only for a key of another length
	}
	if len(sealed) < aead.NonceSize() {
		return nil, ErrSealed
	}
	plain, err := aead.Open(nil, sealed[:aead.NonceSize()], sealed[aead.NonceSize():], []byte(row))
	if err != nil {
		return nil, ErrSealed
	}
	return plain, nil
}

// Index returns 32 bytes (HMAC-SHA256) that find a row by its parts for whoever
// has the key, and tell nobody else whether two rows have a part in common.
func (k *Keys) Index(p Purpose, parts ...any) []byte {
	mac := hmac.New(sha256.New, k.derive("index", p))
	var size [8]byte
	for _, part := range parts {
		text := fmt.Sprint(part)
		binary.BigEndian.PutUint64(size[:], uint64(len(text)))
		mac.Write(size[:]) // so that "ab","c" and "a","bc" differ
		mac.Write([]byte(text))
	}
	return mac.Sum(nil)
}

// Check returns what a database keeps to know its master key again. It tells
// nothing about the key.
func (k *Keys) Check() []byte { return k.Index("check") }

var letters = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// PublicID returns a random name for an address: 65 bits as 13 letters of
// Crockford's base 32, telling neither order nor number.
func PublicID() string {
	var b [9]byte
	rand.Read(b[:])
	return letters.EncodeToString(b[:])[:13]
}

// Token returns a random secret of 256 bits for a link or a cookie, as text. Only
// [Hash] of it is ever stored.
func Token() string {
	var b [32]byte
	rand.Read(b[:])
	return letters.EncodeToString(b[:])
}

// Hash returns what is stored of a token. A secret of 256 random bits needs no
// slow hash (OWASP ASVS 5.0, 6.5.2).
func Hash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// RowID returns a random positive number for a row whose place among others must
// tell nothing.
func RowID() int64 {
	var b [8]byte
	rand.Read(b[:])
	return int64(binary.BigEndian.Uint64(b[:])>>2) + 1
}
