package care

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
)

// Half is a part of a marked file. The rules are tuned on one half and judged by
// the other; which half a text belongs to follows from its id.
type Half int

// The parts of a file.
const (
	Whole Half = iota
	Tuned
	Judged
)

// Row is how well one kind of mark is found.
type Row struct {
	Mark     string // as the file calls it
	Promised bool   // whether the check means to find these at all
	Marked   int    // marks in the file
	Found    int    // of them, touched by a detail of a fitting kind
}

// Said is how often one kind of detail is right.
type Said struct {
	Kind  Kind
	Said  int // details of that kind
	Right int // of them, on a mark of a fitting type
}

// Table is what [Evaluate] measured.
type Table struct {
	Texts, Flagged int // texts in all, and those in which anything was said
	Rows           []Row
	Said           []Said
}

// marks tells which details fit a mark. What no detail fits is not promised: a
// first name, a town or a nation alone points to nobody.
var marks = map[string][]Kind{
	"PHONE_NUMBER":           {Phone},
	"EMAIL_ADDRESS":          {Email},
	"STREET_ADDRESS":         {Address, Postcode},
	"ZIP_CODE":               {Postcode, Address},
	"DATE_TIME, in full":     {Date, Birth},
	"CREDIT_CARD":            {Number},
	"IBAN_CODE":              {Number},
	"US_SSN":                 {Number},
	"US_DRIVER_LICENSE":      {Number},
	"IP_ADDRESS":             {Number},
	"PERSON, as “my name”":   {Name, Doctor},
	"PERSON, after a title":  {Name, Doctor},
	"ORGANIZATION, “I work”": {Work, School},
}

// also lists marks that make a detail right though it was not promised there.
var also = map[Kind][]string{
	Name: {"PERSON", "person"}, Doctor: {"PERSON", "person"}, Work: {"ORGANIZATION", "corporation", "group"}, School: {"ORGANIZATION", "corporation", "group", "location", "GPE"},
	Hospital: {"ORGANIZATION", "corporation", "location", "GPE", "group"}, Profile: {"DOMAIN_NAME"}, Date: {"DATE_TIME"}, Birth: {"DATE_TIME"},
	Place: {"GPE", "location"}, Age: {"AGE"}, Address: {"location"},
}

// Evaluate reads texts with marked details, one JSON object a line as
// {"id", "text", "label": [[type, from, to]]} with places counted in characters
// and gzip where need be, and counts what [Details] finds of them and what it
// says without need.
func Evaluate(r io.Reader, half Half) (Table, error) {
	in := bufio.NewReader(r)
	if magic, _ := in.Peek(2); string(magic) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(in)
		if err != nil {
			return Table{}, fmt.Errorf("unzip the marked texts: %w", err)
		}
		in = bufio.NewReader(unzipped)
	}
	rows, said := map[string]*Row{}, map[Kind]*Said{}
	var table Table
	for lines := json.NewDecoder(in); ; {
		var line struct {
			ID    string
			Text  string
			Label [][3]any
		}
		if err := lines.Decode(&line); err == io.EOF {
			break
		} else if err != nil {
			return Table{}, fmt.Errorf("read marked text %d: %w", table.Texts+1, err)
		}
		if half != Whole && halfOf(line.ID) != half {
			continue
		}
		table.Texts++
		found := Details(line.Text)
		if len(found) > 0 {
			table.Flagged++
		}
		count(line.Text, readMarks(line.Text, line.Label), found, rows, said)
	}
	for _, row := range rows {
		table.Rows = append(table.Rows, *row)
	}
	slices.SortFunc(table.Rows, func(a, b Row) int { return strings.Compare(a.Mark, b.Mark) })
	for _, kind := range Kinds {
		if said[kind] != nil {
			table.Said = append(table.Said, *said[kind])
		}
	}
	return table, nil
}

func halfOf(id string) Half {
	h := fnv.New32a()
	io.WriteString(h, id)
	return Tuned + Half(h.Sum32()>>7&1)
}

type mark struct {
	kind string // the file's type, or the part of it that is promised
	file string
	at   span
}

