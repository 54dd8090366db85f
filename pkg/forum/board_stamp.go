package forum

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Stamp tells what an operator set for the board from anything else they could have
// set. Where it stands among the others makes no difference.
func (b Board) Stamp() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q", []string{b.Title, string(b.Category), b.Purpose, b.NotFor, b.Agreements, b.Safety,
		string(b.Audience), string(b.Opens), yesNo(b.Indexed), b.Patch}))
	return hex.EncodeToString(sum[:8])
}
