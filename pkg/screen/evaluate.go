package screen

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
)

// Evaluate reads labelled texts, one JSON object a line with text and label (1 is
// spam), gzipped or not, and returns a table: how well the rules find spam, and how
// well the learner does that was taught the first, third, fifth … of the texts. Both
// are judged on the others.
func Evaluate(from io.Reader) (string, error) {
	texts, err := readLabelled(from)
	if err != nil {
		return "", err
	}
	s := &Screen{printKey: make([]byte, 32)}
	counts := map[string]taught{}
	for i := 0; i < len(texts); i += 2 {
		for _, t := range append(s.tokens(texts[i].Text), allTexts) {
			c := counts[t]
			if texts[i].spam() {
				c.spam++
			} else {
				c.ham++
			}
			counts[t] = c
		}
	}
	var rules, learner, either, both tally
	for i := 1; i < len(texts); i += 2 {
		t := texts[i]
		byRules := len(signsOfSpam(s, t.Text)) >= enoughSigns
		byLearner := logOdds(s.tokens(t.Text), counts) >= sureOf
		rules.add(t.spam(), byRules)
		learner.add(t.spam(), byLearner)
		either.add(t.spam(), byRules || byLearner)
		both.add(t.spam(), byRules && byLearner)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%d texts, %d taught, %d judged\n%-22s %-26s %-26s %s\n", len(texts), (len(texts)+1)/2, len(texts)/2, "", "precision (95%)", "recall (95%)", "false alarms (95%)")
	for _, row := range []struct {
		name string
		t    tally
	}{{"rules", rules}, {"learner", learner}, {"rules or learner", either}, {"rules and learner", both}} {
		fmt.Fprintf(&out, "%-22s %-26s %-26s %s\n", row.name, share(row.t.hit, row.t.hit+row.t.alarm), share(row.t.hit, row.t.hit+row.t.missed), share(row.t.alarm, row.t.alarm+row.t.passed))
	}
	return out.String(), nil
}

type labelled struct {
	Text  string `json:"text"`
	Label any    `json:"label"`
}

func (l labelled) spam() bool { return fmt.Sprint(l.Label) == "1" || l.Label == "spam" }

func readLabelled(from io.Reader) (all []labelled, err error) {
	r := bufio.NewReader(from)
	if magic, _ := r.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, err
		}
		r = bufio.NewReader(z)
	}
	for d := json.NewDecoder(r); ; {
		var l labelled
		switch err := d.Decode(&l); {
		case err == io.EOF:
			return all, nil
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", len(all)+1, err)
		}
		all = append(all, l)
	}
}

// tally counts what was said of texts and what they were.
type tally struct{ hit, missed, alarm, passed int }

func (t *tally) add(spam, said bool) {
	switch {
	case spam && said:
		t.hit++
	case spam:
		t.missed++
	case said:
		t.alarm++
	default:
		t.passed++
	}
}

// share writes n of all with Wilson's interval.
func share(n, all int) string {
	if all == 0 {
		return "-"
	}
	const z = 1.96
	p, m := float64(n)/float64(all), float64(all)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z * math.Sqrt(p*(1-p)/m+z*z/(4*m*m)) / (1 + z*z/m)
	return fmt.Sprintf("%.3f (%.3f–%.3f)", p, max(mid-half, 0), min(mid+half, 1))
}
