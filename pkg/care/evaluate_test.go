package care

import (
	"bytes"
	"compress/gzip"
	"os"
	"strings"
	"testing"
)

// marked are invented texts in the form that Evaluate reads.
const marked = `{"id": "1", "text": "Señora, ring 07700 900123", "label": [["PHONE_NUMBER", 13, 25]]}
{"id": "2", "text": "My name is Ada Winterbourne. Tobias sends love.", "label": [["PERSON", 11, 27], ["PERSON", 29, 35]]}
{"id": "3", "text": "On 12/03/2021, not in 2021, Dr Castellan", "label": [["DATE_TIME", 3, 13], ["DATE_TIME", 22, 26]]}
{"id": "4", "text": "The address is far away", "label": [["STREET_ADDRESS", 15, 23], ["STREET_ADDRESS", 90, 99]]}
{"id": "5", "text": "nothing at all", "label": []}
`

func TestEvaluate(t *testing.T) {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	w.Write([]byte(marked))
	w.Close()
	for name, in := range map[string]*bytes.Buffer{"plain": bytes.NewBufferString(marked), "gzip": &zipped} {
		table, err := Evaluate(in, Whole)
		if err != nil {
			t.Fatal(name, err)
		}
		found, of := table.Recall()
		right, said := table.Precision()
		if found != 3 || of != 4 || right != 3 || said != 4 || table.Texts != 5 || table.Flagged != 3 {
			t.Errorf("%s: %d of %d found, %d of %d right\n%s", name, found, of, right, said, table)
		}
		for _, want := range []string{"PHONE_NUMBER", "1 of 1", "all of these", "3 of 4", "75%", "do not promise", "0 of 1"} {
			if !strings.Contains(table.String(), want) {
				t.Errorf("the table lacks %q:\n%s", want, table)
			}
		}
	}
	if _, err := Evaluate(strings.NewReader("{"), Whole); err == nil {
		t.Error("half a line is taken")
	}
}

func TestHalvesShareNothing(t *testing.T) {
	texts := 0
	for _, half := range []Half{Tuned, Judged} {
		table, err := Evaluate(strings.NewReader(marked), half)
		if err != nil {
			t.Fatal(err)
		}
		texts += table.Texts
	}
	if texts != 5 {
		t.Errorf("the halves hold %d of 5 texts", texts)
	}
}

// TestEveryKindHasWords looks for a name and a safer wording of every kind in
// every language that care has.
func TestEveryKindHasWords(t *testing.T) {
	for _, file := range []string{"en.toml", "es.toml"} {
		catalogue, err := os.ReadFile("../words/" + file)
		if err != nil {
			t.Fatal(err)
		}
		has := func(key string) {
			if !bytes.Contains(catalogue, []byte(`"`+key+`" = "`)) {
				t.Errorf("%s lacks %s", file, key)
			}
		}
		for _, kind := range Kinds {
			has(kind.Key())
			if kind != Age {
				has("care.safer." + string(kind))
			}
		}
		has("care.safer.nurse")
		for decade := '1'; decade <= '9'; decade++ {
			has("care.safer.age_" + string(decade) + "0")
		}
	}
}