var (
	inFull    = regexp.MustCompile(`[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}|[0-9].*\p{L}{3,}.*[0-9]{4}`)
	introduce = regexp.MustCompile(`(?i)\bname(?:'s| is|:)[ \t]*$`)
	titled    = regexp.MustCompile(`(?i)\b(?:mr|mrs|ms|miss|dr)\.?[ \t]*$`)
	workFor   = regexp.MustCompile(`(?i)\bwork(?:s|ed|ing)? (?:for|at)[ \t]*$`)
)

// readMarks turns places in characters into places in bytes, and tells the marks
// that we promise to find from others of the same type.
func readMarks(text string, labels [][3]any) (found []mark) {
	starts := make([]int, 0, len(text)+1)
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	for _, label := range labels {
		file, _ := label[0].(string)
		from, _ := label[1].(float64)
		to, _ := label[2].(float64)
		if from < 0 || to <= from || int(to) >= len(starts) {
			continue
		}
		m := mark{file: file, kind: file, at: span{starts[int(from)], starts[int(to)]}}
		before, itself := text[:m.at.from], text[m.at.from:m.at.to]
		switch {
		case file == "DATE_TIME" && inFull.MatchString(itself):
			m.kind = "DATE_TIME, in full"
		case file == "PERSON" && introduce.MatchString(before):
			m.kind = "PERSON, as “my name”"
		case file == "PERSON" && titled.MatchString(before):
			m.kind = "PERSON, after a title"
		case file == "ORGANIZATION" && workFor.MatchString(before):
			m.kind = "ORGANIZATION, “I work”"
		}
		found = append(found, m)
	}
	return found
}

func count(text string, marked []mark, found []Detail, rows map[string]*Row, said map[Kind]*Said) {
	touches := func(m mark, d Detail) bool { return d.From < m.at.to && m.at.from < d.To }
	for _, m := range marked {
		row := rows[m.kind]
		if row == nil {
			row = &Row{Mark: m.kind, Promised: marks[m.kind] != nil}
			rows[m.kind] = row
		}
		row.Marked++
		if slices.ContainsFunc(found, func(d Detail) bool {
			return touches(m, d) && (slices.Contains(marks[m.kind], d.Kind) || slices.Contains(also[d.Kind], m.file))
		}) {
			row.Found++
		}
	}
	for _, d := range found {
		if said[d.Kind] == nil {
			said[d.Kind] = &Said{Kind: d.Kind}
		}
		said[d.Kind].Said++
		if slices.ContainsFunc(marked, func(m mark) bool {
			return touches(m, d) && (slices.Contains(marks[m.kind], d.Kind) || slices.Contains(also[d.Kind], m.file))
		}) {
			said[d.Kind].Right++
		}
	}
}

// Recall returns how many of the promised marks were found, of how many.
func (t Table) Recall() (found, of int) {
	for _, row := range t.Rows {
		if row.Promised {
			found, of = found+row.Found, of+row.Marked
		}
	}
	return found, of
}

// Precision returns how many details were right, of how many.
func (t Table) Precision() (right, of int) {
	for _, s := range t.Said {
		right, of = right+s.Right, of+s.Said
	}
	return right, of
}

// String writes t for a terminal.
func (t Table) String() string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	line := func(name string, part, of int) {
		fmt.Fprintf(w, "  %s\t%d of %d\t%s\n", name, part, of, percent(part, of))
	}
	fmt.Fprintf(w, "%d texts, something said in %d\n\nfound, of what we promise to find\n", t.Texts, t.Flagged)
	for _, row := range t.Rows {
		if row.Promised {
			line(row.Mark, row.Found, row.Marked)
		}
	}
	found, of := t.Recall()
	line("all of these", found, of)
	fmt.Fprintf(w, "\nright, of what was said\n")
	for _, s := range t.Said {
		line(string(s.Kind), s.Right, s.Said)
	}
	right, all := t.Precision()
	line("all of these", right, all)
	fmt.Fprintf(w, "\nfound, of what we do not promise to find\n")
	for _, row := range t.Rows {
		if !row.Promised {
			line(row.Mark, row.Found, row.Marked)
		}
	}
	w.Flush()
	return out.String()
}

func percent(part, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f%%", 100*float64(part)/float64(of))
}
