package duty

import (
	"context"
	"errors"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// Terms are how a moderator agreed to be called, and how much they take on.
type Terms struct {
	Mail  bool // a letter, with no words of a post in it, when a life may be at risk
	Sound bool // a sound in the open desk
	Heavy bool // heavy content stands open; else it is folded until they open it
	Most  int  // cases in one shift: then the desk says that it is enough for today
}

// The cases a moderator may take on in one shift. Nobody is asked for more than
// they chose, and nobody sees another's number.
const (
	usualMost   = 10
	highestMost = 50
)

// TermsOf returns by's own terms, or what holds until they set some.
func (r *Rota) TermsOf(ctx context.Context, name account.NameID) (Terms, error) {
	t, err := db.One(ctx, r.db, scanTerms, `SELECT mail, sound, heavy, most FROM duty_terms WHERE name = $1`, name)
	if errors.Is(err, db.ErrNone) {
		return Terms{Most: usualMost}, nil
	}
	return t, err
}

func scanTerms(row db.Row) (t Terms, err error) {
	var mail, sound, heavy string
	err = row.Scan(&mail, &sound, &heavy, &t.Most)
	t.Mail, t.Sound, t.Heavy = mail == "yes", sound == "yes", heavy == "open"
	return t, err
}

// SetTerms keeps by's own terms.
func (r *Rota) SetTerms(ctx context.Context, by account.Account, t Terms) error {
	if err := mayServe(by); err != nil {
		return err
	}
	if t.Most < 1 || t.Most > highestMost {
		return fault.Field("most", "fault.duty_most", "Highest", highestMost)
	}
	word := func(yes bool, is, not string) string {
		if yes {
			return is
		}
		return not
	}
	return r.db.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO duty_terms (name, mail, sound, heavy, most) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (name) DO UPDATE SET mail = excluded.mail, sound = excluded.sound, heavy = excluded.heavy, most = excluded.most`,
			by.Name.ID, word(t.Mail, "yes", "no"), word(t.Sound, "yes", "no"), word(t.Heavy, "open", "folded"), t.Most)
		return err
	})
}
