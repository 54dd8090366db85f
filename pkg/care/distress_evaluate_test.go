package care

import (
	"bytes"
	"compress/gzip"
	"math"
	"strings"
	"testing"
)

func TestEvaluateDistress(t *testing.T) {
	const csv = "label,text\nwish,\"I want to die, and\nI mean it\"\nplan,I have put a thing aside\ntalk,I want to die at home\nnone,Hello\naimed,kill yourself\nnone,I don't want to live any more\n"
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	w.Write([]byte(csv))
	w.Close()
	for name, in := range map[string]*bytes.Buffer{"plain": bytes.NewBufferString(csv), "gzip": &zipped} {
		trial, err := EvaluateDistress(in, Whole)
		if err != nil {
			t.Fatal(name, err)
		}
		if trial.Recall() != (Share{1, 2}) || trial.Urgent() != (Share{0, 1}) || trial.Precision() != (Share{1, 2}) || trial.Cases() != (Share{1, 3}) || trial.Cards() != (Share{1, 3}) {
			t.Errorf("%s: %s", name, trial)
		}
		if !trial[1].Missed() || trial[1].Wrong() || !trial[5].Wrong() || trial[5].Missed() {
			t.Errorf("%s: %+v", name, trial)
		}
	}
	lines := `{"id": "1", "text": "I want to die", "label": "4"}` + "\n" + `{"text": "I want to die", "label": "wish"}` + "\n" + `{"text": "fine"}`
	trial, err := EvaluateDistress(strings.NewReader(lines), Whole)
	if err != nil || trial.Cases() != (Share{1, 2}) || trial.Recall() != (Share{1, 1}) {
		t.Errorf("%v\n%s", err, trial)
	}
	for _, bad := range []string{"a,b\n1,2\n", "text,label\nx,sad\n", "text,label\nx\n", "{", "text,label\n\"x"} {
		if _, err := EvaluateDistress(strings.NewReader(bad), Whole); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

func TestHalvesOfTheSetShareNothing(t *testing.T) {
	const csv = "text,label\na,none\nb,none\nc,none\nd,none\ne,none\nf,none\ng,none\nh,none\n"
	texts := 0
	for _, half := range []Half{Tuned, Judged} {
		trial, err := EvaluateDistress(strings.NewReader(csv), half)
		if err != nil {
			t.Fatal(err)
		}
		texts += len(trial)
	}
	if texts != 8 {
		t.Errorf("the halves hold %d of 8 texts", texts)
	}
}

func TestInterval(t *testing.T) {
	for _, c := range []struct {
		share     Share
		low, high float64
	}{{Share{0, 0}, 0, 1}, {Share{0, 10}, 0, 0.278}, {Share{10, 10}, 0.722, 1}, {Share{17, 20}, 0.640, 0.948}} {
		if low, high := c.share.Interval(); math.Abs(low-c.low) > 0.001 || math.Abs(high-c.high) > 0.001 {
			t.Errorf("%v: %.3f to %.3f", c.share, low, high)
		}
	}
}
