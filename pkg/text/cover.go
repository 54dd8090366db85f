package text

import (
	"bytes"
	"cmp"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Cover is a passage of a source that others do not see yet, and why: "means",
// "contact" or "link". Of a link, only that one can follow it is covered.
type Cover struct {
	From int    `json:"from"` // in bytes
	To   int    `json:"to"`
	Why  string `json:"why"`
}

// Covers are the covers of one source. They are kept as JSON.
type Covers []Cover

// CoverLink is why a passage is covered that is shown, and leads nowhere.
const CoverLink = "link"

// of returns the covers as they can be laid on source: in order, none over another.
func (c Covers) of(source string) Covers {
	c = slices.SortedFunc(slices.Values(c), func(a, b Cover) int { return cmp.Compare(a.From, b.From) })
	laid, end := c[:0], 0
	for _, one := range c {
		one.From, one.To = max(one.From, end), min(one.To, len(source))
		if one.From < one.To {
			laid, end = append(laid, one), one.To
		}
	}
	return laid
}

// coverMark stands in a source that is being rendered where a passage was. Like a
// name's, it cannot come to stand in an attribute: none that we write holds a brace.
var coverMark = regexp.MustCompile(`\{kw:([0-9]{1,4})\}`)

// RenderCovered is [RenderLong] for a source whose covered passages others do not
// see: where one was, [Living] says why. Source is a clean one, as it is kept.
func RenderCovered(source string, covers Covers) (HTML, error) {
	covers = covers.of(source)
	if len(covers) == 0 {
		return RenderLong(source)
	}
	var out strings.Builder
	at := 0
	for i, c := range covers {
		out.WriteString(coverMark.ReplaceAllString(source[at:c.From], "{ kw:$1}")) // nobody types a mark
		out.WriteString("{kw:" + strconv.Itoa(i) + "}")
		at = c.To
	}
	out.WriteString(coverMark.ReplaceAllString(source[at:], "{ kw:$1}"))
	h, err := RenderLong(out.String())
	if err != nil {
		return HTML{}, err
	}
	h.safe = coverMark.ReplaceAllStringFunc(h.safe, func(mark string) string {
		i, _ := strconv.Atoi(mark[4 : len(mark)-1])
		switch {
		case i >= len(covers):
			return ""
		case covers[i].Why == CoverLink:
			return html.EscapeString(source[covers[i].From:covers[i].To])
		}
		return holderOf("cover", covers[i].Why)
	})
	return h, nil
}

// RedactedMark stands in a source where a passage was taken out for good. On a page
// it is said in the reader's language: [Living.Cover] is asked for [CoverRedacted].
const (
	RedactedMark  = "[detail removed for privacy]"
	CoverRedacted = "redacted"
)

// holdRedacted keeps a place for what is said of passages that were taken out.
func holdRedacted(html string) string {
	return strings.ReplaceAll(html, RedactedMark, holderOf("cover", CoverRedacted))
}

// Under returns source with as many bytes, and nothing of what is covered.
func (c Covers) Under(source string) string {
	out := []byte(source)
	for _, one := range c.of(source) {
		if one.Why == CoverLink {
			continue
		}
		gap := bytes.Repeat([]byte{' '}, one.To-one.From)
		copy(gap, "…"[:min(len("…"), len(gap)/len("…")*len("…"))])
		copy(out[one.From:], gap)
	}
	return string(out)
}

// Moved returns the covers as they lie on what was made of a source by putting a
// mark in the place of each of gaps. What lay on a gap lies on its mark.
func (c Covers) Moved(gaps Covers, mark string) (moved Covers) {
	to := func(at int, end bool) int {
		shift := 0
		for _, g := range gaps {
			switch {
			case g.To <= at:
				shift += len(mark) - (g.To - g.From)
			case g.From < at && end:
				return g.From + shift + len(mark)
			case g.From < at:
				return g.From + shift
			}
		}
		return at + shift
	}
	for _, one := range c {
		moved = append(moved, Cover{to(one.From, false), to(one.To, true), one.Why})
	}
	return moved
}

// Value keeps the covers in a column; none is "".
func (c Covers) Value() (driver.Value, error) {
	if len(c) == 0 {
		return "", nil
	}
	plain, err := json.Marshal(c)
	return string(plain), err
}

// Scan reads the covers of a column.
func (c *Covers) Scan(from any) error {
	var plain []byte
	switch from := from.(type) {
	case string:
		plain = []byte(from)
	case []byte:
		plain = from
	default:
		return fmt.Errorf("covers are kept as text, not as %T", from)
	}
	*c = nil
	if len(plain) == 0 {
		return nil
	}
	if err := json.Unmarshal(plain, c); err != nil {
		return errors.New("covers cannot be read as JSON")
	}
	return nil
}
