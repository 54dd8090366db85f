package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/db"
)

func TestSpamInWords(t *testing.T) {
	w := newTown(t)
	for _, test := range []struct {
		text string
		want []string
	}{
		{plainWords, nil},
		{"I read https://example.org/a about ports and it helped me to ask the right things at the clinic on Monday.", nil},
		{"I AM SO SCARED", nil},
		{"We lost our house to the mortgage when he fell ill, and I do not know how to tell the children.", nil},
		{"Click here: https://example.net/x", []string{SpamLinks, SpamBare, SpamCome}},
		{"EARN MONEY FROM HOME, MAKE MONEY WHILE YOU SLEEP, ORDER NOW AT THE LOWEST PRICE", []string{SpamMoney, SpamSelling, SpamShouting}},
		{"Order now, fr\u0435e shipping for everybody here", []string{SpamSelling, SpamDisguise}},
	} {
		got, err := w.Spam(t.Context(), w.db, Draft{By: w.Ben, Source: test.text})
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(got)
		want := slices.Sorted(slices.Values(test.want))
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", test.text, got, want)
		}
	}
	got, err := w.Spam(t.Context(), w.db, Draft{By: w.Ann, Source: "Click here: https://example.net/x"})
	if err != nil || got[len(got)-1] != SpamNew {
		t.Errorf("a newcomer's: %v, %v", got, err)
	}
}

// What moderators decide teaches, what they undo is forgotten, and nothing is said
// before there is enough to go by. What is learnt holds nothing.
func TestLearning(t *testing.T) {
	w := newTown(t)
	teach := func(how func(tx *db.Tx) error) {
		t.Helper()
		if err := w.db.Tx(t.Context(), how); err != nil {
			t.Fatal(err)
		}
	}
	spam, kind := "Our mushroom powder number %d melts tumours in a week, ask me privately today", "The nurse gave me ginger tea number %d and it settled my stomach after the drip"
	learnt := func() bool {
		t.Helper()
		why, err := w.Spam(t.Context(), w.db, Draft{By: w.Ben, Source: fmt.Sprintf(spam, 99)})
		if err != nil {
			t.Fatal(err)
		}
		return slices.Contains(why, SpamLearnt)
	}
	for i := range leastTaught {
		if learnt() {
			t.Fatalf("it speaks after %d", i)
		}
		teach(func(tx *db.Tx) error { return w.Learn(t.Context(), tx, fmt.Sprintf(spam, i), true) })
		teach(func(tx *db.Tx) error { return w.Learn(t.Context(), tx, fmt.Sprintf(kind, i), false) })
	}
	if !learnt() {
		t.Error("it does not speak")
	}
	if why, err := w.Spam(t.Context(), w.db, Draft{By: w.Ben, Source: fmt.Sprintf(kind, 99)}); err != nil || len(why) > 0 {
		t.Errorf("of a kind text it says %v, %v", why, err)
	}
	if got := w.look(t, Draft{By: w.Ann, Source: fmt.Sprintf(spam, 99)}); len(got.Hold) > 0 {
		t.Errorf("what is learnt holds: %v", got.Hold)
	}
	teach(func(tx *db.Tx) error { return w.Unlearn(t.Context(), tx, fmt.Sprintf(spam, 0), true) })
	if learnt() {
		t.Error("an undone decision still teaches")
	}
	if n, err := db.One(t.Context(), w.db, db.Value[int64], `SELECT COUNT(*) FROM spam_token WHERE spam < 0 OR ham < 0`); err != nil || n > 0 {
		t.Errorf("%d counts below nothing, %v", n, err)
	}
}

func TestEvaluate(t *testing.T) {
	var file strings.Builder
	for i := range 100 {
		fmt.Fprintf(&file, `{"text": "Buy now at https://example.com/%d", "label": 1}`+"\n"+`{"text": "It is number %d of the drips", "label": 0}`+"\n", i, i)
		fmt.Fprintf(&file, `{"text": "It is number %d of the drips", "label": 0}`+"\n"+`{"text": "Buy now at https://example.com/%d", "label": 1}`+"\n", i, i)
	}
	table, err := Evaluate(strings.NewReader(file.String()))
	if err != nil || !strings.Contains(table, "400 texts, 200 taught, 200 judged") || strings.Count(table, "1.000 (0.963–1.000)") != 8 {
		t.Errorf("%v\n%s", err, table)
	}
	if _, err := Evaluate(strings.NewReader("{")); err == nil {
		t.Error("half a line was taken")
	}
}
