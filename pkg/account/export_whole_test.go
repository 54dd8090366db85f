package account_test

import (
	"slices"
	"testing"
)

// TestEveryColumnIsHandedOver: whoever adds a column that belongs to a person says
// here where they find it in what they take along, or why it is kept from them.
func TestEveryColumnIsHandedOver(t *testing.T) {
	theirs := map[string][]string{
		"account": {
			"role", "step", "joined_day", "last_day", "days_here", "posts_read", "language", "recovery_kept", "renamed_day",
			"email", "email_for", "leaving", "standing", "muted",
			"passphrase", "totp", // that there is one
		},
		"name":          {"pid", "shown", "thread", "about", "since", "posts"},
		"session":       {"label", "kind", "made_day", "used_day", "pid"},
		"passkey":       {"label", "made_day", "used_day", "pid"},
		"known_browser": {"day"},
		"agreed":        {"version", "day"},
		"account_board": {"board"},
		"unseen_name":   {"sealed"},
	}
	secret := map[string][]string{
		// What opens an account would let whoever finds the copy in; the rest is how
		// rows are found, and says nothing of anybody.
		"account":       {"id", "handle", "recovery_index", "recovery_hash", "totp_step", "email_index", "leaving_day", "leaving_key"},
		"name":          {"id", "account", "known_as", "sealed", "slot", "place", "state", "version"},
		"session":       {"token", "account"},
		"passkey":       {"id", "account", "key_id", "credential"},
		"known_browser": {"token", "account"},
		"agreed":        {"account"},
		"account_board": {"account"},
		"unseen_name":   {"key", "slot"},
	}
	h := newHouse(t)
	for _, c := range h.columns() {
		if _, ours := theirs[c.table]; ours && !slices.Contains(theirs[c.table], c.name) && !slices.Contains(secret[c.table], c.name) {
			t.Errorf("%s.%s is neither handed over nor kept back for a reason", c.table, c.name)
		}
	}
}
