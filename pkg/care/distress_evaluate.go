package care

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
)

// Judgement is one labelled text and what [Distress] read in it.
type Judgement struct {
	Text  string
	Label Class // by a person
	Sign  Sign
}

// Missed tells whether a case was due and none was raised.
func (j Judgement) Missed() bool { return (Sign{Class: j.Label}).Case() && !j.Sign.Case() }

// Wrong tells whether a case was raised and none was due.
func (j Judgement) Wrong() bool { return j.Sign.Case() && !(Sign{Class: j.Label}).Case() }

// Trial is what [EvaluateDistress] measured.
type Trial []Judgement

// EvaluateDistress reads labelled texts and judges each. They are lines of JSON as
// {"text", "label"}, a text without a known label counting as ordinary, or CSV with
// a first line that names the columns text and label; gzip where need be. The
// labels are none, talk, wish, plan and aimed. Which half a text belongs to follows
// from its words.
func EvaluateDistress(r io.Reader, half Half) (Trial, error) {
	in := bufio.NewReader(r)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("unzip the labelled texts: %w", err)
		}
		in = bufio.NewReader(unzipped)
	}
	next := csvLines(in)
	if first, _ := in.Peek(1); string(first) == "{" {
		next = jsonLines(in)
	}
	var trial Trial
	for {
		text, label, err := next()
		if errors.Is(err, io.EOF) {
			return trial, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read labelled text %d: %w", len(trial)+1, err)
		}
		if half == Whole || halfOf(text) == half {
			trial = append(trial, Judgement{text, label, Distress(text)})
		}
	}
}

func jsonLines(in io.Reader) func() (string, Class, error) {
	lines := json.NewDecoder(in)
	return func() (string, Class, error) {
		var line struct {
			Text  string
			Label any // another file's labels are numbers
		}
		err := lines.Decode(&line)
		label, _ := line.Label.(string)
		if !slices.Contains(Classes, Class(label)) {
			label = ""
		}
		return line.Text, Class(label), err
	}
}

func csvLines(in io.Reader) func() (string, Class, error) {
	lines := csv.NewReader(in)
	lines.FieldsPerRecord = -1
	text, label := -1, -1
	return func() (string, Class, error) {
		for text < 0 {
			head, err := lines.Read()
			if err != nil {
				return "", "", err
			}
			text, label = slices.Index(head, "text"), slices.Index(head, "label")
			if text < 0 || label < 0 {
				return "", "", errors.New("the first line does not name text and label")
			}
		}
		fields, err := lines.Read()
		if err != nil {
			return "", "", err
		}
		if len(fields) <= max(text, label) {
			return "", "", errors.New("a line has too few columns")
		}
		class := Class(strings.TrimSpace(fields[label]))
		if class == "none" {
			class = NoSign
		}
		if !slices.Contains(Classes, class) {
			return "", "", fmt.Errorf("no label is named %q", class)
		}
		return fields[text], class, nil
	}
}

// Share is how many of how many.
type Share struct{ Part, Of int }

// Interval returns Wilson's 95 % interval of s, for small numbers and rare things:
// E. B. Wilson, Probable inference, JASA 22 (1927).
func (s Share) Interval() (low, high float64) {
	if s.Of == 0 {
		return 0, 1
	}
	const z = 1.959964
	n, p := float64(s.Of), float64(s.Part)/float64(s.Of)
	middle, width := p+z*z/(2*n), z*math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (middle-width)/(1+z*z/n)), min(1, (middle+width)/(1+z*z/n))
}

// String writes s with its interval: “17 of 20, 85.0 % (64.0–94.8)”.
func (s Share) String() string {
	if s.Of == 0 {
		return "0 of 0"
	}
	low, high := s.Interval()
	return fmt.Sprintf("%d of %d, %.1f %% (%.1f–%.1f)", s.Part, s.Of, 100*float64(s.Part)/float64(s.Of), 100*low, 100*high)
}

// Share counts, of the judgements that of takes, those that part takes.
func (t Trial) Share(of, part func(Judgement) bool) (s Share) {
	for _, j := range t {
		if of(j) {
			s.Of++
			if part(j) {
				s.Part++
			}
		}
	}
	return s
}

func due(j Judgement) bool      { return (Sign{Class: j.Label}).Case() }
func dueNow(j Judgement) bool   { return j.Label == Plan }
func ordinary(j Judgement) bool { return j.Label == NoSign || j.Label == Talk }
func raised(j Judgement) bool   { return j.Sign.Case() }
func urgent(j Judgement) bool   { return j.Sign.Urgent() }
func carded(j Judgement) bool   { return j.Sign.Card }

// Recall is how many of the wishes and plans became a case.
func (t Trial) Recall() Share { return t.Share(due, raised) }

// Urgent is how many of the plans called the moderators.
func (t Trial) Urgent() Share { return t.Share(dueNow, urgent) }

// Precision is how many of the cases were due.
func (t Trial) Precision() Share { return t.Share(raised, due) }

// Cases is how many ordinary texts became a case.
func (t Trial) Cases() Share { return t.Share(ordinary, raised) }

// Cards is how many ordinary texts brought their author the card.
func (t Trial) Cards() Share { return t.Share(ordinary, carded) }

// String writes the figures for a terminal, without any of the texts.
func (t Trial) String() string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	name := func(c Class) string {
		if c == NoSign {
			return "none"
		}
		return string(c)
	}
	fmt.Fprintf(w, "%d texts\n", len(t))
	for _, row := range []struct {
		what string
		is   Share
	}{
		{"wishes and plans that became a case", t.Recall()},
		{"plans that called the moderators", t.Urgent()},
		{"cases that were due", t.Precision()},
		{"ordinary texts that became a case", t.Cases()},
		{"ordinary texts with the card", t.Cards()},
	} {
		fmt.Fprintf(w, "  %s\t%s\n", row.what, row.is)
	}
	fmt.Fprint(w, "\nlabelled, and read as")
	for _, c := range Classes {
		fmt.Fprintf(w, "\t%s", name(c))
	}
	fmt.Fprint(w, "\tall\n")
	for _, label := range Classes {
		labelled := func(j Judgement) bool { return j.Label == label }
		fmt.Fprintf(w, "  %s", name(label))
		for _, c := range Classes {
			fmt.Fprintf(w, "\t%d", t.Share(labelled, func(j Judgement) bool { return j.Sign.Class == c }).Part)
		}
		fmt.Fprintf(w, "\t%d\n", t.Share(labelled, labelled).Of)
	}
	w.Flush()
	return out.String()
}
