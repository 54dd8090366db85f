package moderation

import "testing"

func TestUnsigned(t *testing.T) {
	for _, test := range []struct{ message, name, want string }{
		{"Hello ann,\n\nA moment.\n\nmo, moderator", "mo", "Hello ann,\n\nA moment.\n\n…"},
		{"Hello.\r\nmo", "mo", "Hello.\r\n…"},
		{"No name here, only a moment.", "mo", "No name here, only a moment."},
		{"Signed by nobody.", "", "Signed by nobody."},
	} {
		if got := unsigned(test.message, test.name); got != test.want {
			t.Errorf("%q without %q: %q", test.message, test.name, got)
		}
	}
}
