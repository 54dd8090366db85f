package web

import (
	"strings"
	"testing"
)

// The public writes once the site has what it needs and its operator opened it.
func TestOpeningTheSite(t *testing.T) {
	w := newTown(t)
	w.must(w.Site.OpenUp(t.Context(), w.people["ola"], false))
	if says := mainOf(t, w.get("ola", "/run")); !strings.Contains(says, "The site is not open yet") || !strings.Contains(says, "Crisis contacts") || strings.Contains(says, "Open the site") {
		t.Error(says)
	}
	if status, page := w.send("ola", "/run/open", "do", "open"); status != 409 || !strings.Contains(page, "cannot open yet") || !w.Site.Now().Closed {
		t.Errorf("opened all the same: %d %s", status, page)
	}
	w.does("ola", "/run/site", "Saved.", "name", "Fernside", "run_by", "A small charity.", "contact", "Ring us.", "on_duty", "Mo looks in", "minimum_age", "18", "care_minutes", "60", "desk_hours", "24",
		"emergency", "999", "language", "en", "time_zone", "Europe/London")
	w.does("ola", "/run/helplines/new", "Night line", "kind", "now", "title", "Night line", "phone", "116 123")
	w.does("ola", "/run/open", "The site is open.", "do", "open")
	w.does("ola", "/run/open", "Only moderators and operators can write now.", "do", "close")
	if !w.Site.Now().Closed {
		t.Error("it stayed open")
	}
}
