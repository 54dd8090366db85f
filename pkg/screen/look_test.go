package screen

import (
	"slices"
	"testing"
	"time"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/care"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/site"
)

const plainWords = "I had my first chemo on Monday and I cannot sleep. My mouth is sore and I am frightened of the next one. What helped you?"

func TestHolds(t *testing.T) {
	w := newTown(t)
	filter := w.add(t, "miracle cure", DoesHold)
	const long = "When my port was put in, the nurse told me that the first three days are the worst and that sleeping on the other side helps. " +
		"She was right about that. I kept a small cushion under the belt in the car, took the tablets before it hurt and not after, " +
		"and asked my sister to lift the shopping. By the second week I had forgotten that it was there. What nobody told me was how " +
		"cold the flush feels, and that it tastes of salt. If yours is next week, take a scarf and something sweet with you"
	w.keep(t, 7, long)
	w.keep(t, 8, plainWords+" Thank you.")
	for _, test := range []struct {
		name string
		d    Draft
		want []string // of a newcomer
		all  []string // of everybody else
	}{
		{"plain words", Draft{Source: plainWords}, nil, nil},
		{"hardly any", Draft{Source: "Thank you."}, nil, nil},
		{"a link", Draft{Source: "I read this: https://example.com/a"}, []string{HoldLink}, nil},
		{"a link in Markdown", Draft{Source: "I read [this](https://example.com/a)."}, []string{HoldLink}, nil},
		{"a link in the title", Draft{Title: "See example.com", Source: plainWords}, []string{HoldLink}, nil},
		{"our own address", Draft{Source: "As in https://kindword.example/t/abc"}, nil, nil},
		{"an address that begins like ours", Draft{Source: "As in https://kindword.example.net/t/abc"}, []string{HoldLink}, nil},
		{"a mail address", Draft{Source: "Write to ann.teapot@example.net if you like"}, []string{HoldContact}, nil},
		{"a telephone number", Draft{Source: "Ring me on 07700 900123 any evening"}, []string{HoldContact}, nil},
		{"a filter's phrase", Draft{Source: "They sell a Miracle-cure there"}, []string{HoldFilter}, []string{HoldFilter}},
		{"the same text", Draft{Source: plainWords + " Thank you."}, []string{HoldSame}, nil},
		{"its own text, changed", Draft{Source: plainWords + " Thank you.", Post: 8}, nil, nil},
		{"nearly the same text", Draft{Source: "Hello all! " + long + " and that was all"}, []string{HoldSame}, nil},
		{"a quote of it", Draft{Source: "> " + long + "\n\nSo did mine, word for word, and it was right in the end."}, nil, nil},
		{"the field nobody sees", Draft{Source: plainWords, Trap: true}, []string{HoldTrap}, nil},
		{"faster than a person", Draft{Source: plainWords, Fast: true}, []string{HoldFast}, nil},
		{"several", Draft{Source: "see www.example.com", Fast: true}, []string{HoldLink, HoldFast}, nil},
	} {
		for _, who := range []struct {
			name string
			by   account.Account
			want []string
		}{{"a newcomer", w.Ann, test.want}, {"a member", w.Ben, test.all}, {"a moderator", w.Mo, test.all}} {
			d := test.d
			d.By = who.by
			got := w.look(t, d)
			if !slices.Equal(got.Hold, who.want) {
				t.Errorf("%s by %s waits for %v, want %v", test.name, who.name, got.Hold, who.want)
			}
			if got.Refuse != nil || len(got.Cover) > 0 {
				t.Errorf("%s by %s: refused %v, covered %v", test.name, who.name, got.Refuse, got.Cover)
			}
		}
	}
	if err := w.ArchiveFilter(t.Context(), w.Ola, filter.PID, 1, true); err != nil {
		t.Fatal(err)
	}
	if got := w.look(t, Draft{By: w.Ann, Source: "a miracle cure"}); len(got.Hold) > 0 {
		t.Errorf("a filter out of use still holds: %v", got.Hold)
	}
}

// Somebody who cannot sleep writes at three in the morning, and is read at three in
// the morning.
func TestNewcomersPlainWordsNeverWait(t *testing.T) {
	w := newTown(t)
	for hour := range 24 {
		w.now = time.Date(2026, 11, 3, hour, 0, 0, 0, time.UTC)
		for _, source := range []string{plainWords, "Diagnosed today.", "I am 43 and have stage 3 colon cancer. It was hard.So I slept.", "5.5 mg/day and/or 2.mg, e.g. on Mon./Tue.",
			"My doctor said 10,000 steps a day, i.e. a lot. Ratio 3:1 at 12:30.", "“Why me?” she said.Then we laughed.Net result: fine."} {
			if got := w.look(t, Draft{By: w.Ann, Source: source, Opening: true, Title: "Awake"}); len(got.Hold) > 0 || got.Refuse != nil {
				t.Errorf("at %d o'clock %q waits for %v, refused %v", hour, source, got.Hold, got.Refuse)
			}
		}
	}
}

// A number that the site itself shows is no contact detail.
func TestHelplinesAreNoContacts(t *testing.T) {
	w := newTown(t)
	source := "I rang the night line, 0808 808 0000, and they were kind"
	if got := w.look(t, Draft{By: w.Ann, Source: source}); !slices.Equal(got.Hold, []string{HoldContact}) {
		t.Errorf("a number waits for %v", got.Hold)
	}
	if _, err := w.site.AddHelpline(t.Context(), w.Ola, site.Helpline{Kind: site.HelpNow, Title: "The night line", Phone: "0808 8080000"}); err != nil {
		t.Fatal(err)
	}
	if got := w.look(t, Draft{By: w.Ann, Source: source}); len(got.Hold) > 0 {
		t.Errorf("a helpline's number waits for %v", got.Hold)
	}
}

