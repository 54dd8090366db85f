package account

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Return is the way back in of somebody who showed their six words, until they have
// made a new passphrase. It is kept in memory alone.
type Return struct {
	Token string // for [Accounts.Recover]; lasts fifteen minutes
	Shown string // the name they go by, which they may have forgotten too
}

const returnFor = 15 * time.Minute

type returns struct {
	mu  sync.Mutex
	all map[string]coming // by hash of the token
}

type coming struct {
	account ID
	ends    time.Time
}

func newReturns() *returns { return &returns{all: map[string]coming{}} }

func (r *returns) begin(id ID, now time.Time) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	for key, c := range r.all {
		if now.After(c.ends) {
			delete(r.all, key)
		}
	}
	token := seal.Token()
	r.all[string(seal.Hash(token))] = coming{id, now.Add(returnFor)}
	return token
}

func (r *returns) find(token string, now time.Time) (ID, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c, ok := r.all[string(seal.Hash(token))]
	return c.account, ok && !now.After(c.ends)
}

func (r *returns) end(token string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.all, string(seal.Hash(token)))
}

// ShowWords finds the account of six words, however they were typed. The words
// alone are enough. Nobody is slowed for trying: of 2^77 there is nothing to guess,
// and to find no account costs next to nothing. Only words that are right have the
// slow hash to pay for.
func (a *Accounts) ShowWords(ctx context.Context, typed string) (Return, error) {
	wrong := fault.Field("six", "fault.six_words_wrong")
	readings := readWords(typed)
	if len(readings) == 0 {
		return Return{}, wrong
	}
	indexes := make([][]byte, len(readings))
	for i, r := range readings {
		indexes[i] = a.wordsIndex(r)
	}
	found, err := findByWords(ctx, a.db, indexes)
	if errors.Is(err, db.ErrNone) {
		return Return{}, wrong
	}
	if err != nil {
		return Return{}, err
	}
	for i, r := range readings {
		if string(indexes[i]) != string(found.index) {
			continue
		}
		words, err := checkWords(r)
		if err != nil {
			return Return{}, err
		}
		right, _, err := a.hasher.check(ctx, known, words, found.hash)
		if err != nil {
			return Return{}, err
		}
		if right {
			return Return{Token: a.returns.begin(found.account, a.now()), Shown: found.shown}, nil
		}
	}
	return Return{}, wrong
}

// Returning is the form of somebody who comes back by their six words.
type Returning struct {
	Token      string // of their Return
	Passphrase string // a new one
	Words      []string
	WordsKept  bool
	Device     SessionKind
}

// Recover gives an account a new passphrase and new words, and signs it in. Every
// other session ends, and no authenticator app is asked for any more: it may be on
// the phone that was lost. Passkeys stay; the page lists them.
func (a *Accounts) Recover(ctx context.Context, r Returning) (Opened, error) {
	id, ok := a.returns.find(r.Token, a.now())
	if !ok {
		return Opened{}, fault.New(fault.SignIn, "fault.return_over")
	}
	who, err := findAccount(ctx, a.db, id)
	if err != nil {
		return Opened{}, err
	}
	if err := checkPassphrase(r.Passphrase, who.Name.Shown); err != nil {
		return Opened{}, err
	}
	phc, err := a.hasher.hash(ctx, known, r.Passphrase)
	if err != nil {
		return Opened{}, err
	}
	kept, err := a.newKept(ctx, r.Words, r.WordsKept)
	if err != nil {
		return Opened{}, err
	}
	var o Opened
	err = a.db.Tx(ctx, func(tx *db.Tx) (err error) {
		if err := setPassphrase(ctx, tx, id, phc); err != nil {
			return err
		}
		if err := setWords(ctx, tx, id, kept); err != nil {
			return err
		}
		if err := setTOTP(ctx, tx, id, nil, 0); err != nil {
			return err
		}
		if err := endAll(ctx, tx, id); err != nil {
			return err
		}
		o, err = a.open(ctx, tx, id, r.Device, "")
		return err
	})
	if err != nil {
		return Opened{}, err
	}
	a.returns.end(r.Token)
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

// RenewWords gives by six other words. The old ones open nothing any more.
func (a *Accounts) RenewWords(ctx context.Context, by Account, words []string, saidKept bool) error {
	if err := a.mustHaveProved(by); err != nil {
		return err
	}
	kept, err := a.newKept(ctx, words, saidKept)
	if err != nil {
		return err
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setWords(ctx, tx, by.ID, kept) })
}

// WordsAreKept notes that by said their words are kept.
func (a *Accounts) WordsAreKept(ctx context.Context, by Account) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setWordsKept(ctx, tx, by.ID, a.today()) })
}

// ChangePassphrase gives by another passphrase, in a new session in place of all
// others. An account that had only passkeys has both then.
func (a *Accounts) ChangePassphrase(ctx context.Context, by Account, passphrase string) (o Opened, err error) {
	if err := a.mustHaveProved(by); err != nil {
		return Opened{}, err
	}
	if err := checkPassphrase(passphrase, by.Name.Shown); err != nil {
		return Opened{}, err
	}
	phc, err := a.hasher.hash(ctx, known, passphrase)
	if err != nil {
		return Opened{}, err
	}
	return a.replacePassphrase(ctx, by, phc)
}

// RemovePassphrase leaves by's account to its passkeys and the six words.
func (a *Accounts) RemovePassphrase(ctx context.Context, by Account) (o Opened, err error) {
	if err := a.mustHaveProved(by); err != nil {
		return Opened{}, err
	}
	d, err := findDoorByID(ctx, a.db, by.ID)
	if err != nil {
		return Opened{}, err
	}
	if !d.passkeys {
		return Opened{}, fault.New(fault.Conflict, "fault.passkey_first")
	}
	return a.replacePassphrase(ctx, by, "")
}

func (a *Accounts) replacePassphrase(ctx context.Context, by Account, phc string) (o Opened, err error) {
	err = a.db.Tx(ctx, func(tx *db.Tx) (err error) {
		if err := setPassphrase(ctx, tx, by.ID, phc); err != nil {
			return err
		}
		if err := endAll(ctx, tx, by.ID); err != nil {
			return err
		}
		o, err = a.open(ctx, tx, by.ID, by.Session.Kind, "")
		return err
	})
	if err != nil {
		return Opened{}, err
	}
	a.sessions.prove(o.Account.Session.PID, a.now())
	return o, nil
}

// keptWords is what is stored of six words.
type keptWords struct {
	index []byte
	hash  string
	kept  Day // when they said so, or 0
}

func (a *Accounts) newKept(ctx context.Context, list []string, saidKept bool) (k keptWords, err error) {
	words, err := checkWords(list)
	if err != nil {
		return k, err
	}
	k.index = a.wordsIndex(list)
	if saidKept {
		k.kept = a.today()
	}
	k.hash, err = a.hasher.hash(ctx, known, words)
	return k, err
}
