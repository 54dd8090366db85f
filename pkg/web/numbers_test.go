package web

import (
	"encoding/csv"
	"strings"
	"testing"
)

// The table and the file say the same, and no member is in either.
func TestNumbersPage(t *testing.T) {
	w := newTown(t)
	thread := w.open("ann", w.chemo, "A title", "Some words.")
	w.reply("ben", w.opening(thread), "An answer.")
	page := w.get("mo", "/desk/numbers")
	for _, says := range []string{"Conversations that hoped for an answer", "1 of 1", "The last 8 weeks", "From the oldest week to the newest"} {
		if !strings.Contains(page, says) {
			t.Errorf("no word of %q", says)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(w.get("mo", "/desk/numbers.csv"))).ReadAll()
	if err != nil || len(rows) != 9 || rows[1][2] != "1" || rows[1][3] != "1" {
		t.Errorf("the file: %v, %v", rows, err)
	}
	for _, name := range []string{"ann", "ben"} {
		if strings.Contains(mainOf(t, page), name) {
			t.Errorf("%s is on the page", name)
		}
	}
}
