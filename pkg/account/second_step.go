package account

import (
	"context"
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Half is a sign-in whose passphrase was right, and what opens the rest.
type Half struct {
	Token   string // for [Accounts.SecondStep]; lasts five minutes
	Code    bool   // a code of the authenticator app opens it
	Passkey bool   // a passkey opens the account by itself: see [Accounts.BeginPasskeySignIn]
}

const halfFor = 5 * time.Minute

// half is what a Half's token stands for. It is kept in memory alone.
type half struct {
	account ID
	kind    SessionKind
	browser string
	mailed  bool // by a letter instead of the passphrase: a new one follows
	ends    time.Time
}

type halves struct {
	mu  sync.Mutex
	all map[string]half // by hash of the token
}

func newHalves() *halves { return &halves{all: map[string]half{}} }

func (h *halves) begin(of half, code, passkey bool, now time.Time) *Half {
	h.mu.Lock()
	defer h.mu.Unlock()
	for key, old := range h.all {
		if now.After(old.ends) {
			delete(h.all, key)
		}
	}
	of.ends = now.Add(halfFor)
	token := seal.Token()
	h.all[string(seal.Hash(token))] = of
	return &Half{Token: token, Code: code, Passkey: passkey}
}

func (h *halves) find(token string, now time.Time) (half, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	of, ok := h.all[string(seal.Hash(token))]
	return of, ok && !now.After(of.ends)
}

func (h *halves) end(token string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.all, string(seal.Hash(token)))
}

// SecondStep opens the account of a half sign-in to whoever shows a code of its
// authenticator app.
func (a *Accounts) SecondStep(ctx context.Context, token, code string) (Opened, error) {
	of, ok := a.halves.find(token, a.now())
	if !ok {
		return Opened{}, fault.New(fault.SignIn, "fault.half_over")
	}
	if err := a.takeCode(ctx, of.account, code); err != nil {
		return Opened{}, err
	}
	a.halves.end(token)
	return a.openNow(ctx, of.account, of.kind, of.browser)
}
