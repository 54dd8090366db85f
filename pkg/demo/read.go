// Package demo is the demonstration community: invented people, in our own words,
// so that whoever runs Kindword for the first time meets a living place.
package demo

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed community/*.txt
var community embed.FS

// thread is a thread as its file tells it. When it was opened, and when each
// reply followed, is counted back from the day the community is made.
type thread struct {
	board, title, by         string
	daysAgo                  int
	clock                    time.Duration // since midnight
	wish, audience           string
	labels                   []string
	locked, pinned           bool
	short, ending, note      string
	thinking, same, thankful int
	body                     string
	replies                  []reply
}

// reply is a reply as its file tells it.
type reply struct {
	answers                  int // the reply it stands under, -1 for the opening post
	by                       string
	after                    time.Duration // after what it answers
	know, link, note         string
	thinking, same, thankful int
	takenBack, changed       bool
	removed                  string // a reason, or ""
	body                     string
}

var (
	replyLine = regexp.MustCompile(`^(>+) ([^|]+?) \| \+(.+)$`)
	delayPart = regexp.MustCompile(`^(\d+)([mhd])$`)
	whenLine  = regexp.MustCompile(`^(\d+)d (\d\d):(\d\d)$`)
)

// readCommunity reads every board's file.
func readCommunity() ([]thread, error) {
	names, err := fs.Glob(community, "community/*.txt")
	if err != nil {
		return nil, err
	}
	var all []thread
	for _, name := range names {
		text, err := fs.ReadFile(community, name)
		if err != nil {
			return nil, err
		}
		board := strings.TrimSuffix(strings.TrimPrefix(name, "community/"), ".txt")
		threads, err := readBoard(board, string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, threads...)
	}
	return all, nil
}

// readBoard reads the threads of one file. Its form is told in
// community/README.md.
func readBoard(board, text string) ([]thread, error) {
	r := reader{board: board}
	for i, line := range strings.Split(text, "\n") {
		if err := r.take(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return r.done()
}

// reader takes a file line by line.
type reader struct {
	board   string
	threads []thread
	header  bool     // between a title and the empty line
	body    []string // of the post being read
	path    []int    // the latest reply at each depth
}

func (r *reader) thread() *thread { return &r.threads[len(r.threads)-1] }

func (r *reader) take(line string) error {
	if title, ok := strings.CutPrefix(line, "=== "); ok {
		r.finish()
		r.threads = append(r.threads, thread{board: r.board, title: strings.TrimSpace(title)})
		r.header, r.path = true, nil
		return nil
	}
	if len(r.threads) == 0 {
		if line == "" || strings.HasPrefix(line, "# ") {
			return nil
		}
		return fmt.Errorf("words before the first thread")
	}
	if r.header {
		if strings.TrimSpace(line) == "" {
			r.header = false
			return nil
		}
		return r.takeHeader(line)
	}
	if m := replyLine.FindStringSubmatch(line); m != nil {
		r.finish()
		return r.takeReply(len(m[1]), strings.TrimSpace(m[2]), m[3])
	}
	r.body = append(r.body, line)
	return nil
}

func (r *reader) finish() {
	if len(r.threads) == 0 {
		return
	}
	body := strings.TrimSpace(strings.ReplaceAll("\n"+strings.Join(r.body, "\n"), "\n\\> ", "\n> "))
	t := r.thread()
	if n := len(t.replies); n > 0 {
		t.replies[n-1].body = body
	} else {
		t.body = body
	}
	r.body = nil
}

func (r *reader) done() ([]thread, error) {
	r.finish()
	for _, t := range r.threads {
		if t.by == "" || t.body == "" {
			return nil, fmt.Errorf("%q has no author or no words", t.title)
		}
		if i := slices.IndexFunc(t.replies, func(p reply) bool { return p.body == "" }); i >= 0 {
			return nil, fmt.Errorf("%q: its reply %d has no words", t.title, i+1)
		}
	}
	return r.threads, nil
}

func (r *reader) takeHeader(line string) error {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return fmt.Errorf("%q is not key: value", line)
	}
	t := r.thread()
	value = strings.TrimSpace(value)
	switch key {
	case "by":
		t.by = value
	case "when":
		m := whenLine.FindStringSubmatch(value)
		if m == nil {
			return fmt.Errorf("when: %q is not like 12d 21:10", value)
		}
		t.daysAgo = number(m[1])
		t.clock = time.Duration(number(m[2]))*time.Hour + time.Duration(number(m[3]))*time.Minute
	case "wish":
		t.wish = value
	case "labels":
		for _, label := range strings.Split(value, ",") {
			t.labels = append(t.labels, strings.TrimSpace(label))
		}
	case "note":
		t.note = value
	case "state":
		t.locked = t.locked || strings.Contains(value, "locked")
		t.pinned = t.pinned || strings.Contains(value, "pinned")
	case "audience":
		t.audience = value
	case "short":
		t.short = value
	case "ending":
		t.ending = value
	case "kind":
		return kindWords(value, &t.thinking, &t.same, &t.thankful)
	default:
		return fmt.Errorf("there is no header called %q", key)
	}
	return nil
}

func (r *reader) takeReply(depth int, by, options string) error {
	if depth > len(r.path)+1 {
		return fmt.Errorf("a reply at depth %d has nothing above it", depth)
	}
	r.path = r.path[:depth-1]
	p := reply{answers: -1, by: by}
	if depth > 1 {
		p.answers = r.path[depth-2]
	}
	parts := strings.Split(options, "|")
	for _, part := range strings.Fields(parts[0]) {
		m := delayPart.FindStringSubmatch(part)
		if m == nil {
			return fmt.Errorf("%q is not a delay such as 2d 4h", parts[0])
		}
		unit := map[string]time.Duration{"m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}[m[2]]
		p.after += time.Duration(number(m[1])) * unit
	}
	for _, option := range parts[1:] {
		if err := p.take(strings.TrimSpace(option)); err != nil {
			return err
		}
	}
	t := r.thread()
	r.path = append(r.path, len(t.replies))
	t.replies = append(t.replies, p)
	return nil
}

func (p *reply) take(option string) error {
	word, rest, _ := strings.Cut(option, " ")
	switch {
	case word == "lived" || word == "cared" || word == "team" || word == "work":
		p.know = word
	case word == "read":
		p.know, p.link = word, strings.TrimSpace(rest)
	case word == "kind:":
		return kindWords(rest, &p.thinking, &p.same, &p.thankful)
	case word == "note:":
		p.note = rest
	case option == "taken back":
		p.takenBack = true
	case word == "removed:":
		p.removed = rest
	case option == "changed":
		p.changed = true
	default:
		return fmt.Errorf("there is no option %q", option)
	}
	return nil
}

func kindWords(value string, thinking, same, thankful *int) error {
	for _, part := range strings.Split(value, ",") {
		kind, n, _ := strings.Cut(strings.TrimSpace(part), " ")
		into := map[string]*int{"thinking": thinking, "same": same, "thanks": thankful}[kind]
		if into == nil {
			return fmt.Errorf("there is no kind word %q", kind)
		}
		*into = number(n)
	}
	return nil
}

// number reads digits that a pattern has found; anything else is nought.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
