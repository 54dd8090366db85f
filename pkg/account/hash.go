package account

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"golang.org/x/crypto/argon2"
)

// Cost is what one guess at a passphrase costs, whoever guesses.
type Cost struct {
	Memory uint32 // KiB
	Passes uint32
}

// Recommended is OWASP's first setting for argon2id with one lane: 19 MiB and two
// passes (Password Storage Cheat Sheet). It takes about 30 ms of one core.
var Recommended = Cost{Memory: 19 * 1024, Passes: 2}

// WithCost sets what a guess costs. Those whose passphrase was hashed at another
// cost change over when they next sign in.
func WithCost(c Cost) Option { return func(a *Accounts) { a.hasher.cost = c } }

// hashesAtOnce bounds the memory that hashing may take: 38 MiB. Strangers together
// take one of the two turns at most, so that however many of them try names, those
// who are known here, by their browser, their session or their six words, hardly wait.
const (
	hashesAtOnce = 2
	byStrangers  = 1
)

const (
	saltBytes = 16
	hashBytes = 32
)

// hasher makes and checks slow hashes, a few at a time.
type hasher struct {
	cost      Cost
	turns     chan struct{}
	strangers chan struct{} // taken before a turn by those who are not known
	done      atomic.Int64  // hashes computed: tests hold that this tells nobody anything
	dummy     string        // a hash of nothing that anybody knows
}

func newHasher() *hasher {
	return &hasher{cost: Recommended, turns: make(chan struct{}, hashesAtOnce), strangers: make(chan struct{}, byStrangers)}
}

// An asker is who a hash is for.
type asker bool

const (
	stranger asker = false
	known    asker = true
)

// prepare makes the hash that is checked for names nobody goes by.
func (h *hasher) prepare(ctx context.Context) (err error) {
	h.dummy, err = h.hash(ctx, known, rand.Text())
	return err
}

// hash returns secret's hash as a PHC string, which carries its own cost and salt.
func (h *hasher) hash(ctx context.Context, by asker, secret string) (string, error) {
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	sum, err := h.compute(ctx, by, secret, salt, h.cost)
	if err != nil {
		return "", err
	}
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=1$%s$%s",
		argon2.Version, h.cost.Memory, h.cost.Passes, b64.EncodeToString(salt), b64.EncodeToString(sum)), nil
}

// check reports whether secret has the hash phc, and whether phc was made at
// another cost than is asked for now. With no phc it works as hard and says no.
func (h *hasher) check(ctx context.Context, by asker, secret, phc string) (right, old bool, err error) {
	there := phc != ""
	if !there {
		phc = h.dummy
	}
	cost, salt, want, err := parsePHC(phc)
	if err != nil {
		return false, false, err
	}
	sum, err := h.compute(ctx, by, secret, salt, cost)
	if err != nil {
		return false, false, err
	}
	return subtle.ConstantTimeCompare(sum, want) == 1 && there, cost != h.cost, nil
}

func (h *hasher) compute(ctx context.Context, by asker, secret string, salt []byte, c Cost) ([]byte, error) {
	if by == stranger {
		if err := take(ctx, h.strangers); err != nil {
			return nil, err
		}
		defer func() { <-h.strangers }()
	}
	if err := take(ctx, h.turns); err != nil {
		return nil, err
	}
	defer func() { <-h.turns }()
	h.done.Add(1)
	return argon2.IDKey([]byte(secret), salt, c.Passes, c.Memory, 1, hashBytes), nil
}

// take waits for a turn.
func take(ctx context.Context, turns chan struct{}) error {
	select {
	case turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

var errPHC = errors.New("a stored hash is not argon2id in PHC form")

func parsePHC(phc string) (c Cost, salt, sum []byte, err error) {
	parts := strings.Split(phc, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return c, nil, nil, errPHC
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=1", &c.Memory, &c.Passes); err != nil || c.Passes == 0 {
		return c, nil, nil, errPHC
	}
	salt, err1 := base64.RawStdEncoding.DecodeString(parts[4])
	sum, err2 := base64.RawStdEncoding.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(sum) != hashBytes {
		return c, nil, nil, errPHC
	}
	return c, salt, sum, nil
}
