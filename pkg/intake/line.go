// Package intake takes in conversations that were written elsewhere: one post a
// line, as JSON. Their words are sanitised like any post's, their nesting and
// their times are kept, and a line that cannot be taken is listed with the reason.
// Taking the same file in again adds nothing.
package intake

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/kindword/kindword/pkg/text"
)

// maxLine is the longest line that is read, in bytes: the longest body, escaped
// as JSON escapes it, and room for the rest.
const maxLine = 8 << 20

// fields are the names that a line's values go by unless a map gives others.
var fields = []string{"thread_id", "post_id", "parent_id", "author", "created", "title", "body", "board", "source"}

// A Map gives other names for the fields, and a board for each category. Its
// entries are "author=author_pseudonym", "board:tech=introductions", and
// "board:*=introductions" for whatever else there is.
type Map struct {
	names  map[string]string // field → the file's own name for it
	boards map[string]string // the file's board → our slug
}

// ParseMap reads the entries of a map.
func ParseMap(entries []string) (Map, error) {
	m := Map{names: map[string]string{}, boards: map[string]string{}}
	for _, name := range fields {
		m.names[name] = name
	}
	for _, entry := range entries {
		name, means, ok := strings.Cut(entry, "=")
		if !ok || name == "" || means == "" {
			return Map{}, fmt.Errorf("%q is not NAME=VALUE", entry)
		}
		if theirs, ok := strings.CutPrefix(name, "board:"); ok {
			m.boards[theirs] = means
			continue
		}
		if m.names[name] == "" {
			return Map{}, fmt.Errorf("there is no field called %q; there are %s", name, strings.Join(fields, ", "))
		}
		m.names[name] = means
	}
	return m, nil
}

// board returns the slug of the board that a thread of theirs belongs on.
func (m Map) board(theirs string) string {
	if slug, ok := m.boards[theirs]; ok {
		return slug
	}
	if slug, ok := m.boards["*"]; ok {
		return slug
	}
	return theirs
}

// line is one post as the file has it.
type line struct {
	number                                      int
	source, thread, post, parent, author, board string
	title, body                                 string
	at                                          time.Time
}

// A Refusal is a line that was not taken, and why.
type Refusal struct {
	Line int
	Why  string
}

// String names the line and the reason, and none of its words.
func (r Refusal) String() string { return fmt.Sprintf("line %d: %s", r.Line, r.Why) }

// readLines reads every line of in, and hands those it cannot read to refuse.
func readLines(in io.Reader, m Map, refuse func(Refusal)) ([]line, error) {
	scanner := bufio.NewScanner(in)
	scanner.Buffer(make([]byte, 1<<16), maxLine)
	var lines []line
	n := 0
	for scanner.Scan() {
		n++
		if len(strings.TrimSpace(scanner.Text())) == 0 {
			continue
		}
		l, err := readLine(scanner.Bytes(), m)
		if err != nil {
			refuse(Refusal{n, err.Error()})
			continue
		}
		l.number = n
		lines = append(lines, l)
	}
	if err := scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("line %d is longer than %d MB; nothing was taken", n+1, maxLine>>20)
	} else if err != nil {
		return nil, fmt.Errorf("read after line %d: %w", n, err)
	}
	return lines, nil
}

func readLine(raw []byte, m Map) (line, error) {
	var values map[string]any
	if err := json.Unmarshal(raw, &values); err != nil {
		return line{}, errors.New("it is not a JSON object")
	}
	get := func(field string) string {
		switch v := values[m.names[field]].(type) {
		case string:
			return text.Clean(v)
		case float64:
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		return ""
	}
	l := line{
		source: get("source"), thread: get("thread_id"), post: get("post_id"), parent: get("parent_id"),
		author: get("author"), board: get("board"), title: text.CleanTitle(get("title")), body: get("body"),
	}
	at, err := readTime(get("created"))
	switch {
	case l.thread == "":
		return line{}, errors.New("it has no thread_id")
	case l.post == "":
		return line{}, errors.New("it has no post_id")
	case err != nil:
		return line{}, err
	case strings.TrimSpace(l.body) == "":
		return line{}, errors.New("its body is empty")
	case len(l.body) > text.MaxLongBytes:
		return line{}, fmt.Errorf("its body is longer than %d KB", text.MaxLongBytes>>10)
	}
	l.at = at
	return l, nil
}

// readTime reads RFC 3339, a date and time without a zone, or seconds since 1970.
func readTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, errors.New("it has no created time")
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02"} {
		if at, err := time.Parse(layout, s); err == nil {
			return at.UTC(), nil
		}
	}
	if seconds, err := strconv.ParseFloat(s, 64); err == nil && seconds > 0 && seconds < 1e11 {
		return time.UnixMilli(int64(seconds * 1000)).UTC(), nil
	}
	return time.Time{}, errors.New("its created time cannot be read; write it as 2026-11-03T21:10:00Z")
}
