package main

import (
	"strings"
	"testing"
)

// A new site is closed to the public, and says what it needs first.
func TestDoctor(t *testing.T) {
	s := newSite(t)
	out, err := s.run(t.Context(), "", "doctor")
	if err == nil {
		t.Error("a new site lacks nothing")
	}
	for _, says := range []string{"not open yet", "Two people who moderate", "Crisis contacts", "When somebody looks in", "A contact for complaints"} {
		if !strings.Contains(out, says) {
			t.Errorf("no word of %q in:\n%s", says, out)
		}
	}
	if strings.Contains(out, "master key") {
		t.Errorf("the key is private, and still:\n%s", out)
	}
}
