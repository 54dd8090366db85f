package web

import (
	"net/url"
	"strconv"

	"github.com/gin-gonic/gin"

	"github.com/kindword/kindword/pkg/site"
)

// What is set for the whole site, on one form.

func (s *Server) siteForm(c *gin.Context) error {
	return s.showSite(c, siteFields(s.Site.Now().Settings), nil)
}

// siteFields are the settings as their form is filled in.
func siteFields(now site.Settings) url.Values {
	return typed("name", now.Name, "run_by", now.RunBy, "contact", now.Contact, "on_duty", now.OnDuty,
		"minimum_age", strconv.Itoa(now.MinimumAge),
		"care_minutes", strconv.Itoa(now.CareMinutes), "desk_hours", strconv.Itoa(now.DeskHours), "country", now.Country, "emergency", now.Emergency,
		"language", now.Language, "time_zone", now.TimeZone, "indexed", yes(now.Indexed))
}

func (s *Server) showSite(c *gin.Context, form url.Values, why error) error {
	const key = "run.site"
	page := runFormPage{frame: s.running(c, key), Action: "/run/site"}
	page.Heading, page.Lead = page.T(key), page.T(key+".lead")
	now := s.Site.Now().Settings
	page.Was = now.Stamp()
	page.Form = tool{Button: page.T("run.save"), Inputs: []input{
		page.input(key, "name", "line", form),
		page.input(key, "run_by", "line", form),
		page.input(key, "contact", "line", form),
		page.input(key, "on_duty", "line", form),
		page.input(key, "minimum_age", "number", form),
		page.input(key, "care_minutes", "number", form),
		page.input(key, "desk_hours", "number", form),
		page.input(key, "country", "line", form),
		page.input(key, "emergency", "number", form),
		s.languages(page.input(key, "language", "select", form)),
		page.input(key, "time_zone", "line", form),
		page.tick(key, "indexed", form),
	}}
	page.besides(page.Form.Inputs, siteFields(now), why)
	return showAgain(c, runFormView, &page, &page.frame, why)
}

// languages offers those that the site speaks.
func (s *Server) languages(i input) input {
	for _, tag := range s.Words.Languages() {
		i.Options = append(i.Options, readingOption{Value: tag, Title: s.Words.Match(tag).T("language.name"), Chosen: tag == i.Value})
	}
	return i
}

func (s *Server) saveSite(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	number := func(name string) int { // what is no number is no age, and no time, either
		n, _ := strconv.Atoi(form.Get(name))
		return n
	}
	err = s.Site.ChangeFrom(c.Request.Context(), viewer(c), form.Get("was"), site.Settings{
		Name: form.Get("name"), RunBy: form.Get("run_by"), Contact: form.Get("contact"), OnDuty: form.Get("on_duty"),
		MinimumAge: number("minimum_age"), CareMinutes: number("care_minutes"), DeskHours: number("desk_hours"), Country: form.Get("country"), Emergency: form.Get("emergency"),
		Language: form.Get("language"), TimeZone: form.Get("time_zone"), Indexed: form.Has("indexed"),
	})
	if err != nil {
		return s.showSite(c, form, err)
	}
	return s.done(c, "said.run.saved", "/run")
}
