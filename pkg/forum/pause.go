package forum

import (
	"strings"

	"github.com/kindword/kindword/pkg/account"
)

// canRewrite returns nil when by may put now in the place of was, or the fault to
// show them. Somebody who is paused may still take a detail out of their own words;
// what would add to them is publishing.
func canRewrite(by account.Account, was, now string) error {
	if takesAway(was, now) {
		return nil
	}
	return account.CanPublish(by)
}

// takesAway reports whether now is was with words left out.
func takesAway(was, now string) bool {
	left := strings.Fields(was)
	for word := range strings.FieldsSeq(now) {
		for len(left) > 0 && left[0] != word {
			left = left[1:]
		}
		if len(left) == 0 {
			return false
		}
		left = left[1:]
	}
	return true
}
