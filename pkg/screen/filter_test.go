package screen

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/audit"
	"github.com/kindword/kindword/pkg/db/dbtest"
	"github.com/kindword/kindword/pkg/fault"
)

func TestPatterns(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		want          string // what it finds, or none
	}{
		{"cure", "a cure for all", "cure"},
		{"cure", "a CURE!", "CURE"},
		{"cure", "it was secure, and cured", ""},
		{"cure*", "it was cured", "cured"},
		{"cure*", "secure", ""},
		{"miracle cure", "a miracle\ncure", "miracle\ncure"},
		{"miracle cure", "a *miracle*-cure", "miracle*-cure"},
		{"miracle cure", "a miracle of a cure", ""},
		{"miracle* cure*", "miraculous miracles cured", "miracles cured"},
		{"niño", "NINO", "NINO"},
		{"ibuprofen", "іbuрrоfеn", "іbuрrоfеn"}, // Cyrillic і, р, о, е
		{"ibuprofen", "ibu\u00adpro\u200bfen", "ibu\u00adpro\u200bfen"},
		{"ibuprofen", "ｉｂｕｐｒｏｆｅｎ", "ｉｂｕｐｒｏｆｅｎ"},
		{"ibuprofen", "𝒊𝒃𝒖𝒑𝒓𝒐𝒇𝒆𝒏", "𝒊𝒃𝒖𝒑𝒓𝒐𝒇𝒆𝒏"},
		{"don't wait", "Don’t wait", "Don’t wait"},
		{"wait", "‘wait’", "wait"},
		{"wait", "'wait'", "wait"},
		{"e-mail me", "E-mail me", "E-mail me"},
		{"cafe\u0301", "café", "café"},
		{"a a b", "a a a b", "a a b"},
		{"лекарство", "ЛЕКАРСТВО", "ЛЕКАРСТВО"},
		{"薬", "薬", "薬"},
	} {
		found := compile([]Filter{{Pattern: test.pattern}}).find("", test.text)
		got := ""
		if len(found) > 0 {
			got = test.text[found[0].from:found[0].to]
		}
		if got != test.want || len(found) > 1 {
			t.Errorf("%q in %q finds %q, want %q", test.pattern, test.text, got, test.want)
		}
	}
}

func TestFilterFaults(t *testing.T) {
	w := newTown(t)
	good := Filter{Pattern: "miracle cure", Does: DoesHold}
	for _, test := range []struct {
		name  string
		by    account.Account
		is    func(*Filter)
		field string
	}{
		{"no pattern", w.Ola, func(f *Filter) { f.Pattern = " … " }, "pattern"},
		{"a star alone", w.Ola, func(f *Filter) { f.Pattern = "cure *" }, "pattern"},
		{"a star inside", w.Ola, func(f *Filter) { f.Pattern = "cu*re" }, "pattern"},
		{"a star after two letters", w.Ola, func(f *Filter) { f.Pattern = "cu*" }, "pattern"},
		{"too many words", w.Ola, func(f *Filter) { f.Pattern = "a b c d e f g h i" }, "pattern"},
		{"too long", w.Ola, func(f *Filter) { f.Pattern = strings.Repeat("a", 101) }, "pattern"},
		{"doing something else", w.Ola, func(f *Filter) { f.Does = "ban" }, "does"},
		{"a refusal without a reason", w.Ola, func(f *Filter) { f.Does = DoesRefuse }, "words"},
		{"a suggestion without words", w.Ola, func(f *Filter) { f.Does = DoesSuggest }, "words"},
		{"a long note", w.Ola, func(f *Filter) { f.Note = strings.Repeat("a", 501) }, "note"},
	} {
		f := good
		test.is(&f)
		if _, err := w.AddFilter(t.Context(), test.by, f); fault.Of(err).Field != test.field || !fault.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	for _, by := range []account.Account{{}, w.Ann, w.Mo} {
		if _, err := w.AddFilter(t.Context(), by, good); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s adds: %v", by.Name.Shown, err)
		}
		if _, err := w.Filters(t.Context(), by, 0, 10); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s lists: %v", by.Name.Shown, err)
		}
		if _, err := w.Filter(t.Context(), by, "x"); !fault.Is(err, fault.NotFound) {
			t.Errorf("%s reads: %v", by.Name.Shown, err)
		}
	}
}

// Two operators do not overwrite each other, everything is in the log, and the log
// has none of the words.
func TestOperatorsChangeFilters(t *testing.T) {
	w := newTown(t)
	ctx := t.Context()
	f := w.add(t, "miracle cure", DoesHold)
	first, err := w.Filter(ctx, w.Ola, f.PID)
	if err != nil {
		t.Fatal(err)
	}
	second := first
	first.Pattern = "wonder cure"
	if err := w.ChangeFilter(ctx, w.Ola, first); err != nil {
		t.Fatal(err)
	}
	second.Does = DoesFlag
	if err := w.ChangeFilter(ctx, w.Ola, second); !fault.Is(err, fault.Conflict) {
		t.Errorf("a change of an old version: %v", err)
	}
	if err := w.ArchiveFilter(ctx, w.Ola, f.PID, 1, true); !fault.Is(err, fault.Conflict) {
		t.Errorf("archived by an old version: %v", err)
	}
	if got := w.look(t, Draft{By: w.Ben, Source: "a wonder cure, no miracle cure"}); len(got.Hold) != 1 || w.InUse() != 1 {
		t.Errorf("held %v, %d in use", got.Hold, w.InUse())
	}
	for version, on := range map[int64]bool{2: true} {
		if err := w.ArchiveFilter(ctx, w.Ola, f.PID, version, on); err != nil {
			t.Fatal(err)
		}
	}
	if w.InUse() != 0 {
		t.Error("it is still in use")
	}
	if err := w.ArchiveFilter(ctx, w.Ola, f.PID, 3, false); err != nil || w.InUse() != 1 {
		t.Errorf("put back: %v, %d in use", err, w.InUse())
	}
	entries, err := audit.Recent(ctx, w.db, 10)
	if err != nil {
		t.Fatal(err)
	}
	for i, act := range []string{"filter.put_back", "filter.archived", "filter.changed", "filter.added"} {
		if e := entries[i]; e.Act != act || e.Subject != "filter "+f.PID || e.Actor != w.Ola.Name.ID {
			t.Errorf("entry %d is %+v, want %s", i, e, act)
		}
	}
}

func TestNothingScans(t *testing.T) {
	w := newTown(t)
	for _, q := range dbtest.Statements(w.db, func() {
		if _, err := w.Filters(t.Context(), w.Ola, 5, 10); err != nil {
			t.Error(err)
		}
		w.keep(t, 3, plainWords)
		w.look(t, Draft{By: w.Ann, Source: plainWords})
	}) {
		switch {
		case strings.Contains(q, "post_print WHERE print"):
			dbtest.NoScan(t, w.db, q, []byte("12345678"), 20)
		case strings.HasPrefix(q, "DELETE FROM post_print"):
			dbtest.NoScan(t, w.db, q, 3)
		case strings.Contains(q, "FROM filter_word WHERE id <"):
			dbtest.NoScan(t, w.db, q, 5, 10)
		}
	}
}
