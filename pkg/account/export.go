package account

import (
	"context"

	"github.com/kindword/kindword/pkg/db"
)

// Export is everything that accounts keep of somebody, for themselves. What they
// wrote is added by whoever keeps it.
type Export struct {
	Role             Role             `json:"role"`
	Boards           []int64          `json:"boards_moderated,omitempty"`
	Step             Step             `json:"step"`
	Joined           Day              `json:"joined_day"`
	LastHere         Day              `json:"last_day_here"`
	DaysHere         int64            `json:"days_here"`
	PostsRead        int64            `json:"posts_read"`
	Renamed          Day              `json:"renamed_day,omitempty"`
	Language         string           `json:"language,omitempty"`
	Names            []ExportName     `json:"names"`
	Passphrase       bool             `json:"has_passphrase"`
	AuthenticatorApp bool             `json:"has_authenticator_app"`
	WordsKept        Day              `json:"words_kept_day,omitempty"`
	Email            *Email           `json:"email,omitempty"`
	Passkeys         []Passkey        `json:"passkeys"`
	Sessions         []Session        `json:"sessions"`
	Browsers         []Day            `json:"browsers_signed_in_before"`
	Agreed           []ExportAgreed   `json:"agreed"`
	Unseen           []string         `json:"names_not_seen"`
	Muted            []string         `json:"words_muted,omitempty"`
	Leaving          Choice           `json:"leaving,omitempty"`
	Standing         []ExportStanding `json:"decided_about_you,omitempty"`
}

// ExportName is one of somebody's names.
type ExportName struct {
	ID     NameID `json:"-"` // to add what was written under it
	Shown  string `json:"name"`
	PID    string `json:"address"`
	Thread bool   `json:"for_one_thread"`
	About  string `json:"about,omitempty"`
	Since  Day    `json:"since_day"`
	Posts  int64  `json:"posts_kept"`
}

// ExportAgreed is a version of the agreements somebody accepted.
type ExportAgreed struct {
	Version int64 `json:"version"`
	Day     Day   `json:"day"`
}

// Export returns everything kept of by. They must have shown that it is them: it
// joins all their names.
func (a *Accounts) Export(ctx context.Context, by Account) (Export, error) {
	if err := a.mustHaveProved(by); err != nil {
		return Export{}, err
	}
	e, err := a.keptOf(ctx, a.db, by.ID)
	if err != nil {
		return Export{}, err
	}
	names, err := a.NamesOf(ctx, a.db, by.ID)
	if err != nil {
		return Export{}, err
	}
	for _, n := range names {
		e.Names = append(e.Names, ExportName{n.ID, n.Shown, n.PID, n.OneThread(), n.About, n.Since, n.Posts})
	}
	sanctions, err := a.sanctionsOf(ctx, a.db, by.ID)
	if err != nil {
		return Export{}, err
	}
	e.Standing = exported(sanctions)
	if e.Muted, err = a.Muted(ctx, by); err != nil {
		return Export{}, err
	}
	unseen, err := a.UnseenNames(ctx, by)
	if err != nil {
		return Export{}, err
	}
	for _, n := range unseen {
		e.Unseen = append(e.Unseen, n.Shown)
	}
	return e, nil
}

// keptOf returns what is kept of an account by its number: all but its names and
// what it chose not to see.
func (a *Accounts) keptOf(ctx context.Context, r db.Reader, id ID) (e Export, err error) {
	if e, err = findKept(ctx, r, id); err != nil {
		return e, err
	}
	who, err := findAccount(ctx, r, id)
	if err != nil {
		return e, err
	}
	e.Boards, e.Leaving = who.Boards, who.Leaving
	email, err := a.EmailOf(ctx, r, id)
	if err != nil {
		return e, err
	}
	if email.Address != "" {
		e.Email = &email
	}
	if e.Passkeys, err = findPasskeys(ctx, r, id); err != nil {
		return e, err
	}
	if e.Sessions, err = findSessions(ctx, r, id); err != nil {
		return e, err
	}
	if e.Browsers, err = db.All(ctx, r, db.Value[Day], `SELECT day FROM known_browser WHERE account = $1 ORDER BY day`, id); err != nil {
		return e, err
	}
	e.Agreed, err = db.All(ctx, r, scanExportAgreed, `SELECT version, day FROM agreed WHERE account = $1 ORDER BY version`, id)
	return e, err
}

func scanExportAgreed(r db.Row) (g ExportAgreed, err error) {
	err = r.Scan(&g.Version, &g.Day)
	return g, err
}

func scanKept(r db.Row) (e Export, err error) {
	var passphrase, app int64
	err = r.Scan(&e.Role, &e.Step, &e.Joined, &e.LastHere, &e.DaysHere, &e.PostsRead, &e.Renamed, &e.Language, &e.WordsKept, &passphrase, &app)
	e.Passphrase, e.AuthenticatorApp = passphrase == 1, app == 1
	return e, err
}

func findKept(ctx context.Context, r db.Reader, id ID) (Export, error) {
	return db.One(ctx, r, scanKept, `
		SELECT role, step, joined_day, last_day, days_here, posts_read, COALESCE(renamed_day, 0), language, COALESCE(recovery_kept, 0),
			CASE WHEN passphrase = '' THEN 0 ELSE 1 END, CASE WHEN totp IS NULL THEN 0 ELSE 1 END
		FROM account WHERE id = $1`, id)
}
