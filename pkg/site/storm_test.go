package site

import (
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/fault"
)

// keeper stands for a moderator: of all boards, or of some.
type keeper bool

func (keeper) Operates() bool       { return false }
func (k keeper) ModeratesAll() bool { return bool(k) }

func TestStormEndsByItself(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	if h.Now().Storm.Any(noon) {
		t.Error("something is shut at the start")
	}
	for _, err := range []error{
		h.ShutJoining(ctx, keeper(true), JoiningInvited, 4),
		h.NewcomersRead(ctx, keeper(true), 12),
		h.Ceil(ctx, keeper(true), 5, 1),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		after   time.Duration
		joining Joining
		read    bool
		ceiling bool
	}{
		{0, JoiningInvited, true, true},
		{time.Hour - time.Millisecond, JoiningInvited, true, true},
		{time.Hour, JoiningInvited, true, false},
		{4 * time.Hour, JoiningOpen, true, false},
		{12 * time.Hour, JoiningOpen, false, false},
	} {
		now, at := h.Now().Storm, noon.Add(test.after)
		_, ceiling := now.CeilingAt(at)
		if now.JoiningAt(at) != test.joining || now.ReadOnlyAt(at) != test.read || ceiling != test.ceiling || now.Any(at) != (test.read || ceiling) {
			t.Errorf("after %v: joining %s, read only %v, ceiling %v", test.after, now.JoiningAt(at), now.ReadOnlyAt(at), ceiling)
		}
	}
	// It is as shut after a restart, and whatever else is saved meanwhile.
	if err := h.Change(ctx, ola, h.Now().Settings); err != nil {
		t.Fatal(err)
	}
	again := reopen(t, h).Now().Storm
	if again.JoiningAt(noon) != JoiningInvited || !again.NewReadOnly.Equal(noon.Add(12*time.Hour)) || again.Ceiling != 5 {
		t.Errorf("after a restart: %+v", again)
	}
	for _, err := range []error{
		h.ShutJoining(ctx, keeper(true), JoiningOpen, 4),
		h.NewcomersRead(ctx, keeper(true), 0),
		h.Ceil(ctx, keeper(true), 0, 0),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if h.Now().Storm.Any(noon) {
		t.Error("something is shut after all was opened")
	}
	want := []string{"storm.joining_invited site", "storm.read_only site", "storm.ceiling site", "site.changed site",
		"storm.joining_open site", "storm.read_only_ended site", "storm.ceiling_ended site"}
	if !slices.Equal(h.acts, want) {
		t.Errorf("written down: %q", h.acts)
	}
}

func TestStormFaults(t *testing.T) {
	h := open(t)
	ctx := t.Context()
	for name, err := range map[string]error{
		"hours":   h.ShutJoining(ctx, keeper(true), JoiningPaused, 9999),
		"joining": h.ShutJoining(ctx, keeper(true), "closed", 4),
		"ceiling": h.Ceil(ctx, keeper(true), 7, 4),
	} {
		if fault.Of(err).Field != name {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"joining":   h.ShutJoining(ctx, keeper(false), JoiningPaused, 4),
		"newcomers": h.NewcomersRead(ctx, keeper(false), 4),
		"ceiling":   h.Ceil(ctx, keeper(false), 5, 4),
	} {
		if !fault.Is(err, fault.NotFound) {
			t.Errorf("a moderator of some boards presses %s: %v", name, err)
		}
	}
	if h.Now().Storm.Any(noon) || len(h.acts) > 0 {
		t.Errorf("something is shut: %+v, %q", h.Now().Storm, h.acts)
	}
}
