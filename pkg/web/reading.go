package web

import (
	"github.com/gin-gonic/gin"
)

// readingPage is the page of reading settings. It is drawn as it says, so it is
// its own preview.
type readingPage struct {
	frame
	Settings  []readingSetting
	Labels    []readingSetting // what to do with the conversations that carry each
	Languages []readingOption
	Member    bool
	Back      string // the page they came from
}

// A readingSetting is one thing to choose, in words.
type readingSetting struct {
	Name, Title, Hint string
	Options           []readingOption
}

type readingOption struct {
	Value, Title, Hint string
	Chosen             bool
}

var readingView = newPage[readingPage]("reading.html")

func (s *Server) readingSettings(c *gin.Context) error {
	f := s.formFrame(c)
	f = s.formFrame(c, f.T("frame.reading"))
	page := readingPage{frame: f, Back: next(c)}
	if safe(page.Back) == "/reading" {
		page.Back = "/"
	}
	page.Next = page.Back
	if c.Query("saved") != "" {
		page.Said = f.T("reading.saved")
	}
	for _, one := range settings {
		page.Settings = append(page.Settings, f.choices(one))
	}
	page.Member = f.Viewer.Member()
	var err error
	if page.Labels, err = s.labelSettings(c.Request.Context(), f); err != nil {
		return err
	}
	for _, tag := range s.Words.Languages() {
		page.Languages = append(page.Languages, readingOption{Value: tag, Title: s.Words.Match(tag).T("language.name"), Chosen: tag == f.Look.Language})
	}
	return readingView.show(c, page)
}

// choices puts one setting and its options into words.
func (f frame) choices(s setting) readingSetting {
	key := "reading." + s.name
	row := readingSetting{Name: s.name, Title: f.T(key + ".title"), Hint: f.hint(key + ".hint")}
	chosen := *s.of(&f.Look)
	for i, option := range s.options {
		row.Options = append(row.Options, readingOption{
			Value: option, Title: f.T(key + "." + option), Hint: f.hint(key + "." + option + ".hint"),
			Chosen: option == chosen || i == 0 && chosen == "",
		})
	}
	return row
}

// hint is a message that not every choice needs.
func (f frame) hint(key string, args ...any) string {
	if said := f.T(key, args...); said != key {
		return said
	}
	return ""
}

func (s *Server) saveReading(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	if form.Has("reset") {
		s.setCookie(c, lookCookie, "", forgotten)
	} else {
		labels, err := s.labelsFrom(c.Request.Context(), form)
		if err != nil {
			return err
		}
		form.Set("labels", labels)
		s.setCookie(c, lookCookie, lookFrom(form, s.Words.Languages()).String(), aYear)
	}
	return goTo(c, "/reading?saved=1&next="+query(safe(form.Get("next"))))
}
