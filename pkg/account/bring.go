package account

import (
	"context"
	"fmt"

	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// maxBrought is how many people of one name an import can bring.
const maxBrought = 1000

// Bring makes a name for somebody whose words were written elsewhere: it has no
// account behind it and nobody can sign in as it. A name that is used already, or
// that nobody may have here, gets a number; one that cannot be shown at all
// becomes a plain one.
func (a *Accounts) Bring(ctx context.Context, tx *db.Tx, shown string, since Day) (Name, error) {
	base, err := cleanName(shown)
	if err != nil {
		base = "Someone from before"
	}
	for n := 1; n <= maxBrought; n++ {
		try := base
		if n > 1 {
			letters := []rune(base)
			try = fmt.Sprintf("%s %d", string(letters[:min(len(letters), NameMost-5)]), n)
		}
		free, err := insertUsed(ctx, tx, a.used(try))
		if err != nil {
			return Name{}, err
		}
		if !free {
			continue
		}
		brought := Name{ID: NameID(seal.RowID()), PID: seal.PublicID(), Shown: try, State: Here, Since: since, Version: 1}
		_, err = tx.Exec(ctx, `INSERT INTO name (id, pid, shown, since) VALUES ($1, $2, $3, $4)`,
			brought.ID, brought.PID, brought.Shown, brought.Since)
		return brought, err
	}
	return Name{}, fault.Field("name", "fault.name_taken")
}
