package web

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/moderation"
)

// numbersPage is how the last weeks went, made of times alone. There are no
// numbers of members.
type numbersPage struct {
	frame
	Rows   []measure
	Oldest []waiting
	Loads  []load
	Weeks  string // how many the pictures show, in words
}

// A measure is one line of the table: this week, the one before, and a small
// picture of all of them, the oldest first.
type measure struct {
	Title, Now, Before string
	Bars               []bar
	Told               string // the picture in words
}

// A bar of a picture that is 96 wide and 24 high.
type bar struct{ X, Y, Height int }

type waiting struct{ Title, Words string }

type load struct{ Who, Decisions string }

var numbersView = newPage[numbersPage]("desk_numbers.html")

// The size of a picture, in its own units.
const (
	pictureHeight = 24
	barStep       = 12
)

func (s *Server) readNumbers(c *gin.Context) error {
	n, err := s.Desk.Numbers(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	page := numbersPage{frame: s.deskFrame(c, "desk", s.frame(c).T("numbers.title"))}
	page.Weeks = page.N("numbers.weeks", len(n.Weeks))
	for _, m := range measures {
		page.Rows = append(page.Rows, page.measure(m, n.Weeks))
	}
	for _, q := range moderation.Queues {
		words := page.T("numbers.nothing")
		if d, some := n.Oldest[q]; some {
			words = page.Lasts(d)
		}
		page.Oldest = append(page.Oldest, waiting{page.T("numbers.in." + string(q)), words})
	}
	for _, l := range n.Loads {
		page.Loads = append(page.Loads, load{l.Name.Shown, page.N("numbers.decisions_n", l.Decisions)})
	}
	return numbersView.show(c, page)
}

// measured is one thing that is measured: its key, and what it was in a week. A
// share has a whole, and a time is a number of minutes.
type measured struct {
	key   string
	part  func(moderation.Week) int
	whole func(moderation.Week) int
	time  func(moderation.Week) time.Duration
}

var measures = []measured{
	{key: "opened", part: func(w moderation.Week) int { return w.Opened }},
	{key: "soon", part: func(w moderation.Week) int { return w.Soon }, whole: func(w moderation.Week) int { return w.Opened }},
	{key: "first_reply", time: func(w moderation.Week) time.Duration { return w.FirstReply }},
	{key: "cases", part: func(w moderation.Week) int { return w.Cases }},
	{key: "first_look", time: func(w moderation.Week) time.Duration { return w.FirstLook }},
	{key: "decided", time: func(w moderation.Week) time.Duration { return w.Decided }},
	{key: "undone", part: func(w moderation.Week) int { return w.Undone }, whole: func(w moderation.Week) int { return w.Decisions }},
	{key: "granted", part: func(w moderation.Week) int { return w.Granted }, whole: func(w moderation.Week) int { return w.Decisions }},
}

// size is m in a week, for its picture.
func (m measured) size(w moderation.Week) float64 {
	switch {
	case m.time != nil:
		return m.time(w).Minutes()
	case m.whole != nil && m.whole(w) == 0:
		return 0
	case m.whole != nil:
		return float64(m.part(w)) / float64(m.whole(w))
	}
	return float64(m.part(w))
}

// say is m in a week, in words.
func (f frame) say(m measured, w moderation.Week) string {
	switch {
	case m.time != nil && m.time(w) == 0, m.whole != nil && m.whole(w) == 0:
		return f.T("numbers.nothing")
	case m.time != nil:
		return f.Lasts(m.time(w))
	case m.whole != nil:
		return f.T("numbers.of", "Part", m.part(w), "Whole", m.whole(w))
	}
	return strconv.Itoa(m.part(w))
}

func (f frame) measure(m measured, weeks []moderation.Week) measure {
	row := measure{Title: f.T("numbers." + m.key), Now: f.say(m, weeks[0]), Before: f.say(m, weeks[1])}
	var most float64
	for _, w := range weeks {
		most = max(most, m.size(w))
	}
	var told []string
	for i := range weeks {
		w := weeks[len(weeks)-1-i] // the oldest first
		told = append(told, f.say(m, w))
		if most == 0 {
			continue
		}
		height := int(m.size(w)/most*(pictureHeight-1)) + 1
		row.Bars = append(row.Bars, bar{X: i * barStep, Y: pictureHeight - height, Height: height})
	}
	row.Told = f.T("numbers.picture", "Values", f.List(told))
	return row
}

// numbersFile is the same as comma-separated values, a line a week, with times in
// minutes (RFC 4180).
func (s *Server) numbersFile(c *gin.Context) error {
	n, err := s.Desk.Numbers(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	file := csv.NewWriter(&out)
	head := []string{"week_begins", "decisions"}
	for _, m := range measures {
		if m.time != nil {
			head = append(head, m.key+"_minutes")
			continue
		}
		head = append(head, m.key)
	}
	file.Write(head)
	for _, w := range n.Weeks {
		line := []string{w.Begins.UTC().Format(time.DateOnly), strconv.Itoa(w.Decisions)}
		for _, m := range measures {
			if m.time != nil {
				line = append(line, strconv.Itoa(int(m.time(w).Minutes())))
				continue
			}
			line = append(line, strconv.Itoa(m.part(w)))
		}
		file.Write(line)
	}
	file.Flush() // into memory, which does not fail
	c.Header("Content-Disposition", `attachment; filename="kindword-numbers.csv"`)
	c.Data(200, "text/csv; charset=utf-8", out.Bytes())
	return nil
}
