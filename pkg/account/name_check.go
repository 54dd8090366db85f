package account

import (
	"strings"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"

	"github.com/kindword/kindword/pkg/fault"
)

// How long a name may be, in letters as people count them (grapheme clusters).
const (
	NameLeast = 2
	NameMost  = 40
)

// cleanName returns shown as it will be shown, or the fault that says why it
// cannot be.
func cleanName(shown string) (string, error) {
	shown = norm.NFC.String(strings.Join(strings.Fields(shown), " "))
	n := uniseg.GraphemeClusterCount(shown)
	switch {
	case n == 0:
		return "", fault.Field("name", "fault.name_empty")
	case n < NameLeast:
		return "", fault.Field("name", "fault.name_short", "Least", NameLeast)
	case n > NameMost:
		return "", fault.Field("name", "fault.name_long", "Most", NameMost)
	}
	return shown, nil
}
