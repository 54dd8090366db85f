package account

import (
	"context"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
)

// AboutMost is how many letters somebody may say about themselves.
const AboutMost = 500

// SetAbout changes what by says about themselves beside their own name. It is plain
// text.
func (a *Accounts) SetAbout(ctx context.Context, by Account, about string) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	about = strings.TrimSpace(strings.ToValidUTF8(about, ""))
	if uniseg.GraphemeClusterCount(about) > AboutMost {
		return fault.Field("about", "fault.about_long", "Most", AboutMost)
	}
	if about != "" {
		if err := CanPublish(by); err != nil {
			return err
		}
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error { return setAbout(ctx, tx, by.Name.ID, about) })
}

// SetLanguage changes the language of by's pages and letters; "" is the browser's.
func (a *Accounts) SetLanguage(ctx context.Context, by Account, language string) error {
	if by.Guest() {
		return fault.New(fault.SignIn, "fault.sign_in")
	}
	return a.db.Tx(ctx, func(tx *db.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE account SET language = $1 WHERE id = $2`, language, by.ID)
		return err
	})
}

func setAbout(ctx context.Context, tx *db.Tx, id NameID, about string) error {
	_, err := tx.Exec(ctx, `UPDATE name SET about = $1, version = version + 1 WHERE id = $2`, about, id)
	return err
}
