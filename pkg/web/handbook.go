package web

import (
	"strconv"

	"github.com/gin-gonic/gin"
)

// The handbook is what a moderator reads before they begin: a guide, and cases to
// practise on that are invented. Nobody keeps what was answered.

// handbookParts and practiceCases count what the catalogue has of each.
const (
	handbookParts = 8
	practiceCases = 5
)

// practiceAnswers are the answers that each case offers, in order.
var practiceAnswers = []string{"a", "b", "c"}

type handbookPage struct {
	frame
	Parts []handbookPart
	Cases []room
}

// A handbookPart is a heading and what is said under it, a sentence or two a line.
type handbookPart struct {
	ID, Title string
	Keys      []string
}

var handbookView = newPage[handbookPage]("desk_handbook.html")

func (s *Server) readHandbook(c *gin.Context) error {
	page := handbookPage{frame: s.deskFrame(c, "handbook", s.frame(c).T("handbook.title"))}
	for n := 1; n <= handbookParts; n++ {
		key := "handbook." + strconv.Itoa(n)
		part := handbookPart{ID: "part-" + strconv.Itoa(n), Title: page.T(key)}
		for _, line := range practiceAnswers {
			part.Keys = append(part.Keys, key+"."+line)
		}
		page.Parts = append(page.Parts, part)
	}
	for n := 1; n <= practiceCases; n++ {
		i := strconv.Itoa(n)
		page.Cases = append(page.Cases, room{Title: page.T("practice." + i), Path: "/desk/practice/" + i})
	}
	return handbookView.show(c, page)
}

// practicePage is one invented case, and what is to be said of the answer chosen.
type practicePage struct {
	frame
	Heading, Story, Question string
	Action                   string
	Answers                  []readingOption
	Feedback                 string // of the answer that was chosen
	Good                     bool   // whether most teams would do the same
	Next                     string
}

var practiceView = newPage[practicePage]("desk_practice.html")

func (s *Server) readPractice(c *gin.Context) error {
	n, err := strconv.Atoi(c.Param("case"))
	if err != nil || n < 1 || n > practiceCases {
		return notHere(c)
	}
	key, chosen := "practice."+strconv.Itoa(n), c.Query("answer")
	page := practicePage{Action: "/desk/practice/" + strconv.Itoa(n)}
	up := s.frame(c)
	page.frame = s.deskFrame(c, "handbook", up.T(key), crumb{up.T("handbook.title"), "/desk/handbook"})
	page.Heading, page.Story, page.Question = page.T(key), page.T(key+".story"), page.T("practice.question")
	for _, a := range practiceAnswers {
		page.Answers = append(page.Answers, readingOption{Value: a, Title: page.T(key + "." + a), Chosen: a == chosen})
		if a == chosen {
			page.Feedback, page.Good = page.T(key+"."+a+".says"), a == page.T(key+".good")
		}
	}
	if n < practiceCases {
		page.Next = "/desk/practice/" + strconv.Itoa(n+1)
	}
	return practiceView.show(c, page)
}
