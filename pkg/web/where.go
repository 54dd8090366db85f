package web

import (
	"slices"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/forum"
)

// wherePage asks three questions and names the boards that fit. It works without an
// account, and nothing of the answers is kept.
type wherePage struct {
	frame
	Questions []readingSetting
	Boards    []boardRow
}

var whereView = newPage[wherePage]("where.html")

// A question of 'where should I post?', and what may be answered. Each answer
// points to boards by their names in addresses: those of a first start, in the
// order in which they fit. A board that the operator took away is passed over.
type question struct {
	name    string
	answers []answer
}

type answer struct {
	name   string
	boards []string
}

var questions = []question{
	{"who", []answer{
		{"me", nil},
		{"someone", []string{"looking-after-someone"}},
		{"died", []string{"after-someone-dies"}},
	}},
	{"about", []answer{
		{"news", []string{"just-diagnosed", "telling-people"}},
		{"treatment", []string{"chemotherapy", "radiotherapy", "surgery-and-healing"}},
		{"body", []string{"side-effects"}},
		{"tests", []string{"scans-and-waiting"}},
		{"feelings", []string{"how-you-are-feeling"}},
		{"people", []string{"telling-people", "looking-after-someone"}},
		{"money", []string{"work-and-money"}},
		{"cannot_be_cured", []string{"living-with-cancer-that-cant-be-cured"}},
	}},
	{"need", []answer{
		{"hello", []string{"introductions"}},
		{"ask", nil},
		{"tell", []string{"stories", "how-you-are-feeling"}},
	}},
}

// mostBoards is how many boards are suggested: more would be no answer.
const mostBoards = 4

func (s *Server) whereToPost(c *gin.Context) error {
	boards, err := s.Forum.Boards(c.Request.Context(), viewer(c))
	if err != nil {
		return err
	}
	f := s.frame(c)
	f = s.frame(c, f.T("where.title"))
	page := wherePage{frame: f}
	var fitting []string
	for _, q := range questions {
		asked := readingSetting{Name: q.name, Title: f.T("where." + q.name)}
		for _, a := range q.answers {
			chosen := c.Query(q.name) == a.name
			asked.Options = append(asked.Options, readingOption{Value: a.name, Title: f.T("where." + q.name + "." + a.name), Chosen: chosen})
			if chosen {
				fitting = append(fitting, a.boards...)
			}
		}
		page.Questions = append(page.Questions, asked)
	}
	page.Boards = f.suggested(boards, fitting)
	return whereView.show(c, page)
}

// suggested are the boards called slugs that still take threads, best first.
func (f frame) suggested(boards []forum.BoardAt, slugs []string) []boardRow {
	var rows []boardRow
	for i, slug := range slugs {
		if slices.Contains(slugs[:i], slug) || len(rows) == mostBoards {
			continue
		}
		for _, b := range boards {
			if b.Slug == slug && !b.Archived() {
				rows = append(rows, f.boardRow(b))
			}
		}
	}
	return rows
}
