package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCareEval(t *testing.T) {
	s := newSite(t)
	file := filepath.Join(s.folder, "set.csv")
	if err := os.WriteFile(file, []byte("text,label\nI want to die,wish\nan unheard wish,wish\nI don't want to live any more,none\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := s.run(t.Context(), "", "care-eval", file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"3 texts", "1 of 2, 50.0 %", "missed", "an unheard wish", "raised without need", "I don't want to live any more", "wish.not_live"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if out, err = s.run(t.Context(), "", "care-eval", "--quiet", file); err != nil || strings.Contains(out, "an unheard wish") || !strings.Contains(out, "1 of 2") {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err = s.run(t.Context(), "", "care-eval", "--half", "third", file); err == nil {
		t.Error("a third half is taken")
	}
}
