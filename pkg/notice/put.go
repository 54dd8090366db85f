package notice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/seal"
)

// LetterAfter is how long a notice waits to be seen here before a letter may say
// that there is one. Whoever is here needs none, and a slip is taken back meanwhile.
const LetterAfter = 10 * time.Minute

// PutIn tells n.Name of something, in the transaction in which it happens. Put again
// with the same name, kind and about, it is there once and stays as it was. A name
// that is nobody's any more is told nothing.
func PutIn(ctx context.Context, tx *db.Tx, n Notice) error {
	if !known[n.Kind] || n.About == "" || n.At.IsZero() {
		return fmt.Errorf("put a notice: %q about %q lacks something", n.Kind, n.About)
	}
	name, err := account.FindNameID(ctx, tx, n.Name)
	if fault.Is(err, fault.NotFound) || err == nil && name.State != account.Here {
		return nil
	}
	if err != nil {
		return fmt.Errorf("put a notice: %w", err)
	}
	data, err := json.Marshal(n.Data)
	if err != nil {
		return errors.Join(errors.New("put a notice: its data is no JSON"), err)
	}
	n.PID = seal.PublicID()
	return insertNotice(ctx, tx, n, string(data))
}
