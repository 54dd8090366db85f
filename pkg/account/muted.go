package account

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// Somebody may choose words that they do not want to meet: what holds one is folded
// for them alone. Nobody is told, and nothing in the database says which words.
const (
	// MostMuted is how many words and phrases one person may mute.
	MostMuted = 100
	// MaxMuted is how long one may be, in characters: a phrase, not a sentence.
	MaxMuted = 60

	mutedPurpose seal.Purpose = "muted words"
	// mutedStep pads what is sealed, in bytes, so that its length tells little.
	mutedStep = 512
)

// Muted returns the words and phrases that by muted, in the order of the alphabet. A
// guest has none.
func (a *Accounts) Muted(ctx context.Context, by Account) ([]string, error) {
	if by.Guest() {
		return nil, nil
	}
	return a.mutedOf(ctx, a.db, by.ID)
}

// Mute adds a word or a phrase to those that by does not want to meet. One that is
// there already stays.
func (a *Accounts) Mute(ctx context.Context, by Account, words string) error {
	words = strings.Join(strings.Fields(words), " ")
	if !strings.ContainsFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
		return fault.Field("words", "fault.muted_empty")
	}
	if over := utf8.RuneCountInString(words) - MaxMuted; over > 0 {
		return fault.Field("words", "fault.muted_long", "N", over)
	}
	return a.changeMuted(ctx, by, func(all []string) ([]string, error) {
		if slices.ContainsFunc(all, same(words)) {
			return all, nil
		}
		if len(all) >= MostMuted {
			return nil, fault.Field("words", "fault.muted_many", "Most", MostMuted)
		}
		return append(all, words), nil
	})
}

// Unmute takes a word or a phrase back.
func (a *Accounts) Unmute(ctx context.Context, by Account, words string) error {
	return a.changeMuted(ctx, by, func(all []string) ([]string, error) {
		return slices.DeleteFunc(all, same(words)), nil
	})
}

func same(words string) func(string) bool {
	return func(other string) bool { return strings.EqualFold(words, other) }
}

func (a *Accounts) changeMuted(ctx context.Context, by Account, change func(all []string) ([]string, error)) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		all, err := a.mutedOf(ctx, tx, by.ID)
		if err != nil {
			return err
		}
		if all, err = change(all); err != nil {
			return err
		}
		slices.SortFunc(all, func(x, y string) int { return strings.Compare(strings.ToLower(x), strings.ToLower(y)) })
		return setMuted(ctx, tx, by.ID, sealMuted(a.keys, by.ID, all))
	})
}

func (a *Accounts) mutedOf(ctx context.Context, r db.Reader, id ID) ([]string, error) {
	sealed, err := findMuted(ctx, r, id)
	if err != nil {
		return nil, err
	}
	return openMuted(a.keys, id, sealed)
}

// sealMuted returns what a row keeps of words: nothing when there are none.
func sealMuted(keys *seal.Keys, of ID, words []string) []byte {
	if len(words) == 0 {
		return nil
	}
	plain, err := json.Marshal(words)
	if err != nil {
		panic(err) // texts are always JSON
	}
	plain = append(plain, bytes.Repeat([]byte{' '}, mutedStep-1-(len(plain)-1)%mutedStep)...)
	return keys.Seal(mutedPurpose, accountRow(of), plain)
}

func openMuted(keys *seal.Keys, of ID, sealed []byte) (words []string, err error) {
	if sealed == nil {
		return nil, nil
	}
	plain, err := keys.Open(mutedPurpose, accountRow(of), sealed)
	if err != nil {
		return nil, fmt.Errorf("open muted words: %w", err)
	}
	if json.Unmarshal(plain, &words) != nil {
		return nil, errors.New("muted words cannot be read as JSON")
	}
	return words, nil
}

func rotateMuted(ctx context.Context, tx *db.Tx, old, next *seal.Keys) error {
	return inTurn(func(after int64) ([]sealedRow, error) {
		return sealedRows(ctx, tx, `SELECT id, '', muted FROM account WHERE muted IS NOT NULL AND id > $1 ORDER BY id LIMIT $2`, after)
	}, func(r sealedRow) error {
		words, err := openMuted(old, ID(r.id), r.sealed)
		if err != nil {
			return err
		}
		return setMuted(ctx, tx, ID(r.id), sealMuted(next, ID(r.id), words))
	})
}
