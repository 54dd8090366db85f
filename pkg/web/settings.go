package web

import (
	"net/url"
	"slices"

	"github.com/gin-gonic/gin"
)

// look is how somebody likes to read. It lives in a cookie of its own, so it works
// without an account; the server draws every page to it. An empty field is what
// most people have, or what their device asks for.
type look struct {
	Language, Theme, Contrast, Text, Letters, Space, Notes, Titles, Movement, Keys, Energy, Leave string

	Labels string // what is chosen for labels, as [cleanLabels] writes it; it shows in lists alone
}

// A setting is one thing to choose about reading, and what there is to choose.
type setting struct {
	name    string
	of      func(*look) *string
	options []string // the first is what an empty field means
}

// settings are all of them, in the order of the page. The languages are the
// catalogue's, so they are not listed here.
var settings = []setting{
	{"energy", func(l *look) *string { return &l.Energy }, []string{"usual", "low"}},
	{"theme", func(l *look) *string { return &l.Theme }, []string{"device", "day", "night"}},
	{"contrast", func(l *look) *string { return &l.Contrast }, []string{"device", "normal", "more"}},
	{"text", func(l *look) *string { return &l.Text }, []string{"normal", "large", "larger"}},
	{"letters", func(l *look) *string { return &l.Letters }, []string{"usual", "plain", "clear"}},
	{"space", func(l *look) *string { return &l.Space }, []string{"normal", "roomy"}},
	{"notes", func(l *look) *string { return &l.Notes }, []string{"ask", "show"}},
	{"movement", func(l *look) *string { return &l.Movement }, []string{"device", "none"}},
	{"keys", func(l *look) *string { return &l.Keys }, []string{"off", "on"}},
	{"titles", func(l *look) *string { return &l.Titles }, []string{"normal", "plain"}},
	{"leave", func(l *look) *string { return &l.Leave }, []string{"foot", "head"}},
}

// lookFrom reads choices from a cookie or a form. What is none of the choices is
// taken for the usual.
func lookFrom(chosen url.Values, languages []string) look {
	var l look
	for _, s := range settings {
		if value := chosen.Get(s.name); slices.Contains(s.options[1:], value) {
			*s.of(&l) = value
		}
	}
	if language := chosen.Get("language"); slices.Contains(languages, language) {
		l.Language = language
	}
	l.Labels = cleanLabels(chosen.Get("labels"))
	return l
}

// String is l as its cookie holds it, and the same for the same choices.
func (l look) String() string {
	chosen := url.Values{}
	for _, s := range settings {
		if value := *s.of(&l); value != "" {
			chosen.Set(s.name, value)
		}
	}
	if l.Language != "" {
		chosen.Set("language", l.Language)
	}
	if l.Labels != "" {
		chosen.Set("labels", l.Labels)
	}
	return chosen.Encode()
}

// Low reports whether the reader asked for one thing at a time.
func (l look) Low() bool { return l.Energy == "low" }

// glance finds out how this browser's owner likes to read.
func (s *Server) glance(c *gin.Context) error {
	kept, err := c.Cookie(lookCookie)
	if err != nil || kept == "" {
		return nil
	}
	chosen, err := url.ParseQuery(kept)
	if err != nil {
		return nil // somebody else's cookie; the usual will do
	}
	c.Set("look", lookFrom(chosen, s.Words.Languages()))
	return nil
}

func lookOf(c *gin.Context) look {
	l, _ := c.Get("look")
	found, _ := l.(look)
	return found
}
