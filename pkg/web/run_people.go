package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/forum"
)

// peoplePage lists those who have a role, and finds anybody else by their exact
// name: there is no list of all members to look through.
type peoplePage struct {
	frame
	People []personLine
	Find   input
}

type personLine struct {
	Path, Name, Patch, Role string
	Boards                  string // those they look after
	Waits                   bool   // a passphrase alone opens their account, so they can do nothing yet
}

var peopleView = newRunPage[peoplePage]("run_people.html")

func (s *Server) runPeople(c *gin.Context) error { return s.showPeople(c, url.Values{}, nil) }

func (s *Server) showPeople(c *gin.Context, form url.Values, why error) error {
	ctx, by := c.Request.Context(), viewer(c)
	people, err := s.Accounts.Trusted(ctx, by)
	if err != nil {
		return err
	}
	boards, err := s.Forum.Boards(ctx, by)
	if err != nil {
		return err
	}
	page := peoplePage{frame: s.running(c, "run.people")}
	names := boardNames(boards)
	for _, t := range people {
		page.People = append(page.People, page.personLine(t, names))
	}
	page.Find = page.input("run.people", "name", "line", form)
	return showAgain(c, peopleView, &page, &page.frame, why)
}

func (f frame) personLine(t account.Trusted, boards map[forum.BoardID]string) personLine {
	line := personLine{Path: "/run/person/" + t.Name.PID, Name: f.nameOf(t.Name), Patch: t.Name.Patch(), Role: f.T("role." + string(t.Role)), Waits: t.Waits()}
	if t.Role == account.Moderator {
		var titles []string
		for _, b := range t.Boards {
			if title, ok := boards[forum.BoardID(b)]; ok {
				titles = append(titles, title)
			}
		}
		line.Boards = f.T("run.people.all")
		if len(t.Boards) > 0 {
			line.Boards = f.List(titles)
		}
	}
	return line
}

// findPerson goes to the page of somebody whose name is typed, or the address of
// whose page is.
func (s *Server) findPerson(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by, asked := c.Request.Context(), viewer(c), strings.TrimSpace(form.Get("name"))
	pid, err := s.Accounts.CalledExactly(ctx, by, asked)
	if err != nil {
		return err
	}
	if _, after, ok := strings.Cut(asked, "/u/"); ok {
		pid = after
	}
	if _, err := s.Accounts.TrustedWith(ctx, by, pid); fault.Is(err, fault.NotFound) {
		return s.showPeople(c, form, fault.Field("name", "fault.nobody_called"))
	} else if err != nil {
		return err
	}
	return goTo(c, "/run/person/"+pid)
}

// personPage is where somebody's role is set.
type personPage struct {
	frame
	Name, Patch, Role string
	Path              string // of their own page
	Waits, Mine       bool
	Form              tool
}

var personView = newRunPage[personPage]("run_person.html")

func (s *Server) personForm(c *gin.Context) error {
	t, err := s.Accounts.TrustedWith(c.Request.Context(), viewer(c), c.Param("name"))
	if err != nil {
		return err
	}
	form := typed("role", string(t.Role))
	for _, b := range t.Boards {
		form.Add("boards", strconv.FormatInt(b, 10))
	}
	return s.showPerson(c, t, form, nil)
}

func (s *Server) showPerson(c *gin.Context, t account.Trusted, form url.Values, why error) error {
	const key = "run.person"
	by := viewer(c)
	boards, err := s.Forum.Boards(c.Request.Context(), by)
	if err != nil {
		return err
	}
	f := s.frame(c)
	name := f.nameOf(t.Name)
	page := personPage{frame: s.runningAt(c, name, crumb{f.T("run.people"), "/run/people"}), Name: name, Patch: t.Name.Patch(), Path: "/u/" + t.Name.PID,
		Waits: t.Waits(), Mine: t.Name.ID == by.Name.ID}
	page.Role = f.T("run.person.role." + string(t.Role))
	some := f.input(key, "boards", "some", form)
	for _, b := range boards {
		id := strconv.FormatInt(int64(b.ID), 10)
		some.Options = append(some.Options, readingOption{Value: id, Title: b.Title, Chosen: slices.Contains(form["boards"], id)})
	}
	page.Form = tool{Button: f.T("run.person.do"), Inputs: []input{
		f.choice(key, "role", form, string(account.Member), string(account.Welcomer), string(account.Moderator), string(account.Operator)),
		some,
	}}
	return showAgain(c, personView, &page, &page.frame, why)
}

func (s *Server) savePerson(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request.Context(), viewer(c)
	t, err := s.Accounts.TrustedWith(ctx, by, c.Param("name"))
	if err != nil {
		return err
	}
	var boards []int64
	for _, text := range form["boards"] {
		if id, err := strconv.ParseInt(text, 10, 64); err == nil {
			boards = append(boards, id)
		}
	}
	if err := s.Accounts.SetRole(ctx, by, t.Name.PID, account.Role(form.Get("role")), boards...); err != nil {
		return s.showPerson(c, t, form, err)
	}
	if t.Name.ID == by.Name.ID { // their own session has just ended
		return goTo(c, "/sign-in")
	}
	return s.done(c, "said.run.role", "/run/people")
}
