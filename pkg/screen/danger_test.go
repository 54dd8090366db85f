package screen

import (
	"testing"

	"github.com/kindword/kindword/pkg/account"
)

// The same with the rules that really read for distress, in English and Spanish.
func TestNothingStandsInTheWayOfTheseWords(t *testing.T) {
	w := newTown(t)
	for _, does := range AllDoes {
		for _, pattern := range []string{"kill*", "pills", "matarme", "tonight", "the", "la"} {
			w.add(t, pattern, does)
		}
	}
	if err := w.site.NewcomersRead(t.Context(), w.Mo, 72); err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{
		"I am going to kill myself tonight. I have the pills here.",
		"I want to kill myself and nobody would notice.",
		"Quiero matarme, no aguanto más.",
		"Esta noche voy a quitarme la vida. Ya tengo las pastillas.",
	} {
		source := words + " My number is 07700 900123, my page https://example.com/me"
		w.keep(t, 1, source)
		for _, by := range []account.Account{w.Ann, w.Ben, w.Mo} {
			got := w.look(t, Draft{By: by, Source: source, Trap: true, Fast: true})
			if !got.Sign.Case() || !got.Card {
				t.Fatalf("%q: class %q, card %v", words, got.Sign.Class, got.Card)
			}
			if len(got.Hold) > 0 || got.Refuse != nil || len(got.Flag) > 0 || len(got.Suggest) > 0 || len(got.Cover) < 2 {
				t.Errorf("%q: held %v, refused %v, flagged %v, covered %v", words, got.Hold, got.Refuse, got.Flag, got.Cover)
			}
		}
	}
}
