package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Stamp tells what an operator set on the site's form from anything else they could
// have set.
func (s Settings) Stamp() string {
	s.Closed = false // set elsewhere
	sum := sha256.Sum256(fmt.Appendf(nil, "%#v", s))
	return hex.EncodeToString(sum[:8])
}
