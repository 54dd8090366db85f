package intake

import (
	"fmt"
	"strings"
	"testing"
)

// story returns the lines of a file, one for "id>parent@minute".
func story(posts ...string) string {
	var b strings.Builder
	for _, p := range posts {
		id, at, _ := strings.Cut(p, "@")
		id, parent, _ := strings.Cut(id, ">")
		fmt.Fprintf(&b, `{"thread_id":"t","post_id":%q,"parent_id":%q,"created":"2020-01-01T10:%s:00Z","body":"words"}`+"\n", id, parent, at)
	}
	return b.String()
}

func TestInOrder(t *testing.T) {
	plain, err := ParseMap(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		posts []string
		want  string // id>what it answers, in order
	}{
		{"as it was written", []string{"a@01", "b>a@02", "c>b@03"}, "a b>a c>b"},
		{"upside down", []string{"c>b@03", "b>a@02", "a@01"}, "a b>a c>b"},
		{"a reply older than what it answers", []string{"a@01", "b>c@02", "c>a@03"}, "a c>a b>c"},
		{"a parent from elsewhere", []string{"a@01", "b>zz@02"}, "a b>a"},
		{"nobody began", []string{"b>zz@02", "c>b@03"}, "b c>b"},
		{"a circle", []string{"a@01", "b>c@02", "c>b@03"}, "a b>a c>b"},
		{"all in a circle", []string{"b>c@02", "c>b@03"}, "b c>b"},
		{"answers itself", []string{"a@01", "b>b@02"}, "a b>a"},
		{"told twice", []string{"a@01", "b>a@02", "b>a@03"}, "a b>a"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var refused []Refusal
			refuse := func(r Refusal) { refused = append(refused, r) }
			lines, err := readLines(strings.NewReader(story(test.posts...)), plain, refuse)
			if err != nil {
				t.Fatal(err)
			}
			threads := threadsOf(lines, refuse)
			var got []string
			for i, l := range threads[0].lines {
				if i == 0 {
					got = append(got, l.post)
				} else {
					got = append(got, l.post+">"+threads[0].lines[l.answers].post)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("%v, want %s", got, test.want)
			}
			if len(refused)+len(got) != len(test.posts) {
				t.Errorf("%d lines, %d taken and %v refused", len(test.posts), len(got), refused)
			}
		})
	}
}

func TestLinesThatAreNotTaken(t *testing.T) {
	m, err := ParseMap([]string{"author=who", "board:tech=introductions", "board:*=stories"})
	if err != nil {
		t.Fatal(err)
	}
	for line, why := range map[string]string{
		`not json`: "JSON",
		`[1]`:      "JSON",
		`{"post_id":"1","created":"2020-01-01","body":"x"}`:                       "thread_id",
		`{"thread_id":"t","created":"2020-01-01","body":"x"}`:                     "post_id",
		`{"thread_id":"t","post_id":"1","body":"x"}`:                              "no created",
		`{"thread_id":"t","post_id":"1","created":"last tuesday","body":"x"}`:     "cannot be read",
		`{"thread_id":"t","post_id":"1","created":"2020-01-01","body":" \n "}`:    "empty",
		`{"thread_id":1,"post_id":2,"created":1577836800,"body":"x","who":"ann"}`: "",
	} {
		var refused []Refusal
		lines, err := readLines(strings.NewReader(line), m, func(r Refusal) { refused = append(refused, r) })
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case why == "" && (len(lines) != 1 || lines[0].author != "ann" || lines[0].thread != "1"):
			t.Errorf("%s: read as %+v, %v", line, lines, refused)
		case why != "" && (len(refused) != 1 || !strings.Contains(refused[0].Why, why)):
			t.Errorf("%s: %v, want the reason to say %q", line, refused, why)
		}
	}
	if m.board("tech") != "introductions" || m.board("other") != "stories" {
		t.Error("the map of boards is not kept to")
	}
	for _, entry := range []string{"nonsense", "=x", "nobody=x"} {
		if _, err := ParseMap([]string{entry}); err == nil {
			t.Errorf("%q was taken for a map", entry)
		}
	}
}