// No automatic path here stops, hides or delays a post in distress, whatever it holds
// and whatever is switched on; the same words without the sign meet all of it.
func TestNothingStandsInTheWayOfDistress(t *testing.T) {
	w := newTown(t)
	w.inDanger()
	const danger = "I will end my life tonight, "
	w.keep(t, 9, danger+plainWords)
	paths := map[string]func(){
		"nothing": func() {},
		"a storm": func() {
			if err := w.site.NewcomersRead(t.Context(), w.Mo, 4); err != nil {
				t.Fatal(err)
			}
		},
	}
	for _, does := range AllDoes {
		paths["filters that "+string(does)] = func() { w.add(t, "tonight", does) }
	}
	for name, on := range paths {
		on()
		for _, d := range []Draft{
			{Source: danger + "goodbye"},
			{Title: "I will end my life", Source: "goodbye tonight"},
			{Source: danger + "see https://example.com/a and ring 07700 900123 goodbye"},
			{Source: danger + plainWords},
			{Source: danger + "goodbye", Trap: true, Fast: true},
		} {
			for _, by := range []account.Account{w.Ann, w.Ben, w.Mo} {
				d.By = by
				got := w.look(t, d)
				if len(got.Hold) > 0 || got.Refuse != nil || len(got.Flag) > 0 || len(got.Suggest) > 0 {
					t.Errorf("with %s: held %v, refused %v, flagged %v, suggested %v", name, got.Hold, got.Refuse, got.Flag, got.Suggest)
				}
				if got.Sign.Class != care.Plan || !got.Card || !w.Distressed(d) {
					t.Errorf("with %s: class %q, card %v", name, got.Sign.Class, got.Card)
				}
			}
		}
	}
	same := w.look(t, Draft{By: w.Ann, Source: "Not tonight: see https://example.com/a"})
	if !slices.Equal(same.Hold, []string{HoldLink, HoldFilter}) || same.Refuse == nil || len(same.Flag) != 1 || len(same.Suggest) != 1 || !same.Card {
		t.Errorf("without a sign nothing was switched on: %+v", same)
	}
}

func TestCovers(t *testing.T) {
	w := newTown(t)
	w.inDanger()
	source := "I will end my life. See [this](https://example.com/a) or write to ann@example.net, it is in example.org/x on bridge"
	got := w.look(t, Draft{By: w.Ben, Source: source})
	var seen []string
	end := 0
	for _, c := range got.Cover {
		if c.From < end || c.To > len(source) {
			t.Fatalf("covers overlap or run over: %v", got.Cover)
		}
		end = c.To
		seen = append(seen, c.Why+" "+source[c.From:c.To])
	}
	want := []string{"link https://example.com/a", "contact ann@example.net", "link example.org/x", "means bridge"}
	if !slices.Equal(seen, want) {
		t.Errorf("covered %q, want %q", seen, want)
	}
	if got := apart([]Cover{{0, 5, CoverLink}, {3, 9, CoverMeans}, {9, 12, CoverContact}}); len(got) != 2 || got[0] != (Cover{0, 9, CoverMeans}) {
		t.Errorf("joined to %v", got)
	}
}

func TestFiltersDo(t *testing.T) {
	w := newTown(t)
	w.add(t, "buy now", DoesRefuse)
	flag := w.add(t, "guaranteed cure", DoesFlag)
	suggest := w.add(t, "committed suicide", DoesSuggest)
	w.add(t, "no way out", DoesCard)

	got := w.look(t, Draft{By: w.Ben, Source: "Please buy now!"})
	if f := fault.Of(got.Refuse); f.Key != "fault.filter_refused" || f.Field != "words" || f.Args["Why"] != "Say it in other words." {
		t.Errorf("refused with %+v", f)
	}
	if got := w.look(t, Draft{By: w.Ben, Title: "Buy now", Source: "x"}); fault.Of(got.Refuse).Field != "title" {
		t.Errorf("refused with %v", got.Refuse)
	}
	if got := w.look(t, Draft{By: w.Ben, Source: "a guaranteed cure"}); !slices.Equal(got.Flag, []string{flag.PID}) || got.Hold != nil || got.Refuse != nil {
		t.Errorf("flagged %v, held %v, refused %v", got.Flag, got.Hold, got.Refuse)
	}
	source := "My uncle committed suicide."
	if got := w.look(t, Draft{By: w.Ben, Source: source}); len(got.Suggest) != 1 || got.Suggest[0].Filter != suggest.PID || source[got.Suggest[0].From:got.Suggest[0].To] != "committed suicide" {
		t.Errorf("suggested %v", got.Suggest)
	}
	if got := w.look(t, Draft{By: w.Ben, Source: "I see no way out"}); !got.Card || got.Hold != nil {
		t.Errorf("card %v, held %v", got.Card, got.Hold)
	}
}

func TestNewcomersReadDuringAStorm(t *testing.T) {
	w := newTown(t)
	if err := w.site.NewcomersRead(t.Context(), w.Ola, 4); err != nil {
		t.Fatal(err)
	}
	for _, by := range []account.Account{w.Ann, w.Ben, w.Mo} {
		got := w.look(t, Draft{By: by, Source: plainWords})
		if refused := fault.Is(got.Refuse, fault.TooOften); refused != (by.ID == w.Ann.ID) {
			t.Errorf("%s: %v", by.Name.Shown, got.Refuse)
		}
	}
	w.now = w.now.Add(4 * time.Hour)
	if got := w.look(t, Draft{By: w.Ann, Source: plainWords}); got.Refuse != nil {
		t.Errorf("it did not end by itself: %v", got.Refuse)
	}
}
